import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { useJob } from '../../state/jobs-store.ts';
import { useNow } from '../../state/now.ts';
import { useTransfer } from '../../state/transfers-store.ts';
import { useView } from '../../state/view-store.ts';
import { Cell } from '../../ui/grid-parts.tsx';
import { PracticeBadge } from '../../ui/practice-badge.tsx';
import { TransferBar } from '../../ui/transfer-bar.tsx';
import { words } from '../../words/words.ts';
import { JobMenu } from './job-menu.tsx';
import { goesOnAtOf } from './job-steps.ts';
import type { JobLine } from './list-lines.ts';
import { reviewAhead } from './review-ahead.ts';
import { progressOf, type RowFact, rowFacts } from './row-facts.ts';
import { StageIcon, toneOf, useToneStyles } from './stage-icon.tsx';
import { StepButton } from './step-button.tsx';

const narrow = '@container exports (max-width: 820px) and (min-width: 480.02px)';
/** Beside an open panel in a small window: the panel, or a filter, tells whose it is. */
const cramped = '@container exports (max-width: 480px)';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) minmax(0, 200px) 136px 32px',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    height: '100%',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalM} 0 ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'default',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    [narrow]: {
      gridTemplateColumns: '20px minmax(0, 1fr) 132px 32px',
      columnGap: tokens.spacingHorizontalS,
    },
    [cramped]: {
      gridTemplateColumns: '20px minmax(0, 1fr) 104px 28px',
      columnGap: tokens.spacingHorizontalSNudge,
    },
  },
  first: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderTopLeftRadius: tokens.borderRadiusLarge,
    borderTopRightRadius: tokens.borderRadiusLarge,
  },
  last: {
    borderBottomColor: tokens.colorNeutralStroke2,
    borderBottomLeftRadius: tokens.borderRadiusLarge,
    borderBottomRightRadius: tokens.borderRadiusLarge,
  },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  main: { minWidth: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
  titleLine: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  title: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  facts: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  stage: { fontWeight: tokens.fontWeightSemibold, flexShrink: 0 },
  bar: { width: '72px', flexShrink: 0 },
  rest: { overflow: 'hidden', textOverflow: 'ellipsis' },
  pressing: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorStatusWarningForeground1 },
  trouble: { color: tokens.colorStatusDangerForeground1 },
  from: {
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    [narrow]: { display: 'none' },
    [cramped]: { display: 'none' },
  },
  fromLine: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  connection: { color: tokens.colorNeutralForeground3 },
  // A long verb takes two lines.
  button: {
    width: '100%',
    minWidth: 0,
    lineHeight: tokens.lineHeightBase200,
    paddingLeft: 0,
    paddingRight: 0,
  },
  fromInline: {
    display: 'none',
    // The name of the export is read to its end before this has any room.
    flexShrink: 10000,
    minWidth: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    [narrow]: { display: 'block' },
    [cramped]: { display: 'none' },
  },
});

export interface JobRowProps {
  readonly line: JobLine;
  readonly active: boolean;
}

/** One export: what it is, how far it is, and its next step. */
export const JobRow = memo(function JobRow({ line, active }: JobRowProps) {
  const job = useJob(line.jobId);
  return job === undefined ? null : <DrawnRow job={job} line={line} active={active} />;
});

function DrawnRow({ job, line, active }: JobRowProps & { readonly job: JobView }) {
  const styles = useStyles();
  const selected = useView((state) => state.selectedJobId === job.id);
  const panelOpen = useView((state) => state.selectedJobId !== null);
  const tabIndex = active ? 0 : -1;
  return (
    <div
      className={mergeClasses(
        styles.row,
        line.first && styles.first,
        line.last && styles.last,
        selected && styles.selected,
      )}
      // The pointer comes over the row on its way to the button.
      {...(job.nextStep === 'review' ? { onPointerEnter: reviewAhead } : {})}
    >
      <StageIcon stage={job.stage} />
      <Cell className={styles.main}>
        <div className={styles.titleLine}>
          <span className={styles.title} title={job.title}>
            {job.title}
          </span>
          <span className={mergeClasses(styles.fromLine, styles.fromInline)}>{job.connectionName}</span>
          {job.practice && <PracticeBadge />}
        </div>
        <FactsLine job={job} />
      </Cell>
      <Cell className={styles.from}>
        <span className={styles.fromLine}>{words.vendors.shortName(job.provider)}</span>
        <span className={mergeClasses(styles.fromLine, styles.connection)}>{job.connectionName}</span>
      </Cell>
      <Cell>
        <StepButton
          job={job}
          primary={line.primary && !panelOpen}
          tabIndex={tabIndex}
          className={styles.button}
        />
      </Cell>
      <Cell>
        <JobMenu job={job} tabIndex={tabIndex} />
      </Cell>
    </div>
  );
}

/** What moves while the export is collected: drawn by itself, several times a second, so that the row isn't. */
function FactsLine({ job }: { readonly job: JobView }) {
  const styles = useStyles();
  const tones = useToneStyles();
  const transfer = useTransfer(job.id);
  // What is counted down in seconds moves in seconds.
  const now = useNow(goesOnAtOf(job) === undefined ? 'coarse' : 'second');
  const progress = progressOf(job, transfer);
  return (
    <div className={styles.facts}>
      <span className={mergeClasses(styles.stage, tones[toneOf(job.stage)])}>{words.exports.stage(job)}</span>
      {progress !== undefined && (
        <TransferBar className={styles.bar} progress={progress} label={words.exports.progressOf(job.title)} />
      )}
      <FactsText facts={rowFacts(job, transfer, now)} />
    </div>
  );
}

function FactsText({ facts }: { readonly facts: readonly RowFact[] }) {
  const styles = useStyles();
  return (
    <span className={styles.rest} title={facts.map((fact) => fact.text).join(' · ')}>
      {facts.map((fact, index) => (
        <span key={fact.text} className={fact.tone === 'plain' ? '' : styles[fact.tone]}>
          {index > 0 && ' · '}
          {fact.text}
        </span>
      ))}
    </span>
  );
}
