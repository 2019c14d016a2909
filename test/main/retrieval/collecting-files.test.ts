import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import { systemDisk } from '../../../src-main/retrieval/disk.ts';
import { fetchedPart } from '../../support/fetch-part.ts';
import { type FileServer, serveFile } from './support/file-server.ts';
import { createWorld, filesPlan } from './support/world.ts';

const csv = (from: number, rows: number, header = 'id,value') =>
  `${header}\n${Array.from({ length: rows }, (_, i) => `${from + i},${(i * 2654435761) % 4294967296}`).join('\n')}\n`;
const first = gzipSync(csv(0, 20_000));
const second = gzipSync(csv(20_000, 500));

async function served(
  world: ReturnType<typeof createWorld>,
  bytes: Uint8Array = first,
  more: Parameters<typeof fetchedPart>[0] | object = {},
) {
  const server = await serveFile(bytes);
  const part = fetchedPart({ url: server.url, name: 'installs.csv.gz', ...more });
  world.vendor.plan = filesPlan(part);
  world.addJob();
  return server;
}

/** Stops the person's collection after some bytes of a file. */
async function pauseAfter(
  world: ReturnType<typeof createWorld>,
  server: FileServer,
  bytes: number,
): Promise<void> {
  server.manners.stallAfter = bytes;
  await world.service.start('job-1');
  await expect.poll(() => world.service.progress()[0]?.done).toBe(bytes);
  await world.service.pause('job-1');
  server.manners.stallAfter = null;
}

describe('collecting files', () => {
  it('puts a checked file in a folder of its own and keeps the proof', async () => {
    const world = createWorld();
    await served(world);
    await world.service.start('job-1');
    const job = await world.until('collected');
    expect(job.retrieval).toMatchObject({
      files: 1,
      rows: 20_000,
      bytes: first.length,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(job.folder).toBe(join(world.downloads, 'Games', '2026-01-15 Installs, October'));
    expect(world.files()).toEqual(['installs.csv.gz']);
    expect(readFileSync(join(world.folder(), 'installs.csv.gz')).equals(first)).toBe(true);
    expect(world.ledger.files.of('job-1')).toMatchObject([
      { name: 'installs.csv.gz', kind: 'csv.gz', rows: 20_000, folder: world.folder() },
    ]);
    expect(world.kinds()).toEqual(['retrieval-started', 'retrieval-collected']);
    expect(world.service.progress()).toEqual([]);
  });

  it('reads no byte of it again for its check when it came in one go, and after a pause only what lay there', async () => {
    const reads: (number | null)[] = [];
    const world = createWorld({
      disk: {
        ...systemDisk,
        read(path, range) {
          reads.push(range === undefined ? null : range.end + 1 - range.start);
          return systemDisk.read(path, range);
        },
      },
    });
    const server = await served(world);
    await world.service.start('job-1');
    await world.until('collected');
    expect(reads).toEqual([]);

    await world.service.discard('job-1');
    await pauseAfter(world, server, 30_000);
    await world.service.resume('job-1');
    await world.until('collected');
    expect(reads).toEqual([30_000]);
  });

  it('takes parts one after another and shows which is done', async () => {
    const world = createWorld();
    const one = await serveFile(first);
    const two = await serveFile(second);
    world.vendor.plan = filesPlan(
      fetchedPart({ url: one.url, key: '0', name: 'same.csv.gz', expectedBytes: first.length }),
      fetchedPart({ url: two.url, key: '1', name: 'same.csv.gz', expectedBytes: second.length }),
    );
    two.manners.stallAfter = 100;
    world.addJob();
    await world.service.start('job-1');
    await expect.poll(() => two.asked.length).toBe(1);
    expect(world.retrieval()).toMatchObject({
      kind: 'collecting',
      parts: [
        { key: '0', done: true },
        { key: '1', name: 'same (2).csv.gz', done: false },
      ],
    });
    await expect.poll(() => world.service.progress()[0]?.done).toBe(first.length + 100);
    expect(world.service.progress()).toMatchObject([
      { jobId: 'job-1', unit: 'bytes', total: first.length + second.length, part: 2, parts: 2 },
    ]);
    await world.service.pause('job-1');
    two.manners.stallAfter = null;
    await world.service.resume('job-1');
    expect((await world.until('collected')).retrieval).toMatchObject({ files: 2, rows: 20_500 });
    expect(one.asked).toHaveLength(1);
    expect(world.files()).toEqual(['same (2).csv.gz', 'same.csv.gz']);
  });

  it('refuses parts whose headers differ, and keeps them', async () => {
    const world = createWorld();
    const one = await serveFile(first);
    const two = await serveFile(gzipSync(csv(1, 1, 'id,price')));
    world.vendor.plan = filesPlan(
      fetchedPart({ url: one.url, key: '0', name: 'a.csv.gz' }),
      fetchedPart({ url: two.url, key: '1', name: 'b.csv.gz' }),
    );
    world.addJob();
    await world.service.start('job-1');
    expect((await world.until('broken')).retrieval).toMatchObject({
      error: { code: 'headers-differ', subject: 'b.csv.gz' },
    });
    expect(world.files()).toEqual(['a.csv.gz', 'b.csv.gz']);
    two.manners.bytes = second;
    two.manners.etag = '"v2"';
    await world.service.start('job-1');
    await world.until('collected');
    expect(world.files()).toEqual(['a (2).csv.gz', 'a.csv.gz', 'b (2).csv.gz', 'b.csv.gz']);
  });

  it('never shares a folder with another export of the same title and day', async () => {
    const world = createWorld();
    await served(world);
    world.addJob({ id: 'job-2' });
    await Promise.all([world.service.start('job-1'), world.service.start('job-2')]);
    await Promise.all([world.until('collected'), world.until('collected', 'job-2')]);
    expect(new Set([world.folder(), world.folder('job-2')]).size).toBe(2);
    expect(world.folder('job-2')).toMatch(/ \(2\)$/);
  });

  it('names a workbook by what it is, not by what the server calls it', async () => {
    const world = createWorld();
    const { default: xlsx } = await import('@e965/xlsx');
    const book = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['Id'], ['0012']]));
    const server = await served(world, Buffer.from(xlsx.write(book, { type: 'buffer' }) as Uint8Array), {
      name: 'export-7',
      content: 'workbook',
    });
    server.manners.headers = { 'content-disposition': 'attachment; filename="../..\\Licence report.zip"' };
    await world.service.start('job-1');
    expect((await world.until('collected')).retrieval).toMatchObject({ rows: 1 });
    expect(world.files()).toEqual(['Licence report.xlsx']);
  });

  it('collects as many exports at once as the settings say', async () => {
    const world = createWorld();
    const server = await served(world);
    world.settings.parallelTransfers = 1;
    world.addJob({ id: 'job-2' });
    server.manners.stallAfter = 10;
    await world.service.start('job-1');
    await world.service.start('job-2');
    await expect.poll(() => server.asked.length).toBe(1);
    expect(world.retrieval('job-2')).toEqual({ kind: 'collecting', parts: [] });
    server.manners.stallAfter = null;
    await world.service.pause('job-1');
    await world.until('collected', 'job-2');
    expect(world.retrieval()).toMatchObject({ kind: 'paused', by: 'person' });
  });

  it.each([
    ['queued', 'export-not-ready'],
    ['running', 'export-not-ready'],
    ['expired', 'export-expired'],
    ['gone', 'export-gone'],
    ['cancelled', 'export-gone'],
  ] as const)('refuses an export that is %s', async (kind, code) => {
    const world = createWorld();
    world.addJob({ export: { kind } });
    await expect(world.service.start('job-1')).rejects.toMatchObject({ error: { code } });
    expect(world.retrieval()).toEqual({ kind: 'none' });
  });
});

describe('what is wrong with a file', () => {
  it.each([
    [
      'a flipped bit',
      (() => {
        const bad = Buffer.from(first);
        bad[5000] = (bad[5000] ?? 0) ^ 4;
        return bad;
      })(),
      'gzip-corrupt',
    ],
    ['a cut trailer', first.subarray(0, -4), 'gzip-corrupt'],
    ['something after the end', Buffer.concat([first, Buffer.from('tail')]), 'gzip-corrupt'],
    ['no header row', gzipSync(''), 'header-missing'],
  ])('%s breaks the retrieval and keeps the bytes', async (_what, bytes, code) => {
    const world = createWorld();
    await served(world, bytes);
    await world.service.start('job-1');
    expect((await world.until('broken')).retrieval).toMatchObject({
      error: { code, subject: 'installs.csv.gz' },
    });
    expect(readFileSync(join(world.folder(), 'installs.csv.gz.part')).equals(bytes)).toBe(true);
    expect(world.ledger.files.of('job-1')).toEqual([]);
    expect(world.kinds()).toEqual(['retrieval-started', 'retrieval-broken']);
  });

  it('a cut between two members is seen by the length that the vendor announced', async () => {
    const world = createWorld();
    const whole = Buffer.concat([gzipSync(csv(0, 5)), gzipSync('9,9\n')]);
    await served(world, gzipSync(csv(0, 5)), { expectedBytes: whole.length });
    await world.service.start('job-1');
    expect((await world.until('broken')).retrieval).toMatchObject({ error: { code: 'length-mismatch' } });
  });

  it('collecting a broken one again takes a new name and leaves the bad bytes alone', async () => {
    const world = createWorld();
    const bad = first.subarray(0, -4);
    const server = await served(world, bad);
    await world.service.start('job-1');
    await world.until('broken');
    server.manners.bytes = first;
    server.manners.etag = '"v2"';
    await world.service.start('job-1');
    await world.until('collected');
    expect(world.files()).toEqual(['installs (2).csv.gz', 'installs.csv.gz.part']);
    await world.service.discard('job-1');
    expect(existsSync(join(world.downloads, 'Games', '2026-01-15 Installs, October'))).toBe(false);
  });
});

describe('links that expire', () => {
  it('in the middle of a file are renewed, and the file goes on', async () => {
    const world = createWorld();
    const server = await served(world);
    await pauseAfter(world, server, 5000);
    server.manners.script = [(_request, response) => response.writeHead(403).end('<Error/>')];
    await world.service.resume('job-1');
    await world.until('collected');
    expect(world.vendor.plans).toBe(3);
    expect(server.asked.at(-1)?.range).toBe('bytes=5000-');
  });

  it('before the collection, by the clock, are renewed without asking the dead one', async () => {
    const world = createWorld();
    const dead = await serveFile(first);
    const fresh = await serveFile(first);
    world.vendor.plan = async () => ({
      kind: 'files',
      parts: [
        world.vendor.plans === 1
          ? fetchedPart({ url: dead.url, expiresAt: world.clock.now() - 1 })
          : fetchedPart({ url: fresh.url, expiresAt: world.clock.now() + 1e6 }),
      ],
    });
    world.addJob();
    await world.service.start('job-1');
    await world.until('collected');
    expect([dead.asked.length, fresh.asked.length]).toEqual([0, 1]);
  });

  it.each([
    [{ kind: 'expired' } as const, 'export-expired'],
    [{ kind: 'gone' } as const, 'export-gone'],
    [{ kind: 'ready', expiresAt: 1 } as const, 'export-expired'],
  ])('with an export that is %o break the retrieval and keep the part', async (state, code) => {
    const world = createWorld();
    const server = await served(world);
    await pauseAfter(world, server, 5000);
    world.vendor.state = state;
    server.manners.script = Array.from(
      { length: 9 },
      () => (_request, response) => response.writeHead(404).end(),
    );
    await world.service.resume('job-1');
    const job = await world.until('broken');
    expect(job.retrieval).toMatchObject({ error: { code } });
    expect(job.export).toEqual(state);
    expect(world.files()).toEqual(['installs.csv.gz.part']);
    expect(readFileSync(join(world.folder(), 'installs.csv.gz.part')).equals(first.subarray(0, 5000))).toBe(
      true,
    );
  });

  it('may hide a whole export that is gone: the plan is refused, the vendor asked', async () => {
    const world = createWorld();
    world.addJob();
    world.vendor.state = { kind: 'gone' };
    await world.service.start('job-1');
    expect((await world.until('broken')).retrieval).toMatchObject({ error: { code: 'export-gone' } });
    expect(world.vendor.checks).toBe(1);
  });
});

describe('pauses', () => {
  it.each([
    ['vendor-unavailable', [2_000, 10_000, 30_000, 120_000, 300_000, 300_000, 300_000]],
    ['answer-malformed', [2_000, 10_000, 30_000, 120_000, 300_000]],
  ] as const)('by %s are tried again later each time', async (code, expected) => {
    const world = createWorld();
    await served(world);
    world.vendor.plan = async () => {
      throw new Failure(code);
    };
    await world.service.start('job-1');
    const waits: number[] = [];
    while (waits.length < 7) {
      const state = (await world.until('paused')).retrieval;
      if (state.kind !== 'paused' || state.until === undefined) break;
      waits.push(state.until - world.clock.now());
      const asked = world.vendor.plans;
      await world.clock.advanceTo(state.until);
      await expect.poll(() => world.vendor.plans).toBe(asked + 1);
    }
    expect(waits).toEqual(expected);
    expect((await world.until('paused')).retrieval).toMatchObject({ by: 'error', error: { code } });
  });

  it('by a rate limit end when the vendor says so', async () => {
    const world = createWorld();
    const server = await served(world);
    const plan = world.vendor.plan;
    const until = world.clock.now() + 40_000;
    world.vendor.plan = async () => {
      throw new Failure('rate-limited', { action: { kind: 'wait', until } });
    };
    await world.service.start('job-1');
    expect((await world.until('paused')).retrieval).toMatchObject({ by: 'rate-limit', until });
    world.vendor.plan = plan;
    await world.clock.advance(39_999);
    expect(world.retrieval().kind).toBe('paused');
    await world.clock.advance(1);
    await world.until('collected');
    expect(server.asked).toHaveLength(1);
  });

  it('by being offline end by themselves', async () => {
    const world = createWorld();
    const server = await served(world);
    world.power.change({ online: false });
    await world.service.start('job-1');
    expect((await world.until('paused')).retrieval).toMatchObject({ by: 'offline' });
    expect(server.asked).toEqual([]);
    world.power.change({ online: true });
    await world.until('collected');
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'folder-unwritable'],
  ])('by the disk (%s) wait for the person and say why', async (errno, code) => {
    let full = true;
    const world = createWorld({
      disk: {
        ...systemDisk,
        async openWriter(path, keep) {
          if (full) throw Object.assign(new Error(errno), { code: errno });
          return systemDisk.openWriter(path, keep);
        },
      },
    });
    await served(world);
    await world.service.start('job-1');
    const state = (await world.until('paused')).retrieval;
    expect(state).toMatchObject({ by: 'error', error: { code, subject: 'installs.csv.gz' } });
    expect(state).not.toHaveProperty('until');
    full = false;
    await world.service.resume('job-1');
    await world.until('collected');
  });

  it('by a downloads folder that can not be made leave the export uncollected', async () => {
    const world = createWorld();
    await served(world);
    const file = join(world.root, 'a-file');
    writeFileSync(file, '');
    world.settings.downloadsFolder = join(file, 'below');
    await expect(world.service.start('job-1')).rejects.toMatchObject({ error: { code: 'folder-missing' } });
    expect(world.retrieval()).toEqual({ kind: 'none' });
  });

  it('by a locked file name come after patience, and the rename is tried again', async () => {
    let refusals = 3;
    const world = createWorld({
      disk: {
        ...systemDisk,
        async rename(from, to) {
          if (refusals > 0) {
            refusals -= 1;
            throw Object.assign(new Error('held'), { code: 'EPERM' });
          }
          await systemDisk.rename(from, to);
        },
      },
    });
    await served(world);
    await world.service.start('job-1');
    const later = (jobId: string) =>
      expect.poll(async () => {
        await world.clock.advance(4000);
        return world.retrieval(jobId).kind;
      });
    await later('job-1').toBe('collected');
    expect(refusals).toBe(0);

    refusals = 99;
    world.addJob({ id: 'job-2' });
    await world.service.start('job-2');
    await later('job-2').toBe('paused');
    expect(refusals).toBe(99 - 8);
    expect(world.retrieval('job-2')).toMatchObject({
      by: 'error',
      error: { code: 'file-locked', subject: 'installs.csv.gz' },
    });
    expect(world.files('job-2')).toEqual(['installs.csv.gz.part']);
  });

  it('stay when the folder is gone, and say so', async () => {
    const world = createWorld();
    const server = await served(world);
    await pauseAfter(world, server, 5000);
    const { renameSync } = await import('node:fs');
    renameSync(world.folder(), `${world.folder()} moved`);
    await world.service.resume('job-1');
    await expect
      .poll(() => world.retrieval())
      .toMatchObject({ kind: 'paused', by: 'error', error: { code: 'folder-missing' } });
    renameSync(`${world.folder()} moved`, world.folder());
    await world.service.resume('job-1');
    await world.until('collected');
  });
});

describe('names on disk', () => {
  it('that are taken when the file is ready are left alone', async () => {
    const world = createWorld();
    const server = await served(world);
    server.manners.stallAfter = 100;
    await world.service.start('job-1');
    await expect.poll(() => server.asked.length).toBe(1);
    writeFileSync(join(world.folder(), 'installs.csv.gz'), 'mine');
    await world.service.pause('job-1');
    server.manners.stallAfter = null;
    await world.service.resume('job-1');
    await world.until('collected');
    expect(readFileSync(join(world.folder(), 'installs.csv.gz'), 'utf8')).toBe('mine');
    expect(gunzipSync(readFileSync(join(world.folder(), 'installs (2).csv.gz'))).toString()).toBe(
      csv(0, 20_000),
    );
  });

  it('that differ in case only are taken, too', async () => {
    const world = createWorld();
    mkdirSync(join(world.downloads, 'Games', '2026-01-15 INSTALLS, OCTOBER'), { recursive: true });
    await served(world);
    await world.service.start('job-1');
    await world.until('collected');
    expect(world.folder()).toMatch(/Installs, October \(2\)$/);
  });
});
