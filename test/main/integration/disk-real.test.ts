import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { type MainWorld, openMainWorld } from '../../support/main-world.ts';
import { holdFile, mountSmallDisk, type SmallDisk } from '../../support/small-disk.ts';

const megabyte = 1024;

/** A world of which one folder is a small disk of its own; without the right to mount one the test is skipped. */
async function onSmallDisk(
  context: TestContext,
  name: 'Documents' | 'profile',
  kilobytes: number,
): Promise<{ readonly world: MainWorld; readonly disk: SmallDisk; readonly place: string }> {
  const mounts: (SmallDisk | string)[] = [];
  let place = '';
  const world = await openMainWorld({
    onRoot(root) {
      place = join(root, name);
      mounts.push(mountSmallDisk(place, kilobytes));
    },
  });
  const [disk = 'nothing was mounted'] = mounts;
  if (typeof disk === 'string') return context.skip(disk);
  // Before the world's own folders are removed: what is registered last comes first.
  onTestFinished(async () => {
    await world.end();
    disk.remove();
  });
  return { world, disk, place };
}

/** 25 profiles in pages of 4, so that there is a middle. */
async function pagedExport(world: MainWorld) {
  const { draft } = world.draftOf('mypreferences');
  if (draft.config.provider !== 'mypreferences') throw new Error('another vendor');
  const { id } = await world.ask('connections.save', { ...draft, config: { ...draft.config, pageSize: 4 } });
  const jobId = await world.ready('mypreferences', id);
  const token = world.vendors.mypreferences.snapshot()[0]?.token ?? '';
  return { jobId, expected: `${world.vendors.mypreferences.expectedRecords(token).join('\n')}\n` };
}

const untilPaused = (world: MainWorld, jobId: string) =>
  world.until(() => {
    const { retrieval } = world.book.get(jobId);
    return retrieval.kind === 'paused' && retrieval.by === 'error' && retrieval.until === undefined;
  }, 'the pause');

async function expectWhole(world: MainWorld, jobId: string, expected: string): Promise<void> {
  await world.untilStage(jobId, 'collected');
  expect(readFileSync(await world.fileOf(jobId), 'utf8')).toBe(expected);
  expect(readdirSync(world.book.get(jobId).folder ?? '')).toHaveLength(1);
}

/** Stops after the third page, with what came before on the disk. */
async function stalledInTheMiddle(world: MainWorld) {
  const { jobId, expected } = await pagedExport(world);
  const takeBack = world.vendors.mypreferences.faults.add({
    kind: 'stall',
    afterBytes: 20,
    match: /offset=13\b/,
    times: Number.POSITIVE_INFINITY,
  });
  await world.ask('retrievals.start', jobId);
  await world.until(() => world.vendors.mypreferences.requests.some(({ query }) => query.offset === '13'));
  /** The stalled answer is dropped, and asked for again. */
  const letGo = () => {
    takeBack();
    world.power({ online: false });
    world.power({ online: true });
  };
  return { jobId, expected, letGo };
}

describe('a disk that is full', () => {
  it('in the middle of pages: the collection stops and says so; with room again it goes on to the end', async (context) => {
    const { world, disk } = await onSmallDisk(context, 'Documents', megabyte);
    const { jobId, expected } = await pagedExport(world);
    disk.fill(12_000);
    await world.ask('retrievals.start', jobId);
    await untilPaused(world, jobId);
    expect(world.view(jobId)).toMatchObject({
      nextStep: 'resume',
      group: 'needs-you',
      retrieval: { by: 'error', error: { code: 'disk-full', detail: expect.stringMatching(/\d+ free$/) } },
    });
    // Still full: the same again, and nothing is lost.
    const folder = world.book.get(jobId).folder ?? '';
    await world.ask('retrievals.resume', jobId);
    await untilPaused(world, jobId);
    expect(world.view(jobId)).toMatchObject({ retrieval: { error: { code: 'disk-full' } } });
    expect(world.book.get(jobId).folder).toBe(folder);
    disk.makeRoom();
    await world.ask('retrievals.resume', jobId);
    await expectWhole(world, jobId, expected);
  });

  it('before a file of known size: it is told with the numbers, and not one byte is written', async (context) => {
    const { world, disk } = await onSmallDisk(context, 'Documents', 48 * megabyte);
    const jobId = await world.ready('mytracker', await world.connect('mytracker'));
    const size = (await world.vendors.mytracker.expectedFile(world.book.get(jobId).reference, 0)).length;
    disk.fill(4_000_000);
    await world.ask('retrievals.start', jobId);
    await untilPaused(world, jobId);
    const { retrieval } = world.view(jobId);
    expect(retrieval).toMatchObject({ error: { code: 'disk-full' } });
    const [needed = 0, free = 0] =
      retrieval.kind === 'paused' ? (retrieval.error?.detail?.match(/\d+/g) ?? []).map(Number) : [];
    expect(needed).toBeGreaterThanOrEqual(size);
    expect(free).toBeLessThanOrEqual(4_000_000);
    disk.makeRoom();
    await world.ask('retrievals.resume', jobId);
    await world.untilStage(jobId, 'collected');
  });

  it('under the ledger: nothing is begun that can’t be noted, the commit is refused before its call, and with room all goes on', async (context) => {
    const { world, disk } = await onSmallDisk(context, 'profile', 4 * megabyte);
    const jobId = await world.collected('mypreferences');
    await world.ask('review.mark', { jobId, remark: null });
    const { fingerprint } = await world.ask('commits.preview', jobId);
    const other = await pagedExport(world);
    disk.fill(0);
    await expect(world.ask('retrievals.start', other.jobId)).rejects.toMatchObject({ code: 'disk-full' });
    await expect(world.ask('commits.commit', { jobId, fingerprint, keepFiles: true })).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect(world.vendors.mypreferences.commits).toEqual([]);
    expect(world.book.get(jobId).commit.kind).toBe('open');
    disk.makeRoom();
    expect(await world.ask('commits.commit', { jobId, fingerprint, keepFiles: true })).toMatchObject({
      kind: 'committed',
    });
    expect(world.vendors.mypreferences.commits).toHaveLength(1);
    await world.ask('retrievals.start', other.jobId);
    await world.untilStage(other.jobId, 'collected');
  });

  it('under the ledger in the middle of a collection: it goes on by itself once there is room, and no record is lost or doubled', async (context) => {
    const { world, disk } = await onSmallDisk(context, 'profile', 4 * megabyte);
    const { jobId, letGo } = await stalledInTheMiddle(world);
    const token = world.vendors.mypreferences.snapshot()[0]?.token ?? '';
    disk.fill(0);
    letGo();
    await world.pass(120_000);
    expect(world.book.get(jobId).retrieval.kind).not.toBe('collected');
    disk.makeRoom();
    await world.untilStage(jobId, 'collected');
    expect(readFileSync(await world.fileOf(jobId), 'utf8')).toBe(
      `${world.vendors.mypreferences.expectedRecords(token).join('\n')}\n`,
    );
  });
});

describe('a disk that is full under the ledger at the start', () => {
  it('keeps Docket from starting, is not taken for damage, and with room everything is there', async (context) => {
    const { world, disk, place } = await onSmallDisk(context, 'profile', 4 * megabyte);
    const jobId = await world.collected('mypreferences');
    await world.end();
    disk.fill(0);
    const before = readdirSync(place).sort();
    await expect(world.restart()).rejects.toMatchObject({ code: 'disk-full' });
    expect(
      readdirSync(place)
        .sort()
        .filter((name) => name.includes('corrupt')),
      before.join(),
    ).toEqual([]);
    disk.makeRoom();
    await world.restart();
    expect(world.view(jobId)).toMatchObject({ stage: 'collected' });
    expect(await world.commit(jobId)).toMatchObject({ kind: 'committed' });
  });
});

describe('a folder that may not be written to', () => {
  it('refuses the start with its name, and once it may, everything is collected', async (context) => {
    const { world, disk } = await onSmallDisk(context, 'Documents', megabyte);
    const { jobId, expected } = await pagedExport(world);
    disk.readOnly(true);
    await expect(world.ask('retrievals.start', jobId)).rejects.toMatchObject({
      error: { code: 'folder-unwritable', action: { kind: 'choose-folder' } },
    });
    expect(world.view(jobId)).toMatchObject({ stage: 'ready', nextStep: 'collect' });
    disk.readOnly(false);
    await world.ask('retrievals.start', jobId);
    await expectWhole(world, jobId, expected);
  });

  it('in the middle: the collection stops and says so; what was written stays, and it goes on behind it', async (context) => {
    const { world, disk } = await onSmallDisk(context, 'Documents', megabyte);
    const { jobId, expected, letGo } = await stalledInTheMiddle(world);
    await world.ask('retrievals.pause', jobId);
    letGo();
    disk.readOnly(true);
    world.vendors.mypreferences.forgetRequests();
    await world.ask('retrievals.resume', jobId);
    await untilPaused(world, jobId);
    expect(world.view(jobId)).toMatchObject({ retrieval: { error: { code: 'folder-unwritable' } } });
    disk.readOnly(false);
    await world.ask('retrievals.resume', jobId);
    await expectWhole(world, jobId, expected);
    expect(world.vendors.mypreferences.requests.map(({ query }) => query.offset)).not.toContain('1');
  });
});

describe('a drive that is unplugged', () => {
  it('in the middle of a transfer: it is told as missing, nothing is made in its place, and plugged in again it goes on', async (context) => {
    const { world, disk, place } = await onSmallDisk(context, 'Documents', megabyte);
    const { jobId, expected, letGo } = await stalledInTheMiddle(world);
    disk.unplug();
    letGo();
    await untilPaused(world, jobId);
    expect(world.view(jobId)).toMatchObject({
      group: 'needs-you',
      nextStep: 'resume',
      retrieval: { error: { code: 'folder-missing' } },
    });
    await world.ask('retrievals.resume', jobId);
    await untilPaused(world, jobId);
    expect(world.view(jobId)).toMatchObject({ retrieval: { error: { code: 'folder-missing' } } });
    expect(readdirSync(place)).toEqual([]);
    disk.plugIn();
    await world.ask('retrievals.resume', jobId);
    await expectWhole(world, jobId, expected);
  });

  it('between two runs: the next one says so, and goes on when it is back', async (context) => {
    const { world, disk, place } = await onSmallDisk(context, 'Documents', megabyte);
    const { jobId, expected, letGo } = await stalledInTheMiddle(world);
    letGo();
    disk.unplug();
    await world.restart();
    await untilPaused(world, jobId);
    expect(world.view(jobId)).toMatchObject({ retrieval: { error: { code: 'folder-missing' } } });
    expect(readdirSync(place)).toEqual([]);
    disk.plugIn();
    await world.ask('retrievals.resume', jobId);
    await expectWhole(world, jobId, expected);
  });

  it('under a collected export: the commit is refused by the file’s name, and goes through when it is back', async (context) => {
    const { world, disk } = await onSmallDisk(context, 'Documents', megabyte);
    const jobId = await world.collected('mypreferences');
    await world.ask('review.mark', { jobId, remark: null });
    const { fingerprint } = await world.ask('commits.preview', jobId);
    disk.unplug();
    await expect(world.ask('commits.commit', { jobId, fingerprint, keepFiles: true })).rejects.toMatchObject({
      error: { code: 'file-missing', subject: 'profiles.ndjson' },
    });
    expect(world.vendors.mypreferences.commits).toEqual([]);
    disk.plugIn();
    expect(await world.ask('commits.commit', { jobId, fingerprint, keepFiles: true })).toMatchObject({
      kind: 'committed',
    });
  });
});

describe('a folder that a person deletes', () => {
  it('in the middle of a transfer: “try again” collects all of it into a new one', async () => {
    const world = await openMainWorld();
    const { jobId, expected, letGo } = await stalledInTheMiddle(world);
    rmSync(world.book.get(jobId).folder ?? '', { recursive: true });
    letGo();
    await untilPaused(world, jobId);
    expect(world.view(jobId)).toMatchObject({
      nextStep: 'resume',
      retrieval: { error: { code: 'folder-missing' } },
    });
    await world.ask('retrievals.resume', jobId);
    await expectWhole(world, jobId, expected);
  });

  it('between two runs: the same', async () => {
    const world = await openMainWorld();
    const { jobId, expected, letGo } = await stalledInTheMiddle(world);
    letGo();
    rmSync(world.book.get(jobId).folder ?? '', { recursive: true });
    await world.restart();
    await untilPaused(world, jobId);
    await world.ask('retrievals.resume', jobId);
    await expectWhole(world, jobId, expected);
  });
});

describe('a file that another program holds', () => {
  it('as it gets its name: Docket waits, then names it; when it is let go of, “try again” ends the collection', async (context) => {
    const { world } = await onSmallDisk(context, 'Documents', megabyte);
    const { jobId, expected, letGo } = await stalledInTheMiddle(world);
    const folder = world.book.get(jobId).folder ?? '';
    const part = join(folder, 'profiles.ndjson.part');
    expect(statSync(part).isFile()).toBe(true);
    const release = holdFile(part);
    let held = true;
    onTestFinished(() => (held ? release() : undefined));
    letGo();
    await untilPaused(world, jobId);
    expect(world.view(jobId)).toMatchObject({
      nextStep: 'resume',
      retrieval: {
        error: { code: 'file-locked', subject: 'profiles.ndjson', action: { kind: 'try-again' } },
      },
    });
    expect(existsSync(join(folder, 'profiles.ndjson'))).toBe(false);
    release();
    held = false;
    await world.ask('retrievals.resume', jobId);
    await expectWhole(world, jobId, expected);
  });
});
