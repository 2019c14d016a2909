import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { ExportState } from '../../src-preload/contract/jobs.ts';
import type { Job } from '../jobs/job.ts';
import type { LedgerPart } from '../jobs/ledger.ts';
import { Failure } from '../ports/failure.ts';

/** Which parts of a broken retrieval may still be gone on with when it is collected again. */
export function partsToSetAside(error: DocketError): (part: LedgerPart) => boolean {
  switch (error.code) {
    // The vendor stopped, not the data.
    case 'export-expired':
    case 'export-gone':
    case 'export-failed':
    case 'link-expired':
      return () => false;
    // One part is bad; those that were checked are not.
    case 'length-mismatch':
    case 'gzip-corrupt':
    case 'zip-corrupt':
    case 'not-a-workbook':
    case 'header-missing':
    case 'answer-empty':
      return (part) => part.state !== 'done';
    default:
      return () => true;
  }
}

/** Throws when the export can't be collected as things stand. */
export function assertCollectable(job: Job): void {
  assertNotCommitted(job);
  const refusal = refusalOf(job.export);
  if (refusal !== null) throw new Failure(refusal, { subject: job.title });
}

export function assertNotCommitted(job: Job): void {
  if (job.commit.kind === 'committed') throw new Failure('already-committed', { subject: job.title });
  if (job.commit.kind !== 'open') throw new Failure('commit-running', { subject: job.title });
}

function refusalOf(state: ExportState) {
  switch (state.kind) {
    case 'ready':
      return null;
    case 'queued':
    case 'running':
      return 'export-not-ready';
    case 'failed':
      return 'export-failed';
    case 'expired':
      return 'export-expired';
    case 'cancelled':
    case 'gone':
      return 'export-gone';
  }
}
