import { lazy, Suspense } from 'react';
import { ExportsScreen } from '../features/jobs/exports-screen.tsx';
import { type Route, useView } from '../state/view-store.ts';
import { ScreenGuard } from './screen-guard.tsx';

// Only the home screen is needed at the start; the others come when they are first opened.
const ReviewScreen = lazy(async () => {
  const { ReviewScreen: screen } = await import('../features/review/review-screen.tsx');
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
const SettingsScreen = lazy(async () => {
  const { SettingsScreen: screen } = await import('../features/settings/settings-screen.tsx');
  return { default: screen };
});

/** The screen for where the person is. */
export function Screens() {
  const route = useView((state) => state.route);
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
    case 'history':
      return <HistoryScreen {...(route.jobId === undefined ? {} : { jobId: route.jobId })} />;
    case 'connections':
      return <ConnectionsScreen {...(route.open === undefined ? {} : { open: route.open })} />;
    case 'settings':
      return <SettingsScreen />;
  }
}
