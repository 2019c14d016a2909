import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import { fingerprintOf, manifestOf } from '../../../src-main/retrieval/fingerprint.ts';
import { fetchedPart } from '../../support/fetch-part.ts';
import { serveFile } from './support/file-server.ts';
import { createWorld, filesPlan, pagesPlan, type World } from './support/world.ts';

const bytes = gzipSync(
  `a,b\n${Array.from({ length: 5000 }, (_, i) => `${i},${(i * 2654435761) % 4294967296}`).join('\n')}\n`,
);

async function filesWorld() {
  const world = createWorld();
  const server = await serveFile(bytes);
  world.vendor.plan = filesPlan(fetchedPart({ url: server.url, name: 'f.csv.gz' }));
  world.addJob();
  return { world, server };
}

async function stalled() {
  const made = await filesWorld();
  made.server.manners.stallAfter = 1000;
  await made.world.service.start('job-1');
  await expect.poll(() => made.world.service.progress()[0]?.done).toBe(1000);
  return made;
}
const partSize = (world: World) => readFileSync(join(world.folder(), 'f.csv.gz.part')).length;

describe('pause, resume, discard', () => {
  it('a pause returns when nothing is written any more, and a resume goes on', async () => {
    const { world, server } = await stalled();
    await world.service.pause('job-1');
    expect(world.retrieval()).toEqual({
      kind: 'paused',
      by: 'person',
      parts: [{ key: '0', name: 'f.csv.gz', done: false }],
    });
    expect(partSize(world)).toBe(1000);
    expect(world.service.progress()).toEqual([]);
    server.manners.stallAfter = null;
    await world.service.resume('job-1');
    await world.until('collected');
    expect(server.asked.at(-1)).toMatchObject({ range: 'bytes=1000-', ifRange: '"v1"' });
  });

  it('a pause of an export that waits for its turn takes it off the queue', async () => {
    const { world, server } = await stalled();
    world.settings.parallelTransfers = 1;
    world.addJob({ id: 'job-2' });
    await world.service.start('job-2');
    await world.service.pause('job-2');
    server.manners.stallAfter = null;
    await world.service.pause('job-1');
    await world.service.resume('job-1');
    await world.until('collected');
    expect(world.retrieval('job-2')).toMatchObject({ kind: 'paused', by: 'person' });
  });

  it('a pause by the person stays when the network comes back', async () => {
    const { world } = await stalled();
    await world.service.pause('job-1');
    world.power.change({ online: false });
    world.power.change({ online: true });
    await world.clock.advance(10_000_000);
    expect(world.retrieval()).toMatchObject({ kind: 'paused', by: 'person' });
  });

  it('a pause takes the place of an announced retry', async () => {
    const { world } = await filesWorld();
    world.vendor.plan = async () => {
      throw new Failure('timeout');
    };
    await world.service.start('job-1');
    await world.until('paused');
    await world.service.pause('job-1');
    const plans = world.vendor.plans;
    await world.clock.advance(10_000_000);
    expect(world.retrieval()).toMatchObject({ kind: 'paused', by: 'person' });
    expect(world.vendor.plans).toBe(plans);
  });

  it('a pause ends a call that never answers', async () => {
    const { world } = await filesWorld();
    world.vendor.plan = () => new Promise(() => {});
    await world.service.start('job-1');
    await expect.poll(() => world.vendor.plans).toBe(1);
    await world.service.pause('job-1');
    expect(world.retrieval()).toMatchObject({ kind: 'paused', by: 'person' });
  });

  it('a discard deletes our files, and only ours', async () => {
    const { world } = await stalled();
    const folder = world.folder();
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    await world.service.discard('job-1');
    expect(world.retrieval()).toEqual({ kind: 'none' });
    expect(existsSync(join(folder, 'f.csv.gz.part'))).toBe(false);
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
    expect(world.ledger.parts.of('job-1')).toEqual([]);
    expect(world.kinds()).toEqual(['retrieval-started', 'retrieval-discarded']);
  });

  it('a discard of a collected export removes its files and its empty folder', async () => {
    const { world } = await filesWorld();
    await world.service.start('job-1');
    await world.until('collected');
    const folder = world.folder();
    await world.service.discard('job-1');
    expect(existsSync(folder)).toBe(false);
    expect(world.book.get('job-1').folder).toBeNull();
    expect(world.ledger.files.of('job-1')).toEqual([]);
    await world.service.start('job-1');
    await world.until('collected');
  });

  it.each(['committing', 'unknown'] as const)('a discard is refused while a commit is %s', async (kind) => {
    const { world } = await filesWorld();
    await world.service.start('job-1');
    await world.until('collected');
    world.book.update('job-1', {
      commit: {
        kind,
        attempt: { id: 'a', startedAt: 0, fingerprint: 'a'.repeat(64), keepFiles: null, by: 'kim' },
      },
    });
    await expect(world.service.discard('job-1')).rejects.toMatchObject({ error: { code: 'commit-running' } });
    expect(world.files()).toEqual(['f.csv.gz']);
  });

  it('commands given at once end in the state of the last one, with one owner at a time', async () => {
    const { world, server } = await stalled();
    server.manners.stallAfter = null;
    const { service } = world;
    await Promise.all([
      service.pause('job-1'),
      service.resume('job-1'),
      service.pause('job-1'),
      service.discard('job-1'),
      service.start('job-1'),
      service.pause('job-1'),
      service.resume('job-1'),
    ]);
    await world.until('collected');
    expect(world.files()).toEqual(['f.csv.gz']);
    await expect(service.verifyOnDisk('job-1')).resolves.toMatchObject({ fingerprint: expect.any(String) });
  });

  it('a storm of pauses and resumes loses no byte', async () => {
    const { world, server } = await filesWorld();
    await world.service.start('job-1');
    for (let round = 1; round <= 12; round += 1) {
      server.manners.stallAfter = 500 * (round % 4);
      await world.service.pause('job-1');
      await world.service.resume('job-1');
    }
    server.manners.stallAfter = null;
    await world.service.pause('job-1');
    await world.service.resume('job-1');
    await world.until('collected');
    expect(readFileSync(join(world.folder(), 'f.csv.gz')).equals(bytes)).toBe(true);
  });

  it('a start while it collects changes nothing', async () => {
    const { world, server } = await stalled();
    await world.service.start('job-1');
    expect(server.asked).toHaveLength(1);
    expect(world.kinds()).toEqual(['retrieval-started']);
  });

  it('an export that nobody knows is told', async () => {
    const { world } = await filesWorld();
    await expect(world.service.start('other')).rejects.toMatchObject({ error: { code: 'job-not-found' } });
    await expect(world.service.pause('other')).rejects.toMatchObject({ error: { code: 'job-not-found' } });
  });
});

describe('after a restart', () => {
  it('a collection goes on from the bytes on disk', async () => {
    const { world, server } = await stalled();
    await world.service.shutdown();
    expect(world.retrieval().kind).toBe('collecting');
    server.manners.stallAfter = null;
    const service = await world.restart();
    await service.recoverAtStart();
    await world.until('collected');
    expect(server.asked.map((request) => request.range)).toEqual(['bytes=0-', 'bytes=1000-']);
    expect(readFileSync(join(world.folder(), 'f.csv.gz')).equals(bytes)).toBe(true);
  });

  it('pages go on after the last one that was marked', async () => {
    const world = createWorld();
    const records = ['{"a":1}', '{"a":2}', '{"a":3}'];
    let hang = true;
    const { plan, offsets } = pagesPlan(records, {
      pageSize: 1,
      twist: (offset, page) => (offset === 3 && hang ? new Promise(() => {}) : page),
    });
    world.vendor.plan = plan;
    world.addJob();
    await world.service.start('job-1');
    await expect.poll(() => offsets).toEqual([1, 2, 3]);
    await world.service.shutdown();
    appendFileSync(join(world.folder(), 'Newsletter.ndjson.part'), '{"a":3}');
    hang = false;
    await (await world.restart()).recoverAtStart();
    await world.until('collected');
    expect(offsets).toEqual([1, 2, 3, 3]);
    expect(readFileSync(join(world.folder(), 'Newsletter.ndjson'), 'utf8')).toBe(
      '{"a":1}\n{"a":2}\n{"a":3}\n',
    );
  });

  it('what the person paused stays paused; what waited for a time or the network goes on', async () => {
    const { world } = await filesWorld();
    const part = (kind: 'person' | 'offline' | 'rate-limit' | 'error', until?: number) =>
      ({
        retrieval: { kind: 'paused', by: kind, parts: [], ...(until === undefined ? {} : { until }) },
        folder: mkdtempSync(join(world.downloads, 'f')),
      }) as const;
    const soon = world.clock.now() + 60_000;
    world.addJob({ id: 'person', ...part('person') });
    world.addJob({ id: 'offline', ...part('offline') });
    world.addJob({ id: 'limit', ...part('rate-limit', soon) });
    world.addJob({ id: 'retry', ...part('error', soon) });
    world.addJob({ id: 'error', ...part('error') });
    await world.service.recoverAtStart();
    await world.until('collected', 'offline');
    expect(world.retrieval('limit').kind).toBe('paused');
    await world.clock.advance(60_000);
    await Promise.all([world.until('collected', 'limit'), world.until('collected', 'retry')]);
    expect([world.retrieval('person').kind, world.retrieval('error').kind]).toEqual(['paused', 'paused']);
  });

  it('a crash between the rename and the ledger is recognised by the checked SHA-256', async () => {
    const { world, server } = await filesWorld();
    await world.service.start('job-1');
    await world.until('collected');
    const [part] = world.ledger.parts.of('job-1');
    if (part === undefined) throw new Error('no part');
    world.ledger.parts.put({ ...part, state: 'partial' });
    world.book.update('job-1', { retrieval: { kind: 'verifying' } });
    await world.service.recoverAtStart();
    await world.until('collected');
    expect(server.asked).toHaveLength(1);
    expect(world.files()).toEqual(['f.csv.gz']);
  });

  it('a file that only looks like ours is kept, and ours gets another name', async () => {
    const { world } = await filesWorld();
    await world.service.start('job-1');
    await world.until('collected');
    const [part] = world.ledger.parts.of('job-1');
    if (part === undefined) throw new Error('no part');
    world.ledger.parts.put({ ...part, state: 'partial' });
    const path = join(world.folder(), 'f.csv.gz');
    const other = Buffer.from(bytes);
    other[50] = (other[50] ?? 0) ^ 1;
    writeFileSync(path, other);
    world.book.update('job-1', { retrieval: { kind: 'verifying' } });
    await world.service.recoverAtStart();
    await world.until('collected');
    expect(readFileSync(path).equals(other)).toBe(true);
    expect(readFileSync(join(world.folder(), 'f (2).csv.gz')).equals(bytes)).toBe(true);
  });
});

describe('reading the files again', () => {
  const collectedWorld = async () => {
    const { world, server } = await filesWorld();
    await world.service.start('job-1');
    await world.until('collected');
    return { world, server, path: join(world.folder(), 'f.csv.gz') };
  };

  it('gives the fingerprint and notes when', async () => {
    const { world } = await collectedWorld();
    await world.clock.advance(1234);
    const { fingerprint } = await world.service.verifyOnDisk('job-1');
    expect(world.retrieval()).toMatchObject({ fingerprint, verifiedAt: world.clock.now() });
    expect(fingerprintOf(world.ledger.files.of('job-1'))).toBe(fingerprint);
  });
  it('names a file that is missing', async () => {
    const { world, path } = await collectedWorld();
    renameSync(path, `${path}.away`);
    await expect(world.service.verifyOnDisk('job-1')).rejects.toMatchObject({
      error: { code: 'file-missing', subject: 'f.csv.gz' },
    });
    renameSync(`${path}.away`, path);
    await expect(world.service.verifyOnDisk('job-1')).resolves.toBeDefined();
  });
  it.each([
    ['grew', () => Buffer.concat([bytes, Buffer.from('x')])],
    ['lost a byte', () => bytes.subarray(1)],
    [
      'changed one bit',
      () => {
        const other = Buffer.from(bytes);
        other[99] = (other[99] ?? 0) ^ 1;
        return other;
      },
    ],
  ])('names a file that %s', async (_how, change) => {
    const { world, path } = await collectedWorld();
    writeFileSync(path, change());
    await expect(world.service.verifyOnDisk('job-1')).rejects.toMatchObject({
      error: { code: 'file-changed', subject: 'f.csv.gz' },
    });
  });
  it('is refused where nothing is collected', async () => {
    const { world } = await filesWorld();
    await expect(world.service.verifyOnDisk('job-1')).rejects.toMatchObject({
      error: { code: 'not-collected' },
    });
  });
  it('collecting again after a change keeps the changed file; without a change nothing happens', async () => {
    const { world, server, path } = await collectedWorld();
    await world.service.start('job-1');
    expect(world.retrieval().kind).toBe('collected');
    expect(server.asked).toHaveLength(1);
    writeFileSync(path, 'changed');
    await world.service.start('job-1');
    await world.until('collected');
    expect(readFileSync(path, 'utf8')).toBe('changed');
    expect(world.files()).toEqual(['f (2).csv.gz', 'f.csv.gz']);
  });
  it('collecting again after the folder was deleted makes a new one', async () => {
    const { world } = await collectedWorld();
    rmSync(world.folder(), { recursive: true });
    await world.service.start('job-1');
    await world.until('collected');
    expect(world.files()).toEqual(['f.csv.gz']);
  });
});

describe('the fingerprint', () => {
  const one = { name: 'a', bytes: 1, sha256: 'a'.repeat(64), rows: 1 };
  const two = { name: 'b', bytes: 2, sha256: 'b'.repeat(64), rows: null };
  it('covers names, sizes, contents and rows, in whatever order', () => {
    expect(manifestOf([two, one])).toBe(
      `{"docket":1,"files":[{"name":"a","bytes":1,"sha256":"${one.sha256}","rows":1},{"name":"b","bytes":2,"sha256":"${two.sha256}","rows":null}]}`,
    );
    expect(fingerprintOf([two, one])).toBe(fingerprintOf([one, two]));
    for (const change of [{ name: 'c' }, { bytes: 3 }, { sha256: 'c'.repeat(64) }, { rows: 2 }]) {
      expect(fingerprintOf([{ ...one, ...change }, two])).not.toBe(fingerprintOf([one, two]));
    }
  });
});
