import { addNotice, loadInfo, loadSettings, practiceTurned, setOnline } from './app-store.ts';
import { loadConnections } from './connections-store.ts';
import { ask, docket } from './docket.ts';
import { afterChanges, afterSnapshot, useJobs } from './jobs-store.ts';
import { setQuitting } from './quit-store.ts';
import { takeReturnPlace } from './return-place.ts';
import { loadSchedules } from './schedules-store.ts';
import { setTransfers } from './transfers-store.ts';
import { rememberUndo } from './undo-store.ts';
import { followTo, goTo } from './view-store.ts';

/** Listens first and takes the snapshots after, so that no change falls between. Returns what ends the listening. */
export function startState(): () => void {
  const api = docket();
  const place = takeReturnPlace();
  if (place !== null) goTo({ screen: place });
  const ends = [
    rememberUndo(),
    api.on('jobs-changed', ({ changed, removed }) =>
      useJobs.setState((state) => afterChanges(state, changed, removed)),
    ),
    api.on('transfers-changed', ({ transfers }) => setTransfers(transfers)),
    api.on('connections-changed', () => void loadConnections()),
    api.on('schedules-changed', () => void loadSchedules()),
    api.on('attention', (attention) => {
      switch (attention.kind) {
        case 'notice':
          return addNotice(attention.error);
        case 'online':
          return setOnline(attention.online);
        case 'show-job':
        case 'show-connection':
        case 'show':
          return followTo(attention);
        case 'practice':
          return practiceTurned(attention.on);
        case 'quit':
          return setQuitting(attention);
      }
    }),
  ];
  void loadInfo();
  void loadSettings();
  void loadConnections();
  void loadSchedules();
  void loadJobs();
  return () => {
    for (const end of ends) end();
  };
}

export async function loadJobs(): Promise<void> {
  const answer = await ask(docket().jobs.list({}));
  if (answer.ok) useJobs.setState((state) => afterSnapshot(state, answer.value));
  else useJobs.setState({ phase: 'failed', error: answer.error });
}
