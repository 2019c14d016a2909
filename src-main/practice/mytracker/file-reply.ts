import { createHash } from 'node:crypto';
import type { PracticeReply, PracticeRequest } from '../http/reply.ts';
import type { MyTrackerKnobs } from './knobs.ts';

/** Answers a download with the whole file or the asked range (RFC 9110, section 14). `modifiedAt` in milliseconds. */
export function fileReply(
  request: PracticeRequest,
  file: Buffer,
  modifiedAt: number,
  served: number,
  knobs: MyTrackerKnobs,
): PracticeReply {
  const lastModified = new Date(modifiedAt).toUTCString();
  const etag = etagOf(file, served, knobs.etag);
  const headers: Record<string, string> = {
    'Content-Type': 'application/gzip',
    ...(etag === null ? {} : { ETag: etag }),
    ...(knobs.lastModified ? { 'Last-Modified': lastModified } : {}),
    ...(knobs.ranges === 'none' ? {} : { 'Accept-Ranges': 'bytes' }),
    ...(knobs.contentEncoding ? { 'Content-Type': 'text/csv', 'Content-Encoding': 'gzip' } : {}),
  };
  const whole: PracticeReply = { status: 200, headers, body: file };
  const asked = request.headers.range;
  if (asked === undefined || knobs.ranges === 'none' || knobs.ranges === 'ignored') return whole;
  const condition = [request.headers['if-range']].flat().join();
  if (!ifRangeHolds(condition, etag, knobs.lastModified ? lastModified : null)) return whole;

  const range = readRange(asked, file.length);
  if (range === null) return whole;
  if (range === 'unsatisfiable')
    return { status: 416, headers: { 'Content-Range': `bytes */${file.length}` } };
  const shift = knobs.ranges === 'wrong-start' && range.start > 0 ? -1 : 0;
  const total = file.length + (knobs.ranges === 'wrong-total' ? 17 : 0);
  const start = range.start + shift;
  return {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${start}-${range.end}/${total}` },
    body: file.subarray(start, range.end + 1),
  };
}

function md5Hex(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('hex');
}

function etagOf(file: Buffer, served: number, kind: MyTrackerKnobs['etag']): string | null {
  switch (kind) {
    case 'none':
      return null;
    case 'strong':
      return `"${md5Hex(file)}"`;
    case 'weak':
      return `W/"${md5Hex(file)}"`;
    case 'changing':
      return `"${md5Hex(file)}-${served}"`;
  }
}

/** If-Range needs a strong tag or the exact date (RFC 9110, section 13.1.5). */
function ifRangeHolds(condition: string, etag: string | null, lastModified: string | null): boolean {
  if (condition === '') return true;
  if (condition.startsWith('"')) return condition === etag;
  return condition === lastModified;
}

function readRange(
  text: string,
  size: number,
): { readonly start: number; readonly end: number } | 'unsatisfiable' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(text) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start >= size) return 'unsatisfiable';
  return last !== '' && Number(last) < start ? null : { start, end };
}
