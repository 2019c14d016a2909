import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkRegular, DismissRegular } from '@fluentui/react-icons';
import { type ReactElement, useState } from 'react';
import type { ConnectionView } from '../../../src-preload/contract/connections.ts';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import { useJobs } from '../../state/jobs-store.ts';
import { useSchedules } from '../../state/schedules-store.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { words } from '../../words/words.ts';
import { removeConnection } from './connection-deeds.ts';
import { useExportsOf } from './use-exports-of.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  heading: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  line: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  goes: { fontSize: '20px', lineHeight: 0, color: tokens.colorStatusDangerForeground1 },
  stays: { fontSize: '20px', lineHeight: 0, color: tokens.colorStatusSuccessForeground1 },
  uncollected: { margin: 0 },
});

export interface RemoveDialogProps {
  readonly connection: ConnectionView;
  readonly close: () => void;
}

/** Says what goes and what stays before an account is forgotten; a refusal is shown inside. */
export function RemoveDialog({ connection, close }: RemoveDialogProps) {
  const styles = useStyles();
  const [error, setError] = useState<DocketError | null>(null);
  const [busy, setBusy] = useState(false);
  const say = words.connecting;
  const exportsOf = useExportsOf(connection);
  const schedules = useSchedules(
    (state) => state.schedules.filter(({ connectionId }) => connectionId === connection.id).length,
  );
  const uncollected = useJobs(({ list }) => {
    let found = 0;
    for (const job of list.byId.values())
      if (job.connectionId === connection.id && (job.stage === 'ready' || job.stage === 'preparing'))
        found += 1;
    return found;
  });
  const remove = async () => {
    setBusy(true);
    const refusal = await removeConnection(connection.id, connection.name);
    setBusy(false);
    if (refusal === null) close();
    else setError(refusal);
  };
  const lines = (icon: ReactElement, of: readonly string[]) => (
    <ul className={styles.list}>
      {of.map((line) => (
        <li key={line} className={styles.line}>
          {icon}
          <span>{line}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <Dialog open modalType="alert" onOpenChange={close}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.connections.removeTitle(connection.name)}</DialogTitle>
          <DialogContent className={styles.content}>
            {error !== null ? (
              <ErrorNote error={error} />
            ) : (
              <>
                <div>
                  <h3 className={styles.heading}>{say.goesTitle}</h3>
                  {lines(
                    <span className={styles.goes} aria-hidden="true">
                      <DismissRegular />
                    </span>,
                    [say.goesAccount, ...(schedules === 0 ? [] : [say.goesSchedules(schedules)])],
                  )}
                </div>
                <div>
                  <h3 className={styles.heading}>{say.staysTitle}</h3>
                  {lines(
                    <span className={styles.stays} aria-hidden="true">
                      <CheckmarkRegular />
                    </span>,
                    [
                      ...(exportsOf === 0 ? [] : [say.staysExports(exportsOf)]),
                      say.staysFiles,
                      say.staysHistory,
                    ],
                  )}
                </div>
                {uncollected > 0 && <p className={styles.uncollected}>{say.uncollected(uncollected)}</p>}
              </>
            )}
          </DialogContent>
          <DialogActions>
            {/* First in the order, so that it has the focus when the dialog opens. */}
            <Button disabled={busy} onClick={close}>
              {words.connections.removeNo}
            </Button>
            <Button appearance="primary" disabled={busy || error !== null} onClick={() => void remove()}>
              {words.connections.removeYes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
