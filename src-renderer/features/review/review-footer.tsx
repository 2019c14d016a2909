import { Button, Input, makeStyles, Tooltip, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, ArrowUploadRegular, CheckmarkRegular } from '@fluentui/react-icons';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { announce } from '../../state/announcements.ts';
import { ask, docket } from '../../state/docket.ts';
import { putJob } from '../../state/jobs-store.ts';
import { tellError } from '../../state/messages.ts';
import { useNow } from '../../state/now.ts';
import { openDialog } from '../../state/view-store.ts';
import { narrow } from '../../ui/narrow.ts';
import { words } from '../../words/words.ts';
import { useDesk, useDeskState } from './desk/desk-context.ts';
import { loadOf, totalShown } from './desk/desk-state.ts';
import { shownColumns } from './desk/layout.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalM,
    minHeight: '32px',
    flexShrink: 0,
    '@media (max-width: 799px)': { flexWrap: 'wrap', paddingBottom: tokens.spacingVerticalS },
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
  /** How the file is read, where that can be corrected. */
  readonly dialect: ReactNode;
}

/** How much is shown, and the person's word that it is well; then the way to the commit. */
export function ReviewFooter({ job, dialect }: ReviewFooterProps) {
  const styles = useStyles();
  const desk = useDesk();
  // Who has only the first rows before them has not seen all of it.
  const open = useDeskState(({ phase, table }) => phase.kind === 'open' && loadOf(table) === 'ready');
  const total = useDeskState((state) => (state.shown === null ? null : totalShown(state)));
  const all = useDeskState(({ table }) => table?.totalRows ?? 0);
  const read = useDeskState(({ table }) => loadOf(table) === 'ready');
  const working = useDeskState((state) => state.working && loadOf(state.table) === 'ready');
  // The first of it comes with the element that shows it, and a narrow window doesn't show it: neither is read out.
  const rows = total !== null && read && !working ? words.review.shown(total, all) : '';
  useEffect(() => announce(rows), [rows]);
  const goTo = (row: number) => {
    const { focus, layout } = desk.store.getState();
    const column = focus?.column ?? shownColumns(layout)[0];
    if (column !== undefined) desk.goTo({ row, column }, true);
  };
  return (
    <footer className={styles.root}>
      {total !== null && total > 0 && (
        <div className={styles.ends}>
          <Tooltip content={words.review.first} relationship="label">
            <Button size="small" appearance="subtle" icon={<ArrowUploadRegular />} onClick={() => goTo(0)} />
          </Tooltip>
          <Tooltip content={words.review.last} relationship="label">
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowDownloadRegular />}
              onClick={() => goTo(total - 1)}
            />
          </Tooltip>
        </div>
      )}
      {/* Until all is read the head says how many rows there are so far. */}
      {total !== null && read && (
        <span className={styles.rows}>{working ? words.review.working : words.review.shown(total, all)}</span>
      )}
      {dialect}
      <span className={styles.gap} />
      <NextStep job={job} open={open} />
    </footer>
  );
}

function NextStep({ job, open }: { readonly job: JobView; readonly open: boolean }) {
  const styles = useStyles();
  const failed = useDeskState(({ phase }) => phase.kind === 'failed');
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
  // Where nothing can be seen there is nothing to say of it.
  return failed ? null : <MarkForm job={job} open={open} />;
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
