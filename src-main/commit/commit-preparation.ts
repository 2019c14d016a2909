import type { ProviderId } from '../../src-preload/contract/ids.ts';
import type { Job } from '../jobs/job.ts';
import type { JobBook, VendorDesk } from '../jobs/job-book.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { ProviderClient, ProviderTraits } from '../providers/provider.ts';
import type { CommitJournal } from './commit-journal.ts';
import { readinessOf } from './commit-readiness.ts';

/** Whom the call goes to. */
export interface Recipient {
  readonly client: Pick<ProviderClient, 'acknowledge'>;
  readonly traits: Pick<ProviderTraits, 'keepsCopyChoice'>;
  readonly reference: string;
}

/** What was read again, byte by byte. */
export interface VerifiedHold {
  readonly fingerprint: string;
  /** The name of a file that was touched since its reading began; null when none was. No reading. */
  touched(): Promise<string | null>;
}

/** Files that others keep touching (a virus scanner, a sync program) are read again so many times. */
const readings = 3;

/**
 * All that can refuse before anything is begun: the ledger's word, every byte on disk, the connection and its secrets.
 * The answer is the vendor to call; the look at the files is no older than that.
 */
export function createCommitPreparation(parts: {
  readonly book: JobBook;
  readonly desk: VendorDesk & {
    traitsOf(provider: ProviderId): Pick<ProviderTraits, 'commitEffect' | 'keepsCopyChoice'>;
  };
  readonly journal: CommitJournal;
  /** Re-reads all files of the export. Throws `file-missing` or `file-changed` with the file's name. */
  readonly verify: (jobId: string) => Promise<VerifiedHold>;
  /** Throws when no commit may begin any more. */
  readonly assertGoesOn: () => void;
}): (input: { readonly jobId: string; readonly fingerprint: string }) => Promise<Recipient> {
  const { book, desk, journal } = parts;

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

  /** Where a commit is our own sign-off there is nobody to call: it needs no connection. */
  async function recipientOf(job: Job): Promise<Recipient> {
    try {
      return await desk.clientOf(job);
    } catch (thrown) {
      const traits = desk.traitsOf(job.provider);
      const alone = thrown instanceof Failure && thrown.code === 'connection-not-found';
      if (!alone || traits.commitEffect !== 'sign-off-only') throw thrown;
      const acknowledge = async () => ({ vendorAnswer: 'sign-off: the connection was removed' });
      return { client: { acknowledge }, traits, reference: job.reference };
    }
  }

  async function verified(job: Job, fingerprint: string): Promise<Recipient> {
    let touched: string | null = null;
    for (let reading = 0; reading < readings; reading += 1) {
      const held = await parts.verify(job.id);
      if (held.fingerprint !== fingerprint) throw new Failure('fingerprint-stale', { subject: job.title });
      parts.assertGoesOn();
      // The keychain may ask the person and take its time: the last look at the files comes after it.
      const vendor = await recipientOf(book.get(job.id));
      touched = await held.touched();
      if (touched === null) return vendor;
    }
    throw new Failure('file-changed', { subject: touched ?? job.title });
  }

  return async ({ jobId, fingerprint }) => {
    const job = requireReady(jobId, fingerprint);
    let vendor: Recipient;
    try {
      vendor = await verified(job, fingerprint);
    } catch (thrown) {
      const failure = withRemedy(thrown, jobId);
      const error = asDocketError(failure);
      // What the person should find on the row later is kept there. An end of ours is no news of the export.
      if (error.code !== 'cancelled' && book.find(jobId)?.commit.kind === 'open') {
        try {
          journal.prevented(jobId, error);
        } catch {
          // A ledger that can't take the reason must not hide it.
        }
      }
      throw failure;
    }
    parts.assertGoesOn();
    // Reading the files took a while: the export may have changed under it.
    requireReady(jobId, fingerprint);
    return vendor;
  };
}

/** Files that are not what was checked are put right by collecting again. */
function withRemedy(thrown: unknown, jobId: string): unknown {
  if (!(thrown instanceof Failure)) return thrown;
  const { code, ...about } = thrown.error;
  if (code !== 'file-changed' && code !== 'file-missing') return thrown;
  return new Failure(code, { ...about, action: { kind: 'collect-again', jobId }, cause: thrown });
}
