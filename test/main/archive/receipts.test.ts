import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import type { Disk } from '../../../src-main/retrieval/disk.ts';
import { openArchiveWorld } from './support/archive-world.ts';

const codeOf = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown: unknown) => (thrown instanceof Failure ? thrown.code : thrown),
  );
const findingsOf = async (world: ReturnType<typeof openArchiveWorld>, id = 'a') =>
  (await world.archive.receipts.check(id)).findings.map(({ name, finding }) => `${name}: ${finding.kind}`);

describe('a receipt', () => {
  it('shows each file that was signed for, and that their list gives the fingerprint', () => {
    const world = openArchiveWorld();
    const receipt = world.signed('a', { 'one.csv': 'a\n1', 'two.csv': 'a\n22' });
    const page = world.archive.receipts.get('a');
    expect(page).toMatchObject({ receipt, listHolds: true, onList: true, reference: '4', lastCheck: null });
    expect(page.files.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['one.csv', 3],
      ['two.csv', 4],
    ]);
  });

  it('outlives its export: files and all are there after it left the list', () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1' });
    world.book.remove('a');
    expect(world.archive.receipts.get('a')).toMatchObject({
      onList: false,
      reference: null,
      listHolds: true,
      files: [{ name: 'one.csv' }],
    });
  });

  it('names who reviewed exactly these files, and not who reviewed others', () => {
    const world = openArchiveWorld();
    const job = world.collect('a', { 'one.csv': 'a\n1' });
    world.book.record(job, 'reviewed', {
      by: 'lee',
      fingerprint: 'f'.repeat(64),
      note: 'an older collection',
    });
    const { fingerprint } = world.commit('a');
    expect(world.archive.receipts.get('a').review).toBeNull();
    world.book.record(job, 'reviewed', { by: 'lee', fingerprint, note: 'looks right' });
    expect(world.archive.receipts.get('a').review).toMatchObject({ by: 'lee', remark: 'looks right' });
  });

  it('that is not there is said so', async () => {
    const world = openArchiveWorld();
    world.collect('a', { 'one.csv': 'a\n1' });
    expect(await codeOf(world.archive.receipts.check('a'))).toBe('receipt-not-found');
    expect(() => world.archive.receipts.get('b')).toThrow(Failure);
  });
});

describe('checking a receipt', () => {
  it('finds all as signed, and the history keeps who checked and what was found', async () => {
    const world = openArchiveWorld();
    const receipt = world.signed('a', { 'one.csv': 'a\n1', 'two.csv': 'a\n22' });
    expect(await findingsOf(world)).toEqual(['one.csv: same', 'two.csv: same']);
    expect(world.archive.receipts.get('a').lastCheck).toMatchObject({ by: 'kim', note: 'same:2' });
    expect(world.ledger.history.list({}).entries[0]).toMatchObject({
      kind: 'receipt-checked',
      fingerprint: receipt.fingerprint,
      title: 'Export a',
    });
  });

  it('finds one byte that was changed, the size being the same', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1', 'two.csv': 'a\n22' });
    writeFileSync(world.pathOf('a', 'two.csv'), 'a\n23');
    expect(await findingsOf(world)).toEqual(['one.csv: same', 'two.csv: changed']);
    expect(world.archive.receipts.get('a').lastCheck?.note).toBe('same:1,changed:1');
  });

  it('finds a file that grew, and says how large it is now', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1' });
    writeFileSync(world.pathOf('a', 'one.csv'), 'a\n1\n2');
    const { findings } = await world.archive.receipts.check('a');
    expect(findings).toEqual([{ name: 'one.csv', finding: { kind: 'changed', bytes: 5 } }]);
  });

  it('finds a file that is gone, and reads the others', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1', 'two.csv': 'a\n22' });
    rmSync(world.pathOf('a', 'one.csv'));
    expect(await findingsOf(world)).toEqual(['one.csv: missing', 'two.csv: same']);
  });

  it('finds a file under another name in the same folder by its bytes', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1' });
    renameSync(world.pathOf('a', 'one.csv'), world.pathOf('a', 'for the boss.csv'));
    const { findings } = await world.archive.receipts.check('a');
    expect(findings[0]?.finding).toEqual({
      kind: 'moved',
      folder: join(world.root, 'Docket', 'a'),
      name: 'for the boss.csv',
    });
  });

  it('finds files whose folder was renamed', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1', 'two.csv': 'a\n22' });
    renameSync(join(world.root, 'Docket', 'a'), join(world.root, 'Docket', 'October'));
    const { findings } = await world.archive.receipts.check('a');
    expect(findings.map(({ finding }) => finding)).toEqual([
      { kind: 'moved', folder: join(world.root, 'Docket', 'October'), name: 'one.csv' },
      { kind: 'moved', folder: join(world.root, 'Docket', 'October'), name: 'two.csv' },
    ]);
  });

  it('takes no other file of the same size for the one that is gone', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1' });
    rmSync(world.pathOf('a', 'one.csv'));
    writeFileSync(world.pathOf('a', 'other.csv'), 'a\n9');
    expect(await findingsOf(world)).toEqual(['one.csv: missing']);
  });

  it('takes a link under the file’s name for no file', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1' });
    mkdirSync(join(world.root, 'far', 'away'), { recursive: true });
    renameSync(world.pathOf('a', 'one.csv'), join(world.root, 'far', 'away', 'one.csv'));
    symlinkSync(join(world.root, 'far', 'away', 'one.csv'), world.pathOf('a', 'one.csv'));
    expect(await findingsOf(world)).toEqual(['one.csv: missing']);
  });

  it('says of a file that can’t be read why, and reads the others', async () => {
    const failing = (disk: Disk): Disk => ({
      ...disk,
      read: (path, range) => {
        if (path.endsWith('one.csv')) throw Object.assign(new Error('EIO'), { code: 'EIO' });
        return disk.read(path, range);
      },
    });
    const world = openArchiveWorld({ disk: failing });
    world.signed('a', { 'one.csv': 'a\n1', 'two.csv': 'a\n22' });
    const { findings } = await world.archive.receipts.check('a');
    expect(findings[0]?.finding).toMatchObject({ kind: 'unreadable', error: { code: 'disk-error' } });
    expect(findings[1]?.finding.kind).toBe('same');
  });

  it('ends when it is cancelled, and notes nothing', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1', 'two.csv': 'a\n22' });
    world.desk.onProgress = () => world.archive.receipts.stopCheck('a');
    expect(await codeOf(world.archive.receipts.check('a'))).toBe('cancelled');
    expect(world.archive.receipts.get('a').lastCheck).toBeNull();
    world.desk.onProgress = () => {};
    expect(await findingsOf(world)).toEqual(['one.csv: same', 'two.csv: same']);
  });

  it('runs once at a time for a receipt', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1' });
    const first = world.archive.receipts.check('a');
    expect(await codeOf(world.archive.receipts.check('a'))).toBe('job-busy');
    await first;
  });

  it('tells how far it is, to the last byte', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1', 'two.csv': 'a\n22' });
    await world.archive.receipts.check('a');
    expect(world.progress[0]).toMatchObject({ task: 'receipt', jobId: 'a', done: 0, total: 7 });
    expect(world.progress.at(-1)).toMatchObject({ done: 7, total: 7 });
  });

  it('says when a clean-up moved the files to the bin, and takes them back when they are restored', async () => {
    const world = openArchiveWorld();
    world.signed('a', { 'one.csv': 'a\n1' });
    const at = world.clock.now();
    await world.archive.cleanUp.run(['a/one.csv']);
    const { findings } = await world.archive.receipts.check('a');
    expect(findings).toEqual([{ name: 'one.csv', finding: { kind: 'in-bin', at } }]);
    writeFileSync(world.pathOf('a', 'one.csv'), 'a\n1');
    expect(await findingsOf(world)).toEqual(['one.csv: same']);
    expect(world.archive.receipts.get('a').files[0]?.binnedAt).toBeUndefined();
  });

  it.skipIf(process.getuid?.() === 0)(
    'says of a folder that may not be entered that it can’t be read',
    async () => {
      const world = openArchiveWorld();
      world.signed('a', { 'one.csv': 'a\n1' });
      chmodSync(join(world.root, 'Docket', 'a'), 0o000);
      const { findings } = await world.archive.receipts.check('a');
      chmodSync(join(world.root, 'Docket', 'a'), 0o700);
      expect(findings[0]?.finding).toMatchObject({
        kind: 'unreadable',
        error: { code: 'folder-unwritable' },
      });
    },
  );
});
