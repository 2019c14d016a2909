import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** How a server of one file behaves; a test changes it between requests. */
export interface FileManners {
  bytes: Uint8Array;
  etag: string | null;
  lastModified: string | null;
  ranges: boolean;
  /** With `none` the body ends with the connection; `chunked` has an end but no length. */
  length: 'said' | 'none' | 'chunked';
  /** The next answers end after so many body bytes: the connection is cut, or (without a length) ends as if all was well. */
  cuts: number[];
  /** After so many body bytes the answer waits until the connection is closed by the other side. */
  stallAfter: number | null;
  /** Full control over the next answers. */
  script: ((request: IncomingMessage, response: ServerResponse) => void)[];
  headers: Readonly<Record<string, string>>;
}

export interface FileServer {
  readonly url: string;
  readonly manners: FileManners;
  /** `Range` and `If-Range` of each request. */
  readonly asked: {
    readonly range: string | undefined;
    readonly ifRange: string | undefined;
    readonly path: string;
  }[];
}

export async function serveFile(bytes: Uint8Array, more: Partial<FileManners> = {}): Promise<FileServer> {
  const manners: FileManners = {
    bytes,
    etag: '"v1"',
    lastModified: null,
    ranges: true,
    length: 'said',
    cuts: [],
    stallAfter: null,
    script: [],
    headers: {},
    ...more,
  };
  const asked: { range: string | undefined; ifRange: string | undefined; path: string }[] = [];
  const server = createServer((request, response) => {
    const ifRange = request.headers['if-range'];
    asked.push({
      range: request.headers.range,
      ifRange: typeof ifRange === 'string' ? ifRange : undefined,
      path: request.url ?? '',
    });
    const step = manners.script.shift();
    if (step !== undefined) step(request, response);
    else answer(request, response, manners);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/file`, manners, asked };
}

function answer(request: IncomingMessage, response: ServerResponse, manners: FileManners): void {
  const { bytes, etag, lastModified } = manners;
  const validator = etag ?? lastModified;
  const ifRange = request.headers['if-range'];
  const from = Number(/^bytes=(\d+)-$/u.exec(request.headers.range ?? '')?.[1] ?? '0');
  const partial =
    manners.ranges && request.headers.range !== undefined && (ifRange === undefined || ifRange === validator);
  for (const [name, value] of Object.entries(manners.headers)) response.setHeader(name, value);
  if (etag !== null) response.setHeader('etag', etag);
  if (lastModified !== null) response.setHeader('last-modified', lastModified);
  if (partial && from >= bytes.length) {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
    return;
  }
  const body = partial ? bytes.subarray(from) : bytes;
  response.statusCode = partial ? 206 : 200;
  if (partial) {
    const total = manners.length === 'said' ? String(bytes.length) : '*';
    response.setHeader('content-range', `bytes ${from}-${bytes.length - 1}/${total}`);
  }
  if (manners.length === 'said') response.setHeader('content-length', String(body.length));
  if (manners.length === 'none') {
    response.useChunkedEncodingByDefault = false;
    response.shouldKeepAlive = false;
  }
  response.flushHeaders();
  const cut = manners.cuts.shift();
  if (cut !== undefined) {
    response.write(body.subarray(0, cut), () => response.socket?.end());
    if (cut === 0) response.socket?.end();
  } else if (manners.stallAfter !== null) response.write(body.subarray(0, manners.stallAfter));
  else response.end(body);
}
