import type { HistoryEntry } from '../../src-preload/contract/history.ts';
import type { JobView } from '../../src-preload/contract/jobs.ts';
import type { Job, JobPatch } from './job.ts';

/**
 * The one way in which rooms read and change jobs: it keeps the ledger and the listeners in step.
 * Built by `createJobBook(ledger, clock, …)` in create-job-book.ts.
 */
export interface JobBook {
  all(): readonly Job[];
  /** Throws `Failure('job-not-found')`. */
  get(id: string): Job;
  find(id: string): Job | null;
  add(job: Job): void;
  /** Writes through to the ledger, then tells the listeners. A patch from a function sees the newest job. */
  update(id: string, patch: JobPatch | ((job: Job) => JobPatch)): Job;
  remove(id: string): void;
  view(job: Job): JobView;
  onChange(
    listener: (change: { readonly changed: readonly Job[]; readonly removed: readonly string[] }) => void,
  ): () => void;
  /** Adds a line to the history with the job's own particulars filled in. */
  record(
    job: Job,
    kind: HistoryEntry['kind'],
    more?: Partial<Pick<HistoryEntry, 'by' | 'rows' | 'files' | 'bytes' | 'fingerprint' | 'note'>>,
  ): void;
}

/** Gives the other rooms a job's vendor: the connected client, and the true reference. */
export interface VendorDesk {
  /** Throws `Failure`: 'connection-not-found', 'secret-missing', 'keychain-…'. */
  clientOf(job: Job): Promise<{
    readonly client: import('../providers/provider.ts').ProviderClient;
    readonly traits: import('../providers/provider.ts').ProviderTraits;
    readonly reference: string;
  }>;
}
