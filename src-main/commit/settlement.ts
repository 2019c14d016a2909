import type { CommitState } from '../../src-preload/contract/commits.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { JobBook, VendorDesk } from '../jobs/job-book.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { withinTime } from '../ports/time-limit.ts';
import type { CommitJournal } from './commit-journal.ts';

export type Vendor = Awaited<ReturnType<VendorDesk['clientOf']>>;

const askWithin = 120_000;

/** Asks the vendor what became of a commit whose answer was lost. One question at a time for each export. */
export interface Settlement {
  /**
   * Answers the state afterwards: `committed`, `open` (surely not done), or still `unknown` when the vendor's word
   * leaves it so. Throws what kept it from asking; the state then stays. `lost`: why the answer was lost, if known.
   */
  settle(jobId: string, lost: DocketError | null): Promise<CommitState>;
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

  async function ask(jobId: string, lost: DocketError | null): Promise<CommitState> {
    const job = book.get(jobId);
    if (job.commit.kind !== 'unknown') return job.commit;
    const { attempt } = job.commit;
    const vendor = await desk.clientOf(job);
    const choice = { keepFiles: attempt.keepFiles ?? true };
    const told = await withinTime(clock, askWithin, (signal) =>
      vendor.client.acknowledged(vendor.reference, choice, signal),
    );
    log.info('Asked what became of a commit', { job: jobId, attempt: attempt.id, told });
    if (told === 'yes') {
      return journal.confirmed(jobId, attempt, `settled: ${await vendorWord(vendor)}`, true);
    }
    if (told === 'no') {
      const error: DocketError = { ...(lost ?? { code: 'connection-lost' }), action: { kind: 'try-again' } };
      return journal.notDone(jobId, attempt, error, true);
    }
    return book.get(jobId).commit;
  }

  /** The vendor's own word for the export now, for the receipt; it is settled without it too. */
  async function vendorWord(vendor: Vendor): Promise<string> {
    try {
      const reports = await withinTime(clock, askWithin, (signal) =>
        vendor.client.check([vendor.reference], signal),
      );
      const report = reports.get(vendor.reference);
      return report === undefined || report instanceof Error || report.vendorStatus === ''
        ? 'confirmed'
        : report.vendorStatus;
    } catch {
      return 'confirmed';
    }
  }

  return {
    settle(jobId, lost) {
      const already = asking.get(jobId);
      if (already !== undefined) return already;
      const answer = ask(jobId, lost).finally(() => asking.delete(jobId));
      asking.set(jobId, answer);
      return answer;
    },
  };
}
