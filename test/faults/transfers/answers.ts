import type { Answer } from './transfer-case.ts';

const octets = { 'content-type': 'application/octet-stream' } as const;

/** `etag: "a"` unless said otherwise; null leaves it out. */
export interface Marks {
  readonly etag?: string | null;
  readonly lastModified?: string;
  /** The `Content-Range` header, where it isn't true. */
  readonly contentRange?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function marksOf({ etag = '"a"', lastModified, headers }: Marks): Record<string, string> {
  return {
    ...(etag === null ? {} : { etag }),
    ...(lastModified === undefined ? {} : { 'last-modified': lastModified }),
    ...headers,
  };
}

/** 200 with the whole file: what a server without ranges answers. */
export function full(file: Uint8Array, marks: Marks = {}): Answer {
  return { status: 200, headers: { ...octets, ...marksOf(marks) }, body: file, framing: 'length' };
}

/** 206 from a byte on to the end; from 0 it is what a server with ranges answers to the first request. */
export function from(start: number, file: Uint8Array, marks: Marks = {}): Answer {
  const contentRange = marks.contentRange ?? `bytes ${start}-${file.length - 1}/${file.length}`;
  return {
    status: 206,
    headers: { ...octets, ...marksOf(marks), 'content-range': contentRange },
    body: file.subarray(start),
    framing: 'length',
  };
}

/** 416 with the size that the server states. */
export function beyond(total: number | '*'): Answer {
  return status(416, '', { 'content-range': `bytes */${total}` });
}

export function status(code: number, text = '', headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status: code,
    headers: { 'content-type': 'text/plain', ...headers },
    body: Buffer.from(text),
    framing: 'length',
  };
}

export function json(value: unknown, code = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { ...status(code, text), headers: { 'content-type': 'application/json', ...headers } };
}

/** The sign-in page of a guest network, with status 200. */
export const guestNetwork: Answer = {
  ...status(200, '<!DOCTYPE html><html><title>Welcome to Hotel Wi-Fi</title></html>'),
  headers: { 'content-type': 'text/html' },
};

/** The connection ends after so many bytes of the body, as if all was well, or with a reset. */
export const cut = (bytes: number, answer: Answer, how: 'end' | 'reset' = 'end'): Answer => ({
  ...answer,
  after: { bytes, how },
});
/** Nothing more comes after so many bytes of the body; the connection stays. */
export const stalled = (bytes: number, answer: Answer): Answer => ({
  ...answer,
  after: { bytes, how: 'silence' },
});
export const dripping = (bytes: number, everySeconds: number, answer: Answer): Answer => ({
  ...answer,
  drip: { bytes, everySeconds },
});
export const chunked = (answer: Answer): Answer => ({ ...answer, framing: 'chunked' });
/** No length, no chunks: the body ends with the connection. */
export const closeDelimited = (answer: Answer): Answer => ({ ...answer, framing: 'close' });
export const declaring = (declared: number, answer: Answer): Answer => ({ ...answer, declared });
export const withHeaders = (headers: Readonly<Record<string, string>>, answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, ...headers },
});
/** The connection dies without an answer. */
export const hangUp: Answer = { ...status(0), raw: '' };
export const rawAnswer = (raw: string): Answer => ({ ...status(0), raw });

export const redirect = (location: string, code = 302): Answer => status(code, '', { location });
/** The same answer so many times. */
export const times = (count: number, answer: Answer): readonly Answer[] =>
  Array.from({ length: count }, () => answer);
/** The server takes the request and says nothing. */
export const silent: Answer = { ...status(200), after: { bytes: -1, how: 'silence' } };
