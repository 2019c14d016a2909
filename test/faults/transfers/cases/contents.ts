import { gzipSync } from 'node:zlib';
import { from, full, withHeaders } from '../answers.ts';
import { csvGz, flipped, gzipStored } from '../bodies.ts';
import { readyToReview } from '../readings.ts';
import type { TransferCase } from '../transfer-case.ts';
import { trackerPlan } from '../vendors.ts';

const file = csvGz(1000);
const again = 'Collect it again; the file that you have is kept until you discard it.';
const damaged = `Collecting stopped · A file is damaged | “file.0.csv.gz” does not agree with its own check sum, or ends in the middle of a record. ${again}`;

/** A file that arrives whole and is not what it should be. */
function found(name: string, bytes: Uint8Array, state: string, reads: string): TransferCase {
  return {
    name,
    provider: 'mytracker',
    holds: [bytes],
    script: [from(0, bytes)],
    requests: ['plan', '/file bytes=0-'],
    after: `first ${bytes.length} bytes`,
    state: [state],
    reads: [reads],
  };
}

/** 16 MiB of one row over and over, packed to 33 kB; four members of it unpack to 64 MiB. */
const bomb = Buffer.concat(
  Array.from({ length: 4 }, () =>
    gzipSync(Buffer.from('0000001,0000001\n'.repeat(1024 * 1024)), { level: 9 }),
  ),
);

export const contentCases: readonly TransferCase[] = [
  found('gzip: one flipped bit in the data', flipped(file, 500), 'broken: gzip-corrupt', damaged),
  found('gzip: one flipped bit in the trailer', flipped(file, 993), 'broken: gzip-corrupt', damaged),
  found('gzip: one flipped bit in the header', flipped(file, 0), 'broken: gzip-corrupt', damaged),
  found(
    'gzip: the trailer is cut off, the length agrees',
    file.subarray(0, 992),
    'broken: gzip-corrupt',
    damaged,
  ),
  found('gzip: cut in the middle, the length agrees', file.subarray(0, 500), 'broken: gzip-corrupt', damaged),
  found(
    'gzip: something follows the end',
    Buffer.concat([file, Buffer.from('and more')]),
    'broken: gzip-corrupt',
    damaged,
  ),
  found(
    'gzip: zeros follow the end',
    Buffer.concat([file, Buffer.alloc(64)]),
    'broken: gzip-corrupt',
    damaged,
  ),
  {
    name: 'gzip: cut at a member’s border: sound in itself, and only the length tells',
    provider: 'mytracker',
    holds: [Buffer.concat([file, gzipStored(Buffer.from('9999999,9999999\n'))])],
    script: [
      {
        ...from(0, Buffer.concat([file, gzipStored(Buffer.from('9999999,9999999\n'))])),
        after: { bytes: 1000, how: 'end' },
      },
      from(1000, Buffer.concat([file, gzipStored(Buffer.from('9999999,9999999\n'))])),
    ],
    requests: ['plan', '/file bytes=0-', 'plan', '/file bytes=1000- if "a"'],
    after: 'whole',
    state: ['paused by error: connection-lost, again in 2 s', 'collected, 61 records'],
    reads: [
      'Paused · The connection broke off · goes on in 2 s | The answer of MyTracker did not arrive whole. What was collected is kept. Nothing needs doing: Docket tries again in 2 s.',
      'Ready to review · 61 records · 1.0 kB',
    ],
  },
  {
    name: 'gzip: several members are one file',
    provider: 'mytracker',
    holds: [Buffer.concat([file, gzipStored(Buffer.from('1,2\n'))])],
    script: [full(Buffer.concat([file, gzipStored(Buffer.from('1,2\n'))]))],
    requests: ['plan', '/file bytes=0-'],
    after: 'whole',
    state: ['collected, 61 records'],
    reads: ['Ready to review · 61 records · 1.0 kB'],
  },
  {
    name: 'gzip: a bomb (0.1 MB that unpacks to 67 MB) streams through: nothing of it is kept unpacked',
    provider: 'mytracker',
    holds: [bomb],
    script: [from(0, bomb)],
    requests: ['plan', '/file bytes=0-'],
    after: 'whole',
    state: ['collected, 4194303 records'],
    reads: [`Ready to review · 4,194,303 records · ${Math.round(bomb.length / 1000)} kB`],
  },
  found(
    'a table with nothing in it has no header',
    gzipStored(Buffer.alloc(0)),
    'broken: header-missing',
    `Collecting stopped · The column names are missing | “file.0.csv.gz” has no first row with the names of its columns. ${again}`,
  ),
  found(
    'a table that ends within a quoted field was cut before it was packed',
    gzipStored(Buffer.from('id,name\n1,"Ada')),
    'broken: gzip-corrupt',
    damaged,
  ),
  found(
    'a web page, packed, under a table’s name',
    gzipStored(Buffer.from('<!DOCTYPE html><title>Error</title>')),
    'broken: header-missing',
    `Collecting stopped · The column names are missing | “file.0.csv.gz” has no first row with the names of its columns. ${again}`,
  ),
  {
    name: 'a header and no rows is an export without data, and whole',
    provider: 'mytracker',
    holds: [gzipStored(Buffer.from('id,amount\n'))],
    script: [from(0, gzipStored(Buffer.from('id,amount\n')))],
    requests: ['plan', '/file bytes=0-'],
    after: 'whole',
    state: ['collected, 0 records'],
    reads: ['Ready to review · 0 records · 33 B'],
  },
  {
    name: 'two parts with the same header belong together',
    provider: 'mytracker',
    holds: [file, csvGz(500)],
    script: [from(0, file), from(0, csvGz(500))],
    requests: ['plan', '/file bytes=0-', '/file1 bytes=0-'],
    after: 'whole + whole',
    state: ['collected, 89 records'],
    reads: ['Ready to review · 2 files · 89 records · 1.5 kB'],
  },
  {
    name: 'two parts with different headers do not',
    provider: 'mytracker',
    holds: [file, csvGz(500, 'id,price')],
    script: [from(0, file), from(0, csvGz(500, 'id,price'))],
    requests: ['plan', '/file bytes=0-', '/file1 bytes=0-'],
    after: 'whole + whole',
    state: ['broken: headers-differ'],
    reads: [
      `Collecting stopped · The parts do not fit together | “file.1.csv.gz” has other columns than the files before it. ${again}`,
    ],
  },
  {
    name: 'the vendor lists fewer parts after a fresh link than before: not taken for whole',
    provider: 'mytracker',
    holds: [file, csvGz(500)],
    plans: [
      trackerPlan(['{here}/file.0.csv.gz', '{here}/file.1.csv.gz']),
      trackerPlan(['{here}/file.0.csv.gz']),
    ],
    script: [from(0, file), { ...from(0, file), status: 403 }],
    requests: ['plan', '/file bytes=0-', '/file1 bytes=0-', 'plan'],
    after: 'whole',
    state: ['broken: export-changed'],
    reads: [
      `Collecting stopped · The vendor changed the file meanwhile | It is no longer the one that Docket began to collect. ${again}`,
    ],
  },
  {
    name: 'a careless label (text/html) on a sound file does no harm',
    provider: 'mytracker',
    holds: [file],
    script: [withHeaders({ 'content-type': 'text/html' }, from(0, file))],
    requests: ['plan', '/file bytes=0-'],
    after: 'whole',
    state: ['collected, 60 records'],
    reads: [readyToReview],
  },
];
