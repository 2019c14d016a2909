import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useReducer, useRef, useState } from 'react';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { ask, docket } from '../../state/docket.ts';
import { useJob } from '../../state/jobs-store.ts';
import { tellDone } from '../../state/messages.ts';
import { closeDialog } from '../../state/view-store.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { words } from '../../words/words.ts';
import { canGoOn, type DecidePhase, nextDecidePhase, undecided } from './decide-phase.ts';
import { ReceiptView } from './receipt-view.tsx';
import { type UnknownCommit, UnsettledFacts } from './unsettled-facts.tsx';

const useStyles = makeStyles({
  surface: { maxWidth: '608px' },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  verb: { whiteSpace: 'nowrap', maxWidth: 'none' },
  text: { margin: 0, maxWidth: '68ch', overflowWrap: 'anywhere' },
});

/** A person's word on a commit that the vendor can't speak of. What Docket finds out meanwhile goes before it. */
export function DecideDialog({ jobId }: { readonly jobId: string }) {
  const job = useJob(jobId);
  // The list hears of the decision before its answer is here: until then this is still the question.
  const [sent, setSent] = useState<UnknownCommit | null>(null);
  if (job === undefined) return null;
  const commit = sent ?? (job.commit.kind === 'unknown' ? job.commit : null);
  return commit === null ? <FoundOut job={job} /> : <Deciding job={job} commit={commit} hold={setSent} />;
}

function Deciding({
  job,
  commit,
  hold,
}: {
  readonly job: JobView;
  readonly commit: UnknownCommit;
  readonly hold: (commit: UnknownCommit | null) => void;
}) {
  const styles = useStyles();
  const say = words.unsettled;
  const vendor = words.vendors.name(job.provider);
  const [phase, tell] = useReducer(nextDecidePhase, undecided);
  const harmless = useRef<HTMLElement | null>(null);
  const { step, outcome, error } = phase;

  // In the second step the harmless button holds the focus.
  useEffect(() => {
    if (step === 'sure') harmless.current?.focus();
  }, [step]);

  const send = async () => {
    if (outcome === null) return;
    tell({ kind: 'send' });
    hold(commit);
    const remark = phase.remark.trim() === '' ? null : phase.remark.trim();
    const answer = await ask(
      docket().commits.resolve({ jobId: job.id, attemptId: commit.attempt.id, outcome, remark }),
    );
    tell({ kind: 'answered', answer });
    if (!answer.ok) return hold(null);
    const { said } = words.exports;
    tellDone(
      answer.value.kind === 'committed' ? said.receiptByHand(job.title) : said.openedByHand(job.title),
    );
    closeDialog();
  };

  const sending = step === 'sending';
  const title = step === 'choosing' || outcome === null ? say.decideTitle(job.title) : say.sureTitle[outcome];
  return (
    <Dialog open modalType="alert" onOpenChange={() => !sending && closeDialog()}>
      <DialogSurface className={styles.surface} aria-busy={sending}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            {error !== null && <ErrorNote error={error} />}
            {step === 'choosing' || outcome === null ? (
              <>
                <p className={styles.text}>{say.decideText(vendor)}</p>
                <UnsettledFacts commit={commit} vendor={vendor} />
                <Choice phase={phase} vendor={vendor} tell={tell} />
              </>
            ) : (
              <>
                <p className={styles.text}>{say.sure[outcome](vendor)}</p>
                {phase.remark.trim() !== '' && (
                  <p className={styles.text}>{say.sureRemark(phase.remark.trim())}</p>
                )}
              </>
            )}
          </DialogContent>
          <DialogActions>
            {step === 'choosing' || outcome === null ? (
              <>
                <Button onClick={closeDialog}>{say.cancel}</Button>
                <Button
                  appearance="primary"
                  disabled={!canGoOn(phase)}
                  onClick={() => tell({ kind: 'go-on' })}
                >
                  {say.goOn}
                </Button>
              </>
            ) : (
              <>
                <Button
                  ref={(element: HTMLElement | null) => {
                    harmless.current = element;
                  }}
                  disabled={sending}
                  onClick={() => tell({ kind: 'back' })}
                >
                  {say.back}
                </Button>
                <Button
                  className={styles.verb}
                  appearance="primary"
                  disabled={sending}
                  onClick={() => void send()}
                >
                  {say.verb[outcome]}
                </Button>
              </>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Choice({
  phase,
  vendor,
  tell,
}: {
  readonly phase: DecidePhase;
  readonly vendor: string;
  readonly tell: (event: Parameters<typeof nextDecidePhase>[1]) => void;
}) {
  const say = words.unsettled;
  return (
    <>
      <Field label={say.question}>
        <RadioGroup
          value={phase.outcome ?? ''}
          onChange={(_, { value }) =>
            tell({ kind: 'choose', outcome: value === 'done' ? 'done' : 'not-done' })
          }
        >
          <Radio value="done" label={say.done(vendor)} />
          <Radio value="not-done" label={say.notDone} />
        </RadioGroup>
      </Field>
      <Field label={say.remark} hint={say.remarkHint} required={phase.outcome === 'done'}>
        <Textarea
          value={phase.remark}
          maxLength={2000}
          rows={2}
          onChange={(_, { value }) => tell({ kind: 'remark', remark: value })}
        />
      </Field>
    </>
  );
}

/** The vendor has spoken while the person was thinking. */
function FoundOut({ job }: { readonly job: JobView }) {
  const styles = useStyles();
  const say = words.unsettled;
  const { commit } = job;
  return (
    <Dialog open onOpenChange={closeDialog}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>
            {commit.kind === 'committed' ? words.receipt.committed(job.title) : say.decideTitle(job.title)}
          </DialogTitle>
          <DialogContent>
            {commit.kind === 'committed' ? (
              <ReceiptView receipt={commit.receipt} />
            ) : (
              <p className={styles.text}>{say.settledMeanwhile}</p>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={closeDialog}>
              {say.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
