import type { CommitPreview } from '../../src-preload/contract/commits.ts';
import { providerNames } from '../../src-preload/contract/connections.ts';
import type { FileView } from '../../src-preload/contract/retrievals.ts';
import { type SizeOf, troubleWithFiles } from '../jobs/files-on-disk.ts';
import type { Job } from '../jobs/job.ts';
import { Failure } from '../ports/failure.ts';
import type { ProviderTraits } from '../providers/provider.ts';
import { readinessOf } from './commit-readiness.ts';

/**
 * What the dialog says before the person decides, with the refusal as things stand. Files are looked at by existence
 * and size only: the full check is made when the person commits. Throws `not-collected` when there is nothing to show.
 */
export async function commitPreviewOf(
  job: Job,
  files: readonly FileView[],
  traits: Pick<ProviderTraits, 'commitEffect' | 'keepsCopyChoice'>,
  sizeOf?: SizeOf,
): Promise<CommitPreview> {
  if (job.retrieval.kind !== 'collected') throw new Failure('not-collected', { subject: job.title });
  const readiness = readinessOf(job);
  return {
    jobId: job.id,
    title: job.title,
    provider: providerNames[job.provider],
    connectionName: job.connectionName,
    reference: job.reference,
    practice: job.practice,
    fingerprint: job.retrieval.fingerprint,
    rows: job.retrieval.rows,
    bytes: job.retrieval.bytes,
    files,
    folder: job.folder ?? files[0]?.folder ?? '',
    verifiedAt: job.retrieval.verifiedAt,
    effect: traits.commitEffect,
    keepsCopyChoice: traits.keepsCopyChoice,
    review:
      job.review?.fingerprint === job.retrieval.fingerprint
        ? { by: job.review.by, at: job.review.at, remark: job.review.remark }
        : null,
    refusal: 'refusal' in readiness ? readiness.refusal.error : await troubleWithFiles(job.id, files, sizeOf),
  };
}
