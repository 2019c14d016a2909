import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { link, rename, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemDisk } from '../../../src-main/retrieval/disk.ts';
import { placeFile } from '../../../src-main/retrieval/place-file.ts';
import { type RenameCalls, renameNew } from '../../../src-main/retrieval/rename-new.ts';
import { createVirtualClock, settle } from '../../support/virtual-clock.ts';

function folderWithPart() {
  const folder = mkdtempSync(join(tmpdir(), 'docket-rename-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const from = join(folder, 'data.csv.part');
  const to = join(folder, 'data.csv');
  writeFileSync(from, 'ours');
  return { folder, from, to };
}

const refusing = (code: string) => async (): Promise<never> => {
  throw Object.assign(new Error(code), { code });
};

const real: RenameCalls = { link, rename, unlink };
/** FAT, and many network drives: https://man7.org/linux/man-pages/man2/link.2.html, EPERM */
const drives: readonly (readonly [string, RenameCalls])[] = [
  ['a drive with links', real],
  ...['EPERM', 'ENOTSUP', 'ENOSYS', 'EISDIR', 'EMLINK'].map(
    (code) => [`a drive without (${code})`, { ...real, link: refusing(code) }] as const,
  ),
];

describe.each(drives)('renaming on %s', (_, calls) => {
  it('gives the file its name and takes the old one away', async () => {
    const { folder, from, to } = folderWithPart();
    const { ino } = statSync(from);
    await renameNew(from, to, calls);
    expect(readdirSync(folder)).toEqual(['data.csv']);
    expect([readFileSync(to, 'utf8'), statSync(to).ino, statSync(to).nlink]).toEqual(['ours', ino, 1]);
  });

  it.each<[string, (to: string) => void]>([
    ['a file', (to) => writeFileSync(to, 'theirs')],
    ['an empty file', (to) => writeFileSync(to, '')],
    ['a folder', (to) => mkdirSync(to)],
  ])('leaves both as they are when %s has the name', async (_what, take) => {
    const { from, to } = folderWithPart();
    take(to);
    const before = statSync(to);
    await expect(renameNew(from, to, calls)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(from, 'utf8')).toBe('ours');
    expect([statSync(to).ino, statSync(to).size]).toEqual([before.ino, before.size]);
  });

  it('of a file that is gone leaves nothing behind', async () => {
    const { folder, from, to } = folderWithPart();
    rmSync(from);
    await expect(renameNew(from, to, calls)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a file that another program holds', () => {
  it('keeps its one old name when it can’t lose it', async () => {
    const { folder, from, to } = folderWithPart();
    const held: RenameCalls = {
      ...real,
      unlink: (path) => (path === from ? refusing('EBUSY')() : unlink(path)),
    };
    await expect(renameNew(from, to, held)).rejects.toMatchObject({ code: 'EBUSY' });
    expect(readdirSync(folder)).toEqual(['data.csv.part']);
  });

  it('keeps its one old name on a drive without links too', async () => {
    const { folder, from, to } = folderWithPart();
    const held: RenameCalls = { ...real, link: refusing('EPERM'), rename: refusing('EBUSY') };
    await expect(renameNew(from, to, held)).rejects.toMatchObject({ code: 'EBUSY' });
    expect(readdirSync(folder)).toEqual(['data.csv.part']);
  });

  it('what was written into the placeholder meanwhile is not deleted', async () => {
    const { from, to } = folderWithPart();
    const held: RenameCalls = {
      ...real,
      link: refusing('EPERM'),
      async rename() {
        writeFileSync(to, 'theirs');
        await refusing('EBUSY')();
      },
    };
    await expect(renameNew(from, to, held)).rejects.toMatchObject({ code: 'EBUSY' });
    expect([readFileSync(to, 'utf8'), readFileSync(from, 'utf8')]).toEqual(['theirs', 'ours']);
  });

  it.each(['EPERM', 'EBUSY'])('%s is waited out for 7.75 s, then told by the file’s name', async (code) => {
    const { folder, from, to } = folderWithPart();
    const clock = createVirtualClock(0);
    const tries: number[] = [];
    const disk = {
      ...systemDisk,
      async rename() {
        tries.push(clock.now());
        await refusing(code)();
      },
    };
    const placed = placeFile(
      disk,
      clock,
      { from, to, folder, name: 'data.csv' },
      new AbortController().signal,
    );
    const told = expect(placed).rejects.toMatchObject({
      error: { code: 'file-locked', subject: 'data.csv', action: { kind: 'try-again' } },
    });
    for (let step = 0; step < 200; step += 1) {
      await settle();
      await clock.advance(50);
    }
    await told;
    expect(tries).toEqual([0, 50, 150, 350, 750, 1_750, 3_750, 7_750]);
    expect(existsSync(to)).toBe(false);
  });

  it('let go of within that time gets its name', async () => {
    const { folder, from, to } = folderWithPart();
    const clock = createVirtualClock(0);
    let left = 3;
    const disk = {
      ...systemDisk,
      async rename(one: string, other: string) {
        left -= 1;
        if (left > 0) await refusing('EBUSY')();
        await systemDisk.rename(one, other);
      },
    };
    const move = { from, to, folder, name: 'data.csv' };
    const placed = placeFile(disk, clock, move, new AbortController().signal);
    for (let step = 0; step < 20; step += 1) {
      await settle();
      await clock.advance(50);
    }
    expect(await placed).toBe('placed');
    expect(readFileSync(to, 'utf8')).toBe('ours');
  });
});
