import { Failure } from '../../ports/failure.ts';
import type { HttpClient, HttpRequest } from '../http/http-client.ts';
import { partAnswerOf, rangeHeaders } from '../http/part-answer.ts';
import type { PartAnswer, PartRequest } from '../provider.ts';
import { fileNameOf } from './content-disposition.ts';
import { unwrapFile } from './wrapped-file.ts';

export interface Download {
  readonly http: HttpClient;
  readonly url: string;
  readonly downloadAs: 'bytes' | 'json';
  readonly authorize: NonNullable<HttpRequest['authorize']>;
  readonly refusal: NonNullable<HttpRequest['refusal']>;
}

/**
 * Opens the vendor's download, as bytes or as JSON that wraps them: which one it is, the answer tells and not the
 * question, since the vendor's page speaks of both at once. https://apidocs.crayon.com/scenarios/exportqueue-download
 */
export async function openDownload(
  download: Download,
  request: PartRequest,
  signal: AbortSignal,
): Promise<PartAnswer> {
  const stream = await download.http.stream({
    method: 'GET',
    url: download.url,
    headers: headersOf(download.downloadAs, request),
    retry: 'safe',
    authorize: download.authorize,
    refusal: download.refusal,
    signal,
  });
  const answer = await partAnswerOf(stream, fileNameOf(stream.headers.get('content-disposition')));
  if (answer.status !== 200) return answer;

  const { first, body } = await peek(answer.body);
  if (first === null) throw new Failure('answer-empty', { detail: 'HTTP 200' });
  if (!looksLikeJson(stream.headers, first)) return { ...answer, body };
  const { fileName, body: unwrapped } = await unwrapFile(body);
  return {
    ...answer,
    // Lengths and validators belong to the JSON around the file.
    contentLength: null,
    range: null,
    etag: null,
    lastModified: null,
    identity: false,
    fileName: answer.fileName ?? fileName,
    body: unwrapped,
  };
}

function headersOf(
  downloadAs: Download['downloadAs'],
  { from, validator }: PartRequest,
): Readonly<Record<string, string>> {
  // A part of wrapped bytes would be a part of their JSON.
  if (downloadAs === 'json') return { Accept: 'application/json' };
  return { Accept: 'application/octet-stream', ...rangeHeaders(from, validator) };
}

/** A workbook or an archive begins with `PK`; nothing else than the wrapper begins with a brace. */
function looksLikeJson(headers: Headers, first: Uint8Array): boolean {
  const start = Buffer.from(first)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (start.startsWith('{')) return true;
  return (
    /^application\/(?:[\w.-]+\+)?json\b/i.test(headers.get('content-type') ?? '') && !start.startsWith('PK')
  );
}

async function peek(
  body: AsyncIterable<Uint8Array>,
): Promise<{ readonly first: Uint8Array | null; readonly body: AsyncIterable<Uint8Array> }> {
  const iterator = body[Symbol.asyncIterator]();
  let first: Uint8Array | null = null;
  while (first === null) {
    const { done, value } = await iterator.next();
    if (done === true) return { first: null, body };
    if (value.byteLength > 0) first = value;
  }
  const start = first;
  return { first: start, body: startingWith(start, iterator) };
}

async function* startingWith(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
