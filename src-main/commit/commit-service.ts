import type {
  CommitAttempt,
  CommitPreview,
  CommitState,
  ResolveInput,
} from '../../src-preload/contract/commits.ts';
import type { ProviderId } from '../../src-preload/contract/ids.ts';
import type { SizeOf } from '../jobs/files-on-disk.ts';
import type { Job } from '../jobs/job.ts';
import type { JobBook, VendorDesk } from '../jobs/job-book.ts';
import type { Ledger } from '../jobs/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import type { Power } from '../ports/power.ts';
import type { ProviderTraits } from '../providers/provider.ts';
import { createCommitCall } from './commit-call.ts';
import { createCommitJournal } from './commit-journal.ts';
import { createCommitPreparation, type VerifiedHold } from './commit-preparation.ts';
import { commitPreviewOf } from './commit-preview.ts';
import { createHandDecision } from './hand-decision.ts';
import { createReviewMarks, type ReviewMarks } from './review-marks.ts';
import { createSettleSchedule } from './settle-schedule.ts';
import { createSettlement } from './settlement.ts';

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
  /** A person's word, where asking the vendor may never help: see hand-decision.ts. */
  resolve(input: ResolveInput): CommitState;
  /** Marks what a crash left in the middle as unknown; settles it in the background, for as long as that takes. */
  settleAtStart(): Promise<void>;
  /** Commits that are being prepared or are on their way. */
  underWay(): number;
  /** Resolves when none is; never rejects. */
  idle(): Promise<void>;
  /** No commit begins any more: what isn't sent yet ends as `cancelled`, what is sent goes on to its answer. */
  stop(): void;
}

export interface CommitServiceParts {
  readonly book: JobBook;
  readonly ledger: Ledger;
  readonly desk: VendorDesk & {
    traitsOf(provider: ProviderId): Pick<ProviderTraits, 'commitEffect' | 'keepsCopyChoice'>;
  };
  /** Re-reads all files of the export. Throws `file-missing` or `file-changed` with the file's name. */
  readonly verify: (jobId: string) => Promise<VerifiedHold>;
  /** Default: by this system's disk. */
  readonly sizeOf?: SizeOf;
  readonly clock: Clock;
  /** The operating system's user. */
  readonly user: string;
  readonly ids: () => string;
  readonly log: Log;
  /** When given, settling in the background waits for the network. */
  readonly power?: Pick<Power, 'isOnline' | 'isAwake' | 'onChange'>;
}

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
  const call = createCommitCall({ book, journal, clock, log });
  const running = new Set<string>();
  let waiting: (() => void)[] = [];
  let stopped = false;
  const assertGoesOn = () => {
    if (stopped) throw new Failure('cancelled');
  };
  const prepare = createCommitPreparation({ book, desk, journal, verify: parts.verify, assertGoesOn });

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
    const state = await call.send(jobId, attempt, vendor);
    if (state.kind !== 'unknown' || stopped) return state;
    // The vendor is asked once right away: mostly it knows.
    if (book.get(jobId).commit.kind !== 'unknown') return state;
    return settlement.settle(jobId).catch(() => book.get(jobId).commit);
  }

  async function settle(jobId: string): Promise<CommitState> {
    const { commit } = book.get(jobId);
    if (running.has(jobId)) throw new Failure('commit-running');
    if (commit.kind === 'committing') {
      // Nothing of ours is on its way, so its end was never written: a crash, or a full disk.
      const written = call.writeHeld(commit.attempt) ?? journal.answerLost(jobId, commit.attempt, null);
      if (written.kind !== 'unknown') return written;
    }
    return settlement.settle(jobId);
  }

  return {
    ...createReviewMarks({ book, ledger, clock, user: parts.user }),
    resolve: createHandDecision({ book, journal, user: parts.user }),

    preview: (jobId) => {
      const job = book.get(jobId);
      return commitPreviewOf(job, ledger.files.of(jobId), desk.traitsOf(job.provider), parts.sizeOf);
    },

    async commit(input) {
      assertGoesOn();
      if (running.has(input.jobId))
        throw new Failure('commit-running', { subject: book.find(input.jobId)?.title });
      running.add(input.jobId);
      try {
        return await commitOnce(input);
      } finally {
        running.delete(input.jobId);
        const now = book.find(input.jobId)?.commit.kind;
        if (now === 'committing' || now === 'unknown') schedule.wanted();
        if (running.size === 0) {
          for (const tell of waiting) tell();
          waiting = [];
        }
      }
    },

    settle,

    async settleAtStart() {
      for (const job of book.all().filter(isUnsettled)) {
        try {
          if (job.commit.kind === 'committing') journal.answerLost(job.id, job.commit.attempt, null);
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

    underWay: () => running.size,
    idle: () =>
      running.size === 0 ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve)),
    stop() {
      stopped = true;
      schedule.stop();
    },
  };
}
