import { appendFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import type { Disk } from '../../../src-main/retrieval/disk.ts';
import { openArchiveWorld } from './support/archive-world.ts';

const day = 86_400_000;
const later = (world: ReturnType<typeof openArchiveWorld>) => world.clock.now() + 1;

describe('the plan of a clean-up', () => {
  it('names committed exports, each with its files and how much room they take', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1', 'two.csv': 'a\n22' });
    const plan = await world.archive.cleanUp.plan(later(world));
    expect(plan).toMatchObject({
      exports: [{ jobId: 'a', title: 'Export a', files: 2, bytes: 7, names: ['one.csv', 'two.csv'] }],
      total: { files: 2, bytes: 7 },
      staying: [],
    });
    expect(readdirSync(world.bin)).toEqual([]);
  });

  it('leaves out what was committed later than the age that was chosen', async () => {
    const world = openArchiveWorld();
    world.signed('old', { 'one.csv': 'a\n1' });
    world.clock.jump(40 * day);
    world.signed('new', { 'one.csv': 'a\n1' });
    const plan = await world.archive.cleanUp.plan(world.clock.now() - 30 * day);
    expect(plan.exports.map(({ jobId }) => jobId)).toEqual(['old']);
  });

  it('leaves out what is collected and not committed', async () => {
    const world = openArchiveWorld();
    world.collect('a', { 'one.csv': 'a\n1' });
    expect(await world.archive.cleanUp.plan(later(world))).toMatchObject({ exports: [], staying: [] });
  });

  it('leaves out an export that a receipt is about but that is open again', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1' });
    world.book.update('a', { commit: { kind: 'open' } });
    const plan = await world.archive.cleanUp.plan(later(world));
    expect(plan.exports).toEqual([]);
    expect(plan.staying[0]?.error.code).toBe('file-not-committed');
  });

  it('says which files stay since they are gone or of another size', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1', 'two.csv': 'a\n22', 'three.csv': 'a' });
    rmSync(world.pathOf('a', 'one.csv'));
    appendFileSync(world.pathOf('a', 'two.csv'), 'more');
    const plan = await world.archive.cleanUp.plan(later(world));
    expect(plan.exports[0]?.names).toEqual(['three.csv']);
    expect(plan.staying.map(({ name, error }) => [name, error.code])).toEqual([
      ['one.csv', 'file-missing'],
      ['two.csv', 'file-changed'],
    ]);
  });

  it('knows exports that left the list', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1' });
    world.book.remove('a');
    expect((await world.archive.cleanUp.plan(later(world))).total.files).toBe(1);
  });
});

describe('a clean-up', () => {
  it('moves each file to the bin and notes it in the history', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1', 'two.csv': 'a\n22' });
    const result = await world.archive.cleanUp.run(['a/one.csv', 'a/two.csv']);
    expect(result).toEqual({ moved: { files: 2, bytes: 7 }, stayed: [], stopped: false });
    expect(world.isThere('a', 'one.csv')).toBe(false);
    expect(readdirSync(world.bin)).toHaveLength(2);
    expect(world.kinds().slice(0, 2)).toEqual(['file-binned two.csv', 'file-binned one.csv']);
    expect(world.ledger.kept.outline({}).binned).toEqual({ files: 2, bytes: 7 });
  });

  it('leaves a file whose bytes are no longer those that were signed for, though its size is', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1', 'two.csv': 'a\n22' });
    writeFileSync(world.pathOf('a', 'one.csv'), 'a\n2');
    const result = await world.archive.cleanUp.run(['a/one.csv', 'a/two.csv']);
    expect(result.moved.files).toBe(1);
    expect(result.stayed).toMatchObject([{ name: 'one.csv', error: { code: 'file-changed' } }]);
    expect(world.isThere('a', 'one.csv')).toBe(true);
  });

  it('never touches what is not committed, whoever asks for it', async () => {
    const world = openArchiveWorld();
    world.collect('a', { 'one.csv': 'a\n1' });
    const result = await world.archive.cleanUp.run(['a/one.csv', 'no such file']);
    expect(result.stayed.map(({ error }) => error.code)).toEqual(['file-not-committed', 'file-missing']);
    expect(world.isThere('a', 'one.csv')).toBe(true);
  });

  it('never touches files when their list is not the one that was signed for', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1', 'two.csv': 'a\n22' });
    const [first] = world.ledger.files.of('a');
    if (first === undefined) throw new Error('no file');
    world.ledger.files.replace('a', [first]);
    const result = await world.archive.cleanUp.run(['a/one.csv']);
    expect(result.stayed[0]?.error.code).toBe('file-not-committed');
  });

  it('leaves a file that is written to while it is read', async () => {
    let touch = () => {};
    const watched = (disk: Disk): Disk => ({
      ...disk,
      read: (path, range) => {
        touch();
        return disk.read(path, range);
      },
    });
    const world = openArchiveWorld({ disk: watched });
    world.signed('a', { 'one.csv': 'a\n1' });
    touch = () => writeFileSync(world.pathOf('a', 'one.csv'), 'a\n1');
    const result = await world.archive.cleanUp.run(['a/one.csv']);
    expect(result.stayed[0]?.error.code).toBe('file-changed');
    expect(world.isThere('a', 'one.csv')).toBe(true);
  });

  it('without a bin deletes nothing, and doesn’t try all the others', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': '1', 'two.csv': '2', 'three.csv': '3', 'four.csv': '4' });
    let tries = 0;
    world.desk.moveToBin = async () => {
      tries += 1;
      throw new Error('no bin on this drive');
    };
    const result = await world.archive.cleanUp.run(world.ledger.files.of('a').map(({ id }) => id));
    expect(result).toMatchObject({ moved: { files: 0 }, stopped: true });
    expect(result.stayed.map(({ error }) => error.code)).toEqual(['bin-unavailable', 'bin-unavailable']);
    expect(tries).toBe(2);
    expect(world.isThere('a', 'one.csv')).toBe(true);
    expect(world.ledger.files.of('a').every(({ binnedAt }) => binnedAt === undefined)).toBe(true);
    expect(world.kinds()).not.toContain('file-binned one.csv');
  });

  it('goes on after one file that the bin refuses', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': '1', 'two.csv': '2', 'three.csv': '3' });
    const move = world.desk.moveToBin;
    world.desk.moveToBin = async (path) => {
      if (path.endsWith('two.csv')) throw new Error('in use');
      await move(path);
    };
    const result = await world.archive.cleanUp.run(world.ledger.files.of('a').map(({ id }) => id));
    expect(result.moved.files).toBe(2);
    expect(result.stayed).toMatchObject([{ name: 'two.csv', error: { code: 'bin-unavailable' } }]);
  });

  it('doesn’t believe a bin that says yes and leaves the file', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': '1' });
    world.desk.moveToBin = async () => {};
    const result = await world.archive.cleanUp.run(['a/one.csv']);
    expect(result.stayed[0]?.error.code).toBe('bin-unavailable');
    expect(world.ledger.kept.get('a/one.csv')?.binnedAt).toBeUndefined();
  });

  it('leaves the file where it is when the ledger can’t take the note', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': '1' });
    const { setBinned } = world.ledger.kept;
    world.ledger.kept.setBinned = () => {
      throw new Failure('disk-full');
    };
    const result = await world.archive.cleanUp.run(['a/one.csv']);
    world.ledger.kept.setBinned = setBinned;
    expect(result.stayed[0]?.error.code).toBe('disk-full');
    expect(world.isThere('a', 'one.csv')).toBe(true);
  });

  it('moves nothing twice', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': '1' });
    await world.archive.cleanUp.run(['a/one.csv']);
    const again = await world.archive.cleanUp.run(['a/one.csv']);
    expect(again.stayed[0]?.error.code).toBe('file-in-bin');
  });

  it('ends when it is stopped; what was moved stays moved, the rest stays', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': '1', 'two.csv': '2' });
    const move = world.desk.moveToBin;
    world.desk.moveToBin = async (path) => {
      await move(path);
      world.archive.cleanUp.stop();
    };
    const result = await world.archive.cleanUp.run(['a/one.csv', 'a/two.csv']);
    expect(result).toMatchObject({ moved: { files: 1 }, stayed: [], stopped: true });
    expect(world.isThere('a', 'two.csv')).toBe(true);
  });

  it('runs once at a time', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': '1' });
    const first = world.archive.cleanUp.run(['a/one.csv']);
    await expect(world.archive.cleanUp.run(['a/one.csv'])).rejects.toMatchObject({
      error: { code: 'job-busy' },
    });
    await first;
  });
});
