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
      provider: 'mypreferences',
      practice: false,
      proof: 'answer',
      sentAt: world.clock.now(),
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

  test('and the vendor does not have it: a “no” that comes at once is only a “not yet”, the next one opens it', async () => {
    const world = open();
    world.vendor.acknowledge = () => Promise.reject(new Failure('connection-lost'));
    expect(await world.commit()).toMatchObject({
      kind: 'unknown',
      lost: { code: 'connection-lost' },
      asked: { answer: 'not-yet', decidable: false },
    });
    await expect(world.commit()).rejects.toMatchObject({ code: 'commit-unknown' });
    await world.clock.advance(30_000);
    await settle();
    expect(world.job().commit).toEqual({
      kind: 'open',
      lastError: { code: 'commit-not-done', action: { kind: 'try-again' } },
    });
    expect(world.told().at(-1)).toBe('commit-settled: commit-not-done');
    expect(world.ledger.commits.unsettled()).toEqual([]);
    expect(world.clock.waiting).toEqual([]);
  });

  test('and the vendor, asked at once, was still at work on it: no second commit is let through', async () => {
    const world = open();
    world.vendor.acknowledge = () => Promise.reject(new Failure('connection-lost'));
    await world.commit();
    world.vendor.acknowledged = async () => 'yes';
    await world.clock.advance(30_000);
    await settle();
    expect(world.job().commit).toMatchObject({ kind: 'committed', receipt: { proof: 'status' } });
    expect(world.vendor.calls.filter((call) => call.startsWith('commit'))).toHaveLength(1);
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

describe('when the vendor refuses the call on account of the export', () => {
  const refusals = ['request-rejected', 'not-found', 'export-gone'] satisfies readonly ErrorCode[];

  test.each(refusals)('%s, and it has no commit of it: open again at once, in its words', async (code) => {
    const world = open();
    world.vendor.acknowledge = () => Promise.reject(new Failure(code, { detail: 'as the vendor says' }));
    const state = {
      kind: 'open',
      lastError: { code: 'commit-refused', detail: 'as the vendor says', action: { kind: 'try-again' } },
    };
    expect(await world.commit()).toEqual(state);
    expect(world.job().commit).toEqual(state);
  });

  test.each(refusals)(
    '%s, and a colleague has committed it: committed by the vendor’s word',
    async (code) => {
      const world = open();
      world.vendor.acknowledge = () => Promise.reject(new Failure(code));
      world.vendor.acknowledged = async () => 'yes';
      expect(await world.commit()).toMatchObject({ kind: 'committed', receipt: { proof: 'status' } });
    },
  );

  test.each(refusals)(
    '%s, and it has expired: it is too late, and the row says what is left to do',
    async (code) => {
      const world = open();
      world.vendor.acknowledge = () => Promise.reject(new Failure(code));
      world.vendor.acknowledged = async () => 'unclear';
      Object.assign(world.vendor, { status: 'Expired', state: 'expired' });
      const error = { code: 'commit-too-late', detail: 'Expired' };
      expect(await world.commit()).toEqual({ kind: 'open', lastError: error });
      expect(world.book.view(world.job())).toMatchObject({ stage: 'reviewed', nextStep: 'forget' });
      expect(world.told().at(-1)).toBe('commit-settled: commit-too-late');
    },
  );

  test('and its word leaves the rest open: the person may decide', async () => {
    const world = open();
    world.vendor.acknowledge = () => Promise.reject(new Failure('not-found'));
    world.vendor.acknowledged = async () => 'unclear';
    world.vendor.status = '';
    expect(await world.commit()).toMatchObject({
      kind: 'unknown',
      asked: { answer: 'unclear', vendorStatus: null, decidable: true },
    });
  });
});

describe('when the vendor has answered and the ledger can not take the receipt', () => {
  function fullDisk(world: CommitWorld): () => void {
    const { finish } = world.ledger.commits;
    world.ledger.commits.finish = () => {
      throw new Failure('disk-full');
    };
    return () => {
      world.ledger.commits.finish = finish;
    };
  }
  const commitCalls = (world: CommitWorld) => world.vendor.calls.filter((call) => call.startsWith('commit'));

  test('that is said, nothing is sent again, and the receipt is written when there is room, with the time of the answer', async () => {
    const world = open();
    const answeredAt = world.clock.now();
    const makeRoom = fullDisk(world);
    await expect(world.commit()).rejects.toMatchObject({
      error: { code: 'receipt-not-written', subject: 'Installs, October', detail: 'disk-full' },
    });
    await expect(world.commit()).rejects.toMatchObject({ code: 'commit-running' });
    await world.clock.advance(30_000);
    await settle();
    expect(world.job().commit.kind).toBe('committing');
    makeRoom();
    await world.clock.advance(120_000);
    await settle();
    expect(world.job().commit).toMatchObject({
      kind: 'committed',
      receipt: { vendorAnswer: '200', proof: 'answer', at: answeredAt },
    });
    expect(world.told()).toEqual(['commit-started', 'committed: 200']);
    expect(world.vendor.calls).toEqual(['commit 123456 keep false']);
  });

  test('and Docket ends before there is room: the next run asks the vendor', async () => {
    const world = open();
    fullDisk(world);
    await expect(world.commit()).rejects.toMatchObject({ code: 'receipt-not-written' });
    world.restart();
    world.vendor.acknowledged = async () => 'yes';
    await world.commits.settleAtStart();
    await settle();
    expect(world.job().commit).toMatchObject({ kind: 'committed', receipt: { proof: 'status' } });
    expect(commitCalls(world)).toHaveLength(1);
  });

  test('a lost answer that can not be noted reads as unknown, and is settled when there is room', async () => {
    const world = open();
    const makeRoom = fullDisk(world);
    world.vendor.acknowledge = () => Promise.reject(new Failure('timeout'));
    expect(await world.commit()).toMatchObject({ kind: 'unknown', lost: { code: 'timeout' } });
    expect(world.job().commit.kind).toBe('committing');
    makeRoom();
    world.vendor.acknowledged = async () => 'yes';
    await world.clock.advance(30_000);
    await settle();
    expect(world.job().commit).toMatchObject({ kind: 'committed', receipt: { proof: 'status' } });
    expect(world.told()).toEqual([
      'commit-started',
      'commit-unknown: timeout',
      'commit-settled: settled: Retrieved',
    ]);
  });

  test('a refusal that can not be noted is told, and opens the commit when there is room', async () => {
    const world = open();
    const makeRoom = fullDisk(world);
    world.vendor.acknowledge = () => Promise.reject(new Failure('permission-denied'));
    await expect(world.commit()).rejects.toMatchObject({ code: 'permission-denied' });
    expect(world.job().commit.kind).toBe('committing');
    makeRoom();
    await world.clock.advance(30_000);
    await settle();
    expect(world.job().commit).toEqual({ kind: 'open', lastError: { code: 'permission-denied' } });
    expect(world.vendor.calls).toHaveLength(1);
  });
});

describe('an answer that comes after the time limit', () => {
  async function lateAnswer(world: CommitWorld) {
    let answer: (told: { readonly vendorAnswer: string }) => void = () => {};
    world.vendor.acknowledge = () => new Promise((resolve) => (answer = resolve));
    world.vendor.acknowledged = async () => 'unclear';
    const committing = world.commit();
    await world.clock.untilWaiting((ms) => ms === 180_000);
    await world.clock.advance(180_000);
    expect(await committing).toMatchObject({ kind: 'unknown', lost: { code: 'timeout' } });
    return async () => {
      answer({ vendorAnswer: '200' });
      await settle();
    };
  }

  test('still settles the commit, and the receipt says that it came late', async () => {
    const world = open();
    const answer = await lateAnswer(world);
    const { startedAt } = (world.job().commit as { attempt: { startedAt: number } }).attempt;
    await world.clock.advance(5_000);
    await answer();
    expect(world.job().commit).toMatchObject({
      kind: 'committed',
      receipt: { proof: 'late-answer', vendorAnswer: '200', sentAt: startedAt, at: world.clock.now() },
    });
  });

  test('changes nothing when the commit was settled before', async () => {
    const world = open();
    const answer = await lateAnswer(world);
    world.vendor.acknowledged = async () => 'yes';
    const settled = await world.commits.settle('job-1');
    await answer();
    expect(world.job().commit).toEqual(settled);
  });
});

describe('between the reading of the files and the call', () => {
  test('a file that was touched is read again before anything is begun', async () => {
    const world = open();
    let looks = 0;
    world.verify.touched = async () => (++looks === 1 ? 'profiles.ndjson' : null);
    expect(await world.commit()).toMatchObject({ kind: 'committed' });
    expect(world.verify.readings).toBe(2);
  });

  test('a file that was replaced meanwhile refuses the commit, whatever its size and date', async () => {
    const world = open();
    world.verify.touched = async () => {
      writeFileSync(world.path, '{"ProfileId":9007199254740993,"Rate":1.11}\n');
      return 'profiles.ndjson';
    };
    await expect(world.commit()).rejects.toMatchObject({
      error: { code: 'file-changed', subject: 'profiles.ndjson', action: { kind: 'collect-again' } },
    });
    expect([world.vendor.calls, world.ledger.commits.unsettled()]).toEqual([[], []]);
  });

  test('a file that never comes to rest refuses the commit after three readings', async () => {
    const world = open();
    world.verify.touched = async () => 'profiles.ndjson';
    await expect(world.commit()).rejects.toMatchObject({ code: 'file-changed' });
    expect([world.verify.readings, world.vendor.calls]).toEqual([3, []]);
  });

  test('the last look at the files comes after the keychain, which may ask the person', async () => {
    const world = open();
    const order: string[] = [];
    world.vendor.opened = () => void order.push('keychain');
    world.verify.touched = async () => {
      order.push('look');
      return null;
    };
    await world.commit();
    expect(order).toEqual(['keychain', 'look']);
  });
});

describe('two calls over the bridge', () => {
  test('in the same tick, with another wish for the vendor’s copy: one is sent, with its own wish', async () => {
    const world = open();
    const [first, second] = await Promise.allSettled([
      world.commit({ keepFiles: true }),
      world.commit({ keepFiles: false }),
    ]);
    expect(first).toMatchObject({ status: 'fulfilled', value: { receipt: { keepFiles: true } } });
    expect(second).toMatchObject({
      status: 'rejected',
      reason: { error: { code: 'commit-running', subject: 'Installs, October' } },
    });
    expect(world.vendor.calls).toEqual(['commit 123456 keep true']);
  });

  test('the second while the vendor has the first: refused, and what the first comes to stands', async () => {
    const world = open();
    let answer: (told: { readonly vendorAnswer: string }) => void = () => {};
    world.vendor.acknowledge = () => new Promise((resolve) => (answer = resolve));
    const first = world.commit();
    await world.clock.untilWaiting((ms) => ms === 180_000);
    await expect(world.commit({ keepFiles: true })).rejects.toMatchObject({ code: 'commit-running' });
    answer({ vendorAnswer: '200' });
    expect(await first).toMatchObject({ kind: 'committed', receipt: { keepFiles: false } });
  });
});

describe('when Docket is about to end', () => {
  test('a commit that is not sent yet ends with nothing sent, and leaves no trace on the row', async () => {
    const world = open();
    let go: () => void = () => {};
    world.verify.run = () => new Promise((resolve) => (go = resolve));
    const committing = world.commit();
    expect(world.commits.underWay()).toBe(1);
    world.commits.stop();
    go();
    await expect(committing).rejects.toMatchObject({ code: 'cancelled' });
    await world.commits.idle();
    expect([world.commits.underWay(), world.vendor.calls, world.told()]).toEqual([0, [], []]);
    expect(world.job().commit).toEqual({ kind: 'open' });
    await expect(world.commit()).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('one that is sent can be waited for, and its receipt is written', async () => {
    const world = open();
    let answer: (told: { readonly vendorAnswer: string }) => void = () => {};
    world.vendor.acknowledge = () => new Promise((resolve) => (answer = resolve));
    const committing = world.commit();
    await world.clock.untilWaiting((ms) => ms === 180_000);
    world.commits.stop();
    const idle = world.commits.idle().then(() => world.job().commit.kind);
    answer({ vendorAnswer: '200' });
    expect(await idle).toBe('committed');
    await committing;
  });

  test('one whose answer is lost then is not asked about any more: the next run does', async () => {
    const world = open();
    world.vendor.acknowledge = async () => {
      world.commits.stop();
      throw new Failure('connection-lost');
    };
    expect(await world.commit()).toMatchObject({ kind: 'unknown' });
    expect(world.vendor.calls).toEqual(['commit 123456 keep false']);
    world.restart();
    world.vendor.acknowledged = async () => 'yes';
    await world.commits.settleAtStart();
    await settle();
    expect(world.job().commit.kind).toBe('committed');
  });
});
