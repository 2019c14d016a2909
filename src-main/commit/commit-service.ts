import type { CommitAttempt, CommitPreview, CommitState } from '../../src-preload/contract/commits.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { ProviderId } from '../../src-preload/contract/ids.ts';
import type { Job } from '../jobs/job.ts';
import type { JobBook, VendorDesk } from '../jobs/job-book.ts';
import type { Ledger } from '../jobs/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import type { Power } from '../ports/power.ts';
import { withinTime } from '../ports/time-limit.ts';
import type { ProviderTraits } from '../providers/provider.ts';
import { isSurelyNotDone } from './certainty.ts';
import { createCommitJournal } from './commit-journal.ts';
import { commitPreviewOf } from './commit-preview.ts';
import { readinessOf } from './commit-readiness.ts';
import { createReviewMarks, type ReviewMarks } from './review-marks.ts';
import { createSettleSchedule } from './settle-schedule.ts';
import { createSettlement, type Vendor } from './settlement.ts';

export interface CommitInput {
  readonly jobId: string;
  /** The fingerprint that the person was shown. */
  readonly fingerprint: string;
  readonly keepFiles: boolean;
}

/** The review's mark and the one irreversible step. Every method throws `Failure`. */
export interface CommitService extends ReviewMarks {
  preview(jobId: string): Promise<CommitPreview>;
  /**
   * Verifies the files, writes the intent, calls the vendor once. Answers `committed`, or `unknown` when the vendor's
   * answer was lost, or `open` when it turned out at once that nothing was done. Throws what refused it.
   */
  commit(input: CommitInput): Promise<CommitState>;
  /** Finds out what became of a commit whose answer was lost; asks the vendor, changes nothing there. */
  settle(jobId: string): Promise<CommitState>;
  /** Marks what a crash left in the middle as unknown; settles it in the background, for as long as that takes. */
  settleAtStart(): Promise<void>;
  stop(): void;
}

export interface CommitServiceParts {
  readonly book: JobBook;
  readonly ledger: Ledger;
  readonly desk: VendorDesk & {
    traitsOf(provider: ProviderId): Pick<ProviderTraits, 'commitEffect' | 'keepsCopyChoice'>;
  };
  /** Re-reads all files of the export. Throws `file-missing` or `file-changed` with the file's name. */
  readonly verify: (jobId: string) => Promise<{ readonly fingerprint: string }>;
  readonly clock: Clock;
  /** The operating system's user. */
  readonly user: string;
  readonly ids: () => string;
  readonly log: Log;
  /** When given, settling in the background waits for the network. */
  readonly power?: Pick<Power, 'isOnline' | 'isAwake' | 'onChange'>;
}

/** The providers' own watchdogs are shorter; this one makes sure that no commit stays on its way for ever. */
const callWithin = 180_000;

export function createCommitService(parts: CommitServiceParts): CommitService {
  const { book, ledger, desk, clock, log } = parts;
  const journal = createCommitJournal({
    book,
    ledger,
    clock,
    ids: parts.ids,
    effectOf: (job) => desk.traitsOf(job.provider).commitEffect,
  });
  const settlement = createSettlement({ book, desk, journal, clock, log });
  const running = new Set<string>();

  const isUnsettled = (job: Job) =>
    job.commit.kind === 'unknown' || (job.commit.kind === 'committing' && !running.has(job.id));
  const schedule = createSettleSchedule({
    clock,
    power: parts.power ?? null,
    async round() {
      for (const job of book.all().filter(isUnsettled)) {
        await settle(job.id).catch((thrown) =>
          log.warn('A commit could not be settled yet', { job: job.id, code: asDocketError(thrown).code }),
        );
      }
      return book.all().some(isUnsettled);
    },
  });

  /** Throws when the export may not be committed as the ledger has it. */
  function requireReady(jobId: string, fingerprint: string): Job {
    const job = book.get(jobId);
    const readiness = readinessOf(job);
    if ('refusal' in readiness) throw readiness.refusal;
    if (readiness.collected.fingerprint !== fingerprint) {
      throw new Failure('fingerprint-stale', { subject: job.title });
    }
    return job;
  }

  /** All that can refuse before anything is begun. What the person should find on the row later is kept there. */
  async function prepare(input: CommitInput): Promise<Vendor> {
    const job = requireReady(input.jobId, input.fingerprint);
    let vendor: Vendor;
    try {
      const held = await parts.verify(input.jobId);
      if (held.fingerprint !== input.fingerprint)
        throw new Failure('fingerprint-stale', { subject: job.title });
      vendor = await desk.clientOf(job);
    } catch (thrown) {
      const failure = withRemedy(thrown, input.jobId);
      if (book.find(input.jobId)?.commit.kind === 'open')
        journal.prevented(input.jobId, asDocketError(failure));
      throw failure;
    }
    // Reading the files took a while: the export may have changed under it.
    requireReady(input.jobId, input.fingerprint);
    return vendor;
  }

  async function commitOnce(input: CommitInput): Promise<CommitState> {
    const { jobId } = input;
    const vendor = await prepare(input);
    const attempt: CommitAttempt = {
      id: parts.ids(),
      startedAt: clock.now(),
      fingerprint: input.fingerprint,
      keepFiles: vendor.traits.keepsCopyChoice ? input.keepFiles : null,
      by: parts.user,
    };
    journal.begun(jobId, attempt);
    let vendorAnswer: string;
    try {
      // Where the vendor knows no choice nothing may be deleted.
      const choice = { keepFiles: attempt.keepFiles ?? true };
      const answer = await withinTime(clock, callWithin, (signal) =>
        vendor.client.acknowledge(vendor.reference, choice, signal),
      );
      vendorAnswer = answer.vendorAnswer;
    } catch (thrown) {
      const error = asDocketError(thrown);
      if (isSurelyNotDone(error.code)) {
        journal.notDone(jobId, attempt, error, false);
        throw thrown;
      }
      return await settleLostAnswer(jobId, attempt, error);
    }
    const state = journal.confirmed(jobId, attempt, vendorAnswer, false);
    log.info('Committed', { job: jobId, attempt: attempt.id });
    return state;
  }

  /** The vendor is asked once right away: mostly it knows. */
  async function settleLostAnswer(
    jobId: string,
    attempt: CommitAttempt,
    error: DocketError,
  ): Promise<CommitState> {
    journal.answerLost(jobId, attempt, error.code);
    log.warn('The answer to a commit was lost', { job: jobId, attempt: attempt.id, code: error.code });
    try {
      return await settlement.settle(jobId, error);
    } catch {
      return book.get(jobId).commit;
    } finally {
      if (book.find(jobId)?.commit.kind === 'unknown') schedule.wanted();
    }
  }

  async function settle(jobId: string): Promise<CommitState> {
    const { commit } = book.get(jobId);
    if (running.has(jobId)) throw new Failure('commit-running');
    // Nothing of ours is on its way, so its end was never written: a crash, or a full disk.
    if (commit.kind === 'committing') journal.answerLost(jobId, commit.attempt, 'unexpected');
    return settlement.settle(jobId, null);
  }

  return {
    ...createReviewMarks({ book, ledger, clock, user: parts.user }),

    preview: (jobId) => {
      const job = book.get(jobId);
      return commitPreviewOf(job, ledger.files.of(jobId), desk.traitsOf(job.provider));
    },

    async commit(input) {
      if (running.has(input.jobId)) throw new Failure('commit-running');
      running.add(input.jobId);
      try {
        return await commitOnce(input);
      } finally {
        running.delete(input.jobId);
        // The vendor has answered but the ledger couldn't take it: found out again later.
        if (book.find(input.jobId)?.commit.kind === 'committing') schedule.wanted();
      }
    },

    settle,

    async settleAtStart() {
      for (const job of book.all().filter(isUnsettled)) {
        try {
          if (job.commit.kind === 'committing') journal.answerLost(job.id, job.commit.attempt, 'unexpected');
        } catch (thrown) {
          log.error('A commit could not be marked as unknown', {
            job: job.id,
            code: asDocketError(thrown).code,
          });
        }
        schedule.wanted();
      }
      if (book.all().some(isUnsettled)) void schedule.now();
    },

    stop: () => schedule.stop(),
  };
}

/** Files that are not what was checked are put right by collecting again. */
function withRemedy(thrown: unknown, jobId: string): unknown {
  if (!(thrown instanceof Failure)) return thrown;
  const { code, ...about } = thrown.error;
  if (code !== 'file-changed' && code !== 'file-missing') return thrown;
  return new Failure(code, { ...about, action: { kind: 'collect-again', jobId }, cause: thrown });
}
