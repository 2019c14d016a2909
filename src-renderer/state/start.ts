import { addNotice, loadInfo, loadSettings, practiceTurned, setOnline } from './app-store.ts';
import { loadConnections } from './connections-store.ts';
import { ask, docket } from './docket.ts';
import { afterChanges, afterSnapshot, useJobs } from './jobs-store.ts';
import { setQuitting } from './quit-store.ts';
import { setTransfers } from './transfers-store.ts';
import { showJob } from './view-store.ts';

/** Listens first and takes the snapshots after, so that no change falls between. Returns what ends the listening. */
export function startState(): () => void {
  const api = docket();
  const ends = [
    api.on('jobs-changed', ({ changed, removed }) =>
      useJobs.setState((state) => afterChanges(state, changed, removed)),
    ),
    api.on('transfers-changed', ({ transfers }) => setTransfers(transfers)),
    api.on('connections-changed', () => void loadConnections()),
    api.on('attention', (attention) => {
      switch (attention.kind) {
        case 'notice':
          return addNotice(attention.error);
        case 'online':
          return setOnline(attention.online);
        case 'show-job':
          return showJob(attention.jobId);
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
