import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useReducer, useRef, useState } from 'react';
import type { CommitPreview } from '../../../src-preload/contract/commits.ts';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { announce } from '../../state/announcements.ts';
import { useBusy } from '../../state/busy-store.ts';
import { ask, docket } from '../../state/docket.ts';
import { putJob, useJob } from '../../state/jobs-store.ts';
import { closeDialog, goTo, openDialog, useView } from '../../state/view-store.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { words } from '../../words/words.ts';
import { CommitFacts, type CommitFactsProps, type OwnReview } from './commit-facts.tsx';
import { type CommitPhase, mainDeedOf, nextPhase } from './commit-phase.ts';
import { runJobCall } from './job-deeds.ts';
import { isDecidable } from './menu-of.ts';
import { ReceiptView } from './receipt-view.tsx';
import { remedyOf } from './remedy.ts';
import { UnsettledFacts } from './unsettled-facts.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: '608px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  running: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  loading: { minHeight: '200px' },
  text: { margin: 0, maxWidth: '68ch' },
  verb: { whiteSpace: 'nowrap', maxWidth: 'none' },
});

/** The irreversible step: all facts, a question, and what came of it, without leaving the dialog. */
export function CommitDialog({ jobId }: { readonly jobId: string }) {
  const styles = useStyles();
  const job = useJob(jobId);
  const [phase, tell] = useReducer(nextPhase, { kind: 'loading' } satisfies CommitPhase);
  const [ownReview, sayReview] = useState<OwnReview>({ said: false, remark: '' });
  const cancel = useRef<HTMLElement | null>(null);
  const commitKind = job?.commit.kind;
  const commit = job?.commit;

  useEffect(() => {
    if (phase.kind !== 'loading') return;
    let wanted = true;
    void ask(docket().commits.preview(jobId)).then((answer) => {
      if (wanted) tell({ kind: 'previewed', answer });
    });
    return () => {
      wanted = false;
    };
  }, [phase.kind, jobId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of kind is news
  useEffect(() => {
    if (commit !== undefined) tell({ kind: 'known', commit });
  }, [commitKind]);

  // Whatever the dialog shows next, the harmless button holds the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a phase
  useEffect(() => cancel.current?.focus(), [phase.kind]);

  // What came of it stands in the title, which nobody reads out when it changes.
  const result =
    phase.kind === 'committed' || phase.kind === 'unknown' ? titleOf(phase, job?.title ?? '') : '';
  useEffect(() => announce(result), [result]);

  if (job === undefined) return null;
  const running = phase.kind === 'running';
  const reviewed = phase.kind === 'asking' && reviewOf(phase.preview, job) !== null;
  const refusal = phase.kind === 'asking' ? phase.preview.refusal : null;
  const remedy = refusal === null ? null : remedyOf(refusal);
  const mainDeed = mainDeedOf(phase, remedy !== null);

  const go = async () => {
    if (phase.kind !== 'asking' || phase.preview.refusal !== null || !(reviewed || ownReview.said)) return;
    const { preview, keepFiles } = phase;
    tell({ kind: 'go' });
    if (!reviewed) {
      const remark = ownReview.remark.trim();
      const marked = await ask(docket().review.mark({ jobId, remark: remark === '' ? null : remark }));
      if (!marked.ok) return tell({ kind: 'answered', answer: marked });
      putJob(marked.value);
    }
    const answer = await ask(docket().commits.commit({ jobId, fingerprint: preview.fingerprint, keepFiles }));
    tell({ kind: 'answered', answer });
  };

  return (
    <Dialog open modalType="alert" onOpenChange={() => !running && closeDialog()}>
      <DialogSurface className={styles.surface} aria-busy={running}>
        <DialogBody>
          <DialogTitle>{titleOf(phase, job.title)}</DialogTitle>
          <DialogContent className={styles.content}>
            <PhaseContent
              phase={phase}
              job={job}
              keep={(keepFiles) => tell({ kind: 'keep', keepFiles })}
              ownReview={ownReview}
              sayReview={sayReview}
              look={() => {
                closeDialog();
                goTo({ screen: 'review', jobId });
              }}
            />
            {running && (
              <div className={styles.running} role="status">
                <ProgressBar aria-label={words.commit.runningVerb} />
                <span>{words.commit.running}</span>
              </div>
            )}
          </DialogContent>
          <DialogActions>
            {phase.kind === 'committed' && (
              <Button
                className={styles.verb}
                onClick={() => {
                  closeDialog();
                  goTo({ screen: 'receipt', jobId, from: useView.getState().route });
                }}
              >
                {words.receiptPage.open}
              </Button>
            )}
            <Button
              appearance={mainDeed === 'close' ? 'primary' : 'secondary'}
              ref={(element: HTMLElement | null) => {
                cancel.current = element;
              }}
              disabled={running}
              onClick={closeDialog}
            >
              {phase.kind === 'committed' || phase.kind === 'unknown'
                ? words.commit.close
                : words.commit.cancel}
            </Button>
            {phase.kind === 'asking' && (
              <Button
                className={styles.verb}
                appearance={mainDeed === 'commit' ? 'primary' : 'secondary'}
                disabledFocusable={phase.preview.refusal !== null || !(reviewed || ownReview.said)}
                onClick={() => void go()}
              >
                {words.commit.verb(phase.preview)}
              </Button>
            )}
            {remedy !== null && (
              <Button
                className={styles.verb}
                appearance="primary"
                onClick={() => {
                  closeDialog();
                  remedy.run();
                }}
              >
                {remedy.label}
              </Button>
            )}
            {running && (
              <Button appearance="primary" disabled>
                {words.commit.runningVerb}
              </Button>
            )}
            {phase.kind === 'unknown' && isDecidable(job) && (
              <Button className={styles.verb} onClick={() => openDialog({ kind: 'decide', jobId })}>
                {words.unsettled.decide}
              </Button>
            )}
            {phase.kind === 'unknown' && <SettleButton jobId={jobId} />}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** A review that was given here a moment ago is known to the list before it is to the facts. It holds for these files only. */
function reviewOf(preview: CommitPreview, { review }: JobView): CommitPreview['review'] {
  return preview.review ?? (review?.fingerprint === preview.fingerprint ? review : null);
}

function titleOf(phase: CommitPhase, title: string): string {
  switch (phase.kind) {
    case 'committed':
      return words.receipt.committed(title);
    case 'unknown':
      return words.unsettled.title;
    default:
      return words.commit.title(title);
  }
}

interface PhaseContentProps extends Pick<CommitFactsProps, 'keep' | 'ownReview' | 'sayReview' | 'look'> {
  readonly phase: CommitPhase;
  readonly job: JobView;
}

function PhaseContent({ phase, job, ...asked }: PhaseContentProps) {
  const styles = useStyles();
  const factsOf = (preview: CommitPreview) => ({ ...preview, review: reviewOf(preview, job) });
  switch (phase.kind) {
    case 'loading':
      return (
        <div className={styles.loading}>
          <ProgressBar aria-label={words.commit.loading} />
        </div>
      );
    case 'failed':
      return <ErrorNote error={phase.error} />;
    case 'asking':
      return (
        <>
          {phase.error !== null && <ErrorNote error={phase.error} />}
          {phase.preview.refusal !== null && <ErrorNote error={phase.preview.refusal} intent="warning" />}
          <CommitFacts
            preview={factsOf(phase.preview)}
            keepFiles={phase.keepFiles}
            disabled={false}
            {...asked}
          />
        </>
      );
    case 'running':
      return <CommitFacts preview={factsOf(phase.preview)} keepFiles={phase.keepFiles} disabled {...asked} />;
    case 'unknown':
      return <Unsettled job={job} />;
    case 'committed':
      return <ReceiptView receipt={phase.receipt} />;
  }
}

/** The answer is lost: what is known, and that nothing needs doing. */
function Unsettled({ job }: { readonly job: JobView }) {
  const styles = useStyles();
  const say = words.unsettled;
  const vendor = words.vendors.name(job.provider);
  return (
    <>
      <p className={styles.text}>{isDecidable(job) ? say.textDecidable(vendor) : say.text(vendor)}</p>
      {job.commit.kind === 'unknown' && <UnsettledFacts commit={job.commit} vendor={vendor} />}
    </>
  );
}

function SettleButton({ jobId }: { readonly jobId: string }) {
  const styles = useStyles();
  const busy = useBusy(jobId);
  return (
    <Button
      className={styles.verb}
      appearance="primary"
      disabledFocusable={busy}
      onClick={() => void runJobCall(jobId, 'settle')}
    >
      {busy ? words.unsettled.checking : words.unsettled.checkNow}
    </Button>
  );
}
