import type { JobView } from '../../../src-preload/contract/jobs.ts';

export type MenuEntry =
  | 'unsettled'
  | 'decide'
  | 'check-now'
  | 'resume'
  | 'look'
  | 'commit'
  | 'reveal'
  | 'receipt'
  | 'history'
  | 'repeat'
  | 'cancel'
  | 'discard'
  | 'forget';

export interface JobMenuEntries {
  readonly useful: readonly MenuEntry[];
  /** What takes something away; each asks once more. */
  readonly harmful: readonly MenuEntry[];
}

/** Whether the collected table can be opened besides being the next step: also after it is reviewed or committed. */
export function canLook(job: JobView): boolean {
  return job.retrieval.kind === 'collected' && job.nextStep !== 'review';
}

/** Asking the vendor may never tell what became of the commit: the person may. */
export function isDecidable(job: Pick<JobView, 'commit'>): boolean {
  return job.commit.kind === 'unknown' && job.commit.asked?.decidable === true;
}

/** What a row's menu offers; the row's own next step is not repeated there. */
export function menuOf(job: JobView): JobMenuEntries {
  const committed = job.commit.kind === 'committed';
  const busy = job.stage === 'collecting' || job.stage === 'checking' || job.stage === 'committing';
  const holds = job.retrieval.kind !== 'none';
  const ended = job.export.kind === 'cancelled' || job.export.kind === 'failed';
  const useful: MenuEntry[] = [];
  if (job.stage === 'unsettled') useful.push('unsettled');
  if (isDecidable(job)) useful.push('decide');
  // It goes on by itself, but the person may know better than the clock.
  if (job.stage === 'paused' && job.nextStep === 'wait') useful.push('resume');
  // Of an unsettled commit its own step asks.
  if (!committed && !ended && job.nextStep !== 'wait' && job.stage !== 'unsettled') useful.push('check-now');
  if (canLook(job)) useful.push('look');
  // Whoever has looked at the files elsewhere says so in the commit's own dialog.
  if (job.nextStep === 'review' && job.commit.kind === 'open') useful.push('commit');
  if (job.retrieval.kind === 'collected') useful.push('reveal');
  if (committed && job.nextStep !== 'receipt') useful.push('receipt');
  if (job.canRepeat && job.nextStep !== 'repeat') useful.push('repeat');
  useful.push('history');

  const harmful: MenuEntry[] = [];
  if (job.canCancel) harmful.push('cancel');
  if (holds && !committed && !busy && job.stage !== 'unsettled') harmful.push('discard');
  if (!busy && job.stage !== 'unsettled' && job.nextStep !== 'forget') harmful.push('forget');
  return { useful, harmful };
}
