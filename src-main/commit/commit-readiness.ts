import type { ErrorAction, ErrorCode } from '../../src-preload/contract/errors.ts';
import type { RetrievalState } from '../../src-preload/contract/retrievals.ts';
import type { Job } from '../jobs/job.ts';
import { Failure } from '../ports/failure.ts';

export type Collected = Extract<RetrievalState, { kind: 'collected' }>;

/** Whether this export may be committed as the ledger has it; the files themselves are not looked at here. */
export function readinessOf(
  job: Pick<Job, 'id' | 'title' | 'commit' | 'retrieval' | 'review'>,
): { readonly collected: Collected } | { readonly refusal: Failure } {
  const { commit, retrieval, review } = job;
  const refuse = (code: ErrorCode, action?: ErrorAction) => ({
    refusal: new Failure(code, { subject: job.title, ...(action === undefined ? {} : { action }) }),
  });
  if (commit.kind === 'committed') return refuse('already-committed');
  if (commit.kind === 'committing') return refuse('commit-running');
  if (commit.kind === 'unknown') {
    return refuse('commit-unknown', { kind: 'settle-commit', jobId: job.id });
  }
  if (retrieval.kind !== 'collected') return refuse('not-collected');
  // A review of what was collected earlier says nothing of what is held now.
  if (review?.fingerprint !== retrieval.fingerprint) return refuse('not-reviewed');
  return { collected: retrieval };
}
