import { afterEach, describe, expect, test } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import { type CommitWorld, openCommitWorld } from '../../support/commit-world.ts';
import { settle } from '../../support/virtual-clock.ts';

const worlds: CommitWorld[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

/** A process that ends while the vendor still has the call. */
async function crashedWorld(): Promise<CommitWorld> {
  const world = openCommitWorld();
  worlds.push(world);
  world.vendor.acknowledge = () => new Promise(() => undefined);
  void world.commit().catch(() => undefined);
  await world.clock.untilWaiting((ms) => ms === 180_000);
  world.restart();
  return world;
}

/** A commit whose answer was lost while nobody could be asked. */
async function unknownWorld(): Promise<CommitWorld> {
  const world = openCommitWorld();
  worlds.push(world);
  world.vendor.acknowledge = () => Promise.reject(new Failure('connection-lost'));
  world.vendor.acknowledged = () => Promise.reject(new Failure('unreachable'));
  await world.commit();
  return world;
}

const commitCalls = (world: CommitWorld) =>
  world.vendor.calls.filter((call) => call.startsWith('commit')).length;

describe('after a crash between the intent and the answer', () => {
  test('the commit is unknown, settled by the vendor’s status, and never sent again', async () => {
    const world = await crashedWorld();
    expect(world.job().commit.kind).toBe('committing');
    world.vendor.acknowledged = async () => 'yes';
    await world.commits.settleAtStart();
    await settle();
    expect(world.job().commit).toMatchObject({
      kind: 'committed',
      receipt: { by: 'kim', vendorAnswer: 'settled: Retrieved' },
    });
    expect(commitCalls(world)).toBe(1);
    expect(world.told()).toEqual([
      'commit-started',
      'commit-unknown: interrupted',
      'commit-settled: settled: Retrieved',
    ]);
    world.restart();
    await world.commits.settleAtStart();
    await settle();
    expect(world.told()).toHaveLength(3);
  });

  test('and the start asks too early for a "no" to count: it is asked again after 30 s, and can be committed again', async () => {
    const world = await crashedWorld();
    world.vendor.acknowledged = async () => 'no';
    await world.commits.settleAtStart();
    await settle();
    const early = world.job().commit;
    await world.clock.advance(30_000);
    await settle();
    expect([early.kind, world.job().commit.kind]).toEqual(['unknown', 'open']);
  });

  test('and the vendor knows nothing of it: it can be committed again', async () => {
    const world = await crashedWorld();
    await world.clock.advance(30_000);
    await world.commits.settleAtStart();
    await settle();
    expect(world.job().commit).toEqual({
      kind: 'open',
      lastError: { code: 'commit-not-done', action: { kind: 'try-again' } },
    });
    world.vendor.acknowledge = async () => ({ vendorAnswer: '200' });
    expect(await world.commit()).toMatchObject({ kind: 'committed' });
  });

  test('without a network it waits as unknown, over another restart too, and is settled as soon as there is one', async () => {
    const world = await crashedWorld();
    world.setOnline(false);
    await world.commits.settleAtStart();
    await settle();
    expect(world.job().commit.kind).toBe('unknown');
    expect(world.vendor.calls.filter((call) => call.startsWith('ask'))).toEqual([]);
    world.restart();
    await world.commits.settleAtStart();
    await settle();
    await expect(world.commit()).rejects.toMatchObject({ code: 'commit-unknown' });
    world.vendor.acknowledged = async () => 'yes';
    world.setOnline(true);
    await settle();
    expect(world.job().commit.kind).toBe('committed');
    expect(commitCalls(world)).toBe(1);
  });

  test('a start with nothing to settle asks nobody and leaves no timer', async () => {
    const world = openCommitWorld();
    worlds.push(world);
    await world.commits.settleAtStart();
    await settle();
    expect([world.vendor.calls, world.told(), world.clock.waiting]).toEqual([[], [], []]);
  });
});

describe('a commit that is unknown', () => {
  test('is asked about after growing waits until the vendor says', async () => {
    const world = await unknownWorld();
    const asked = () => world.vendor.calls.filter((call) => call.startsWith('ask')).length;
    expect(asked()).toBe(1);
    const waits: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const [wait = 0] = world.clock.waiting;
      waits.push(wait);
      await world.clock.advance(wait);
      await settle();
    }
    expect(waits).toEqual([30_000, 120_000, 600_000, 1_800_000, 1_800_000]);
    expect(asked()).toBe(6);
    world.vendor.acknowledged = async () => 'yes';
    await world.clock.advance(1_800_000);
    await settle();
    expect(world.job().commit.kind).toBe('committed');
    expect(world.clock.waiting).toEqual([]);
  });

  test('is settled when the person asks, and they hear why when it can not be', async () => {
    const world = await unknownWorld();
    await expect(world.commits.settle('job-1')).rejects.toMatchObject({ code: 'unreachable' });
    expect(world.job().commit.kind).toBe('unknown');
    world.vendor.acknowledged = async () => 'unclear';
    expect(await world.commits.settle('job-1')).toMatchObject({ kind: 'unknown' });
    world.vendor.acknowledged = async () => 'yes';
    expect(await world.commits.settle('job-1')).toMatchObject({ kind: 'committed' });
  });

  test('asked about twice at once puts one question and writes one receipt', async () => {
    const world = await unknownWorld();
    world.vendor.acknowledged = async () => 'yes';
    const before = world.vendor.calls.length;
    const [first, second] = await Promise.all([world.commits.settle('job-1'), world.commits.settle('job-1')]);
    expect(first).toEqual(second);
    expect(world.vendor.calls.length - before).toBe(1);
    expect(world.told().filter((line) => line.startsWith('commit-settled'))).toHaveLength(1);
  });

  test('a locked keychain keeps it unknown', async () => {
    const world = await unknownWorld();
    world.vendor.shut = new Failure('keychain-locked');
    await expect(world.commits.settle('job-1')).rejects.toMatchObject({ code: 'keychain-locked' });
    expect(world.job().commit.kind).toBe('unknown');
  });

  test('a vendor that does not answer the question keeps it unknown', async () => {
    const world = await unknownWorld();
    world.vendor.acknowledged = () => new Promise(() => undefined);
    const settling = world.commits.settle('job-1').catch((thrown: unknown) => thrown);
    await world.clock.untilWaiting((ms) => ms === 120_000);
    await world.clock.advance(120_000);
    expect(await settling).toMatchObject({ code: 'timeout' });
    expect(world.job().commit.kind).toBe('unknown');
  });

  test('gets a receipt although its files were taken away since', async () => {
    const world = await unknownWorld();
    world.book.update('job-1', { retrieval: { kind: 'none' } });
    world.vendor.acknowledged = async () => 'yes';
    expect(await world.commits.settle('job-1')).toMatchObject({
      receipt: { files: 1, bytes: 43, rows: null },
    });
  });
});

test.each(['open', 'committed'] as const)(
  'settling what is %s changes nothing and asks nobody',
  async (kind) => {
    const world = openCommitWorld();
    worlds.push(world);
    if (kind === 'committed') await world.commit();
    const calls = world.vendor.calls.length;
    expect((await world.commits.settle('job-1')).kind).toBe(kind);
    expect(world.vendor.calls).toHaveLength(calls);
  },
);
