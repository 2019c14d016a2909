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
import { errorCodes } from '../../../src-preload/contract/errors.ts';
import type { HistoryEntry, HistoryKind } from '../../../src-preload/contract/history.ts';
import { useJobs } from '../../state/jobs-store.ts';
import { goTo, showJob, useView } from '../../state/view-store.ts';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { exact } from '../../words/time.ts';
import { fingerprint } from '../../words/values.ts';
import { words } from '../../words/words.ts';

const useStyles = makeStyles({
  content: { paddingBottom: tokens.spacingVerticalL },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

const leaveReceipts: ReadonlySet<HistoryKind> = new Set([
  'committed',
  'commit-confirmed-by-hand',
  'receipt-checked',
  'file-binned',
]);

/** After these there is a receipt, whatever became of the export. */
function hasReceipt({ kind, note }: HistoryEntry): boolean {
  // Settled either way: as not done it is noted by the code of an error.
  return leaveReceipts.has(kind) || (kind === 'commit-settled' && !errorCodes.some((code) => code === note));
}

/** All facts of one entry, to read and to select. */
export function EntryDialog({ entry, close }: { readonly entry: HistoryEntry; readonly close: () => void }) {
  const listed = useJobs((state) => entry.jobId !== null && state.list.byId.has(entry.jobId));
  const { jobId } = entry;
  const styles = useStyles();
  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.history.kind(entry.kind)}</DialogTitle>
          <DialogContent className={styles.content}>
            <EntryFacts entry={entry} />
          </DialogContent>
          <DialogActions>
            {jobId !== null && hasReceipt(entry) && (
              <Button onClick={() => goTo({ screen: 'receipt', jobId, from: useView.getState().route })}>
                {words.historyTools.receipt}
              </Button>
            )}
            {listed && jobId !== null && (
              <Button onClick={() => showJob(jobId)}>{words.history.toExport}</Button>
            )}
            <Button appearance="primary" onClick={close}>
              {words.history.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function EntryFacts({ entry }: { readonly entry: HistoryEntry }) {
  const styles = useStyles();
  const say = words.history.fact;
  const amount = words.history.amount(entry);
  const note = words.history.note(entry);
  const facts: readonly (Fact | null)[] = [
    { label: say.at, value: exact(entry.at) },
    { label: say.by, value: entry.by },
    entry.title === '' ? null : { label: say.export, value: entry.title },
    entry.connectionName === '' ? null : { label: say.connection, value: entry.connectionName },
    entry.provider === null ? null : { label: say.vendor, value: words.vendors.nameOf(entry.provider) },
    amount.length === 0 ? null : { label: say.amount, value: amount.join(' · ') },
    note === null ? null : { label: words.history.noteLabel(entry.kind), value: note },
    entry.fingerprint === null
      ? null
      : {
          label: say.fingerprint,
          value: <span className={styles.mono}>{fingerprint(entry.fingerprint)}</span>,
        },
    entry.practice ? { label: say.practice, value: words.history.practiceFact } : null,
    { label: say.number, value: String(entry.id) },
  ];
  return <Facts facts={facts.filter((fact) => fact !== null)} />;
}
