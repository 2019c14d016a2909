import type { JobView } from '../../../src-preload/contract/jobs.ts';
import type { TransferProgress } from '../../../src-preload/contract/retrievals.ts';
import { expiryOf } from '../../state/job-list.ts';
import { errorText } from '../../words/errors.ts';
import { ago, duration, hour, momentInSentence, until } from '../../words/time.ts';
import { files, number, records, size } from '../../words/values.ts';
import { words } from '../../words/words.ts';
import { failureOf } from './ask-anew.ts';

/** One piece of a row's second line. */
export interface RowFact {
  readonly text: string;
  readonly tone: 'plain' | 'pressing' | 'trouble';
}

/** An export that expires this soon says so louder. */
const pressingBefore = 3 * hour;

const plain = (text: string): RowFact => ({ text, tone: 'plain' });

/** What a row says after its stage. */
export function rowFacts(
  job: JobView,
  transfer: TransferProgress | undefined,
  now: number,
): readonly RowFact[] {
  const trouble =
    job.checkError === null ? [] : [{ text: errorText(job.checkError, now).title, tone: 'trouble' } as const];
  return [...stageFacts(job, transfer, now), ...trouble];
}

function stageFacts(job: JobView, transfer: TransferProgress | undefined, now: number): readonly RowFact[] {
  const say = words.exports;
  switch (job.stage) {
    case 'preparing':
      return [
        ...(job.vendorStatusUnknown ? [plain(say.vendorSays(job.vendorStatus))] : []),
        plain(say.askedFor(ago(job.createdAt, now))),
      ];
    case 'ready':
      return pressingFirst([...amounts(job), ...expiry(job, now), ...vendorNumber(job)]);
    case 'collecting':
      return transfer === undefined ? amounts(job) : transferFacts(transfer);
    case 'paused':
      return [...pauseFacts(job, now), ...expiry(job, now)];
    case 'checking':
    case 'committing':
      return amounts(job);
    case 'collected':
      return [...amounts(job), ...checked(job, now)];
    case 'reviewed':
      return [...amounts(job), ...(job.review === null ? [] : [plain(say.reviewedBy(job.review.by))])];
    case 'unsettled':
      return [plain(say.settling)];
    case 'committed':
      return job.commit.kind === 'committed'
        ? [...amounts(job), plain(say.committedAt(momentInSentence(job.commit.receipt.at, now)))]
        : amounts(job);
    case 'failed':
      return failureOf(job.export) === '' ? [] : [plain(failureOf(job.export))];
    case 'broken':
      return job.retrieval.kind === 'broken'
        ? [{ text: errorText(job.retrieval.error, now).title, tone: 'trouble' }, ...expiry(job, now)]
        : [];
    case 'cancelled':
    case 'expired':
    case 'gone':
      return [plain(say.askedFor(ago(job.createdAt, now)))];
  }
}

/** Where there is little room the end is cut off: what presses must not stand there. */
function pressingFirst(facts: readonly RowFact[]): readonly RowFact[] {
  return [
    ...facts.filter((fact) => fact.tone === 'pressing'),
    ...facts.filter((fact) => fact.tone !== 'pressing'),
  ];
}

/** Vendors give many exports the same name: their number tells them apart. A masked reference tells nothing. */
function vendorNumber(job: JobView): readonly RowFact[] {
  return /^\d+$/.test(job.reference) ? [plain(words.exports.vendorNumber(job.reference))] : [];
}

/** Records, files and bytes: as checked once collected, before that as announced; what nobody knows is left out. */
function amounts(job: JobView): readonly RowFact[] {
  const known = job.retrieval.kind === 'collected' ? job.retrieval : job.announced;
  return [
    ...(known.files !== null && known.files > 1 ? [plain(files(known.files))] : []),
    ...(known.rows === null ? [] : [plain(records(known.rows))]),
    ...(known.bytes === null ? [] : [plain(size(known.bytes))]),
  ];
}

function expiry(job: JobView, now: number): readonly RowFact[] {
  const at = expiryOf(job);
  if (at === null) return [];
  return [{ text: words.exports.expires(at, now), tone: at - now < pressingBefore ? 'pressing' : 'plain' }];
}

function checked(job: JobView, now: number): readonly RowFact[] {
  return job.retrieval.kind === 'collected'
    ? [plain(words.exports.checked(momentInSentence(job.retrieval.verifiedAt, now)))]
    : [];
}

function pauseFacts(job: JobView, now: number): readonly RowFact[] {
  if (job.retrieval.kind !== 'paused') return [];
  const { by, error, until: goesOnAt } = job.retrieval;
  // That the vendor asks to wait is the stage's own word.
  const why: readonly RowFact[] =
    error === undefined || by === 'rate-limit'
      ? []
      : [{ text: errorText(error, now).title, tone: 'trouble' }];
  if (goesOnAt !== undefined) return [...why, plain(words.exports.goesOn(until(goesOnAt, now)))];
  return by === 'offline' ? [plain(words.exports.goesOnOnline)] : why;
}

export function transferFacts(transfer: TransferProgress): readonly RowFact[] {
  const say = words.exports;
  const { done: now, total } = transfer;
  const amount = transfer.unit === 'bytes' ? size : number;
  const done =
    transfer.unit === 'bytes'
      ? total === null
        ? size(now)
        : say.ofTotal(size(now), size(total))
      : total === null
        ? records(now)
        : say.recordsOfTotal(now, total);
  return [
    plain(done),
    ...(transfer.perSecond === null ? [] : [plain(say.perSecond(amount(transfer.perSecond)))]),
    ...(transfer.secondsLeft === null ? [] : [plain(say.left(duration(transfer.secondsLeft * 1000)))]),
    ...(transfer.parts > 1 ? [plain(say.part(transfer.part, transfer.parts))] : []),
  ];
}

/** From 0 to 1; null while moving without a known end; undefined where nothing moves. */
export function progressOf(job: JobView, transfer: TransferProgress | undefined): number | null | undefined {
  switch (job.stage) {
    case 'preparing':
      return job.export.kind === 'running' && job.export.percent !== undefined
        ? job.export.percent / 100
        : undefined;
    case 'collecting':
      return transfer === undefined || transfer.total === null || transfer.total === 0
        ? null
        : Math.min(1, transfer.done / transfer.total);
    case 'checking':
    case 'committing':
      return null;
    default:
      return undefined;
  }
}
