import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Disk } from '../../../src-main/retrieval/disk.ts';
import type { FilesQuery } from '../../../src-preload/contract/files.ts';
import { quickest } from '../../support/quickest.ts';
import { openArchiveWorld } from './support/archive-world.ts';

const namesOf = async (world: ReturnType<typeof openArchiveWorld>, query: FilesQuery = {}) =>
  (await world.archive.files(query)).entries.map(({ name }) => name);

describe('the list of collected files', () => {
  it('says of each how it stands on the disk', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'here.csv': '1', 'gone.csv': '2', 'grown.csv': '3', 'binned.csv': '4' });
    await world.archive.cleanUp.run(['a/binned.csv']);
    rmSync(world.pathOf('a', 'gone.csv'));
    appendFileSync(world.pathOf('a', 'grown.csv'), 'more');
    const { entries } = await world.archive.files({});
    expect(entries.map(({ name, presence }) => [name, presence])).toEqual([
      ['here.csv', 'here'],
      ['gone.csv', 'missing'],
      ['grown.csv', 'changed'],
      ['binned.csv', 'in-bin'],
    ]);
  });

  it('says of a drive that doesn’t answer that it can’t be reached, and not that the file is gone', async () => {
    const world = openArchiveWorld({
      disk: (disk: Disk) => ({ ...disk, size: async () => Promise.reject(new Error('no drive')) }),
    });
    world.signed('a', { 'one.csv': '1' });
    expect((await world.archive.files({})).entries[0]?.presence).toBe('unreachable');
  });

  it('notices that a file came back from the bin', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': '1' });
    await world.archive.cleanUp.run(['a/one.csv']);
    writeFileSync(world.pathOf('a', 'one.csv'), '1');
    expect((await world.archive.files({})).entries[0]).toMatchObject({ presence: 'here' });
    expect(world.ledger.kept.get('a/one.csv')?.binnedAt).toBeUndefined();
    expect(world.ledger.files.get('a/one.csv')?.binnedAt).toBeUndefined();
  });

  it('keeps files whose export left the list, and forgets those that were discarded', async () => {
    const world = openArchiveWorld();
    world.collect('a', { 'one.csv': '1' });
    world.collect('b', { 'two.csv': '2' });
    world.book.remove('a');
    world.ledger.files.replace('b', []);
    expect((await world.archive.files({})).entries).toMatchObject([{ name: 'one.csv', onList: false }]);
  });

  it('is filtered by vendor, connection, state and text', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'installs.csv': '1' });
    world.collect('b', { 'ÉTÉ.csv': '2' }, { provider: 'crayon', connectionName: 'Licences' });
    expect(await namesOf(world, { provider: 'crayon' })).toEqual(['ÉTÉ.csv']);
    expect(await namesOf(world, { connectionName: 'Games' })).toEqual(['installs.csv']);
    expect(await namesOf(world, { state: 'open' })).toEqual(['ÉTÉ.csv']);
    expect(await namesOf(world, { state: 'committed' })).toEqual(['installs.csv']);
    expect(await namesOf(world, { state: 'in-bin' })).toEqual([]);
    expect(await namesOf(world, { search: 'été' })).toEqual(['ÉTÉ.csv']);
    expect(await namesOf(world, { search: '100%' })).toEqual([]);
  });

  it('is outlined by day or by connection, with sizes; the sums are of everything', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': '1', 'two.csv': '22' });
    world.clock.jump(3 * 86_400_000);
    world.collect('b', { 'three.csv': '333' }, { provider: 'crayon', connectionName: 'Licences' });
    const byDate = world.archive.outline({});
    expect(byDate.groups.map(({ files, bytes }) => [files, bytes])).toEqual([
      [1, 3],
      [2, 3],
    ]);
    expect(byDate.here).toEqual({ files: 3, bytes: 6 });
    expect(byDate.committed).toEqual({ files: 2, bytes: 3 });
    const byVendor = world.archive.outline({ order: 'vendor', search: 'games' });
    expect(byVendor.groups).toMatchObject([{ provider: 'mytracker', connectionName: 'Games', files: 2 }]);
    expect(byVendor.found).toEqual({ files: 2, bytes: 3 });
    expect(byVendor.connections).toHaveLength(2);
  });

  it('shows the name that the export has now', async () => {
    const world = openArchiveWorld();
    world.collect('a', { 'one.csv': '1' });
    world.book.update('a', { title: 'Another name' });
    expect((await world.archive.files({})).entries[0]?.title).toBe('Another name');
  });

  it('10,000 files are outlined and paged in a fraction of a second', async () => {
    const world = openArchiveWorld({ disk: (disk) => ({ ...disk, size: async () => 1 }) });
    world.collect('a', { 'one.csv': '1' });
    const [file] = world.ledger.files.of('a');
    if (file === undefined) throw new Error('no file');
    const many = Array.from({ length: 10_000 }, (_, n) => ({ ...file, id: `f${n}`, name: `part-${n}.csv` }));
    world.ledger.files.replace('a', many);
    const took = await quickest(async () => {
      expect(world.archive.outline({ search: 'part' }).found.files).toBe(10_000);
      expect((await world.archive.files({ offset: 9_900, limit: 100 })).entries).toHaveLength(100);
    });
    // A generous bound, for machines that have other things to do.
    expect(took).toBeLessThan(2_000);
  });
});
