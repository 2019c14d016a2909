import { assertNever } from '../../src-preload/contract/assert-never.ts';
import type { Group, NextStep, Stage } from '../../src-preload/contract/jobs.ts';
import type { Job } from './job.ts';

/** The three facets and the review mark: all that decides where an export stands. */
export type Facets = Readonly<Pick<Job, 'export' | 'retrieval' | 'commit' | 'review'>>;
/** Facets, and whether Docket could ask for the same export again. */
export type Standing = Facets & Readonly<Pick<Job, 'request' | 'cancellable'>>;

/** Where the export stands, in one word: what we did weighs more than what we hold, and that more than the vendor's word. */
export function stageOf(job: Facets): Stage {
  switch (job.commit.kind) {
    case 'committing':
      return 'committing';
    case 'unknown':
      return 'unsettled';
    case 'committed':
      return 'committed';
    case 'open':
      break;
    default:
      return assertNever(job.commit);
  }
  switch (job.retrieval.kind) {
    case 'collecting':
      return 'collecting';
    case 'verifying':
      return 'checking';
    case 'collected':
      return job.review?.fingerprint === job.retrieval.fingerprint ? 'reviewed' : 'collected';
    // What goes on by itself will soon find out. What waits for the person can't be completed once the vendor's copy has
    // ended: that is the truth to tell.
    case 'paused':
      return goesOnByItself(job.retrieval) ? 'paused' : (endOf(job.export) ?? 'paused');
    case 'broken':
      return endOf(job.export) ?? 'broken';
    case 'none':
      return endOf(job.export) ?? (job.export.kind === 'ready' ? 'ready' : 'preparing');
    default:
      return assertNever(job.retrieval);
  }
}

/** The one prominent button. */
export function nextStepOf(job: Standing): NextStep {
  const stage = stageOf(job);
  switch (stage) {
    case 'preparing':
    case 'checking':
    case 'committing':
      return 'wait';
    case 'ready':
      return 'collect';
    case 'collecting':
      return 'pause';
    case 'paused':
      return waitsByItself(job) ? 'wait' : 'resume';
    case 'broken':
      return 'collect-again';
    case 'collected':
      return 'review';
    case 'reviewed':
      // The vendor takes no commit of it any more: there is nothing left to do but to let it go.
      return isTooLate(job) ? 'forget' : 'commit';
    case 'unsettled':
      return 'settle';
    case 'committed':
      return 'receipt';
    case 'failed':
      // The same once more would fail again: what was asked for has to change first.
      return canRepeat(job) ? 'repeat' : job.request === null ? 'forget' : 'ask-anew';
    case 'cancelled':
    case 'expired':
    case 'gone':
      return canRepeat(job) ? 'repeat' : 'forget';
    default:
      return assertNever(stage);
  }
}

export function groupOf(job: Standing): Group {
  const stage = stageOf(job);
  switch (stage) {
    case 'ready':
    case 'broken':
    case 'collected':
    case 'unsettled':
      return 'needs-you';
    case 'reviewed':
      return isTooLate(job) ? 'done' : 'needs-you';
    case 'preparing':
    case 'collecting':
    case 'checking':
    case 'committing':
      return 'on-its-way';
    case 'paused':
      return goesOnByItself(job.retrieval) ? 'on-its-way' : 'needs-you';
    case 'failed':
      // What was asked for from here and never came is not done; of what was added by its number there is nothing to do.
      return job.request === null ? 'done' : 'needs-you';
    case 'expired':
    case 'gone':
      // Something was begun here and can't be finished: that is not done.
      return job.retrieval.kind === 'none' ? 'done' : 'needs-you';
    case 'committed':
    case 'cancelled':
      return 'done';
    default:
      return assertNever(stage);
  }
}

/** The vendor can be asked to stop: it said so, and it is still at work. */
export function canCancel(job: Standing): boolean {
  return (
    job.cancellable && job.retrieval.kind === 'none' && job.commit.kind === 'open' && isPreparing(job.export)
  );
}

/** Docket knows the request, and asking again would bring something: not while the first is alive, nor if it can't succeed. */
export function canRepeat(job: Standing): boolean {
  if (job.request === null || isBusy(job)) return false;
  if (job.commit.kind === 'committed') return true;
  switch (job.export.kind) {
    case 'queued':
    case 'running':
    case 'ready':
      return false;
    case 'failed':
      return job.export.repeatable;
    case 'cancelled':
    case 'expired':
    case 'gone':
      return true;
    default:
      return assertNever(job.export);
  }
}

function isTooLate(job: Facets): boolean {
  return job.commit.kind === 'open' && job.commit.lastError?.code === 'commit-too-late';
}

/** Something of it is running, or its outcome is open: it can't be taken off the list now. */
export function isBusy(job: Facets): boolean {
  return (
    job.commit.kind === 'committing' ||
    job.commit.kind === 'unknown' ||
    job.retrieval.kind === 'collecting' ||
    job.retrieval.kind === 'verifying' ||
    goesOnByItself(job.retrieval)
  );
}

/** The vendor may still say something new that matters: it is worth asking. */
export function isLive(job: Facets): boolean {
  return job.commit.kind === 'open' && (isPreparing(job.export) || job.export.kind === 'ready');
}

export function isPreparing(state: Job['export']): boolean {
  return state.kind === 'queued' || state.kind === 'running';
}

function goesOnByItself(retrieval: Job['retrieval']): boolean {
  if (retrieval.kind !== 'paused') return false;
  switch (retrieval.by) {
    case 'person':
      return false;
    case 'offline':
    case 'rate-limit':
      return true;
    case 'error':
      return retrieval.until !== undefined;
    default:
      return assertNever(retrieval.by);
  }
}

/** Trying an error again sooner is the person's choice; a missing network and a vendor's limit leave none. */
function waitsByItself(job: Facets): boolean {
  return job.retrieval.kind === 'paused' && job.retrieval.by !== 'error' && goesOnByItself(job.retrieval);
}

function endOf(state: Job['export']): 'failed' | 'cancelled' | 'expired' | 'gone' | null {
  switch (state.kind) {
    case 'queued':
    case 'running':
    case 'ready':
      return null;
    case 'failed':
    case 'cancelled':
    case 'expired':
    case 'gone':
      return state.kind;
    default:
      return assertNever(state);
  }
}
