import type { Clock } from '../../ports/clock.ts';
import { Failure } from '../../ports/failure.ts';
import type { HttpAnswer, HttpClient, HttpRequest, HttpStream } from '../http/http-client.ts';
import { partAnswerOf, rangeHeaders } from '../http/part-answer.ts';
import { hostOf } from '../http/redact.ts';
import type { FilePart, PartAnswer, PartRequest } from '../provider.ts';
import type { TrackerFile } from './export-state.ts';
import { quotaWait } from './limits.ts';
import { downloadRefusal } from './reply.ts';

export interface PartsContext {
  readonly http: HttpClient;
  readonly clock: Clock;
  /** Origin of the API. */
  readonly origin: string;
  /** Signs a GET. */
  readonly authorize: NonNullable<HttpRequest['authorize']>;
}

/** The files of an export (https://docs.tracker.my.com/api/export-api/download); each has its own expiry. */
export function filePartsOf(files: readonly TrackerFile[], context: PartsContext): readonly FilePart[] {
  const links = files.map(({ link, expiresAt }) => ({ url: linkUrl(link, context.origin), expiresAt }));
  const numbers = links.map(({ url }) => partNumberOf(url));
  // The number in the name outlives a new order of the list; where names have none, the place in the list has to do.
  const numbered = !numbers.includes(null) && new Set(numbers).size === numbers.length;
  return links.map(({ url, expiresAt }, place) => ({
    key: `part-${numbered ? numbers[place] : place}`,
    suggestedName: nameOf(url),
    expiresAt,
    content: /\.csv$/i.test(nameOf(url)) ? 'unknown' : 'csv.gz',
    expectedBytes: null,
    open: (request, signal) => openPart({ url, expiresAt }, request, signal, context),
  }));
}

async function openPart(
  file: { readonly url: string; readonly expiresAt: number | null },
  request: PartRequest,
  signal: AbortSignal,
  { http, clock, origin, authorize }: PartsContext,
): Promise<PartAnswer> {
  const subject = hostOf(file.url);
  if (file.expiresAt !== null && file.expiresAt <= clock.now())
    throw new Failure('link-expired', { subject });
  // An object store refuses a scheme that isn't its own, and a signature is nobody else's business.
  const own = new URL(file.url).origin === origin;
  const stream = await http.stream({
    method: 'GET',
    url: file.url,
    headers: rangeHeaders(request.from, request.validator),
    retry: 'safe',
    limited: own,
    ...(own ? { authorize } : {}),
    limitedFor: quotaWait,
    refusal: (answer) => downloadRefusal(answer, subject),
    signal,
  });
  await refuseJson(stream, subject);
  return partAnswerOf(stream, null);
}

/** The vendor may send its error envelope with HTTP 200: that is no file, and must not become one. */
async function refuseJson(stream: HttpStream, subject: string): Promise<void> {
  if (stream.status === 416 || !/\bjson\b/i.test(stream.headers.get('content-type') ?? '')) return;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream.body) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > 65_536) break;
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const answer: HttpAnswer = { status: stream.status, headers: stream.headers, text };
  throw (
    downloadRefusal(answer, subject) ??
    new Failure('answer-malformed', { subject, detail: 'JSON instead of a file' })
  );
}

function linkUrl(link: string, origin: string): string {
  let url: URL;
  try {
    url = new URL(link, origin);
  } catch {
    throw new Failure('answer-malformed', { detail: 'link' });
  }
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new Failure('answer-malformed', { detail: 'link' });
  }
  return url.href;
}

/** `4.payment.<hash>.0.csv.gz` is part 0. */
function partNumberOf(url: string): number | null {
  const number = /\.(\d{1,6})\.csv(?:\.gz)?$/i.exec(nameOf(url))?.[1];
  return number === undefined ? null : Number(number);
}

function nameOf(url: string): string {
  const last = new URL(url).pathname.split('/').pop() ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
