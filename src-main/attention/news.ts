import { assertNever } from '../../src-preload/contract/assert-never.ts';
import type { ErrorCode } from '../../src-preload/contract/errors.ts';
import type { Stage } from '../../src-preload/contract/jobs.ts';
import type { Job } from '../jobs/job.ts';
import { groupOf, stageOf } from '../jobs/stage.ts';

export const newsKinds = [
  'ready',
  'collected',
  'stopped',
  'failed',
  'lost',
  'expires',
  'leaves-queue',
  'committed',
  'not-committed',
  'decide',
  'blocked',
  'schedule-failed',
  'trouble',
] as const;

/** What may be worth a person's attention while they are elsewhere. */
export type NewsKind = (typeof newsKinds)[number];

/** What can't wait, or harms when it goes unseen: told also to who wants to hear little. */
const important: Readonly<Record<NewsKind, boolean>> = {
  ready: false,
  collected: false,
  committed: false,
  stopped: true,
  failed: true,
  lost: true,
  expires: true,
  'leaves-queue': true,
  'not-committed': true,
  decide: true,
  blocked: true,
  'schedule-failed': true,
  trouble: true,
};

export function isImportant(kind: NewsKind): boolean {
  return important[kind];
}

/** Nothing of this connection goes on until a person does something. */
const blocking: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'sign-in-refused',
  'permission-denied',
  'secret-missing',
  'clock-wrong',
  'certificate-untrusted',
  'proxy-sign-in',
]);

const underWay: ReadonlySet<Stage> = new Set<Stage>(['collecting', 'checking', 'paused']);

/** What a change of an export is worth telling; `before` is null for one that has just come onto the list. */
export function newsOf(before: Job | null, after: Job): NewsKind | null {
  const from = before === null ? null : stageOf(before);
  const to = stageOf(after);
  if (from !== to || waitsForPerson(after) !== (before !== null && waitsForPerson(before))) {
    const told = newsOfStages(from, to, after);
    if (told !== null) return told;
  }
  if (isDecidable(after) && (before === null || !isDecidable(before))) return 'decide';
  return isBlocked(after) && (before === null || !isBlocked(before)) ? 'blocked' : null;
}

function newsOfStages(from: Stage | null, to: Stage, after: Job): NewsKind | null {
  const wasUnderWay = from !== null && underWay.has(from);
  switch (to) {
    case 'ready':
      // From what is held here it gets back to "ready" by a person alone.
      return wasUnderWay || from === 'broken' || from === 'collected' || from === 'reviewed' ? null : 'ready';
    case 'collected':
      return wasUnderWay ? 'collected' : null;
    case 'broken':
      return wasUnderWay ? 'stopped' : null;
    case 'paused':
      return waitsForPerson(after) ? 'stopped' : null;
    case 'failed':
      return from === 'preparing' || from === 'ready' ? 'failed' : null;
    case 'expired':
    case 'gone':
      return from !== null && from !== 'expired' && from !== 'gone' ? 'lost' : null;
    case 'committed':
      return from === 'committing' || from === 'unsettled' ? 'committed' : null;
    case 'reviewed':
      return from === 'committing' || from === 'unsettled' ? 'not-committed' : null;
    case 'preparing':
    case 'collecting':
    case 'checking':
    case 'committing':
    case 'unsettled':
    case 'cancelled':
      return null;
    default:
      return assertNever(to);
  }
}

/** Whether what was worth telling some seconds ago still is. */
export function stillHolds(kind: NewsKind, job: Job): boolean {
  const stage = stageOf(job);
  switch (kind) {
    case 'ready':
    case 'collected':
    case 'committed':
      return stage === kind;
    case 'stopped':
      return stage === 'broken' || waitsForPerson(job);
    case 'failed':
      return stage === 'failed';
    case 'lost':
      return stage === 'expired' || stage === 'gone';
    case 'not-committed':
      return stage === 'reviewed';
    case 'expires':
    case 'leaves-queue':
      return job.retrieval.kind !== 'collected' && job.retrieval.kind !== 'verifying';
    case 'decide':
      return isDecidable(job);
    case 'blocked':
      return isBlocked(job);
    case 'schedule-failed':
    case 'trouble':
      return true;
    default:
      return assertNever(kind);
  }
}

/** Interrupted by an error that doesn't mend itself. */
function waitsForPerson(job: Job): boolean {
  return job.retrieval.kind === 'paused' && job.retrieval.by === 'error' && groupOf(job) === 'needs-you';
}

function isDecidable(job: Job): boolean {
  return job.commit.kind === 'unknown' && job.commit.asked?.decidable === true;
}

function isBlocked(job: Job): boolean {
  return job.checkError !== null && blocking.has(job.checkError.code);
}
