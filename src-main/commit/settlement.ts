import type { CommitAsked, CommitState } from '../../src-preload/contract/commits.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { ExportState } from '../../src-preload/contract/jobs.ts';
import type { JobBook, VendorDesk } from '../jobs/job-book.ts';
import type { Clock } from '../ports/clock.ts';
import { asDocketError } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import { withinTime } from '../ports/time-limit.ts';
import { type Certainty, certaintyOf } from './certainty.ts';
import type { CommitJournal } from './commit-journal.ts';
import { decideSettle, isDecidable } from './settle-decision.ts';

type Vendor = Awaited<ReturnType<VendorDesk['clientOf']>>;
type Unknown = Extract<CommitState, { kind: 'unknown' }>;

interface VendorWord {
  readonly status: string | null;
  readonly state: ExportState['kind'] | null;
}

const noWord: VendorWord = { status: null, state: null };
const askWithin = 120_000;

/** Asks the vendor what became of a commit whose answer was lost. One question at a time for each export. */
export interface Settlement {
  /**
   * Answers the state afterwards: `committed`, `open` (surely not done), or still `unknown` when the vendor's word
   * leaves it so. Throws what kept it from asking; the state then stays, and keeps that reason.
   */
  settle(jobId: string): Promise<CommitState>;
}

export function createSettlement(parts: {
  readonly book: JobBook;
  readonly desk: VendorDesk;
  readonly journal: CommitJournal;
  readonly clock: Clock;
  readonly log: Log;
}): Settlement {
  const { book, desk, journal, clock, log } = parts;
  const asking = new Map<string, Promise<CommitState>>();

  /** The state now, if it still is the question that was asked: meanwhile a person may have decided. */
  function stillOpen(jobId: string, attemptId: string): Unknown | null {
    const now = book.get(jobId).commit;
    return now.kind === 'unknown' && now.attempt.id === attemptId ? now : null;
  }

  async function ask(jobId: string): Promise<CommitState> {
    const job = book.get(jobId);
    if (job.commit.kind !== 'unknown') return job.commit;
    const { attempt, lost } = job.commit;
    const age = () => clock.now() - attempt.startedAt;
    try {
      const vendor = await desk.clientOf(job);
      const choice = { keepFiles: attempt.keepFiles ?? true };
      const told = await withinTime(clock, askWithin, (signal) =>
        vendor.client.acknowledged(vendor.reference, choice, signal),
      );
      const word = told === 'no' ? noWord : await vendorWord(vendor);
      log.info('Asked what became of a commit', { job: jobId, attempt: attempt.id, told });
      if (stillOpen(jobId, attempt.id) === null) return book.get(jobId).commit;
      const decision = decideSettle({ told, call: callOf(vendor, lost), age: age(), state: word.state });
      switch (decision) {
        case 'committed':
          return journal.confirmed(jobId, attempt, {
            proof: 'status',
            vendorAnswer: `settled: ${word.status ?? 'confirmed'}`,
            at: clock.now(),
          });
        case 'not-done':
          return journal.notDone(jobId, attempt, notDoneBecause(lost), true);
        case 'too-late':
          return journal.notDone(jobId, attempt, tooLate(word.status), true);
        default:
          return keep(jobId, decision, { vendorStatus: word.status, error: null, age: age() });
      }
    } catch (thrown) {
      const error = asDocketError(thrown);
      if (book.find(jobId) !== null && stillOpen(jobId, attempt.id) !== null) {
        try {
          keep(jobId, 'unanswered', { vendorStatus: null, error, age: age() });
        } catch (refused) {
          log.warn('What was asked could not be noted', { job: jobId, code: asDocketError(refused).code });
        }
      }
      throw thrown;
    }
  }

  function keep(
    jobId: string,
    answer: CommitAsked['answer'],
    about: { readonly vendorStatus: string | null; readonly error: DocketError | null; readonly age: number },
  ): CommitState {
    return journal.asked(jobId, {
      at: clock.now(),
      answer,
      vendorStatus: about.vendorStatus,
      ...(about.error === null ? {} : { error: about.error }),
      decidable: isDecidable(answer, about.error, about.age),
    });
  }

  /** The vendor's own word for the export now; it is settled without it too. */
  async function vendorWord(vendor: Vendor): Promise<VendorWord> {
    try {
      const reports = await withinTime(clock, askWithin, (signal) =>
        vendor.client.check([vendor.reference], signal),
      );
      const report = reports.get(vendor.reference);
      if (report === undefined || report instanceof Error) return noWord;
      return { status: report.vendorStatus === '' ? null : report.vendorStatus, state: report.state.kind };
    } catch {
      return noWord;
    }
  }

  return {
    settle(jobId) {
      const already = asking.get(jobId);
      if (already !== undefined) return already;
      const answer = ask(jobId).finally(() => asking.delete(jobId));
      asking.set(jobId, answer);
      return answer;
    },
  };
}

/** A sign-off that tells the vendor nothing can't be at work there. */
function callOf(vendor: Vendor, lost: DocketError | undefined): Certainty {
  if (vendor.traits.commitEffect === 'sign-off-only') return 'not-sent';
  return lost === undefined ? 'lost' : certaintyOf(lost.code);
}

/** The vendor's own refusal says more than that nothing arrived. */
function notDoneBecause(lost: DocketError | undefined): DocketError {
  const action = { kind: 'try-again' } as const;
  if (lost === undefined || certaintyOf(lost.code) !== 'refused') return { code: 'commit-not-done', action };
  const { subject, detail } = lost;
  return {
    code: 'commit-refused',
    ...(subject === undefined ? {} : { subject }),
    ...(detail === undefined ? {} : { detail }),
    action,
  };
}

function tooLate(status: string | null): DocketError {
  return { code: 'commit-too-late', ...(status === null ? {} : { detail: status }) };
}
