import { Button, makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import type { LoadState } from '../../../src-preload/contract/review.ts';
import type { Flag } from '../../../src-preload/contract/review-insight.ts';
import { words } from '../../words/words.ts';
import { useDesk, useDeskState } from './desk/desk-context.ts';
import { FlagItem, FlagLineOf } from './flag-item.tsx';
import { useFocusHandedOn } from './focus-handed-on.ts';
import { TaskLine, tableTask } from './task-line.tsx';

const useStyles = makeStyles({
  line: {
    position: 'relative',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalM}`,
    flexShrink: 0,
    minHeight: '28px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  loading: { flexWrap: 'nowrap', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  said: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  progress: { position: 'absolute', left: 0, right: 0, bottom: '-4px' },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  well: { flexShrink: 0, fontSize: '16px', color: tokens.colorStatusSuccessForeground1, marginLeft: '4px' },
  item: { minWidth: 0, maxWidth: '100%' },
});

const inLine = 2;
/** Of lines that are not shown the bar below tells more. */
const saidBelow: ReadonlySet<Flag['kind']> = new Set(['broken-lines', 'count-differs']);

/**
 * One line below the head, always there, so that nothing jumps: how far the file is read, or long work on it is; then
 * what stands out. Each
 * flag leads to what it is about; all of them are in the summary.
 */
export function FlagLine() {
  const styles = useStyles();
  const summary = useDeskState((state) => state.summary);
  const load = useDeskState(({ table }) => table?.load);
  // Narrowed outside of the selector: what that made anew each time would be news without end.
  const task = tableTask(useDeskState((state) => state.task));
  const noted = useDeskState(({ table }) => (table?.brokenRows ?? 0) > 0);
  if (load?.kind === 'loading') return <Loading load={load} />;
  if (task !== null) {
    return (
      <TaskLine
        task={task}
        className={mergeClasses(styles.line, styles.loading)}
        saidClass={styles.said}
        barClass={styles.progress}
      />
    );
  }
  const flags = summary.kind === 'ready' ? summary.summary.flags : [];
  const shown = noted ? flags.filter(({ kind }) => !saidBelow.has(kind)) : flags;
  if (shown.length > 0) return <Flags flags={shown} />;
  return (
    <div className={styles.line}>
      {summary.kind === 'working' && <span className={styles.quiet}>{words.reviewSummary.working}</span>}
      {summary.kind === 'ready' && flags.length === 0 && (
        <>
          <CheckmarkCircleRegular className={styles.well} aria-hidden="true" />
          <span className={styles.quiet}>{words.reviewSummary.noFlags(summary.summary.previous)}</span>
        </>
      )}
    </div>
  );
}

function Loading({ load }: { readonly load: Extract<LoadState, { kind: 'loading' }> }) {
  const styles = useStyles();
  const desk = useDesk();
  const going = useFocusHandedOn<HTMLDivElement>();
  const { bytes, totalBytes } = load;
  return (
    <div ref={going} className={mergeClasses(styles.line, styles.loading)}>
      <span className={styles.said} title={words.review.loadingHint}>
        {words.review.loading(load)}
      </span>
      <Button size="small" onClick={desk.cancelLoad}>
        {words.review.cancelLoad}
      </Button>
      <ProgressBar
        className={styles.progress}
        aria-label={words.review.loadingLabel}
        {...(totalBytes === 0 ? {} : { value: Math.min(1, bytes / totalBytes) })}
      />
    </div>
  );
}

function Flags({ flags }: { readonly flags: readonly Flag[] }) {
  const styles = useStyles();
  const desk = useDesk();
  const shown = flags.length === inLine + 1 ? flags : flags.slice(0, inLine);
  return (
    <ul className={styles.line} aria-label={words.reviewSummary.flags}>
      {shown.map((flag) => (
        <li key={JSON.stringify(flag)} className={styles.item}>
          <FlagItem brief flag={flag} />
        </li>
      ))}
      {flags.length > shown.length && (
        <li>
          <FlagLineOf brief go={() => desk.showPanel('summary')}>
            {words.reviewSummary.flagsMore(flags.length - shown.length)}
          </FlagLineOf>
        </li>
      )}
    </ul>
  );
}
