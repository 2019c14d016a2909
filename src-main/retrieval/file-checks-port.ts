import type { FileKind } from '../../src-preload/contract/retrievals.ts';

/**
 * Checks files while their bytes arrive, so that nothing is read twice: SHA-256, what is inside, rows. A port, because
 * the app does this on a thread of its own.
 */
export interface FileChecks {
  /** Begins the check of one file, which is then fed with its bytes in order. */
  begin(rules: CheckRules): FileCheck;
  /**
   * SHA-256 and size of what lies on disk. Rejects with the disk's error, or the signal's reason. `onRead` hears now and
   * then how many bytes were read.
   */
  hash(path: string, signal: AbortSignal, onRead?: (bytes: number) => void): Promise<FileHash>;
  /** Lets go of everything; what is under way rejects. */
  close(): Promise<void>;
}

export interface CheckRules {
  /** The file's name: the subject of failures. */
  readonly name: string;
  readonly content: 'csv.gz' | 'workbook' | 'ndjson' | 'unknown';
}

export interface FileHash {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** What a file was found to be. */
export interface CheckedFile extends FileHash {
  readonly kind: FileKind;
  /** Records without the header; null where the kind has no rows. */
  readonly rows: number | null;
  /** Of a table's header row, so that the parts of one export can be compared; null where there is none. */
  readonly headerSha256: string | null;
}

/** Calls are carried out in the order in which they were made; `stop` at once. */
export interface FileCheck {
  /** The next bytes are those that lie on disk, from the file's start up to `bytes`. Rejects when there are fewer. */
  feed(path: string, bytes: number, signal: AbortSignal): Promise<void>;
  /** Bytes that follow. They must not change before this resolves. Damage is told by `end`. */
  write(bytes: Uint8Array): Promise<void>;
  /** The same with bytes that are given away: nobody may touch them again. */
  take(bytes: Uint8Array): Promise<void>;
  /** Of all bytes so far. */
  sha256(): Promise<string>;
  /**
   * All bytes have come, and lie at `path`, where a kind whose table of contents stands at the end is read once more.
   * Throws `Failure` with the file's name: `gzip-corrupt`, `zip-corrupt`, `not-a-workbook`, `header-missing`,
   * `answer-empty`, `length-mismatch`, `count-mismatch`.
   */
  end(path: string, signal: AbortSignal): Promise<CheckedFile>;
  /** Lets go of memory and handles. Idempotent. */
  stop(): void;
}
