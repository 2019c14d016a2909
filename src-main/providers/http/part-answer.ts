import { Failure } from '../../ports/failure.ts';
import type { PartAnswer } from '../provider.ts';
import { contentLengthOf, isIdentity } from './body.ts';
import type { HttpStream } from './http-client.ts';

/** A download's answer as retrieval judges it; statuses that have no place in a download are `answer-malformed`. */
export async function partAnswerOf(stream: HttpStream, fileName: string | null): Promise<PartAnswer> {
  const { status, headers, body } = stream;
  if (status !== 200 && status !== 206 && status !== 416) {
    await body[Symbol.asyncIterator]().return?.();
    throw new Failure(status === 204 || status === 205 ? 'answer-empty' : 'answer-malformed', {
      detail: `HTTP ${status}`,
    });
  }
  return {
    status,
    contentLength: contentLengthOf(headers),
    range: rangeOf(headers.get('content-range')),
    etag: strongTagOf(headers.get('etag')),
    lastModified: headers.get('last-modified'),
    fileName,
    identity: isIdentity(headers),
    body,
  };
}

/** `bytes 5-9/10`, `bytes 5-9/*`, or with a 416 answer `bytes *` and the size (RFC 9110 §14.4). */
export function rangeOf(header: string | null): PartAnswer['range'] {
  const [, start, total] = /^\s*bytes\s+(?:(\d+)-\d+|\*)\/(\d+|\*)\s*$/i.exec(header ?? '') ?? [];
  if (total === undefined) return null;
  return { start: start === undefined ? null : Number(start), total: total === '*' ? null : Number(total) };
}

/** Null for weak tags: they don't prove that two bodies are the same bytes (RFC 9110 §8.8.1). */
export function strongTagOf(header: string | null): string | null {
  const tag = header?.trim() ?? '';
  return /^"[^"]*"$/.test(tag) ? tag : null;
}

/**
 * As it is, please; but object stores send a file with the encoding that it was stored with whatever is asked for, and
 * Chromium throws such an answer away unless the request allowed it (RFC 9110 §12.5.3; `ContentEncodingsValid` in
 * https://source.chromium.org/chromium/chromium/src/+/main:net/http/http_network_transaction.cc).
 */
const anyEncoding = 'identity, *;q=0.1';

/** Asks for the bytes from `from` on; the validator makes the server send all when they are no longer the same. */
export function rangeHeaders(from: number, validator: string | null): Readonly<Record<string, string>> {
  return {
    Range: `bytes=${from}-`,
    'Accept-Encoding': anyEncoding,
    ...(from > 0 && validator !== null ? { 'If-Range': validator } : {}),
  };
}
