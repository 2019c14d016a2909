import type { CommitAttempt, Receipt } from '../../src-preload/contract/commits.ts';
import type { HistoryEntry, HistoryPage, HistoryQuery } from '../../src-preload/contract/history.ts';
import type { FileView } from '../../src-preload/contract/retrievals.ts';
import type { Job } from './job.ts';

/**
 * The local database, as the rooms see it (kept in ledger.sqlite by sqlite-ledger.ts). Calls are synchronous and each
 * is durable when it returns (`synchronous=FULL`); `transaction` makes several one. Throws `Failure` ('disk-full',
 * 'ledger-damaged') when the disk refuses.
 */
export interface Ledger {
  readonly jobs: {
    all(): readonly Job[];
    get(id: string): Job | null;
    put(job: Job): void;
    /** Also removes its parts, files and attempts; never its history. */
    remove(id: string): void;
  };
  /** What is known of a retrieval's parts on disk; the size on disk itself is always the truth. */
  readonly parts: {
    of(jobId: string): readonly LedgerPart[];
    put(part: LedgerPart): void;
    clear(jobId: string): void;
  };
  readonly files: {
    of(jobId: string): readonly FileView[];
    get(fileId: string): FileView | null;
    replace(jobId: string, files: readonly FileView[]): void;
  };
  readonly commits: {
    /** The intent: durable before any call to the vendor. */
    begin(jobId: string, attempt: CommitAttempt): void;
    finish(attemptId: string, outcome: CommitOutcome): void;
    /** Attempts without an outcome, or with `unknown`. */
    unsettled(): readonly { readonly jobId: string; readonly attempt: CommitAttempt }[];
    receipt(jobId: string): Receipt | null;
  };
  readonly history: {
    append(entry: Omit<HistoryEntry, 'id'>): void;
    list(query: HistoryQuery): HistoryPage;
  };
  transaction<T>(work: () => T): T;
  /**
   * Calls `run` when the transaction that is open now has ended, with whether its changes were kept; at once, with
   * true, when none is open. What lives in memory beside the ledger stays in step with it by this.
   */
  afterTransaction?(run: (kept: boolean) => void): void;
  close(): void;
}

/** Exports of a vendor's own list that the person took off ours: they don't come back by themselves. */
export interface ForgottenExports {
  has(connectionId: string, reference: string): boolean;
  add(connectionId: string, reference: string): void;
  remove(connectionId: string, reference: string): void;
}

/**
 * The checkpoint of one part: its first `bytes` bytes are fsynced. For pages, `nextOffset` and `rows` belong to the same
 * instant.
 */
export interface LedgerPart {
  readonly jobId: string;
  readonly key: string;
  /** Final file name in the job's folder; the part in progress is `<name>.part`. */
  readonly name: string;
  readonly state: 'waiting' | 'partial' | 'done';
  readonly bytes: number;
  readonly rows: number | null;
  readonly total: number | null;
  /** Strong ETag or Last-Modified of the bytes held. */
  readonly validator: string | null;
  readonly sha256: string | null;
  readonly nextOffset: number | null;
  readonly totalResults: number | null;
  /** `Disk.identity` of a finished part's file, right after it was checked. */
  readonly identity?: string;
  /** SHA-256 of a finished table's header row. */
  readonly headerSha256?: string;
}

export type CommitOutcome =
  | { readonly kind: 'committed'; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'unknown' };
