import { Button, makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, WarningRegular } from '@fluentui/react-icons';
import type { LoadState } from '../../../src-preload/contract/review.ts';
import type { Flag } from '../../../src-preload/contract/review-insight.ts';
import { words } from '../../words/en.ts';
import { useDesk, useDeskState } from './desk/desk-context.ts';
import { flagGoal } from './panel/flag-go.ts';

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
  flag: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    maxWidth: '100%',
    padding: `2px ${tokens.spacingHorizontalS} 2px ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
  },
  go: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  item: { minWidth: 0, maxWidth: '100%' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  icon: { flexShrink: 0, fontSize: '16px', color: tokens.colorStatusWarningForeground3 },
});

const inLine = 2;

/**
 * One line below the head, always there, so that nothing jumps: how far the file is read, then what stands out. Each
 * flag leads to what it is about; all of them are in the summary.
 */
export function FlagLine() {
  const styles = useStyles();
  const summary = useDeskState((state) => state.summary);
  const load = useDeskState(({ table }) => table?.load);
  if (load?.kind === 'loading') return <Loading load={load} />;
  if (summary.kind === 'ready' && summary.summary.flags.length > 0) {
    return <Flags flags={summary.summary.flags} />;
  }
  return (
    <div className={styles.line}>
      {summary.kind === 'working' && <span className={styles.quiet}>{words.reviewSummary.working}</span>}
      {summary.kind === 'ready' && (
        <>
          <CheckmarkCircleRegular className={styles.well} aria-hidden="true" />
          <span className={styles.quiet}>
            {summary.summary.previous === null
              ? words.reviewSummary.noFlags
              : words.reviewSummary.noFlagsCompared}
          </span>
        </>
      )}
    </div>
  );
}

function Loading({ load }: { readonly load: Extract<LoadState, { kind: 'loading' }> }) {
  const styles = useStyles();
  const desk = useDesk();
  const { bytes, totalBytes } = load;
  return (
    <div className={mergeClasses(styles.line, styles.loading)}>
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
        <FlagItem key={JSON.stringify(flag)} flag={flag} />
      ))}
      {flags.length > shown.length && (
        <li>
          <button
            type="button"
            className={mergeClasses(styles.flag, styles.go)}
            onClick={() => desk.showPanel('summary')}
          >
            <WarningRegular className={styles.icon} aria-hidden="true" />
            {words.reviewSummary.flagsMore(flags.length - shown.length)}
          </button>
        </li>
      )}
    </ul>
  );
}

function FlagItem({ flag }: { readonly flag: Flag }) {
  const styles = useStyles();
  const desk = useDesk();
  const go = flagGoal(flag, desk);
  const said = words.reviewSummary.flag(flag);
  const inner = (
    <>
      <WarningRegular className={styles.icon} aria-hidden="true" />
      <span className={styles.text}>{said}</span>
    </>
  );
  return (
    <li className={styles.item}>
      {go === null ? (
        <span className={styles.flag} title={said}>
          {inner}
        </span>
      ) : (
        <button
          type="button"
          className={mergeClasses(styles.flag, styles.go)}
          title={words.reviewSummary.flagGo(said)}
          onClick={go}
        >
          {inner}
        </button>
      )}
    </li>
  );
}
