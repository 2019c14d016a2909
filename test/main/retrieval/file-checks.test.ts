import { createHash } from 'node:crypto';
import { appendFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import xlsx from '@e965/xlsx';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { silentLog } from '../../../src-main/ports/log.ts';
import { systemDisk } from '../../../src-main/retrieval/disk.ts';
import { createFileChecks } from '../../../src-main/retrieval/file-checks.ts';
import type { CheckRules, FileChecks } from '../../../src-main/retrieval/file-checks-port.ts';
import { wholeInflate } from '../../../src-main/retrieval/inflate.ts';
import { createThreadChecks } from '../../../src-main/retrieval/thread-checks.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { zipOf } from '../../support/zip.ts';
import { tempFolder } from './support/world.ts';

const program = new URL('../../../src-main/retrieval/check-thread.ts', import.meta.url);
const signal = new AbortController().signal;
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

const shared = createThreadChecks({
  program,
  clock: createVirtualClock(),
  log: silentLog,
  instead: createFileChecks(systemDisk),
});
afterAll(() => shared.close());

function threadChecks(clock = createVirtualClock()): FileChecks {
  const checks = createThreadChecks({
    program,
    clock,
    log: silentLog,
    instead: createFileChecks(systemDisk),
  });
  onTestFinished(() => checks.close());
  return checks;
}

const kinds: readonly (readonly [string, () => FileChecks])[] = [
  ['on this thread', () => createFileChecks(systemDisk)],
  ['on this thread, unpacked whole', () => createFileChecks(systemDisk, wholeInflate)],
  ['on a thread of their own', () => shared],
];

const csv = `a,b\n${Array.from({ length: 5_000 }, (_, i) => `${i},"x\n${i * 7919}"`).join('\n')}\n`;
const members = Buffer.concat([gzipSync('a,b\n1,2\n'), gzipSync('3,4\n')]);
const sheet = (name: string): Buffer => {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['h'], [1]]), name);
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
};

interface Case {
  readonly what: string;
  readonly content: CheckRules['content'];
  readonly bytes: Uint8Array | string;
  readonly found: Readonly<Record<string, unknown>> | string;
}
const cases: readonly Case[] = [
  { what: 'a csv.gz', content: 'csv.gz', bytes: gzipSync(csv), found: { kind: 'csv.gz', rows: 5_000 } },
  { what: 'two members', content: 'csv.gz', bytes: members, found: { rows: 2, headerSha256: sha256('a,b') } },
  { what: 'a cut csv.gz', content: 'csv.gz', bytes: members.subarray(0, -1), found: 'gzip-corrupt' },
  {
    what: 'zeros after the end',
    content: 'csv.gz',
    bytes: Buffer.concat([members, Buffer.alloc(9)]),
    found: 'gzip-corrupt',
  },
  {
    what: 'words after the end',
    content: 'csv.gz',
    bytes: Buffer.concat([members, Buffer.from('and more')]),
    found: 'gzip-corrupt',
  },
  { what: 'an empty csv.gz', content: 'csv.gz', bytes: '', found: 'header-missing' },
  { what: 'lines', content: 'ndjson', bytes: '{"a":1}\n{"a":2}\n', found: { kind: 'ndjson', rows: 2 } },
  { what: 'a cut line', content: 'ndjson', bytes: '{"a":1}\n{"a"', found: 'count-mismatch' },
  { what: 'no lines', content: 'ndjson', bytes: '', found: { kind: 'ndjson', rows: 0 } },
  { what: 'a workbook', content: 'workbook', bytes: sheet('One'), found: { kind: 'xlsx', rows: 1 } },
  {
    what: 'a workbook in a ZIP',
    content: 'workbook',
    bytes: zipOf({ 'Report.xlsx': sheet('One') }),
    found: { kind: 'zip', rows: 1 },
  },
  { what: 'a cut workbook', content: 'workbook', bytes: sheet('One').subarray(0, -30), found: 'zip-corrupt' },
  { what: 'no workbook', content: 'workbook', bytes: 'PK or not', found: 'not-a-workbook' },
];

describe.each(kinds)('files checked %s', (_kind, make) => {
  it.each(cases)('$what, in pieces', async ({ content, bytes, found }) => {
    const checks = make();
    const path = join(tempFolder(), 'f.part');
    const whole = Buffer.from(bytes);
    writeFileSync(path, whole);
    const check = checks.begin({ name: 'f.csv.gz', content });
    onTestFinished(() => check.stop());
    // The memory is used again as soon as a write resolves, as the collector does.
    const block = new Uint8Array(new SharedArrayBuffer(64));
    for (let from = 0; from < whole.length; from += 64) {
      const piece = block.subarray(0, Math.min(64, whole.length - from));
      piece.set(whole.subarray(from, from + piece.length));
      await check.write(piece);
    }
    await expect(check.sha256()).resolves.toBe(sha256(whole));
    const end = check.end(path, signal);
    if (typeof found === 'string') {
      await expect(end).rejects.toMatchObject({ error: { code: found, subject: 'f.csv.gz' } });
    } else {
      await expect(end).resolves.toMatchObject({ ...found, bytes: whole.length, sha256: sha256(whole) });
    }
  });

  it('a file of which one part was there before', async () => {
    const checks = make();
    const path = join(tempFolder(), 'f.part');
    const whole = gzipSync(csv);
    writeFileSync(path, whole.subarray(0, 1_000));
    const check = checks.begin({ name: 'f.csv.gz', content: 'csv.gz' });
    onTestFinished(() => check.stop());
    // In the order of the calls, whatever they take.
    const fed = check.feed(path, 1_000, signal);
    const written = check.write(whole.subarray(1_000));
    appendFileSync(path, whole.subarray(1_000));
    await Promise.all([fed, written]);
    await expect(check.end(path, signal)).resolves.toMatchObject({ rows: 5_000, sha256: sha256(whole) });
  });

  it('a file that is shorter than was thought', async () => {
    const path = join(tempFolder(), 'f.part');
    writeFileSync(path, 'a,b\n');
    const check = make().begin({ name: 'f.csv.gz', content: 'unknown' });
    onTestFinished(() => check.stop());
    await expect(check.feed(path, 10, signal)).rejects.toMatchObject({ error: { code: 'file-changed' } });
  });

  it('a file that is not there is told by the system’s own word', async () => {
    const path = join(tempFolder(), 'none');
    await expect(make().hash(path, signal)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('the SHA-256 of what lies on disk', async () => {
    const path = join(tempFolder(), 'f');
    writeFileSync(path, csv);
    await expect(make().hash(path, signal)).resolves.toEqual({
      bytes: Buffer.byteLength(csv),
      sha256: sha256(csv),
    });
  });

  it('bytes that were given away, and shared ones', async () => {
    const checks = make();
    const path = join(tempFolder(), 'f');
    const whole = Buffer.from(`a,b\n${'1,2\n'.repeat(50_000)}`);
    writeFileSync(path, whole);
    const check = checks.begin({ name: 'f.csv', content: 'unknown' });
    onTestFinished(() => check.stop());
    const shared = new Uint8Array(new SharedArrayBuffer(1_000));
    shared.set(whole.subarray(0, 1_000));
    const takes = [check.take(shared), check.take(Uint8Array.from(whole.subarray(1_000)))];
    await Promise.all(takes);
    await expect(check.sha256()).resolves.toBe(sha256(whole));
    await expect(check.end(path, signal)).resolves.toMatchObject({ kind: 'csv', rows: 50_000 });
  });

  it('an abort ends the reading', async () => {
    const path = join(tempFolder(), 'f');
    writeFileSync(path, csv);
    await expect(make().hash(path, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
  });

  it('nothing goes into a check that was stopped', async () => {
    const check = make().begin({ name: 'f.csv.gz', content: 'unknown' });
    check.stop();
    check.stop();
    await expect(check.write(Buffer.from('a'))).rejects.toMatchObject({ error: { code: 'cancelled' } });
  });
});

describe('the thread', () => {
  it('takes memory over instead of copying it', async () => {
    const check = threadChecks().begin({ name: 'f', content: 'unknown' });
    onTestFinished(() => check.stop());
    const bytes = new Uint8Array(100_000);
    const taken = check.take(bytes);
    expect(bytes.byteLength).toBe(0);
    await taken;
    await expect(check.sha256()).resolves.toBe(sha256(Buffer.alloc(100_000)));
  });

  it('ends when it was idle for a while, and another one begins when it is needed', async () => {
    const clock = createVirtualClock();
    const checks = threadChecks(clock);
    const path = join(tempFolder(), 'f');
    writeFileSync(path, 'a');
    await checks.hash(path, signal);
    await clock.advance(60_000);
    await expect(checks.hash(path, signal)).resolves.toMatchObject({ bytes: 1 });
  });

  it('stays while a check is open', async () => {
    const clock = createVirtualClock();
    const checks = threadChecks(clock);
    const check = checks.begin({ name: 'f', content: 'ndjson' });
    const path = join(tempFolder(), 'f');
    writeFileSync(path, 'a\n');
    await checks.hash(path, signal);
    await clock.advance(60_000);
    await check.write(Buffer.from('a\n'));
    await expect(check.end(path, signal)).resolves.toMatchObject({ rows: 1 });
  });

  it('that is closed in the middle of something lets go of it', async () => {
    const checks = threadChecks();
    const check = checks.begin({ name: 'f', content: 'ndjson' });
    const under = expect(check.write(Buffer.alloc(1_000_000))).rejects.toMatchObject({
      error: { code: 'unexpected' },
    });
    await checks.close();
    await under;
  });

  it('tells how far the hash of a large file is, in order and within the file', async () => {
    const path = join(tempFolder(), 'large');
    const bytes = 150 * 1024 * 1024;
    writeFileSync(path, '');
    // Sparse: it takes no room.
    truncateSync(path, bytes);
    const read: number[] = [];
    const { bytes: all } = await threadChecks().hash(path, signal, (done) => read.push(done));
    expect(all).toBe(bytes);
    expect(read.length).toBeGreaterThanOrEqual(2);
    expect([...read].sort((a, b) => a - b)).toEqual(read);
    expect(read.at(-1)).toBeLessThanOrEqual(bytes);
  });

  it('that can not be started is done without', async () => {
    const checks = createThreadChecks({
      program: new URL('file:///no/such/program.ts'),
      clock: createVirtualClock(),
      log: silentLog,
      instead: createFileChecks(systemDisk),
    });
    const path = join(tempFolder(), 'f');
    writeFileSync(path, 'a');
    await expect(checks.hash(path, signal)).rejects.toMatchObject({ error: { code: 'unexpected' } });
    await expect(checks.hash(path, signal)).resolves.toMatchObject({ bytes: 1 });
  });
});

it('a gzip that unpacks to a thousand times its size takes no more memory than another', async () => {
  const megabyte = 1024 * 1024;
  const member = gzipSync(Buffer.alloc(40 * megabyte));
  const bomb = Buffer.concat([gzipSync('a,b\n1,2\n'), ...Array.from({ length: 8 }, () => member)]);
  const server = createServer((_request, response) => response.end(bomb));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { body } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const check = shared.begin({ name: 'export.csv.gz', content: 'csv.gz' });
  onTestFinished(() => check.stop());

  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  try {
    for await (const piece of body ?? []) await check.write(piece);
    const found = await check.end('/nowhere', signal);
    expect([bomb.length < megabyte, found.rows, found.bytes]).toEqual([true, 2, bomb.length]);
  } finally {
    clearInterval(watch);
  }
  // The thread is part of this process: 320 MB have passed through it.
  expect((most - before) / megabyte).toBeLessThan(120);
});
