import { useEffect } from 'react';
import { ExportsScreen } from '../features/jobs/exports-screen.tsx';
import { dropOpening, openAhead } from '../features/review/desk/openings.ts';
import { docket } from '../state/docket.ts';
import { useJobs } from '../state/jobs-store.ts';
import { type Route, useView } from '../state/view-store.ts';
import { LateScreen, late } from './late-screen.tsx';
import { ScreenGuard } from './screen-guard.tsx';

// Only the home screen is needed at the start; the others come when they are first opened.
const review = late(async () => (await import('../features/review/review-screen.tsx')).ReviewScreen);
const files = late(async () => (await import('../features/files/files-screen.tsx')).FilesScreen);
const receipt = late(async () => (await import('../features/receipt/receipt-screen.tsx')).ReceiptScreen);
const history = late(async () => (await import('../features/history/history-screen.tsx')).HistoryScreen);
const connections = late(
  async () => (await import('../features/connections/connections-screen.tsx')).ConnectionsScreen,
);
const schedules = late(
  async () => (await import('../features/schedules/schedules-screen.tsx')).SchedulesScreen,
);
const settings = late(async () => (await import('../features/settings/settings-screen.tsx')).SettingsScreen);

/** The table's code is large: once something can be reviewed, it comes while the person still reads the list. */
function useReviewAhead(): void {
  const soon = useJobs(({ list }) =>
    list.order['needs-you'].some((id) => list.byId.get(id)?.nextStep === 'review'),
  );
  useEffect(() => {
    if (!soon) return;
    // What can't be loaded is told where it is needed.
    const idle = requestIdleCallback(() => void review.load().catch(() => undefined));
    return () => cancelIdleCallback(idle);
  }, [soon]);
}

/** A table is asked for the moment that the person goes there: it is read while its screen is being made. */
function useOpeningAhead(): void {
  useEffect(
    () =>
      useView.subscribe(({ route }, { route: before }) => {
        const jobId = route.screen === 'review' ? route.jobId : null;
        if (jobId === (before.screen === 'review' ? before.jobId : null)) return;
        if (jobId === null) dropOpening();
        else openAhead(docket(), jobId);
      }),
    [],
  );
}

/** The screen for where the person is. */
export function Screens() {
  const route = useView((state) => state.route);
  useReviewAhead();
  useOpeningAhead();
  return <ScreenGuard key={route.screen}>{screenOf(route)}</ScreenGuard>;
}

function screenOf(route: Route) {
  switch (route.screen) {
    case 'exports':
      return <ExportsScreen />;
    case 'review':
      return <LateScreen key={route.jobId} of={review} given={{ jobId: route.jobId }} />;
    case 'files':
      return <LateScreen of={files} given={{}} />;
    case 'receipt':
      return <LateScreen key={route.jobId} of={receipt} given={{ jobId: route.jobId, from: route.from }} />;
    case 'history':
      return <LateScreen of={history} given={route.jobId === undefined ? {} : { jobId: route.jobId }} />;
    case 'connections':
      return <LateScreen of={connections} given={route.open === undefined ? {} : { open: route.open }} />;
    case 'schedules':
      return <LateScreen of={schedules} given={{}} />;
    case 'settings':
      return <LateScreen of={settings} given={{}} />;
  }
}
