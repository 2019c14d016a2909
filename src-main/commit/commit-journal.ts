import type {
  CommitAsked,
  CommitAttempt,
  CommitEffect,
  CommitProof,
  CommitState,
  Receipt,
} from '../../src-preload/contract/commits.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { Job } from '../jobs/job.ts';
import type { JobBook } from '../jobs/job-book.ts';
import type { CommitOutcome, Ledger } from '../jobs/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import { afterCommitEvent, type CommitEvent } from './commit-transitions.ts';

type HistoryKind = Parameters<JobBook['record']>[1];

/** How it is known that the vendor has the commit. */
export interface Confirmation {
  readonly proof: Exclude<CommitProof, 'hand'>;
  readonly vendorAnswer: string;
  /** When it was known. */
  readonly at: number;
}

/** A person's word, and what they were shown. */
export interface HandDecision {
  readonly by: string;
  readonly remark: string | null;
  readonly vendorSaid: string | null;
}

/**
 * Writes what happens to a commit. Each step is one transaction over the attempt, the export's facet and the history:
 * after a crash they tell the same story. Throws `disk-full` or `ledger-damaged` with nothing changed.
 */
export interface CommitJournal {
  /** Refused before anything was begun. */
  prevented(jobId: string, error: DocketError): CommitState;
  /** The intent: on disk when this returns. */
  begun(jobId: string, attempt: CommitAttempt): CommitState;
  confirmed(jobId: string, attempt: CommitAttempt, how: Confirmation): CommitState;
  /** `settled`: found out later, and not by the answer to our call. */
  notDone(jobId: string, attempt: CommitAttempt, error: DocketError, settled: boolean): CommitState;
  /** `lost`: why, where that is known. */
  answerLost(jobId: string, attempt: CommitAttempt, lost: DocketError | null): CommitState;
  /** Asked without an end; no line in the history, which would fill with them. */
  asked(jobId: string, asked: CommitAsked): CommitState;
  confirmedByHand(jobId: string, attempt: CommitAttempt, decision: HandDecision): CommitState;
  reopenedByHand(jobId: string, attempt: CommitAttempt, decision: HandDecision): CommitState;
}

export function createCommitJournal(parts: {
  readonly book: JobBook;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly ids: () => string;
  readonly effectOf: (job: Job) => CommitEffect;
}): CommitJournal {
  const { book, ledger, clock } = parts;

  function write(
    jobId: string,
    event: CommitEvent,
    line: { readonly kind: HistoryKind; readonly note: string | null } | null,
    attempts: (() => void) | null,
  ): CommitState {
    return ledger.transaction(() => {
      attempts?.();
      const changed = book.update(jobId, (job) => ({ commit: afterCommitEvent(job.commit, event) }));
      if (line === null) return changed.commit;
      const held = changed.retrieval.kind === 'collected' ? changed.retrieval : null;
      book.record(changed, line.kind, {
        rows: held?.rows ?? null,
        files: held?.files ?? null,
        bytes: held?.bytes ?? null,
        fingerprint: held?.fingerprint ?? null,
        note: line.note,
      });
      return changed.commit;
    });
  }

  const finish = (attempt: CommitAttempt, outcome: CommitOutcome) => () =>
    ledger.commits.finish(attempt.id, outcome);

  function receiptOf(
    jobId: string,
    attempt: CommitAttempt,
    about: Pick<Receipt, 'at' | 'vendorAnswer' | 'proof' | 'decision'>,
  ): Receipt {
    const job = book.get(jobId);
    const listed = ledger.files.of(job.id);
    // What is committed stays collected; should it not, the receipt still has to be written.
    const held =
      job.retrieval.kind === 'collected'
        ? job.retrieval
        : { rows: null, files: listed.length, bytes: listed.reduce((sum, file) => sum + file.bytes, 0) };
    return {
      id: parts.ids(),
      jobId: job.id,
      title: job.title,
      connectionName: job.connectionName,
      provider: job.provider,
      practice: job.practice,
      by: attempt.by,
      sentAt: attempt.startedAt,
      fingerprint: attempt.fingerprint,
      rows: held.rows,
      files: held.files,
      bytes: held.bytes,
      keepFiles: attempt.keepFiles,
      effect: parts.effectOf(job),
      ...about,
      vendorAnswer: about.vendorAnswer.slice(0, 500),
    };
  }

  return {
    prevented: (jobId, error) =>
      write(jobId, { kind: 'prevented', error }, { kind: 'commit-refused', note: noteOf(error) }, null),
    begun: (jobId, attempt) =>
      write(jobId, { kind: 'begun', attempt }, { kind: 'commit-started', note: null }, () =>
        ledger.commits.begin(jobId, attempt),
      ),
    confirmed(jobId, attempt, how) {
      const receipt = receiptOf(jobId, attempt, how);
      return write(
        jobId,
        { kind: 'confirmed', receipt },
        { kind: how.proof === 'answer' ? 'committed' : 'commit-settled', note: receipt.vendorAnswer },
        finish(attempt, { kind: 'committed', receipt }),
      );
    },
    notDone: (jobId, attempt, error, settled) =>
      write(
        jobId,
        { kind: 'not-done', error },
        { kind: settled ? 'commit-settled' : 'commit-refused', note: error.code },
        finish(attempt, { kind: 'refused', detail: error.code }),
      ),
    answerLost: (jobId, attempt, lost) =>
      write(
        jobId,
        { kind: 'answer-lost', lost },
        { kind: 'commit-unknown', note: lost?.code ?? 'interrupted' },
        finish(attempt, { kind: 'unknown' }),
      ),
    asked: (jobId, asked) => write(jobId, { kind: 'asked', asked }, null, null),
    confirmedByHand(jobId, attempt, decision) {
      const receipt = receiptOf(jobId, attempt, {
        at: clock.now(),
        vendorAnswer: 'decided by hand',
        proof: 'hand',
        decision,
      });
      return write(
        jobId,
        { kind: 'confirmed-by-hand', receipt },
        { kind: 'commit-confirmed-by-hand', note: decision.remark },
        finish(attempt, { kind: 'committed', receipt }),
      );
    },
    reopenedByHand: (jobId, attempt, decision) =>
      write(
        jobId,
        { kind: 'reopened-by-hand' },
        { kind: 'commit-reopened-by-hand', note: decision.remark },
        finish(attempt, { kind: 'refused', detail: 'by hand' }),
      ),
  };
}

/** The code, and the name of the file when it is about one. */
function noteOf(error: DocketError): string {
  return error.code.startsWith('file-') && error.subject !== undefined
    ? `${error.code}: ${error.subject}`
    : error.code;
}
