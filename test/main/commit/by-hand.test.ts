import { afterEach, describe, expect, test } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import { type CommitWorld, openCommitWorld } from '../../support/commit-world.ts';
import { settle } from '../../support/virtual-clock.ts';

const worlds: CommitWorld[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

/** A commit whose answer was lost; `asked` says what the vendor answers to the question. */
async function lostWorld(asked: 'unclear' | Failure): Promise<CommitWorld> {
  const world = openCommitWorld();
  worlds.push(world);
  world.vendor.acknowledge = () => Promise.reject(new Failure('connection-lost'));
  world.vendor.acknowledged = () => (asked === 'unclear' ? Promise.resolve(asked) : Promise.reject(asked));
  Object.assign(world.vendor, { status: 'Expired', state: 'expired' });
  await world.commit();
  return world;
}

function attemptOf(world: CommitWorld): string {
  const { commit } = world.job();
  if (commit.kind !== 'unknown') throw new Error(commit.kind);
  return commit.attempt.id;
}

const decide = (
  world: CommitWorld,
  outcome: 'done' | 'not-done',
  remark: string | null = null,
  attemptId = attemptOf(world),
) => world.commits.resolve({ jobId: 'job-1', attemptId, outcome, remark });

describe('when the vendor can not say', () => {
  test('nothing is decided by itself, however long it takes', async () => {
    const world = await lostWorld('unclear');
    for (let round = 0; round < 60; round += 1) {
      await world.clock.advance(1_800_000);
      await settle();
    }
    expect(world.job().commit).toMatchObject({
      kind: 'unknown',
      asked: { answer: 'unclear', vendorStatus: 'Expired', decidable: true },
    });
    expect(world.told()).toEqual(['commit-started', 'commit-unknown: connection-lost']);
  });

  test('“the vendor confirmed it to me” writes a receipt that says so, over a restart too', async () => {
    const world = await lostWorld('unclear');
    const sentAt = world.clock.now();
    await world.clock.advance(60_000);
    await settle();
    const state = decide(world, 'done', '  Jo at support, by phone ');
    world.restart();
    expect(world.job().commit).toEqual(state);
    expect(world.ledger.commits.receipt('job-1')).toMatchObject({
      by: 'kim',
      proof: 'hand',
      vendorAnswer: 'decided by hand',
      sentAt,
      at: world.clock.now(),
      decision: { by: 'kim', remark: 'Jo at support, by phone', vendorSaid: 'Expired' },
    });
    expect(world.told().at(-1)).toBe('commit-confirmed-by-hand: Jo at support, by phone');
    expect(world.ledger.commits.unsettled()).toEqual([]);
    await world.commits.settleAtStart();
    await settle();
    expect(world.clock.waiting).toEqual([]);
  });

  test('“it was not done” opens the commit, and it can be sent again', async () => {
    const world = await lostWorld('unclear');
    expect(decide(world, 'not-done', ' ')).toEqual({ kind: 'open' });
    expect(world.told().at(-1)).toBe('commit-reopened-by-hand');
    expect(world.ledger.commits.unsettled()).toEqual([]);
    world.vendor.acknowledge = async () => ({ vendorAnswer: '200' });
    expect(await world.commit()).toMatchObject({ kind: 'committed', receipt: { proof: 'answer' } });
  });

  test('the vendor’s answer that arrives after the decision changes nothing', async () => {
    const world = await lostWorld('unclear');
    let answer: (told: 'yes') => void = () => {};
    world.vendor.acknowledged = () => new Promise((resolve) => (answer = resolve));
    const settling = world.commits.settle('job-1');
    await world.clock.untilWaiting((ms) => ms === 120_000);
    decide(world, 'not-done');
    answer('yes');
    expect(await settling).toEqual({ kind: 'open' });
    expect(world.told().at(-1)).toBe('commit-reopened-by-hand');
  });

  test('what the vendor said meanwhile goes before the person’s word', async () => {
    const world = await lostWorld('unclear');
    const attemptId = attemptOf(world);
    world.vendor.acknowledged = async () => 'yes';
    const settled = await world.commits.settle('job-1');
    expect(decide(world, 'not-done', null, attemptId)).toEqual(settled);
  });
});

describe('a person’s word is not taken', () => {
  test('while the commit may still be on its way', async () => {
    const world = openCommitWorld();
    worlds.push(world);
    world.vendor.acknowledge = () => Promise.reject(new Failure('connection-lost'));
    await world.commit();
    expect(world.job().commit).toMatchObject({ asked: { answer: 'not-yet', decidable: false } });
    expect(() => decide(world, 'done', 'x')).toThrow(expect.objectContaining({ code: 'commit-unknown' }));
  });

  test('while the vendor can’t be reached, for a day', async () => {
    const world = await lostWorld(new Failure('unreachable'));
    expect(() => decide(world, 'not-done')).toThrow(expect.objectContaining({ code: 'commit-unknown' }));
    for (let hour = 0; hour < 25; hour += 1) {
      await world.clock.advance(3_600_000);
      await settle();
    }
    expect(world.job().commit).toMatchObject({
      asked: { answer: 'unanswered', error: { code: 'unreachable' }, decidable: true },
    });
    expect(decide(world, 'not-done')).toEqual({ kind: 'open' });
  });

  test('for another attempt than the one that was shown', async () => {
    const world = await lostWorld('unclear');
    expect(() => decide(world, 'done', 'x', 'an older one')).toThrow(
      expect.objectContaining({ code: 'commit-unknown' }),
    );
    expect(world.job().commit.kind).toBe('unknown');
  });

  test('while it is being sent', async () => {
    const world = openCommitWorld();
    worlds.push(world);
    world.vendor.acknowledge = () => new Promise(() => {});
    void world.commit().catch(() => {});
    await world.clock.untilWaiting((ms) => ms === 180_000);
    expect(() => decide(world, 'done', 'x', 'any')).toThrow(
      expect.objectContaining({ code: 'commit-running' }),
    );
  });

  test('when the ledger can not take it: it stays the open question that it was', async () => {
    const world = await lostWorld('unclear');
    world.ledger.commits.finish = () => {
      throw new Failure('disk-full');
    };
    expect(() => decide(world, 'done', 'x')).toThrow(expect.objectContaining({ code: 'disk-full' }));
    expect(world.job().commit.kind).toBe('unknown');
  });
});

describe('where nobody can ever be asked', () => {
  test.each([
    ['the connection is gone', new Failure('connection-not-found')],
    [
      'the export’s own access token is lost',
      new Failure('secret-missing', { subject: 'Installs, October' }),
    ],
  ])('%s: the person may decide at once', async (_case, shut) => {
    const world = openCommitWorld();
    worlds.push(world);
    world.vendor.acknowledge = () => {
      world.vendor.shut = shut;
      return Promise.reject(new Failure('timeout'));
    };
    await world.commit();
    await expect(world.commits.settle('job-1')).rejects.toMatchObject({ code: shut.code });
    expect(world.job().commit).toMatchObject({ asked: { answer: 'unanswered', decidable: true } });
    expect(decide(world, 'done', 'seen on its page')).toMatchObject({
      kind: 'committed',
      receipt: { decision: { vendorSaid: null } },
    });
  });

  test('a keychain that is locked is no reason: it can be opened', async () => {
    const world = await lostWorld(new Failure('keychain-locked'));
    expect(world.job().commit).toMatchObject({ asked: { answer: 'unanswered', decidable: false } });
  });
});
