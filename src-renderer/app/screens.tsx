import { lazy, Suspense, useEffect } from 'react';
import { ExportsScreen } from '../features/jobs/exports-screen.tsx';
import { dropOpening, openAhead } from '../features/review/desk/openings.ts';
import { docket } from '../state/docket.ts';
import { useJobs } from '../state/jobs-store.ts';
import { type Route, useView } from '../state/view-store.ts';
import { ScreenGuard } from './screen-guard.tsx';

// Only the home screen is needed at the start; the others come when they are first opened.
const loadReview = () => import('../features/review/review-screen.tsx');
const ReviewScreen = lazy(async () => {
  const { ReviewScreen: screen } = await loadReview();
  return { default: screen };
});
const FilesScreen = lazy(async () => {
  const { FilesScreen: screen } = await import('../features/files/files-screen.tsx');
  return { default: screen };
});
const ReceiptScreen = lazy(async () => {
  const { ReceiptScreen: screen } = await import('../features/receipt/receipt-screen.tsx');
  return { default: screen };
});
const HistoryScreen = lazy(async () => {
  const { HistoryScreen: screen } = await import('../features/history/history-screen.tsx');
  return { default: screen };
});
const ConnectionsScreen = lazy(async () => {
  const { ConnectionsScreen: screen } = await import('../features/connections/connections-screen.tsx');
  return { default: screen };
});
const SchedulesScreen = lazy(async () => {
  const { SchedulesScreen: screen } = await import('../features/schedules/schedules-screen.tsx');
  return { default: screen };
});
const SettingsScreen = lazy(async () => {
  const { SettingsScreen: screen } = await import('../features/settings/settings-screen.tsx');
  return { default: screen };
});

/** The table's code is large: once something can be reviewed, it comes while the person still reads the list. */
function useReviewAhead(): void {
  const soon = useJobs(({ list }) =>
    list.order['needs-you'].some((id) => list.byId.get(id)?.nextStep === 'review'),
  );
  useEffect(() => {
    if (!soon) return;
    // What can't be loaded is told where it is needed.
    const idle = requestIdleCallback(() => void loadReview().catch(() => undefined));
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
  return (
    <ScreenGuard key={route.screen}>
      <Suspense fallback={null}>{screenOf(route)}</Suspense>
    </ScreenGuard>
  );
}

function screenOf(route: Route) {
  switch (route.screen) {
    case 'exports':
      return <ExportsScreen />;
    case 'review':
      return <ReviewScreen key={route.jobId} jobId={route.jobId} />;
    case 'files':
      return <FilesScreen />;
    case 'receipt':
      return <ReceiptScreen key={route.jobId} jobId={route.jobId} from={route.from} />;
    case 'history':
      return <HistoryScreen {...(route.jobId === undefined ? {} : { jobId: route.jobId })} />;
    case 'connections':
      return <ConnectionsScreen {...(route.open === undefined ? {} : { open: route.open })} />;
    case 'schedules':
      return <SchedulesScreen />;
    case 'settings':
      return <SettingsScreen />;
  }
}
