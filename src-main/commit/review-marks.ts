import type { JobView } from '../../src-preload/contract/jobs.ts';
import type { JobBook } from '../jobs/job-book.ts';
import type { Ledger } from '../jobs/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import { Failure } from '../ports/failure.ts';

/** "I have reviewed this": who, when, and of exactly which files, by their fingerprint. */
export interface ReviewMarks {
  /** Throws `not-collected`, or the reason why a mark would change nothing any more: `already-committed`, `commit-…`. */
  markReviewed(input: { readonly jobId: string; readonly remark: string | null }): JobView;
}

export function createReviewMarks(parts: {
  readonly book: JobBook;
  readonly ledger: Pick<Ledger, 'transaction'>;
  readonly clock: Clock;
  readonly user: string;
}): ReviewMarks {
  const { book, clock } = parts;
  return {
    markReviewed({ jobId, remark }) {
      const job = book.get(jobId);
      const { commit, retrieval } = job;
      if (commit.kind === 'committed') throw new Failure('already-committed', { subject: job.title });
      if (commit.kind === 'committing') throw new Failure('commit-running', { subject: job.title });
      if (commit.kind === 'unknown') throw new Failure('commit-unknown', { subject: job.title });
      if (retrieval.kind !== 'collected') throw new Failure('not-collected', { subject: job.title });
      const said = remark === null || remark.trim() === '' ? null : remark.trim();
      const { fingerprint, rows, files, bytes } = retrieval;
      const marked = parts.ledger.transaction(() => {
        const changed = book.update(jobId, {
          review: { by: parts.user, at: clock.now(), remark: said, fingerprint },
        });
        book.record(changed, 'reviewed', { rows, files, bytes, fingerprint, note: said });
        return changed;
      });
      return book.view(marked);
    },
  };
}
