import type { IncomingHttpHeaders } from 'node:http';

/** One request as the vendor sees it. `target` is the raw request target: signatures cover its exact bytes. */
export interface PracticeRequest {
  readonly method: string;
  readonly target: string;
  /** The part of `target` before the question mark, still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a reply travels; the honest manner is all fields absent. */
export interface Manner {
  /** The connection dies after so many bytes of the body (0 = right after the headers). */
  readonly cutAfter?: number;
  /** Silence after so many bytes of the body, with the connection open. */
  readonly stallAfter?: number;
  readonly chunkBytes?: number;
  readonly chunkDelayMs?: number;
  /** A false Content-Length; `chunked` sends none; `until-close` has neither length nor chunks (RFC 9112, section 6.3, rule 8). */
  readonly length?: number | 'chunked' | 'until-close';
  /** The request was served, but no byte of the answer leaves. */
  readonly lost?: boolean;
}

export interface PracticeReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly manner?: Manner;
}

/** Sends `text` as it stands: the practice vendors write JSON by hand wherever the exact text of a number matters. */
export function jsonText(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): PracticeReply {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers }, body: text };
}

export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): PracticeReply {
  return jsonText(status, JSON.stringify(value), headers);
}

export function html(status: number, text: string): PracticeReply {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: text };
}

/** What a hotel or office gateway answers in place of any server. */
export const captivePortalPage =
  '<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body><h1>Welcome</h1><form action="/login"><button>Accept and connect</button></form></body></html>';
