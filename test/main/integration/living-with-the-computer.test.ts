import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Disk } from '../../../src-main/retrieval/disk.ts';
import { type MainWorld, openMainWorld } from '../../support/main-world.ts';

const day = 24 * 3_600_000;

/** Bytes of the part files of an export. */
function onTheWay(world: MainWorld, jobId: string): number {
  const folder = world.book.get(jobId).folder ?? '';
  if (!existsSync(folder)) return 0;
  const parts = readdirSync(folder).filter((name) => name.endsWith('.part'));
  return parts.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

async function expectWhole(world: MainWorld, jobId: string): Promise<void> {
  await world.untilStage(jobId, 'collected');
  const { files } = await world.ask('jobs.get', jobId);
  const { reference } = world.book.get(jobId);
  for (const [part, file] of files.entries()) {
    const expected = await world.vendors.mytracker.expectedFile(reference, part);
    expect(readFileSync(join(file.folder, file.name)).equals(expected)).toBe(true);
  }
  expect(readdirSync(world.book.get(jobId).folder ?? '')).toHaveLength(files.length);
}

const ranges = (world: MainWorld) =>
  world.vendors.mytracker.requests
    .filter(({ path }) => path.includes('download'))
    .map(({ headers }) => headers.range);

/** A transfer whose connection has gone silent in the middle of a file. */
async function hangingTransfer(more: { readonly disk?: (disk: Disk) => Disk } = {}) {
  const world = await openMainWorld({
    practice: { rows: { rowsPerPart: 3_000 }, expiry: { link: 9 * day, export: 9 * day } },
    ...more,
  });
  const jobId = await world.ready('mytracker', await world.connect('mytracker'));
  const stop = world.vendors.mytracker.faults.add({
    kind: 'stall',
    afterBytes: 20_000,
    match: 'download',
    times: Number.POSITIVE_INFINITY,
  });
  await world.ask('retrievals.start', jobId);
  await world.until(() => onTheWay(world, jobId) > 0);
  return { world, jobId, stop };
}

describe('sleep', () => {
  it('in mid-transfer pauses at once, and after three days everything begins anew over new connections', async () => {
    const { world, jobId, stop } = await hangingTransfer();
    world.power({ awake: false });
    // With no time passing: it is not the silence of its socket that ends it.
    await vi.waitFor(() => expect(world.book.get(jobId).retrieval.kind).toBe('paused'), 60_000);
    expect(world.view(jobId)).toMatchObject({ retrieval: { by: 'offline' }, nextStep: 'wait' });
    stop();
    world.clock.jump(3 * day);
    world.vendors.mytracker.forgetRequests();
    world.power({ awake: true });
    // Each go asks the vendor anew, and so for links that live; the same bytes go on.
    await expectWhole(world, jobId);
    expect(ranges(world).find((range) => range !== undefined && range !== 'bytes=0-')).toMatch(
      /^bytes=[1-9]\d*-$/,
    );
  });

  it('that outlasts a token signs in again', async () => {
    const world = await openMainWorld();
    const connectionId = await world.connect('crayon');
    const jobId = await world.ready('crayon', connectionId);
    world.power({ awake: false });
    world.clock.jump(3 * day);
    world.power({ awake: true });
    await world.pass(5_000);
    await world.collect(jobId);
    expect(world.failures).toEqual([]);
  });

  it('while a commit waits for its answer: the answer is lost, and the vendor is asked after waking', async () => {
    const world = await openMainWorld();
    const jobId = await world.collected('mypreferences');
    // Done there, but for the answer, which hangs on the way.
    world.holdAnswers(/Commit/);
    const answer = world.commit(jobId);
    await world.until(() => world.vendors.mypreferences.commits.length === 1);
    world.power({ awake: false });
    world.clock.jump(8 * 3_600_000);
    const woke = world.clock.now();
    world.power({ awake: true });
    await answer;
    await world.untilStage(jobId, 'committed');
    expect(world.clock.now() - woke).toBeLessThan(60_000);
    expect(world.vendors.mypreferences.commits).toHaveLength(1);
    expect(world.told(jobId)).toContain('commit-unknown');
  });

  it('for three days, two hundred exports are asked about soon, and not all at once', async () => {
    const world = await openMainWorld();
    const connectionId = await world.connect('mytracker');
    for (let n = 0; n < 60; n += 1) {
      const reference = world.vendors.mytracker.addExport({ state: 'in-progress', readyInMs: 9 * day });
      await world.ask('jobs.track', { connectionId, reference });
    }
    await world.pass(600_000, 5_000);
    world.power({ awake: false });
    world.clock.jump(3 * day);
    world.vendors.mytracker.forgetRequests();
    world.power({ awake: true });
    await world.pass(60_000);
    expect(world.vendors.mytracker.requests.length).toBeGreaterThan(4);
    expect(world.vendors.mytracker.requests.length).toBeLessThan(20);
  });
});

describe('the network', () => {
  it('that comes and goes each second makes no storm and costs no byte', async () => {
    const { world, jobId, stop } = await hangingTransfer();
    stop();
    world.power({ online: false });
    await world.until(() => world.book.get(jobId).retrieval.kind === 'paused');
    const held = onTheWay(world, jobId);
    world.vendors.mytracker.forgetRequests();
    for (let n = 0; n < 300; n += 1) {
      world.power({ online: n % 2 === 0 });
      await world.pass(1_000);
    }
    expect(world.vendors.mytracker.requests.length).toBeLessThan(15);
    expect(onTheWay(world, jobId)).toBeGreaterThanOrEqual(held);
    world.power({ online: true });
    await expectWhole(world, jobId);
  });

  it('that is another one: transfers that hang are begun anew from where they are, others go on undisturbed', async () => {
    const { world, jobId, stop } = await hangingTransfer();
    stop();
    world.vendors.mytracker.forgetRequests();
    world.otherNetwork();
    await world.clock.advance(6_500);
    await world.until(() => ranges(world).length > 0);
    expect(ranges(world)[0]).toMatch(/^bytes=[1-9]\d*-$/);
    await expectWhole(world, jobId);
    expect(world.told(jobId).filter((kind) => kind === 'retrieval-started')).toHaveLength(1);
  });

  it('that is gone for an hour though the system says "online" ends nothing: it goes on by itself', async () => {
    const { world, jobId, stop } = await hangingTransfer();
    stop();
    world.power({ reachable: false });
    await world.pass(3_600_000, 10_000);
    expect(world.view(jobId).group).toBe('on-its-way');
    world.power({ reachable: true });
    const from = world.clock.now();
    await expectWhole(world, jobId);
    expect(world.clock.now() - from).toBeLessThan(7 * 60_000);
  });

  it('of a hotel that wants a sign-in in mid-transfer: nothing of its page is kept, and it goes on after', async () => {
    const { world, jobId, stop } = await hangingTransfer();
    stop();
    const portal = world.vendors.mytracker.faults.add({
      kind: 'captive-portal',
      times: Number.POSITIVE_INFINITY,
    });
    const held = onTheWay(world, jobId);
    world.otherNetwork();
    await world.clock.advance(6_500);
    await world.until(() => world.book.get(jobId).retrieval.kind === 'paused');
    expect(world.view(jobId)).toMatchObject({
      retrieval: { by: 'error', error: { code: 'not-the-vendor' } },
    });
    await world.pass(1_800_000, 10_000);
    expect(onTheWay(world, jobId)).toBeGreaterThanOrEqual(held);
    portal();
    await expectWhole(world, jobId);
  });
});

describe('the system’s clock', () => {
  it.each([-400 * day, -3_600_000, 3_600_000, 400 * day])(
    'set by %i ms in mid-transfer harms neither its bytes nor the wait for the vendor’s limit',
    async (by) => {
      const { world, jobId, stop } = await hangingTransfer();
      world.clock.setWallClock(by);
      stop();
      world.vendors.mytracker.faults.add({
        kind: 'answer',
        status: 429,
        retryAfter: { seconds: 120 },
        match: /rawExport|download/i,
      });
      await world.ask('retrievals.pause', jobId);
      await world.ask('retrievals.resume', jobId);
      await expectWhole(world, jobId);
    },
  );

  it.each([-400 * day, -3_600_000, 400 * day])(
    'set by %i ms during the wait for a vendor’s limit costs no more than one further wait',
    async (by) => {
      const world = await openMainWorld();
      const jobId = await world.ready('mytracker', await world.connect('mytracker'));
      world.vendors.mytracker.faults.add({
        kind: 'answer',
        status: 429,
        retryAfter: { seconds: 600 },
        match: 'download',
      });
      await world.ask('retrievals.start', jobId);
      await world.until(() => world.book.get(jobId).retrieval.kind === 'paused');
      world.clock.setWallClock(by);
      const from = world.clock.now();
      if (by > 0) await world.pass(60_000);
      else await world.pass(700_000, 5_000);
      await world.until(() => world.book.get(jobId).retrieval.kind !== 'paused');
      // Not later: the clock runs on while the file is checked on a thread, however long that takes here.
      expect(world.clock.now() - from).toBeLessThan(1_500_000);
      await world.untilStage(jobId, 'collected');
    },
  );

  it('set back by a year between two runs: a wait that was noted in the future is no sentence', async () => {
    const world = await openMainWorld();
    const jobId = await world.ready('mytracker', await world.connect('mytracker'));
    world.vendors.mytracker.faults.add({
      kind: 'answer',
      status: 429,
      retryAfter: { seconds: 600 },
      match: 'download',
    });
    await world.ask('retrievals.start', jobId);
    await world.until(() => world.book.get(jobId).retrieval.kind === 'paused');
    await world.end();
    world.clock.setWallClock(-400 * day);
    await world.restart(true);
    await world.pass(6.5 * 3_600_000, 60_000);
    await world.untilStage(jobId, 'collected');
  });

  it('set back by a year between two runs: exports are asked about all the same', async () => {
    const world = await openMainWorld();
    const connectionId = await world.connect('mytracker');
    const reference = world.vendors.mytracker.addExport({ state: 'in-progress', readyInMs: 600_000 });
    const job = await world.ask('jobs.track', { connectionId, reference });
    await world.end();
    world.clock.setWallClock(-400 * day);
    world.vendors.mytracker.forgetRequests();
    await world.restart(true);
    await world.pass(300_000, 5_000);
    expect(world.vendors.mytracker.requests.length).toBeGreaterThan(3);
    expect(world.view(job.id).nextCheckAt).toBeLessThan(world.clock.now() + 600_000);
  });
});

describe('quitting', () => {
  it('the next run goes on with what the end of this one interrupted, though a disk hung at the end', async () => {
    let hangs = false;
    const opened: Awaited<ReturnType<Disk['openWriter']>>[] = [];
    onTestFinished(async () => {
      for (const writer of opened) await writer.close().catch(() => {});
    });
    const { world, jobId, stop } = await hangingTransfer({
      disk: (disk) => ({
        ...disk,
        async openWriter(...args: Parameters<Disk['openWriter']>) {
          const writer = await disk.openWriter(...args);
          opened.push(writer);
          const hang = <A extends readonly unknown[], T>(work: (...given: A) => Promise<T>) => {
            return (...given: A) => (hangs ? new Promise<T>(() => {}) : work(...given));
          };
          return {
            ...writer,
            write: hang(writer.write.bind(writer)),
            sync: hang(writer.sync.bind(writer)),
            close: hang(writer.close.bind(writer)),
          };
        },
      }),
    });
    hangs = true;
    const from = world.clock.now();
    await world.endWithin(5_000);
    expect(world.clock.now() - from).toBe(5_000);
    // The ledger was closed in spite of it.
    expect(() => world.ledger.jobs.all()).toThrow();
    hangs = false;
    stop();
    await world.restart();
    await expectWhole(world, jobId);
  });

  it('is asked about while something is collected, and not when it is only waiting for a network', async () => {
    const { world, jobId } = await hangingTransfer();
    expect(world.rooms.quitting.mayQuit()).toBe(false);
    const asked = world.events.filter(({ event }) => event === 'attention').at(-1);
    expect(asked?.payload).toEqual({ kind: 'quit', phase: 'asking', commits: 0 });
    await world.ask('app.quit', 'shown');
    await world.ask('app.quit', 'keep-working');
    world.power({ online: false });
    await world.until(() => world.book.get(jobId).retrieval.kind === 'paused');
    expect(world.rooms.quitting.mayQuit()).toBe(true);
  });
});
