import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import { type CommitWorld, fingerprint, openCommitWorld } from '../../support/commit-world.ts';
import { settle } from '../../support/virtual-clock.ts';

const worlds: CommitWorld[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});
function open(...input: Parameters<typeof openCommitWorld>): CommitWorld {
  const world = openCommitWorld(...input);
  worlds.push(world);
  return world;
}

const other = '0'.repeat(64);

describe('committing', () => {
  test('verifies, writes the intent, calls once and keeps a receipt over a restart', async () => {
    const world = open();
    let intent: unknown = null;
    world.vendor.acknowledge = async () => {
      // Read by the vendor's side of the call: what lies in the ledger before anything is answered.
      intent = [world.ledger.commits.unsettled(), world.ledger.jobs.get('job-1')?.commit.kind];
      return { vendorAnswer: '200' };
    };
    const state = await world.commit({ keepFiles: true });
    expect(intent).toEqual([
      [{ jobId: 'job-1', attempt: expect.objectContaining({ fingerprint, keepFiles: true, by: 'kim' }) }],
      'committing',
    ]);
    expect(world.vendor.calls).toEqual(['commit 123456 keep true']);
    world.restart();
    expect(world.job().commit).toEqual(state);
    expect(world.ledger.commits.receipt('job-1')).toEqual({
      id: expect.any(String),
      jobId: 'job-1',
      title: 'Installs, October',
      connectionName: 'Games',
      by: 'kim',
      at: world.clock.now(),
      fingerprint,
      rows: 1,
      files: 1,
      bytes: 43,
      keepFiles: true,
      effect: 'vendor-closes',
      vendorAnswer: '200',
    });
    expect(world.ledger.commits.unsettled()).toEqual([]);
    expect(world.told()).toEqual(['commit-started', 'committed: 200']);
  });

  test('to a vendor without the choice asks for no deletion, and the receipt says that there was no choice', async () => {
    const world = open(
      { provider: 'mytracker', reference: '4' },
      { commitEffect: 'sign-off-only', keepsCopyChoice: false },
    );
    await world.commit({ keepFiles: false });
    expect(world.vendor.calls).toEqual(['commit 4 keep true']);
    expect(world.ledger.commits.receipt('job-1')).toMatchObject({ keepFiles: null, effect: 'sign-off-only' });
  });

  test('twice at the same moment calls the vendor once', async () => {
    const world = open();
    const [first, second] = await Promise.allSettled([world.commit(), world.commit()]);
    expect(first).toMatchObject({ status: 'fulfilled', value: { kind: 'committed' } });
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'commit-running' } });
    await expect(world.commit()).rejects.toMatchObject({ code: 'already-committed' });
    expect(world.vendor.calls).toEqual(['commit 123456 keep false']);
  });
});

describe('before the call, committing is refused', () => {
  test.each([
    ['nothing is collected', { retrieval: { kind: 'none' } }, 'not-collected'],
    ['it is being collected again', { retrieval: { kind: 'verifying' } }, 'not-collected'],
    ['nobody has reviewed it', { review: null }, 'not-reviewed'],
    [
      'what was reviewed is something else',
      { review: { by: 'kim', at: 1, remark: null, fingerprint: other } },
      'not-reviewed',
    ],
  ] as const)('when %s', async (_case, over, code) => {
    const world = open(over);
    await expect(world.commit()).rejects.toMatchObject({ code });
    expect([world.vendor.calls, world.told(), world.ledger.commits.unsettled()]).toEqual([[], [], []]);
    expect(world.job().commit).toEqual({ kind: 'open' });
  });

  test('when the person was shown another fingerprint', async () => {
    const world = open();
    await expect(world.commit({ fingerprint: other })).rejects.toMatchObject({ code: 'fingerprint-stale' });
    expect(world.vendor.calls).toEqual([]);
  });

  test.each([
    ['file-changed', (path: string) => writeFileSync(path, '{"ProfileId":9007199254740993,"Rate":1.11}\n')],
    ['file-missing', (path: string) => rmSync(path)],
  ] as const)('by %s with the file’s name, on the row and in the history too', async (code, tamper) => {
    const world = open();
    tamper(world.path);
    const error = {
      code,
      subject: 'profiles.ndjson',
      action: { kind: 'collect-again', jobId: world.job().id },
    };
    await expect(world.commit()).rejects.toMatchObject({ error });
    expect(world.vendor.calls).toEqual([]);
    expect(world.job().commit).toEqual({ kind: 'open', lastError: error });
    expect(world.told()).toEqual([`commit-refused: ${code}: profiles.ndjson`]);
  });

  test('when it changed while the files were read', async () => {
    const world = open();
    world.verify.run = async () => void world.book.update('job-1', { review: null });
    await expect(world.commit()).rejects.toMatchObject({ code: 'not-reviewed' });
    expect(world.vendor.calls).toEqual([]);
  });

  test.each(['keychain-locked', 'keychain-timeout', 'secret-missing', 'connection-not-found'] as const)(
    'by %s, and works when that is put right',
    async (code) => {
      const world = open();
      world.vendor.shut = new Failure(code);
      await expect(world.commit()).rejects.toMatchObject({ code });
      expect(world.job().commit).toEqual({ kind: 'open', lastError: { code } });
      world.vendor.shut = null;
      expect(await world.commit()).toMatchObject({ kind: 'committed' });
    },
  );

  test('when the ledger can not take the intent: without it nothing is called', async () => {
    const world = open();
    world.ledger.commits.begin = () => {
      throw new Failure('disk-full');
    };
    await expect(world.commit()).rejects.toMatchObject({ code: 'disk-full' });
    expect(world.vendor.calls).toEqual([]);
    expect(world.job().commit.kind).toBe('open');
  });

  test('when there is no such export', async () => {
    const world = open();
    await expect(
      world.commits.commit({ jobId: 'nobody', fingerprint, keepFiles: true }),
    ).rejects.toMatchObject({ code: 'job-not-found' });
  });
});

describe('when the vendor surely has not acted', () => {
  test.each([
    'offline',
    'unreachable',
    'certificate-untrusted',
    'proxy-sign-in',
    'sign-in-refused',
    'permission-denied',
    'request-rejected',
    'rate-limited',
    'keychain-locked',
    'secret-missing',
  ] satisfies readonly ErrorCode[])('%s is told, the commit is open again, nobody is asked', async (code) => {
    const world = open();
    world.vendor.acknowledge = () => Promise.reject(new Failure(code, { detail: 'as the vendor says' }));
    await expect(world.commit()).rejects.toMatchObject({ code });
    expect(world.job().commit).toEqual({ kind: 'open', lastError: { code, detail: 'as the vendor says' } });
    expect(world.vendor.calls).toEqual(['commit 123456 keep false']);
    expect(world.ledger.commits.unsettled()).toEqual([]);
    expect(world.told()).toEqual(['commit-started', `commit-refused: ${code}`]);
    world.vendor.acknowledge = async () => ({ vendorAnswer: '200' });
    expect(await world.commit()).toMatchObject({ kind: 'committed' });
  });
});

describe('when the vendor’s answer is lost', () => {
  const lost = [
    'connection-lost',
    'timeout',
    'vendor-unavailable',
    'answer-malformed',
    'answer-empty',
    'not-the-vendor',
    'not-found',
  ] satisfies readonly ErrorCode[];

  test.each(lost)('%s and the vendor says it has it: committed, settled by its status', async (code) => {
    const world = open();
    world.vendor.acknowledge = () => Promise.reject(new Failure(code));
    world.vendor.acknowledged = async () => 'yes';
    const state = await world.commit({ keepFiles: true });
    expect(state).toMatchObject({
      kind: 'committed',
      receipt: { vendorAnswer: 'settled: Retrieved', keepFiles: true },
    });
    expect(world.vendor.calls).toEqual(['commit 123456 keep true', 'ask 123456 keep true']);
    expect(world.told()).toEqual([
      'commit-started',
      `commit-unknown: ${code}`,
      'commit-settled: settled: Retrieved',
    ]);
  });

  test('and the vendor does not have it: open again, with the reason', async () => {
    const world = open();
    world.vendor.acknowledge = () => Promise.reject(new Failure('connection-lost'));
    expect(await world.commit()).toEqual({
      kind: 'open',
      lastError: { code: 'connection-lost', action: { kind: 'try-again' } },
    });
    expect(world.told().at(-1)).toBe('commit-settled: connection-lost');
    expect(world.ledger.commits.unsettled()).toEqual([]);
  });

  test.each([
    ['the vendor’s word leaves it open', async () => 'unclear' as const],
    ['nobody can be asked', () => Promise.reject(new Failure('offline'))],
  ])('and %s: it stays unknown, and committing again is refused', async (_case, answer) => {
    const world = open();
    world.vendor.acknowledge = () => Promise.reject(new Failure('timeout'));
    world.vendor.acknowledged = answer;
    expect(await world.commit()).toMatchObject({ kind: 'unknown', attempt: { fingerprint } });
    await expect(world.commit()).rejects.toMatchObject({
      error: { code: 'commit-unknown', action: { kind: 'settle-commit', jobId: 'job-1' } },
    });
    expect(world.vendor.calls.filter((call) => call.startsWith('commit'))).toHaveLength(1);
  });

  test('an error of ours in the middle of the call counts as lost', async () => {
    const world = open();
    world.vendor.acknowledge = () => Promise.reject(new TypeError('x'));
    world.vendor.acknowledged = async () => 'unclear';
    expect(await world.commit()).toMatchObject({ kind: 'unknown' });
  });

  test('a vendor that never answers is given three minutes, then asked', async () => {
    const world = open();
    let reason: unknown = null;
    world.vendor.acknowledge = (_reference, _choice, signal) =>
      new Promise(() => signal.addEventListener('abort', () => (reason = signal.reason)));
    world.vendor.acknowledged = async () => 'yes';
    const committing = world.commit();
    await world.clock.untilWaiting((ms) => ms === 180_000);
    expect(world.job().commit.kind).toBe('committing');
    await expect(world.commits.settle('job-1')).rejects.toMatchObject({ code: 'commit-running' });
    await world.clock.advance(180_000);
    expect(await committing).toMatchObject({ kind: 'committed' });
    expect(reason).toMatchObject({ code: 'timeout' });
  });

  test('the receipt is written even when the vendor’s word for it can not be had', async () => {
    const world = open();
    world.vendor.acknowledge = () => Promise.reject(new Failure('timeout'));
    world.vendor.acknowledged = async () => 'yes';
    world.vendor.status = '';
    expect(await world.commit()).toMatchObject({ receipt: { vendorAnswer: 'settled: confirmed' } });
  });
});

describe('when the vendor has answered and the ledger can not take the receipt', () => {
  test('the disk is told, and later it is settled rather than committed again', async () => {
    const world = open();
    const { finish } = world.ledger.commits;
    world.ledger.commits.finish = () => {
      throw new Failure('disk-full');
    };
    await expect(world.commit()).rejects.toMatchObject({ code: 'disk-full' });
    await expect(world.commit()).rejects.toMatchObject({ code: 'commit-running' });
    world.ledger.commits.finish = finish;
    world.vendor.acknowledged = async () => 'yes';
    await world.clock.advance(30_000);
    await settle();
    expect(world.job().commit).toMatchObject({
      kind: 'committed',
      receipt: { vendorAnswer: 'settled: Retrieved' },
    });
    expect(world.vendor.calls.filter((call) => call.startsWith('commit'))).toHaveLength(1);
  });
});
