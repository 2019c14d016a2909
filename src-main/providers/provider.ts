import type { CommitEffect } from '../../src-preload/contract/commits.ts';
import type { ConnectionConfig, SecretField } from '../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../src-preload/contract/ids.ts';
import type { ExportState } from '../../src-preload/contract/jobs.ts';
import type { ExportRequest } from '../../src-preload/contract/requests.ts';
import type { Clock } from '../ports/clock.ts';
import type { Fetch } from '../ports/fetch.ts';
import type { Log } from '../ports/log.ts';

/**
 * The one interface through which jobs, retrieval and commit know a vendor. All calls throw `Failure` with a code of
 * the contract and take an AbortSignal; an abort rejects with the signal's reason.
 */
export interface Provider {
  readonly id: ProviderId;
  readonly traits: ProviderTraits;
  /** One client per connection. It keeps the connection's limiter and sign-in; it forgets every secret with its own end. */
  connect(context: ConnectionContext): ProviderClient;
}

export interface ProviderTraits {
  readonly commitEffect: CommitEffect;
  /** The vendor can be asked to keep its own copy. */
  readonly keepsCopyChoice: boolean;
  readonly canCancel: boolean;
  /** The vendor lists exports that Docket didn't ask for (Crayon's queue). */
  readonly listsExports: boolean;
  /** The reference is itself a secret (MyPreferences access token): masked on screen, kept in the keychain. */
  readonly referenceIsSecret: boolean;
  /** Shortest time between two checks of one export, ms. */
  readonly shortestCheckInterval: number;
}

export interface ConnectionContext {
  readonly connectionId: string;
  readonly config: ConnectionConfig;
  /** Reads a secret from the keychain at the moment of use; throws `Failure` when it can't be read. */
  readonly secret: (field: SecretField) => Promise<string>;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 ≤ n < 1; for jitter. */
  readonly random: () => number;
}

/** What the vendor says of one export. */
export interface ExportReport {
  readonly reference: string;
  readonly state: ExportState;
  /** The vendor's own word ("In progress", "Complete", "2"). */
  readonly vendorStatus: string;
  /** True when the word is not among the documented ones; the state then reads as running. */
  readonly vendorStatusUnknown: boolean;
  readonly rows: number | null;
  readonly bytes: number | null;
  readonly files: number | null;
  readonly cancellable: boolean;
  readonly details: readonly { readonly label: string; readonly value: string }[];
  /** A title that the vendor gives (Crayon's ActionName). */
  readonly title?: string;
  /** When the vendor says it was created, epoch ms. */
  readonly createdAt?: number;
  /** For MyPreferences: whether the vendor says that the data was retrieved (after commit). */
  readonly acknowledged?: boolean;
}

export interface ProviderClient {
  /** The cheapest call that proves address, sign-in and permission. */
  test(signal: AbortSignal): Promise<void>;
  /** The vendor's list, where there is one. Throws `not-offered` otherwise. */
  list(signal: AbortSignal): Promise<readonly ExportReport[]>;
  /**
   * The state of some exports, in as few requests as the vendor allows. A reference that the vendor doesn't know comes
   * back as `gone`. Failure of one reference doesn't hide the others: it stands in its place.
   */
  check(
    references: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, ExportReport | Error>>;
  /** Asks for an export. Never retried blindly: two calls make two exports. */
  start(request: ExportRequest, signal: AbortSignal): Promise<{ readonly reference: string }>;
  /** Cancels, and answers with the state afterwards, which may be `ready` when the vendor was quicker. */
  cancel(reference: string, signal: AbortSignal): Promise<ExportReport>;
  /** What there is to collect. Called again for fresh links. */
  plan(reference: string, signal: AbortSignal): Promise<RetrievalPlan>;
  /** Tells the vendor that all data is held. Called once; never retried inside. */
  acknowledge(
    reference: string,
    choice: { readonly keepFiles: boolean },
    signal: AbortSignal,
  ): Promise<Acknowledgement>;
  /** After a lost answer: what the vendor knows of our acknowledgement. Read-only. */
  acknowledged(
    reference: string,
    choice: { readonly keepFiles: boolean },
    signal: AbortSignal,
  ): Promise<'yes' | 'no' | 'unclear'>;
}

/** `vendorAnswer`: one line for the receipt, e.g. `200` or `sign-off: the vendor offers no acknowledgement`. */
export interface Acknowledgement {
  readonly vendorAnswer: string;
}

export type RetrievalPlan = FilesPlan | PagesPlan;

/** Files behind links, each collected on its own. */
export interface FilesPlan {
  readonly kind: 'files';
  readonly parts: readonly FilePart[];
}

export interface FilePart {
  /** Stable across fresh links and restarts (part number, or id). */
  readonly key: string;
  /** The server's idea of a name: hostile until made safe. */
  readonly suggestedName: string;
  /** Epoch ms; null when the vendor doesn't say. */
  readonly expiresAt: number | null;
  readonly content: 'csv.gz' | 'workbook' | 'unknown';
  /** What must be proved besides length: null when unknown. */
  readonly expectedBytes: number | null;
  /**
   * Asks for the bytes from `from` on. Always sends `Range: bytes=<from>-` where the vendor may support it and
   * `If-Range` with the validator when `from` > 0. Doesn't judge the answer: retrieval decides by status and headers.
   * Throws `link-expired` when the vendor says that the link is dead.
   */
  open(request: PartRequest, signal: AbortSignal): Promise<PartAnswer>;
}

export interface PartRequest {
  readonly from: number;
  /** A strong ETag or a Last-Modified date of the bytes that we hold. */
  readonly validator: string | null;
}

export interface PartAnswer {
  readonly status: 200 | 206 | 416;
  /** Bytes in this body, if said. */
  readonly contentLength: number | null;
  /** Parsed `Content-Range`: start of this body and the whole size, if said. */
  readonly range: { readonly start: number | null; readonly total: number | null } | null;
  /** Strong ETag only; weak ones are not kept (RFC 9110 §13.1.5). */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** From Content-Disposition or the JSON wrapper. */
  readonly fileName: string | null;
  /** False when the body was encoded on the way (Content-Encoding), so that its length proves nothing. */
  readonly identity: boolean;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Records in pages, written into one NDJSON file. */
export interface PagesPlan {
  readonly kind: 'pages';
  readonly key: string;
  readonly suggestedName: string;
  readonly pageSize: number;
  /** 1-based offset of the first record of the page. */
  page(offset: number, limit: number, signal: AbortSignal): Promise<RecordPage>;
  /** What the status call announced. */
  readonly announcedRows: number | null;
}

export interface RecordPage {
  /**
   * Each record's JSON text exactly as the vendor sent it. Only line breaks between tokens, which NDJSON can't hold, are
   * turned into spaces; numbers, escapes, key order and unknown fields are untouched.
   */
  readonly records: readonly string[];
  readonly count: number;
  readonly hasMore: boolean;
  /** The offset that the vendor says it answered. */
  readonly offset: number | null;
  readonly totalResults: number | null;
  /** The vendor asked for patience before it gave this page: ask for no more than one at a time. */
  readonly slowed?: true;
}
