import type {
  CommitAttempt,
  CommitEffect,
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

/**
 * Writes what happens to a commit. Each step is one transaction over the attempt, the export's facet and the history:
 * after a crash they tell the same story. Throws `disk-full` or `ledger-damaged` with nothing changed.
 */
export interface CommitJournal {
  /** The intent: on disk when this returns. */
  begun(jobId: string, attempt: CommitAttempt): CommitState;
  /** `settled`: found out later, and not by the answer to our call. */
  confirmed(jobId: string, attempt: CommitAttempt, vendorAnswer: string, settled: boolean): CommitState;
  notDone(jobId: string, attempt: CommitAttempt, error: DocketError, settled: boolean): CommitState;
  answerLost(jobId: string, attempt: CommitAttempt, note: string): CommitState;
  /** Refused before anything was begun. */
  prevented(jobId: string, error: DocketError): CommitState;
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
    kind: HistoryKind,
    note: string | null,
    attempts: (() => void) | null,
  ): CommitState {
    return ledger.transaction(() => {
      attempts?.();
      const changed = book.update(jobId, (job) => ({ commit: afterCommitEvent(job.commit, event) }));
      const held = changed.retrieval.kind === 'collected' ? changed.retrieval : null;
      book.record(changed, kind, {
        rows: held?.rows ?? null,
        files: held?.files ?? null,
        bytes: held?.bytes ?? null,
        fingerprint: held?.fingerprint ?? null,
        note,
      });
      return changed.commit;
    });
  }

  const finish = (attempt: CommitAttempt, outcome: CommitOutcome) => () =>
    ledger.commits.finish(attempt.id, outcome);

  function receiptOf(job: Job, attempt: CommitAttempt, vendorAnswer: string): Receipt {
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
      by: attempt.by,
      at: clock.now(),
      fingerprint: attempt.fingerprint,
      rows: held.rows,
      files: held.files,
      bytes: held.bytes,
      keepFiles: attempt.keepFiles,
      effect: parts.effectOf(job),
      vendorAnswer: vendorAnswer.slice(0, 500),
    };
  }

  return {
    begun: (jobId, attempt) =>
      write(jobId, { kind: 'begun', attempt }, 'commit-started', null, () =>
        ledger.commits.begin(jobId, attempt),
      ),
    confirmed(jobId, attempt, vendorAnswer, settled) {
      const receipt = receiptOf(book.get(jobId), attempt, vendorAnswer);
      return write(
        jobId,
        { kind: 'confirmed', receipt },
        settled ? 'commit-settled' : 'committed',
        receipt.vendorAnswer,
        finish(attempt, { kind: 'committed', receipt }),
      );
    },
    notDone: (jobId, attempt, error, settled) =>
      write(
        jobId,
        { kind: 'not-done', error },
        settled ? 'commit-settled' : 'commit-refused',
        error.code,
        finish(attempt, { kind: 'refused', detail: error.code }),
      ),
    answerLost: (jobId, attempt, note) =>
      write(jobId, { kind: 'answer-lost' }, 'commit-unknown', note, finish(attempt, { kind: 'unknown' })),
    prevented: (jobId, error) =>
      write(jobId, { kind: 'prevented', error }, 'commit-refused', noteOf(error), null),
  };
}

/** The code, and the name of the file when it is about one. */
function noteOf(error: DocketError): string {
  return error.code.startsWith('file-') && error.subject !== undefined
    ? `${error.code}: ${error.subject}`
    : error.code;
}
