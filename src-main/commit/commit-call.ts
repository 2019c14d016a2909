import type { CommitAttempt, CommitState } from '../../src-preload/contract/commits.ts';
import type { JobBook } from '../jobs/job-book.ts';
import type { Clock } from '../ports/clock.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import { withinTime } from '../ports/time-limit.ts';
import type { Acknowledgement } from '../providers/provider.ts';
import { isSurelyNotDone } from './certainty.ts';
import type { CommitJournal } from './commit-journal.ts';
import type { Recipient } from './commit-preparation.ts';

/** The providers' own watchdogs are shorter; this one makes sure that no commit stays on its way for ever. */
export const callWithin = 180_000;

/** The one call, and the writing down of what came of it. */
export interface CommitCall {
  /**
   * The intent lies on disk. Answers `committed`, or `unknown` when the answer was lost. Throws what surely kept it from
   * being done, or `receipt-not-written` when the vendor has confirmed and the ledger can't take it yet.
   */
  send(jobId: string, attempt: CommitAttempt, vendor: Recipient): Promise<CommitState>;
  /** Writes what the ledger couldn't take before; null when there is nothing. Throws when it still can't. */
  writeHeld(attempt: CommitAttempt): CommitState | null;
}

export function createCommitCall(parts: {
  readonly book: JobBook;
  readonly journal: CommitJournal;
  readonly clock: Clock;
  readonly log: Log;
}): CommitCall {
  const { book, journal, clock, log } = parts;
  /** What is known and not yet written, by attempt. A restart loses it; then the vendor is asked. */
  const held = new Map<string, () => CommitState>();

  function writeOrHold(attempt: CommitAttempt, write: () => CommitState): CommitState {
    try {
      return write();
    } catch (thrown) {
      held.set(attempt.id, write);
      log.error('What became of a commit could not be written yet', {
        attempt: attempt.id,
        code: asDocketError(thrown).code,
      });
      throw thrown;
    }
  }

  /** We had stopped waiting. The answer still says all that there is to know, unless the question is closed by now. */
  function answeredLate(jobId: string, attempt: CommitAttempt, { vendorAnswer }: Acknowledgement): void {
    const now = book.find(jobId)?.commit;
    if (now?.kind !== 'unknown' || now.attempt.id !== attempt.id) return;
    try {
      journal.confirmed(jobId, attempt, { proof: 'late-answer', vendorAnswer, at: clock.now() });
    } catch (thrown) {
      log.warn('A late answer could not be written', { job: jobId, code: asDocketError(thrown).code });
    }
  }

  return {
    async send(jobId, attempt, vendor) {
      // Where the vendor knows no choice nothing may be deleted.
      const choice = { keepFiles: attempt.keepFiles ?? true };
      let waiting = true;
      let answer: Acknowledgement;
      try {
        answer = await withinTime(clock, callWithin, async (signal) => {
          const told = await vendor.client.acknowledge(vendor.reference, choice, signal);
          if (!waiting) answeredLate(jobId, attempt, told);
          return told;
        });
      } catch (thrown) {
        waiting = false;
        const error = asDocketError(thrown);
        if (isSurelyNotDone(error.code)) {
          try {
            writeOrHold(attempt, () => journal.notDone(jobId, attempt, error, false));
          } catch {
            // Written as soon as there is room; what happened is the refusal.
          }
          throw thrown;
        }
        log.warn('The answer to a commit was lost', { job: jobId, attempt: attempt.id, code: error.code });
        try {
          return writeOrHold(attempt, () => journal.answerLost(jobId, attempt, error));
        } catch {
          return { kind: 'unknown', attempt, lost: error };
        }
      }
      const at = clock.now();
      const { vendorAnswer } = answer;
      try {
        const state = writeOrHold(attempt, () =>
          journal.confirmed(jobId, attempt, { proof: 'answer', vendorAnswer, at }),
        );
        log.info('Committed', { job: jobId, attempt: attempt.id });
        return state;
      } catch (thrown) {
        const { code } = asDocketError(thrown);
        throw new Failure('receipt-not-written', {
          subject: book.find(jobId)?.title,
          detail: code,
          cause: thrown,
        });
      }
    },

    writeHeld(attempt) {
      const write = held.get(attempt.id);
      if (write === undefined) return null;
      const state = write();
      held.delete(attempt.id);
      return state;
    },
  };
}
