import {
  Button,
  makeStyles,
  Skeleton,
  SkeletonItem,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
import { AddRegular, PlugDisconnectedRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ConnectionView } from '../../../src-preload/contract/connections.ts';
import { setPractice, useApp } from '../../state/app-store.ts';
import { loadConnections, useConnections } from '../../state/connections-store.ts';
import { goTo } from '../../state/view-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useFocusReturn } from '../../ui/focus-return.ts';
import { Page } from '../../ui/page.tsx';
import { words } from '../../words/words.ts';
import { ConnectionDialog } from './connection-dialog.tsx';
import { ConnectionRow } from './connection-row.tsx';
import type { FormPart } from './form-fields.ts';
import { RemoveDialog } from './remove-dialog.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    maxWidth: '960px',
    listStyleType: 'none',
  },
  toolbar: { display: 'flex', justifyContent: 'flex-start' },
  skeleton: { height: '96px', borderRadius: tokens.borderRadiusLarge },
});

/** What was chosen from a connection's menu. */
interface Changing {
  readonly connection: ConnectionView;
  readonly part: FormPart;
}

export interface ConnectionsScreenProps {
  readonly open?: 'new' | { readonly connectionId: string };
}

/** The accounts that exports come from. */
export function ConnectionsScreen({ open }: ConnectionsScreenProps) {
  const styles = useStyles();
  const restoreFocus = useRestoreFocusTarget();
  const phase = useConnections((state) => state.phase);
  const connections = useConnections((state) => state.connections);
  const [removing, setRemoving] = useState<ConnectionView | null>(null);
  const [changing, setChanging] = useState<Changing | null>(null);
  const editing = connectionToEdit(open, connections);
  const connect = () => goTo({ screen: 'connections', open: 'new' });
  const close = () => goTo({ screen: 'connections' });
  // With the first connection, or the last one's removal, the button that was pressed has gone.
  useFocusReturn(editing !== 'none' || changing !== null || removing !== null);

  return (
    <Page
      title={words.connections.title}
      toolbar={
        connections.length > 0 ? (
          <div className={styles.toolbar}>
            <Button {...restoreFocus} appearance="primary" icon={<AddRegular />} onClick={connect}>
              {words.connections.connect}
            </Button>
          </div>
        ) : undefined
      }
    >
      {phase === 'failed' ? (
        <Failed />
      ) : phase === 'loading' ? (
        <Skeleton aria-label={words.app.loading} className={styles.list}>
          <SkeletonItem className={styles.skeleton} />
          <SkeletonItem className={styles.skeleton} />
        </Skeleton>
      ) : connections.length === 0 ? (
        <NoConnections connect={connect} />
      ) : (
        <ul className={styles.list} aria-label={words.connections.listLabel}>
          {connections.map((connection) => (
            <ConnectionRow
              key={connection.id}
              connection={connection}
              edit={() => goTo({ screen: 'connections', open: { connectionId: connection.id } })}
              change={(part) => setChanging({ connection, part })}
              remove={() => setRemoving(connection)}
            />
          ))}
        </ul>
      )}
      {editing !== 'none' && <ConnectionDialog connection={editing} close={close} />}
      {changing !== null && <ConnectionDialog {...changing} close={() => setChanging(null)} />}
      {removing !== null && <RemoveDialog connection={removing} close={() => setRemoving(null)} />}
    </Page>
  );
}

/** A practice connection comes and goes with practice: there is nothing to edit. */
function connectionToEdit(
  open: ConnectionsScreenProps['open'],
  connections: readonly ConnectionView[],
): ConnectionView | null | 'none' {
  if (open === undefined) return 'none';
  if (open === 'new') return null;
  return connections.find(({ id, practice }) => id === open.connectionId && !practice) ?? 'none';
}

function Failed() {
  const error = useConnections((state) => state.error);
  return (
    <ErrorNote
      error={error ?? { code: 'unexpected' }}
      action={{ label: words.app.tryAgain, run: () => void loadConnections() }}
    />
  );
}

function NoConnections({ connect }: { readonly connect: () => void }) {
  const restoreFocus = useRestoreFocusTarget();
  const changing = useApp((state) => state.practiceChanging);
  return (
    <EmptyState
      title={words.connections.emptyTitle}
      text={words.connections.empty}
      picture={<PlugDisconnectedRegular />}
    >
      <Button {...restoreFocus} appearance="primary" icon={<AddRegular />} onClick={connect}>
        {words.connections.connect}
      </Button>
      <Button disabledFocusable={changing} onClick={() => void setPractice(true)}>
        {words.connections.practise}
      </Button>
    </EmptyState>
  );
}
