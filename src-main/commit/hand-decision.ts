import type { CommitState, ResolveInput } from '../../src-preload/contract/commits.ts';
import type { JobBook } from '../jobs/job-book.ts';
import { Failure } from '../ports/failure.ts';
import type { CommitJournal } from './commit-journal.ts';

/**
 * A person's word on a commit that the vendor can't speak of; never taken by itself. Throws `commit-unknown` while asking
 * may still help, and when it is no longer the attempt that the person was shown; what is settled stays as it is.
 */
export function createHandDecision(parts: {
  readonly book: JobBook;
  readonly journal: CommitJournal;
  readonly user: string;
}): (input: ResolveInput) => CommitState {
  const { book, journal, user } = parts;
  return ({ jobId, attemptId, outcome, remark }) => {
    const job = book.get(jobId);
    const { commit } = job;
    // Found out while the person was thinking: that is better than their word.
    if (commit.kind === 'committed' || commit.kind === 'open') return commit;
    const decidable =
      commit.kind === 'unknown' && commit.attempt.id === attemptId && commit.asked?.decidable === true;
    if (!decidable) {
      throw new Failure(commit.kind === 'committing' ? 'commit-running' : 'commit-unknown', {
        subject: job.title,
        action: { kind: 'settle-commit', jobId },
      });
    }
    const said = remark === null || remark.trim() === '' ? null : remark.trim();
    const decision = { by: user, remark: said, vendorSaid: commit.asked?.vendorStatus ?? null };
    return outcome === 'done'
      ? journal.confirmedByHand(jobId, commit.attempt, decision)
      : journal.reopenedByHand(jobId, commit.attempt, decision);
  };
}
