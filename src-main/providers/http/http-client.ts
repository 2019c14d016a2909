import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import type { Failure } from '../../ports/failure.ts';

/**
 * The HTTP layer that the three clients share. One instance per connection: it holds the connection's limiter.
 * Built by `createHttpClient` in create-http-client.ts.
 */
export interface HttpClient {
  /**
   * A small answer, read whole (size-capped), with retries as the request allows. Any status resolves, but for these:
   * 407 and 511 (the network, not the vendor, is speaking), a 2xx HTML page, and, once tries run out, 429 (`rate-limited`)
   * and for `safe` requests 5xx (`vendor-unavailable`, detail `HTTP 503`).
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /**
   * A large answer as a stream under an idle watchdog. Any status below 400, and 416, resolves with a stream; others
   * throw what `refusal` makes of them, or the code of the status. Retries end where the body begins: a body that is cut
   * short throws `connection-lost` while it is read, a stalled one `timeout`.
   */
  stream(request: HttpRequest): Promise<HttpStream>;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** The exact URL that goes out: signatures cover it. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** `safe`: may be sent again after network errors, 429 and 5xx. `never`: one try, whatever happens (commit, create, delete). */
  readonly retry: 'safe' | 'never';
  /**
   * Made fresh for each try (signatures with a time, bearer tokens); `renew` is true on the one retry after a 401. `url`
   * is the one of this try: after a redirect within the origin it is no longer the request's.
   */
  readonly authorize?: (attempt: {
    readonly renew: boolean;
    readonly url: string;
  }) => Promise<Readonly<Record<string, string>>>;
  readonly signal: AbortSignal;
  /** Largest body accepted by `send`, bytes. */
  readonly sizeCap?: number;
  /** When an answer shows that the vendor limits us: how long to wait, ms; null when it doesn't. */
  readonly limitedFor?: (answer: HttpAnswer) => number | null;
  /** For `stream`: what an answer of 400 or more means at this vendor; null where the status says it all. */
  readonly refusal?: (answer: HttpAnswer) => Failure | null;
  /** False for hosts whose calls the vendor doesn't count (object storage). Default true. */
  readonly limited?: boolean;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Bytes that aren't UTF-8 were replaced in `text`: not to be kept as a record. */
  readonly damaged?: true;
  /** The vendor asked for patience (429) before it gave this answer. */
  readonly slowed?: true;
}

export interface HttpStream {
  readonly status: number;
  readonly headers: Headers;
  readonly url: string;
  readonly body: AsyncIterable<Uint8Array>;
}

/** How HTTP statuses read when a client has nothing better to say. */
export function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'sign-in-refused';
  if (status === 403) return 'permission-denied';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 407) return 'proxy-sign-in';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rate-limited';
  if (status === 511) return 'not-the-vendor';
  if (status >= 500) return 'vendor-unavailable';
  return 'request-rejected';
}
