import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type MainWorld, openMainWorld } from '../../support/main-world.ts';

/** Three parts; killed before the second got its name: the first is done, the second whole and checked. */
async function killedInTheMiddle() {
  const world = await openMainWorld({ practice: { rows: { parts: 3 } } });
  const jobId = await world.ready('mytracker', await world.connect('mytracker'));
  const crash = world.crashAt(({ at, what }) => at === 'before-rename' && what.endsWith('.1.csv.gz'));
  void world.ask('retrievals.start', jobId).catch(() => {});
  await world.during(crash);
  const folder = world.book.get(jobId).folder ?? '';
  const names = readdirSync(folder).sort();
  const first = join(folder, names.find((name) => name.endsWith('.0.csv.gz')) ?? '');
  const second = join(folder, names.find((name) => name.endsWith('.1.csv.gz.part')) ?? '');
  expect([existsSync(first), existsSync(second)]).toEqual([true, true]);
  return { world, jobId, folder, first, second };
}

/** The files of the collected export are what the vendor holds, whatever their names; answers all names in the folder. */
async function collectedWhole(world: MainWorld, jobId: string): Promise<readonly string[]> {
  await world.untilStage(jobId, 'collected');
  const { reference } = world.book.get(jobId);
  const { files, folder } = await world.ask('jobs.get', jobId);
  expect(files).toHaveLength(3);
  for (const [part, file] of files.entries()) {
    const expected = await world.vendors.mytracker.expectedFile(reference, part);
    expect(readFileSync(join(file.folder, file.name)).equals(expected), file.name).toBe(true);
  }
  expect(await world.commit(jobId)).toMatchObject({ kind: 'committed' });
  return readdirSync(folder ?? '').sort();
}

describe('a finished part, between two runs', () => {
  it('changed without a change of size or date is collected again under another name, and stays as it is', async () => {
    const { world, jobId, first } = await killedInTheMiddle();
    const before = lstatSync(first);
    const bytes = readFileSync(first);
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    writeFileSync(first, bytes);
    utimesSync(first, before.atime, before.mtime);
    await world.restart();
    expect(await collectedWhole(world, jobId)).toHaveLength(4);
    expect(readFileSync(first).equals(bytes)).toBe(true);
  });

  it.each<[string, (file: string) => void]>([
    ['cut', (file) => truncateSync(file, 10)],
    ['made longer', (file) => appendFileSync(file, 'more')],
  ])('%s is collected again under another name, and stays as it is', async (_, change) => {
    const { world, jobId, first } = await killedInTheMiddle();
    change(first);
    const changed = readFileSync(first);
    await world.restart();
    expect(await collectedWhole(world, jobId)).toHaveLength(4);
    expect(readFileSync(first).equals(changed)).toBe(true);
  });

  it('deleted is collected again', async () => {
    const { world, jobId, first } = await killedInTheMiddle();
    rmSync(first);
    await world.restart();
    expect(await collectedWhole(world, jobId)).toHaveLength(3);
  });

  it('replaced by a link to a file elsewhere is collected again, and neither the link nor the file is touched', async () => {
    const { world, jobId, first } = await killedInTheMiddle();
    const elsewhere = join(world.root, 'letter.txt');
    writeFileSync(elsewhere, 'Dear Kim');
    rmSync(first);
    symlinkSync(elsewhere, first);
    await world.restart();
    expect(await collectedWhole(world, jobId)).toHaveLength(4);
    expect(readFileSync(elsewhere, 'utf8')).toBe('Dear Kim');
    expect(lstatSync(first).isSymbolicLink()).toBe(true);
  });
});

describe('a part on its way, between two runs', () => {
  it.each<[string, (file: string) => void]>([
    ['emptied', (file) => truncateSync(file, 0)],
    ['cut', (file) => truncateSync(file, 100)],
    ['made longer', (file) => appendFileSync(file, 'more')],
    ['deleted', (file) => rmSync(file)],
  ])('%s ends as what the vendor holds, with nothing left over', async (_, change) => {
    const { world, jobId, second } = await killedInTheMiddle();
    change(second);
    await world.restart();
    expect(await collectedWhole(world, jobId)).toHaveLength(3);
  });

  it('overwritten with other bytes of the same length ends as what the vendor holds', async () => {
    const { world, jobId, second } = await killedInTheMiddle();
    writeFileSync(second, Buffer.alloc(readFileSync(second).length));
    await world.restart();
    await world.until(() => !['collecting', 'verifying'].includes(world.book.get(jobId).retrieval.kind));
    if (world.book.get(jobId).retrieval.kind === 'broken') await world.ask('retrievals.start', jobId);
    await collectedWhole(world, jobId);
  });

  it.each<[string, (file: string) => void]>([
    ['a folder', (file) => mkdirSync(file)],
    ['a link that leads nowhere', (file) => symlinkSync(`${file}.nowhere`, file)],
  ])('replaced by %s begins anew under another name', async (_, replace) => {
    const { world, jobId, second } = await killedInTheMiddle();
    rmSync(second);
    replace(second);
    await world.restart();
    expect(await collectedWhole(world, jobId)).toHaveLength(4);
    expect(lstatSync(second).isFile()).toBe(false);
  });

  it('replaced by a link to a file elsewhere begins anew, and not a byte of that file is touched', async () => {
    const { world, jobId, second } = await killedInTheMiddle();
    const elsewhere = join(world.root, 'letter.txt');
    writeFileSync(elsewhere, 'Dear Kim');
    rmSync(second);
    symlinkSync(elsewhere, second);
    await world.restart();
    await collectedWhole(world, jobId);
    expect(readFileSync(elsewhere, 'utf8')).toBe('Dear Kim');
  });
});

describe('a final name that something else has taken', () => {
  it.each<[string, (file: string) => void]>([
    ['a file', (file) => writeFileSync(file, 'mine')],
    ['an empty file', (file) => writeFileSync(file, '')],
    ['a folder', (file) => mkdirSync(file)],
  ])(
    'between two runs: %s is never overwritten, and the part goes on under another name',
    async (_, take) => {
      const { world, jobId, second } = await killedInTheMiddle();
      const name = second.replace(/\.part$/, '');
      take(name);
      const before = lstatSync(name);
      world.vendors.mytracker.forgetRequests();
      await world.restart();
      expect(await collectedWhole(world, jobId)).toHaveLength(4);
      expect([lstatSync(name).ino, lstatSync(name).size]).toEqual([before.ino, before.size]);
      // What was on its way was whole: it is not asked for again.
      const asked = world.vendors.mytracker.requests.filter(({ target }) => target.includes('.1.csv.gz'));
      expect(asked).toEqual([]);
    },
  );

  it('by the same bytes under both names, as a kill in the middle of a rename leaves them, ends with one file', async () => {
    const { world, jobId, second } = await killedInTheMiddle();
    writeFileSync(second.replace(/\.part$/, ''), readFileSync(second));
    await world.restart();
    expect(await collectedWhole(world, jobId)).toHaveLength(3);
  });

  it('at the last moment, between the look and the rename: kept, and the part takes another name', async () => {
    let taken = '';
    const world = await openMainWorld({
      disk: (disk) => ({
        ...disk,
        async rename(from, to) {
          if (taken === '' && to.endsWith('.csv.gz')) {
            taken = to;
            writeFileSync(to, 'mine');
          }
          await disk.rename(from, to);
        },
      }),
    });
    const jobId = await world.collected('mytracker');
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    const { reference } = world.book.get(jobId);
    const { files } = await world.ask('jobs.get', jobId);
    for (const [part, file] of files.entries()) {
      const expected = await world.vendors.mytracker.expectedFile(reference, part);
      expect(readFileSync(join(file.folder, file.name)).equals(expected)).toBe(true);
    }
  });
});

describe('a file that the vendor’s answer gives another name', () => {
  it.each<[string, (what: string) => boolean]>([
    ['its first rename', () => true],
    ['its last rename', (what) => !what.endsWith('.part')],
  ])(
    'killed right after %s: the next run ends with that file, asked for once, and no other',
    async (_, wanted) => {
      const world = await openMainWorld();
      const jobId = await world.ready('crayon', await world.connect('crayon'));
      const crash = world.crashAt(({ at, what }) => at === 'after-rename' && wanted(what));
      void world.ask('retrievals.start', jobId).catch(() => {});
      await world.during(crash);
      await world.restart();
      await world.untilStage(jobId, 'collected');
      const { files, folder } = await world.ask('jobs.get', jobId);
      expect(readdirSync(folder ?? '')).toEqual(files.map(({ name }) => name));
      const expected = await world.vendors.crayon.expectedFile(Number(world.book.get(jobId).reference));
      expect(readFileSync(await world.fileOf(jobId)).equals(expected)).toBe(true);
      const asked = world.vendors.crayon.requests.filter(({ path }) => path.includes('/download'));
      expect(asked).toHaveLength(1);
    },
  );

  it('and that a person renames between two runs is known by its bytes', async () => {
    const { world, jobId, first } = await killedInTheMiddle();
    renameSync(first, first.replace('installs', 'My installs'));
    world.vendors.mytracker.forgetRequests();
    await world.restart();
    expect(await collectedWhole(world, jobId)).toHaveLength(3);
    const asked = world.vendors.mytracker.requests.filter(({ target }) => target.includes('.0.csv.gz'));
    expect(asked).toEqual([]);
  });
});

describe('the folder of an export, between two runs', () => {
  it('moved away and back again goes on where it was', async () => {
    const { world, jobId, folder } = await killedInTheMiddle();
    renameSync(folder, `${folder} moved`);
    await world.restart();
    await world.until(() => world.book.get(jobId).retrieval.kind === 'paused');
    expect(world.view(jobId)).toMatchObject({ retrieval: { error: { code: 'folder-missing' } } });
    renameSync(`${folder} moved`, folder);
    await world.ask('retrievals.resume', jobId);
    expect(await collectedWhole(world, jobId)).toHaveLength(3);
  });
});

describe('the ledger, between two runs', () => {
  it.each<[string, (file: string) => void]>([
    [
      'deleted',
      (file) => {
        for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
      },
    ],
    [
      'overwritten with garbage',
      (file) => {
        for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
        writeFileSync(file, Buffer.alloc(20_000, 'garbage '));
      },
    ],
  ])(
    '%s: what was collected stays where it is, and the export is collected into a folder of its own',
    async (_, spoil) => {
      const { world, jobId, folder } = await killedInTheMiddle();
      const { connectionId, reference, title } = world.book.get(jobId);
      const before = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).length]);
      spoil(join(world.profile, 'ledger.sqlite'));
      await world.restart();
      expect(world.book.all()).toEqual([]);
      expect((await world.ask('connections.list')).map(({ id }) => id)).toContain(connectionId);
      const again = await world.ask('jobs.track', { connectionId, reference, title });
      await world.collect(again.id);
      await collectedWhole(world, again.id);
      expect(world.book.get(again.id).folder).not.toBe(folder);
      expect(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).length])).toEqual(
        before,
      );
    },
  );
});
