import type { Disk } from '../../../src-main/retrieval/disk.ts';
import type { ConnectionConfig } from '../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';

/**
 * One answer of a server, as it goes over the wire. In header values and bodies `{here}` is the vendor's origin,
 * `{elsewhere}` that of another host, `{untrusted}` an https server with a certificate that it signed itself, `{nobody}`
 * an address where nobody listens and `{unknown}` a name that doesn't exist.
 */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** How the end of the body is told: `Content-Length`, chunks, or the end of the connection. */
  readonly framing: 'length' | 'chunked' | 'close';
  /** `Content-Length`, where it isn't true. */
  readonly declared?: number;
  /** What happens after so many bytes of the body, and not before the client has read them. */
  readonly after?: { readonly bytes: number; readonly how: 'end' | 'reset' | 'silence' };
  /** So many bytes at once, then a pause of virtual time, and so on. */
  readonly drip?: { readonly bytes: number; readonly everySeconds: number };
  /** Bytes that stand for the whole answer, head included; the connection closes after them. */
  readonly raw?: string;
}

/** What lies on the disk before, and what the ledger knows of it. */
export interface Before {
  /** The bytes of `<name>.part`. */
  readonly bytes: Uint8Array;
  readonly total?: number | null;
  /** A strong ETag with its quotes, or a Last-Modified date. */
  readonly validator?: string | null;
  /** For pages: the records that the ledger has marked as written. */
  readonly rows?: number;
  readonly totalResults?: number | null;
  /** For pages: the size that the ledger has marked, where it isn't the size on disk. */
  readonly marked?: number;
}

/** A scripted transfer: all of it is data, and the real engine has to come to exactly this. */
export interface TransferCase {
  readonly name: string;
  readonly provider: ProviderId;
  /** What a whole collection is: the bytes of each file, or the text of the records. */
  readonly holds: readonly Uint8Array[] | string;
  readonly before?: Before;
  /** Answers to the requests for files and pages (and sign-ins, where `signIn` is set), in the order of asking. */
  readonly script: readonly Answer[];
  /** Answers to "what is there to collect", in order; the usual one once they are used up. */
  readonly plans?: readonly Answer[];
  /** Answers to requests for a sign-in; likewise. */
  readonly signIns?: readonly Answer[];
  /** How far the vendor's clock is ahead of this computer's, in seconds. */
  readonly vendorClock?: number;
  readonly disk?: (disk: Disk) => Disk;
  readonly config?: (config: ConnectionConfig) => ConnectionConfig;
  /**
   * Every request that went out, in order: method, address, range, validator; `unsigned` where no authorization went
   * along. `plan` and `sign-in` are the vendor's own calls.
   */
  readonly requests: readonly string[];
  /** What lies in the folder at the end. */
  readonly after: string;
  /**
   * Where the collection came to rest, each time. Between two of them the time passes that Docket has set, or the person
   * presses the one prominent button.
   */
  readonly state: readonly string[];
  /** What the person reads at each rest: the row | the note beside it. */
  readonly reads: readonly string[];
  /** Where Chromium's network stack rightly comes to something else than Node's; `skip` says why a case is Node's alone. */
  readonly overChromium?:
    | Partial<Pick<TransferCase, 'requests' | 'after' | 'state' | 'reads'>>
    | { readonly skip: string };
}

export type Outcome = Pick<TransferCase, 'requests' | 'after' | 'state' | 'reads'>;
