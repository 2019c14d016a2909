import { Button, Dropdown, makeStyles, Option, Spinner, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, DocumentTableRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { useJob, useJobs } from '../../state/jobs-store.ts';
import { showJob } from '../../state/view-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useLeaveFocusToHeading } from '../../ui/heading-focus.ts';
import { words } from '../../words/words.ts';
import { useJobDetail } from '../jobs/use-job-detail.ts';
import { ReviewTable, type ReviewTableProps } from './review-table.tsx';
import { type TableSource, tableSources } from './table-sources.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    // In a low window, or a magnified one, the page scrolls as a whole.
    '@media (max-height: 560px)': { overflowY: 'auto', paddingTop: tokens.spacingVerticalS },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minWidth: 0,
    flexShrink: 0,
    '@media (max-width: 700px)': { flexWrap: 'wrap' },
  },
  back: { flexShrink: 0, marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
  title: {
    margin: 0,
    outlineStyle: 'none',
    flexShrink: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
  },
  facts: {
    flexGrow: 1,
    flexShrink: 0,
    textAlign: 'right',
    '@media (max-width: 700px)': { textAlign: 'left', whiteSpace: 'normal', flexShrink: 1 },
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  picker: { minWidth: '200px', maxWidth: '360px' },
  busy: { margin: 'auto' },
});

/** What was collected, to be read before it is committed; works without the network. */
export function ReviewScreen({ jobId }: { readonly jobId: string }) {
  const job = useJob(jobId);
  const phase = useJobs((state) => state.phase);
  const [facts, setFacts] = useState('');
  const [comparing, setComparing] = useState(false);
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  // What opened this screen, or this side of it, has gone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another side is another page to read
  useEffect(() => heading.current?.focus(), [comparing]);
  useLeaveFocusToHeading();
  const title = job?.title ?? words.review.title;
  return (
    <main className={styles.root}>
      <header className={styles.head}>
        <BackButton jobId={jobId} comparing={comparing} endComparing={() => setComparing(false)} />
        <h1 ref={heading} tabIndex={-1} className={styles.title} title={title}>
          {comparing ? words.reviewCompare.heading(title) : title}
        </h1>
        <span className={styles.facts}>{facts}</span>
      </header>
      {job !== undefined ? (
        <Loaded job={job} onFacts={setFacts} comparing={comparing} setComparing={setComparing} />
      ) : phase === 'loading' ? (
        <Spinner className={styles.busy} label={words.app.loading} />
      ) : (
        <ErrorNote error={{ code: 'job-not-found' }} />
      )}
    </main>
  );
}

/** One step back: from the comparison to the table, from the table to the list. */
function BackButton({
  jobId,
  comparing,
  endComparing,
}: {
  readonly jobId: string;
  readonly comparing: boolean;
  readonly endComparing: () => void;
}) {
  const say = comparing ? words.reviewCompare : words.review;
  return (
    <Button
      className={useStyles().back}
      appearance="subtle"
      icon={<ChevronLeftRegular />}
      aria-label={say.backLabel}
      onClick={comparing ? endComparing : () => showJob(jobId)}
    >
      {say.back}
    </Button>
  );
}

interface LoadedProps extends Pick<ReviewTableProps, 'comparing' | 'setComparing'> {
  readonly job: JobView;
  readonly onFacts: (facts: string) => void;
}

function Loaded({ job, onFacts, comparing, setComparing }: LoadedProps) {
  const styles = useStyles();
  const { state, reload } = useJobDetail(job);
  const [chosen, setChosen] = useState<string | null>(null);
  if (state.kind === 'failed') {
    return <ErrorNote error={state.error} action={{ label: words.app.tryAgain, run: reload }} />;
  }
  // The first file is opened before it is known which ones there are: main knows them.
  const sources = state.kind === 'ready' ? tableSources(state.detail.files) : null;
  const source = sources?.find(({ fileId }) => fileId === chosen) ?? sources?.[0] ?? null;
  if (sources !== null && source === null) {
    return (
      <EmptyState
        title={words.review.noFilesTitle}
        text={words.review.noFiles}
        picture={<DocumentTableRegular />}
      >
        <Button onClick={() => showJob(job.id)}>{words.review.back}</Button>
      </EmptyState>
    );
  }
  return (
    <ReviewTable
      key={chosen ?? ''}
      job={job}
      chosen={chosen}
      fileId={source?.fileId ?? null}
      onFacts={onFacts}
      comparing={comparing}
      setComparing={setComparing}
      picker={filePicker(styles.picker, sources ?? [], source, setChosen)}
    />
  );
}

function filePicker(
  className: string,
  sources: readonly TableSource[],
  shown: TableSource | null,
  choose: (fileId: string) => void,
): ReactNode {
  if (shown === null || sources.length < 2) return null;
  const nameOf = ({ name, parts }: TableSource) => words.review.partsOf(name, parts);
  return (
    <Dropdown
      className={className}
      aria-label={words.review.file}
      value={nameOf(shown)}
      selectedOptions={[shown.fileId]}
      onOptionSelect={(_, { optionValue }) => optionValue !== undefined && choose(optionValue)}
    >
      {sources.map((source) => (
        <Option key={source.fileId} value={source.fileId} text={nameOf(source)}>
          {nameOf(source)}
        </Option>
      ))}
    </Dropdown>
  );
}
