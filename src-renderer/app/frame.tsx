import { makeStyles, tokens } from '@fluentui/react-components';
import { useApp } from '../state/app-store.ts';
import { useConnections } from '../state/connections-store.ts';
import { useJobs } from '../state/jobs-store.ts';
import { useView } from '../state/view-store.ts';
import { Announcer } from './announcer.tsx';
import { useAppKeys } from './app-keys.ts';
import { Dialogs } from './dialogs.tsx';
import { FirstStart } from './first-start.tsx';
import { Navigation } from './navigation.tsx';
import { Notices } from './notices.tsx';
import { QuitDialog } from './quit-dialog.tsx';
import { Screens } from './screens.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', height: '100%', minHeight: 0, color: tokens.colorNeutralForeground1 },
  content: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  screen: { display: 'flex', flexGrow: 1, minWidth: 0, minHeight: 0 },
});

/** The window: navigation, notices, the screen, and a dialog above. */
export function Frame() {
  const styles = useStyles();
  const first = useFirstStart();
  useAppKeys();
  return (
    <div className={styles.root}>
      <Navigation />
      <div className={styles.content}>
        <Notices />
        <div className={styles.screen}>{first ? <FirstStart /> : <Screens />}</div>
      </div>
      <Dialogs />
      <Announcer />
      <QuitDialog />
    </div>
  );
}

/** Home explains itself as long as nothing is connected, listed or practised. */
function useFirstStart(): boolean {
  const home = useView((state) => state.route.screen === 'exports');
  const nothingConnected = useConnections(
    (state) => state.phase === 'ready' && state.connections.length === 0,
  );
  const nothingListed = useJobs((state) => state.phase === 'ready' && state.list.byId.size === 0);
  const practice = useApp((state) => state.info?.practice ?? false);
  return home && nothingConnected && nothingListed && !practice;
}
