import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular, CheckmarkRegular } from '@fluentui/react-icons';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { ask, docket } from '../../state/docket.ts';
import { putJob } from '../../state/jobs-store.ts';
import { tellError } from '../../state/messages.ts';
import { useNow } from '../../state/now.ts';
import { openDialog } from '../../state/view-store.ts';
import { narrow } from '../../ui/narrow.ts';
import { words } from '../../words/en.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalM,
    minHeight: '32px',
    flexShrink: 0,
  },
  rows: {
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    // The head of the screen says it as well.
    [narrow.content]: { display: 'none' },
  },
  ends: { display: 'flex', flexShrink: 0 },
  gap: { flexGrow: 1 },
  remark: { flexGrow: 1, flexShrink: 1, minWidth: 0, width: '200px', maxWidth: '360px' },
  form: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    flexGrow: 100,
    justifyContent: 'flex-end',
    minWidth: 0,
  },
  said: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
  fixed: { flexShrink: 0, whiteSpace: 'nowrap' },
});

export interface ReviewFooterProps {
  readonly job: JobView;
  /** Null while the table is not open: then there is nothing to say "reviewed" to. */
  readonly totalRows: number | null;
  readonly goTo: (row: number) => void;
}

/** How much there is, and the person's word that it is well; then the way to the commit. */
export function ReviewFooter({ job, totalRows, goTo }: ReviewFooterProps) {
  const styles = useStyles();
  return (
    <footer className={styles.root}>
      {totalRows !== null && <span className={styles.rows}>{words.review.rows(totalRows)}</span>}
      {totalRows !== null && totalRows > 0 && (
        <div className={styles.ends}>
          <Button appearance="subtle" icon={<ArrowUpRegular />} onClick={() => goTo(0)}>
            {words.review.first}
          </Button>
          <Button appearance="subtle" icon={<ArrowDownRegular />} onClick={() => goTo(totalRows - 1)}>
            {words.review.last}
          </Button>
        </div>
      )}
      <span className={styles.gap} />
      <NextStep job={job} open={totalRows !== null} />
    </footer>
  );
}

function NextStep({ job, open }: { readonly job: JobView; readonly open: boolean }) {
  const styles = useStyles();
  const now = useNow('coarse');
  const commit = useRef<HTMLElement | null>(null);
  const reviewed = job.review !== null;
  const before = useRef(reviewed);
  // The button that was pressed has gone: the focus goes on to the one that took its place.
  useEffect(() => {
    if (reviewed && !before.current) commit.current?.focus();
    before.current = reviewed;
  }, [reviewed]);
  if (job.commit.kind === 'committed') {
    return (
      <>
        <span className={styles.said} role="status">
          {words.review.committed}
        </span>
        <Button className={styles.fixed} onClick={() => openDialog({ kind: 'receipt', jobId: job.id })}>
          {words.review.receipt}
        </Button>
      </>
    );
  }
  if (job.retrieval.kind !== 'collected' || job.commit.kind !== 'open') return null;
  if (job.review !== null) {
    return (
      <>
        <span className={styles.said} role="status">
          {words.review.reviewedBy(job.review.by, job.review.at, now)}
        </span>
        <Button
          className={styles.fixed}
          appearance="primary"
          ref={(element: HTMLElement | null) => {
            commit.current = element;
          }}
          onClick={() => openDialog({ kind: 'commit', jobId: job.id })}
        >
          {words.review.commit}
        </Button>
      </>
    );
  }
  return <MarkForm job={job} open={open} />;
}

function MarkForm({ job, open }: { readonly job: JobView; readonly open: boolean }) {
  const styles = useStyles();
  const [remark, setRemark] = useState('');
  const [busy, setBusy] = useState(false);
  const mark = async () => {
    setBusy(true);
    const said = remark.trim().slice(0, 2000);
    const answer = await ask(docket().review.mark({ jobId: job.id, remark: said === '' ? null : said }));
    setBusy(false);
    if (!answer.ok) return tellError(answer.error, () => void mark());
    putJob(answer.value);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (open && !busy) void mark();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Input
        className={styles.remark}
        value={remark}
        placeholder={words.review.remark}
        aria-label={words.review.remark}
        autoComplete="off"
        onChange={(_, { value }) => setRemark(value)}
      />
      <Button
        className={styles.fixed}
        appearance="primary"
        type="submit"
        icon={<CheckmarkRegular />}
        disabledFocusable={!open || busy}
      >
        {busy ? words.review.marking : words.review.mark}
      </Button>
    </form>
  );
}
