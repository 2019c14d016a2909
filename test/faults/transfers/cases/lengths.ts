import { gzipSync } from 'node:zlib';
import {
  beyond,
  chunked,
  closeDelimited,
  cut,
  declaring,
  from,
  full,
  rawAnswer,
  status,
  withHeaders,
} from '../answers.ts';
import { csvGz, csvOf, gzipStored } from '../bodies.ts';
import { brokeOff, readyToReview, unreadable } from '../readings.ts';
import type { TransferCase } from '../transfer-case.ts';

const file = csvGz(1000);
const table = csvOf(977);
const tracker = { provider: 'mytracker', holds: [file] } as const;
const whole = { after: 'whole', state: ['collected, 60 records'], reads: [readyToReview] } as const;
const damaged =
  'Collecting stopped · A file is damaged | “file.0.csv.gz” does not agree with its own check sum, or ends in the middle of a record. Collect it again; the file that you have is kept until you discard it.';

/** What an answer says of its length, and whether it is so. */
export const lengthCases: readonly TransferCase[] = [
  {
    ...tracker,
    name: 'Content-Length too short: the file is found incomplete, not taken for whole',
    script: [declaring(600, full(file))],
    requests: ['plan', '/file bytes=0-'],
    after: 'first 600 bytes',
    state: ['broken: gzip-corrupt'],
    reads: [damaged],
  },
  {
    ...tracker,
    name: 'Content-Length too long: asked for the rest, told that there is none, collected anew and whole',
    script: [cut(1000, declaring(1400, full(file))), beyond(1000), full(file)],
    requests: ['plan', '/file bytes=0-', 'plan', '/file bytes=1000- if "a"', '/file bytes=0-'],
    after: 'whole',
    state: ['paused by error: connection-lost, again in 2 s', 'collected, 60 records'],
    reads: [brokeOff('2 s'), readyToReview],
  },
  {
    ...tracker,
    ...whole,
    name: 'no length, but chunks: the server is asked whether that was the end',
    script: [chunked(full(file)), beyond(1000)],
    requests: ['plan', '/file bytes=0-', '/file bytes=1000- if "a"'],
  },
  {
    ...tracker,
    ...whole,
    name: 'neither length nor chunks: the same bytes twice are the proof',
    script: [closeDelimited(full(file)), closeDelimited(full(file))],
    requests: ['plan', '/file bytes=0-', '/file bytes=1000- if "a"'],
  },
  {
    ...tracker,
    ...whole,
    name: 'neither length nor chunks, and cut in silence: the rest is asked for and comes',
    script: [cut(400, closeDelimited(full(file))), from(400, file)],
    requests: ['plan', '/file bytes=0-', '/file bytes=400- if "a"'],
  },
  {
    ...tracker,
    name: 'neither length, chunks nor ranges, and cut in silence: two answers differ, and it is tried again',
    script: [cut(400, closeDelimited(full(file))), closeDelimited(full(file)), full(file)],
    requests: ['plan', '/file bytes=0-', '/file bytes=400- if "a"', 'plan', '/file bytes=400- if "a"'],
    after: 'whole',
    state: ['paused by error: connection-lost, again in 2 s', 'collected, 60 records'],
    reads: [brokeOff('2 s'), readyToReview],
  },
  {
    ...tracker,
    name: 'an empty file with its honest length is no table',
    holds: [Buffer.alloc(0)],
    script: [full(Buffer.alloc(0))],
    requests: ['plan', '/file bytes=0-'],
    after: 'first 0 bytes',
    state: ['broken: header-missing'],
    reads: [
      'Collecting stopped · The column names are missing | “file.0.csv.gz” has no first row with the names of its columns. Collect it again; the file that you have is kept until you discard it.',
    ],
  },
  {
    ...tracker,
    name: '204 in place of a file',
    script: [status(204), from(0, file)],
    requests: ['plan', '/file bytes=0-', 'plan', '/file bytes=0-'],
    after: 'whole',
    state: ['paused by error: answer-empty, again in 2 s', 'collected, 60 records'],
    reads: [
      'Paused · MyTracker gave an empty answer · goes on in 2 s | The request arrived, but nothing came back. Nothing needs doing: Docket tries again in 2 s.',
      readyToReview,
    ],
  },
  {
    ...tracker,
    ...whole,
    name: 'two lengths that contradict each other: not read, asked again',
    script: [
      rawAnswer('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!'),
      from(0, file),
    ],
    requests: ['plan', '/file bytes=0-', '/file bytes=0-'],
    overChromium: {
      requests: ['plan', '/file bytes=0-', 'plan', '/file bytes=0-'],
      state: ['paused by error: answer-malformed, again in 2 s', 'collected, 60 records'],
      reads: [unreadable('2 s'), readyToReview],
    },
  },
  {
    ...tracker,
    name: 'something that does not speak HTTP at all',
    script: [rawAnswer('SSH-2.0-OpenSSH_9.6\r\n'), from(0, file)],
    requests: ['plan', '/file bytes=0-', 'plan', '/file bytes=0-'],
    after: 'whole',
    state: ['paused by error: answer-malformed, again in 2 s', 'collected, 60 records'],
    reads: [unreadable('2 s'), readyToReview],
  },
  {
    ...tracker,
    ...whole,
    name: 'packed once more on the way (Content-Encoding: gzip): unpacked again, and its length proves nothing',
    script: [
      withHeaders({ 'content-encoding': 'gzip' }, full(gzipSync(file))),
      withHeaders({ 'content-encoding': 'gzip' }, full(gzipSync(file))),
    ],
    requests: ['plan', '/file bytes=0-', '/file bytes=1000-'],
  },
  {
    ...tracker,
    name: 'the packed file itself declared as Content-Encoding: gzip: kept as the table that arrives, under a true name',
    holds: [table],
    script: [
      withHeaders({ 'content-encoding': 'gzip' }, full(gzipStored(table))),
      withHeaders({ 'content-encoding': 'gzip' }, full(gzipStored(table))),
    ],
    requests: ['plan', '/file bytes=0-', `/file bytes=${table.length}-`],
    after: 'whole',
    state: ['collected, 60 records'],
    reads: ['Ready to review · 60 records · 977 B'],
  },
  {
    ...tracker,
    ...whole,
    name: 'Content-Encoding: identity is no encoding',
    script: [withHeaders({ 'content-encoding': 'identity' }, from(0, file))],
    requests: ['plan', '/file bytes=0-'],
  },
  {
    ...tracker,
    ...whole,
    name: 'an encoding that nobody knows: the bytes are judged by themselves',
    script: [
      withHeaders({ 'content-encoding': 'x-vendor' }, full(file)),
      withHeaders({ 'content-encoding': 'x-vendor' }, full(file)),
    ],
    requests: ['plan', '/file bytes=0-', '/file bytes=1000-'],
  },
  {
    ...tracker,
    name: 'an encoded 206 in mid-file is not appended: all is asked for',
    before: { bytes: file.subarray(0, 400), total: 1000, validator: '"a"' },
    script: [
      withHeaders({ 'content-encoding': 'gzip' }, { ...from(400, file), body: gzipSync(file.subarray(400)) }),
      from(0, file),
    ],
    requests: ['plan', '/file bytes=400- if "a"', '/file bytes=0-'],
    ...whole,
  },
  {
    ...tracker,
    name: 'declared as gzip and isn’t: the answer can’t be read',
    script: [
      withHeaders({ 'content-encoding': 'gzip' }, full(Buffer.from('not packed at all'))),
      from(0, file),
    ],
    requests: ['plan', '/file bytes=0-', 'plan', '/file bytes=0-'],
    after: 'whole',
    state: ['paused by error: answer-malformed, again in 2 s', 'collected, 60 records'],
    reads: [unreadable('2 s'), readyToReview],
  },
];
