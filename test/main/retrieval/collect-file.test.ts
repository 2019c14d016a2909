import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Ledger, LedgerPart } from '../../../src-main/jobs/ledger.ts';
import { silentLog } from '../../../src-main/ports/log.ts';
import type { FilePart } from '../../../src-main/providers/provider.ts';
import type { CollectContext } from '../../../src-main/retrieval/collect-context.ts';
import { fetchPart } from '../../../src-main/retrieval/collect-file.ts';
import { type Disk, systemDisk } from '../../../src-main/retrieval/disk.ts';
import { createFileChecks } from '../../../src-main/retrieval/file-checks.ts';
import { createPieceRoom } from '../../../src-main/retrieval/piece-room.ts';
import { fetchedPart } from '../../support/fetch-part.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { type FileManners, serveFile } from './support/file-server.ts';
import { tempFolder } from './support/world.ts';

const bytes = gzipSync(
  Buffer.from(
    `a,b\n${Array.from({ length: 30_000 }, (_, i) => `${i},${(i * 2654435761) % 4294967296}`).join('\n')}\n`,
  ),
);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const fresh: LedgerPart = {
  jobId: 'job-1',
  key: '0',
  name: 'f.csv.gz',
  state: 'waiting',
  bytes: 0,
  rows: null,
  total: null,
  validator: null,
  sha256: null,
  nextOffset: null,
  totalResults: null,
};
const half: Partial<LedgerPart> = { state: 'partial', total: bytes.length, validator: '"v1"' };

interface Try {
  readonly held?: Partial<LedgerPart>;
  /** What lies on disk before. */
  readonly onDisk?: Uint8Array;
  readonly manners?: Partial<FileManners>;
  readonly content?: FilePart['content'];
  readonly disk?: Disk;
  readonly signal?: AbortSignal;
}

async function setUp(options: Try) {
  const server = await serveFile(bytes, options.manners);
  const folder = tempFolder();
  const path = join(folder, 'f.csv.gz.part');
  if (options.onDisk !== undefined) writeFileSync(path, options.onDisk);
  const noted: LedgerPart[] = [];
  const ledger = {
    parts: { of: () => noted, put: (part: LedgerPart) => noted.push(part), clear() {} },
  } as unknown as Ledger;
  const context: CollectContext = {
    disk: options.disk ?? systemDisk,
    checks: createFileChecks(options.disk ?? systemDisk),
    room: createPieceRoom(),
    clock: createVirtualClock(),
    log: silentLog,
    ledger,
    jobId: 'job-1',
    folder,
    signal: options.signal ?? new AbortController().signal,
    onProgress() {},
  };
  // All that lies on disk was made durable, unless the case says otherwise.
  const held: LedgerPart = { ...fresh, bytes: options.onDisk?.length ?? 0, ...options.held };
  const run = (now: LedgerPart = noted.at(-1) ?? held) =>
    fetchPart(fetchedPart({ url: server.url, content: options.content ?? 'csv.gz' }), now, path, context);
  return { server, path, noted, run };
}
const failsWith = (code: string) =>
  expect.objectContaining({ error: expect.objectContaining({ code, subject: 'f.csv.gz' }) });

describe('a file from the first byte', () => {
  it('asks for bytes=0-, so that it comes unencoded, and notes size and validator first, then what is durable', async () => {
    const { run, server, path, noted } = await setUp({});
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(server.asked).toMatchObject([{ range: 'bytes=0-', ifRange: undefined }]);
    const known = { state: 'partial', total: bytes.length, validator: '"v1"' };
    expect(noted).toMatchObject([
      { ...known, bytes: 0 },
      { ...known, bytes: bytes.length },
    ]);
  });
  it('comes whole from a server without ranges', async () => {
    const { run } = await setUp({ manners: { ranges: false, etag: null } });
    await expect(run()).resolves.toMatchObject({ sha256, held: { validator: null, total: bytes.length } });
  });
  it('of no bytes is empty and there', async () => {
    const { run, path } = await setUp({ manners: { bytes: new Uint8Array() } });
    await run();
    expect(readFileSync(path)).toHaveLength(0);
  });
  it('is named by the answer when that has a name', async () => {
    const { run } = await setUp({
      manners: { headers: { 'content-disposition': 'attachment; filename="../Licences.xlsx"' } },
    });
    await expect(run()).resolves.toMatchObject({ fileName: '../Licences.xlsx' });
  });
});

describe('a cut connection', () => {
  it.each([
    ['the first byte', 1],
    ['the middle', Math.floor(bytes.length / 2)],
    ['the last byte', bytes.length - 1],
  ])('after %s goes on from the size on disk', async (_where, cut) => {
    const { run, server, path } = await setUp({ manners: { cuts: [cut] } });
    await expect(run()).rejects.toEqual(
      expect.objectContaining({ error: expect.objectContaining({ code: 'connection-lost' }) }),
    );
    const onDisk = readFileSync(path).length;
    expect(onDisk).toBeLessThanOrEqual(cut);
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(server.asked.at(-1)).toMatchObject(
      onDisk === 0 ? { range: 'bytes=0-' } : { range: `bytes=${onDisk}-`, ifRange: '"v1"' },
    );
  });
  it('that looks like an end is seen by the length', async () => {
    const { run } = await setUp({
      manners: {
        script: [
          (_request, response) => {
            response.writeHead(200, { etag: '"v1"', 'x-length': 'none' });
            response.end(bytes.subarray(0, 100));
          },
        ],
      },
      held: {},
    });
    // No length was said: the server is asked for more, and has it.
    await expect(run()).resolves.toMatchObject({ sha256 });
  });
});

describe('what lies beyond the durable mark', () => {
  const mark = Math.floor(bytes.length / 2);
  it('may be zeros after a power cut, and is asked for again', async () => {
    const { run, server, path, noted } = await setUp({
      held: { ...half, bytes: mark },
      onDisk: Buffer.concat([bytes.subarray(0, mark), Buffer.alloc(5_000)]),
    });
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(server.asked).toMatchObject([{ range: `bytes=${mark}-`, ifRange: '"v1"' }]);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(noted.at(-1)).toMatchObject({ bytes: bytes.length });
  });
  it('is everything where nothing was made durable', async () => {
    const { run, server, path } = await setUp({ held: { ...half, bytes: 0 }, onDisk: Buffer.alloc(mark) });
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(server.asked).toMatchObject([{ range: 'bytes=0-' }]);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
  it('is cut off where the mark says that all is here', async () => {
    const { run, path } = await setUp({
      held: { ...half, bytes: bytes.length },
      onDisk: Buffer.concat([bytes, Buffer.alloc(10)]),
    });
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
  it('counts for nothing where the file is shorter than the mark', async () => {
    const { run, server } = await setUp({
      held: { ...half, bytes: mark },
      onDisk: bytes.subarray(0, 100),
    });
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(server.asked).toMatchObject([{ range: 'bytes=100-' }]);
  });
});

describe('a part on disk', () => {
  const middle = Math.floor(bytes.length / 2);
  const onDisk = bytes.subarray(0, middle);

  it('is gone on with, and the hash covers what lay there', async () => {
    const { run, server } = await setUp({ held: half, onDisk });
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(server.asked).toMatchObject([{ range: `bytes=${middle}-`, ifRange: '"v1"' }]);
  });
  it('is gone on with by date where there is no ETag', async () => {
    const date = 'Thu, 01 Jan 2026 00:00:00 GMT';
    const { run, server } = await setUp({
      held: { ...half, validator: date },
      onDisk,
      manners: { etag: null, lastModified: date },
    });
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(server.asked).toMatchObject([{ ifRange: date }]);
  });
  it('that is complete is not asked for again', async () => {
    const { run, server } = await setUp({ held: half, onDisk: bytes });
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(server.asked).toEqual([]);
  });
  it('starts again with a 200 to a range request', async () => {
    const { run, path } = await setUp({
      held: half,
      onDisk: Buffer.alloc(middle, 7),
      manners: { ranges: false },
    });
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
  it('starts again when the file changed at the vendor', async () => {
    const { run, noted } = await setUp({
      held: { ...half, validator: '"v0"' },
      onDisk: Buffer.alloc(middle, 7),
    });
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(noted.at(-1)).toMatchObject({ validator: '"v1"' });
  });
  it.each([
    [
      'another start',
      { 'content-range': `bytes ${middle - 1}-${bytes.length - 1}/${bytes.length}`, etag: '"v1"' },
    ],
    [
      'another size',
      { 'content-range': `bytes ${middle}-${bytes.length}/${bytes.length + 1}`, etag: '"v1"' },
    ],
    [
      'another ETag',
      { 'content-range': `bytes ${middle}-${bytes.length - 1}/${bytes.length}`, etag: '"v2"' },
    ],
    ['no Content-Range', { etag: '"v1"' }],
  ])('is not mixed with a 206 of %s', async (_what, headers) => {
    const { run, path, server } = await setUp({
      held: half,
      onDisk,
      manners: {
        script: [
          (_request, response) => {
            response.writeHead(206, headers);
            response.end(bytes.subarray(middle));
          },
        ],
      },
    });
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(server.asked.map((request) => request.range)).toEqual([`bytes=${middle}-`, 'bytes=0-']);
  });
  it('that is longer than the file starts again', async () => {
    const { run, path } = await setUp({ held: half, onDisk: Buffer.concat([bytes, Buffer.from('more')]) });
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
  it('of unknown size that is complete is settled by a 416', async () => {
    const { run, server } = await setUp({ held: { ...half, total: null }, onDisk: bytes });
    await expect(run()).resolves.toMatchObject({ sha256, held: { total: bytes.length } });
    expect(server.asked).toHaveLength(1);
  });
  it('of unknown size that is longer than the file starts again after the 416', async () => {
    const { run, path } = await setUp({
      held: { ...half, total: null },
      onDisk: Buffer.concat([bytes, Buffer.from('more')]),
    });
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
  it('is not gone on with by a server that never answers in kind', async () => {
    const nonsense: FileManners['script'][number] = (_request, response) => {
      response.writeHead(206, { 'content-range': `bytes 7-8/${bytes.length}`, 'content-length': '2' });
      response.end('ab');
    };
    const { run, path } = await setUp({
      held: half,
      onDisk,
      manners: { script: [nonsense, nonsense, nonsense, nonsense, nonsense, nonsense] },
    });
    await expect(run()).rejects.toEqual(failsWith('answer-malformed'));
    expect(readFileSync(path).equals(onDisk)).toBe(true);
  });
});

describe('a body without a length', () => {
  it('is proved by asking for more: 416 is the end', async () => {
    const { run, server } = await setUp({
      manners: {
        length: 'none',
        script: [
          (_r, response) => {
            response.useChunkedEncodingByDefault = false;
            response.writeHead(200, { etag: '"v1"', connection: 'close' });
            response.end(bytes);
          },
        ],
      },
    });
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(server.asked.map((request) => request.range)).toEqual(['bytes=0-', `bytes=${bytes.length}-`]);
  });
  it('that ended too soon is gone on with', async () => {
    const { run } = await setUp({ manners: { length: 'none', cuts: [500] } });
    await expect(run()).resolves.toMatchObject({ sha256 });
  });
  it('from a server without ranges is proved by the same bytes a second time', async () => {
    const { run, server } = await setUp({ manners: { length: 'none', ranges: false } });
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(server.asked).toHaveLength(2);
  });
  it('from a server without ranges that ended too soon is not taken for whole', async () => {
    const { run } = await setUp({ manners: { length: 'none', ranges: false, cuts: [500] } });
    await expect(run()).rejects.toEqual(failsWith('connection-lost'));
    await expect(run()).resolves.toMatchObject({ sha256 });
  });
  it('is enough for a workbook, whose directory stands at the end', async () => {
    const { run, server } = await setUp({ manners: { length: 'none', ranges: false }, content: 'workbook' });
    await expect(run()).resolves.toMatchObject({ sha256 });
    expect(server.asked).toHaveLength(1);
  });
  it('that was encoded on the way is not measured by its length', async () => {
    const { run } = await setUp({
      manners: {
        script: [0, 1].map(() => (_r, response) => {
          const packed = gzipSync(bytes);
          response.writeHead(200, {
            'content-encoding': 'gzip',
            'content-length': String(packed.length),
            etag: '"v1"',
          });
          response.end(packed);
        }),
      },
    });
    await expect(run()).resolves.toMatchObject({ sha256, held: { total: null, validator: null } });
  });
});

describe('a link', () => {
  it('that is dead says so and keeps the part', async () => {
    const { run, path } = await setUp({
      held: half,
      onDisk: bytes.subarray(0, 100),
      manners: { script: [(_r, response) => response.writeHead(403).end('<Error/>')] },
    });
    await expect(run()).rejects.toEqual(expect.objectContaining({ error: { code: 'link-expired' } }));
    expect(readFileSync(path)).toHaveLength(100);
  });
});

describe('the disk', () => {
  const failing = (errno: string, after: number): Disk => ({
    ...systemDisk,
    async openWriter(path, keep) {
      const writer = await systemDisk.openWriter(path, keep);
      let written = 0;
      return {
        ...writer,
        async write(piece) {
          written += piece.length;
          if (written > after) throw Object.assign(new Error(errno), { code: errno });
          await writer.write(piece);
        },
      };
    },
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'folder-unwritable'],
    ['EACCES', 'folder-unwritable'],
    ['ENOENT', 'folder-missing'],
    ['EIO', 'disk-error'],
    ['EMFILE', 'unexpected'],
  ])('that answers %s in the middle is told as %s, and the part stays', async (errno, code) => {
    const { run, path } = await setUp({ disk: failing(errno, 100_000) });
    await expect(run()).rejects.toEqual(failsWith(code));
    expect(readFileSync(path).equals(bytes.subarray(0, readFileSync(path).length))).toBe(true);
  });
  it('that has no room is not written to', async () => {
    const { run } = await setUp({ disk: { ...systemDisk, freeBytes: async () => 1000 } });
    await expect(run()).rejects.toEqual(failsWith('disk-full'));
  });
  it('with a file where a folder belongs is a missing folder', async () => {
    const { run } = await setUp({
      disk: { ...systemDisk, openWriter: (path, keep) => systemDisk.openWriter(join(path, 'x'), keep) },
    });
    await expect(run()).rejects.toEqual(failsWith('folder-missing'));
  });
});

it('an abort ends a stalled body at once and keeps what came', async () => {
  const controller = new AbortController();
  const { run, path } = await setUp({ manners: { stallAfter: 4096 }, signal: controller.signal });
  const ended = run();
  await expect.poll(() => readFileSync(path, { flag: 'a+' }).length).toBeGreaterThan(0);
  controller.abort(new Error('stop'));
  await expect(ended).rejects.toThrow('stop');
  expect(readFileSync(path)).toHaveLength(4096);
});
