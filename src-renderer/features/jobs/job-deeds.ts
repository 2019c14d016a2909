import type { CommitAsked } from '../../../src-preload/contract/commits.ts';
import type { DocketError, Result } from '../../../src-preload/contract/errors.ts';
import type { JobView, NextStep } from '../../../src-preload/contract/jobs.ts';
import { whileBusy } from '../../state/busy-store.ts';
import { ask, docket } from '../../state/docket.ts';
import { putJob, useJobs } from '../../state/jobs-store.ts';
import { tellDone, tellError } from '../../state/messages.ts';
import { goTo, openDialog, selectJob, showJob, useView } from '../../state/view-store.ts';
import { errorText } from '../../words/errors.ts';
import { words } from '../../words/words.ts';

/** What can be asked of main for one export without a further question. */
export type JobCall =
  | 'collect'
  | 'pause'
  | 'resume'
  | 'check'
  | 'cancel'
  | 'repeat'
  | 'discard'
  | 'forget'
  | 'settle';

function call(jobId: string, what: Exclude<JobCall, 'forget' | 'settle'>): Promise<Result<JobView>> {
  const { jobs, retrievals } = docket();
  switch (what) {
    case 'collect':
      return retrievals.start(jobId);
    case 'pause':
      return retrievals.pause(jobId);
    case 'resume':
      return retrievals.resume(jobId);
    case 'discard':
      return retrievals.discard(jobId);
    case 'check':
      return jobs.check(jobId);
    case 'cancel':
      return jobs.cancel(jobId);
    case 'repeat':
      return jobs.repeat(jobId);
  }
}

/** Does it, shows what came of it, and says so where the list alone would not. */
export function runJobCall(jobId: string, what: JobCall): Promise<void> {
  const again = () => void runJobCall(jobId, what);
  const title = useJobs.getState().list.byId.get(jobId)?.title ?? '';
  const said = words.exports.said;
  return whileBusy(jobId, async () => {
    if (what === 'forget') return forget(jobId, title, again);
    if (what === 'settle') return settle(jobId, title, again);
    const answer = await ask(call(jobId, what));
    if (!answer.ok) return tellError(answer.error, again);
    putJob(answer.value);
    if (what === 'cancel') tellDone(said.cancelled(title));
    if (what === 'discard') {
      const undo = {
        kind: 'undo',
        label: words.exports.step('collect-again'),
        run: () => void runJobCall(jobId, 'collect'),
      } as const;
      tellDone(said.discarded(title), undefined, answer.value.nextStep === 'collect' ? undo : undefined);
    }
    if (what === 'repeat') {
      tellDone(said.repeated(title));
      showJob(answer.value.id);
    }
  });
}

/** It leaves the list at once and can be taken back for a while: so nobody is asked. */
async function forget(jobId: string, title: string, again: () => void): Promise<void> {
  const answer = await ask(docket().jobs.letGo(jobId));
  if (!answer.ok) return tellError(answer.error, again);
  if (useView.getState().selectedJobId === jobId) selectJob(null);
  tellDone(words.exports.said.forgotten(title), undefined, {
    kind: 'undo',
    label: words.app.undo,
    run: () => void bringBack(jobId),
  });
}

async function bringBack(jobId: string): Promise<void> {
  const answer = await ask(docket().jobs.keep(jobId));
  if (!answer.ok) return tellError(answer.error);
  putJob(answer.value);
  focusRow(jobId);
}

/** What is on the list again takes the focus, which the message that offered it had. */
function focusRow(jobId: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-key="${CSS.escape(jobId)}"]`)?.focus(),
  );
}

async function settle(jobId: string, title: string, again: () => void): Promise<void> {
  const said = words.exports.said;
  const answer = await ask(docket().commits.settle(jobId));
  if (!answer.ok) return tellError(answer.error, again);
  switch (answer.value.kind) {
    case 'committed':
      return tellDone(said.settledCommitted(title));
    case 'open': {
      const { lastError } = answer.value;
      if (lastError === undefined || lastError.code === 'commit-not-done')
        return tellDone(said.settledOpen(title), said.settledOpenHint);
      const why = errorText(lastError, Date.now());
      return tellDone(said.settledOpen(title), `${why.title}. ${why.nextStep}`);
    }
    case 'committing':
      return tellDone(said.stillUnknown, said.stillUnknownHint);
    case 'unknown':
      return stillUnknown(jobId, answer.value.asked);
  }
}

/** Where asking may never help, the person sees what is known, and may decide. */
function stillUnknown(jobId: string, asked: CommitAsked | undefined): void {
  const said = words.exports.said;
  if (asked?.decidable === true) openDialog({ kind: 'commit', jobId });
  else if (asked?.answer === 'not-yet') tellDone(said.notYet, said.notYetHint);
  else tellDone(said.stillUnknown, said.stillUnknownHint);
}

/** Takes the row's one next step. */
export function takeStep(job: JobView, step: NextStep): void {
  switch (step) {
    case 'collect':
    case 'collect-again':
      void runJobCall(job.id, 'collect');
      break;
    case 'pause':
    case 'resume':
    case 'repeat':
    case 'settle':
      void runJobCall(job.id, step);
      break;
    case 'wait':
      void runJobCall(job.id, 'check');
      break;
    case 'review':
      goTo({ screen: 'review', jobId: job.id });
      break;
    case 'commit':
      openDialog({ kind: 'commit', jobId: job.id });
      break;
    case 'ask-anew':
      openDialog({ kind: 'new-export', anewOf: job.id });
      break;
    case 'receipt':
      openDialog({ kind: 'receipt', jobId: job.id });
      break;
    case 'forget':
      letGo(job);
      break;
  }
}

/** Can be taken back, but not for ever: where the only key to data that waits at the vendor goes, it is asked about first. */
export function letGo(job: JobView): void {
  const losesKey =
    job.provider === 'mypreferences' && job.commit.kind !== 'committed' && job.export.kind === 'ready';
  if (losesKey) openDialog({ kind: 'confirm', what: 'forget', jobId: job.id });
  else void runJobCall(job.id, 'forget');
}

/** What the vendor still has can be collected again: nobody needs to be asked. Anything else is asked about once more. */
export function discard(job: JobView): void {
  if (job.export.kind === 'ready') void runJobCall(job.id, 'discard');
  else openDialog({ kind: 'confirm', what: 'discard', jobId: job.id });
}

/** Shows the folder of the export's first file. */
export async function revealFiles(jobId: string): Promise<void> {
  const detail = await ask(docket().jobs.get(jobId));
  if (!detail.ok) return tellError(detail.error);
  const file = detail.value.files[0];
  if (file === undefined) return;
  tellIfFailed(await ask(docket().files.reveal(file.id)));
}

/** For the busy store: all exports at once. */
export const allJobs = 'all';

/** Asks every vendor; what came of it arrives as changes of the list. */
export function checkAll(): Promise<void> {
  return whileBusy(allJobs, async () => {
    const answer = await ask(docket().jobs.checkAll());
    const error: DocketError | null = answer.ok ? answer.value : answer.error;
    if (error === null) tellDone(words.exports.checkedAll);
    else tellError(error, () => void checkAll());
  });
}

export function tellIfFailed(answer: Result<unknown>): void {
  if (!answer.ok) tellError(answer.error);
}
