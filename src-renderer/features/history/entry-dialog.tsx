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
import type { HistoryEntry } from '../../../src-preload/contract/history.ts';
import { useJobs } from '../../state/jobs-store.ts';
import { showJob } from '../../state/view-store.ts';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { words } from '../../words/en.ts';
import { exact } from '../../words/time.ts';
import { fingerprint } from '../../words/values.ts';

const useStyles = makeStyles({
  content: { paddingBottom: tokens.spacingVerticalL },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

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
