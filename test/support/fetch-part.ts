import { Failure } from '../../src-main/ports/failure.ts';
import type { FilePart, PartAnswer, PartRequest } from '../../src-main/providers/provider.ts';

/** A file behind a link, over plain `fetch`: what a provider's `open` does, without its sign-in, limiter and retries. */
export function fetchedPart(options: {
  readonly url: string;
  readonly key?: string;
  readonly name?: string;
  readonly content?: FilePart['content'];
  readonly expectedBytes?: number | null;
  readonly expiresAt?: number | null;
}): FilePart {
  return {
    key: options.key ?? '0',
    suggestedName: options.name ?? 'export.csv.gz',
    expiresAt: options.expiresAt ?? null,
    content: options.content ?? 'csv.gz',
    expectedBytes: options.expectedBytes ?? null,
    open: (request, signal) => openLink(options.url, request, signal),
  };
}

async function openLink(url: string, request: PartRequest, signal: AbortSignal): Promise<PartAnswer> {
  const headers = new Headers({ range: `bytes=${request.from}-` });
  if (request.from > 0 && request.validator !== null) headers.set('if-range', request.validator);
  const response = await fetch(url, { headers, signal }).catch((error: unknown) => {
    throw signal.aborted ? signal.reason : new Failure('unreachable', { cause: error });
  });
  const { status } = response;
  if (status === 403 || status === 404 || status === 410) {
    await response.body?.cancel();
    throw new Failure('link-expired');
  }
  if (status === 429) throw new Failure('rate-limited');
  if (status !== 200 && status !== 206 && status !== 416)
    throw new Failure('vendor-unavailable', { detail: `HTTP ${status}` });
  const length = response.headers.get('content-length');
  const etag = response.headers.get('etag');
  return {
    status,
    contentLength: length === null ? null : Number(length),
    range: parseContentRange(response.headers.get('content-range')),
    etag: etag?.startsWith('"') === true ? etag : null,
    lastModified: response.headers.get('last-modified'),
    fileName: /filename="([^"]*)"/u.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? null,
    identity: response.headers.get('content-encoding') === null,
    body: bodyOf(response, signal),
  };
}

function parseContentRange(header: string | null): PartAnswer['range'] {
  const match = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/u.exec(header ?? '');
  if (match === null) return null;
  const [, start, total] = match;
  return { start: start === undefined ? null : Number(start), total: total === '*' ? null : Number(total) };
}

async function* bodyOf(response: Response, signal: AbortSignal): AsyncIterable<Uint8Array> {
  if (response.body === null) return;
  try {
    for await (const bytes of response.body) yield bytes;
  } catch (error) {
    throw signal.aborted ? signal.reason : new Failure('connection-lost', { cause: error });
  }
}
