import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FaultQueue } from '../../../src-main/practice/http/faults.ts';
import type { Disk } from '../../../src-main/retrieval/disk.ts';
import { colleagueIn } from '../../support/colleague.ts';
import { type MainWorld, openMainWorld } from '../../support/main-world.ts';

const commitCall = /POST .*\/Commit\//;
const commitCalls = (world: MainWorld) =>
  world.vendors.mypreferences.requests.filter(({ target }) => /\/Commit\//.test(target)).length;

async function reviewed(
  world: MainWorld,
  provider: 'mypreferences' | 'mytracker' | 'crayon' = 'mypreferences',
) {
  const jobId = await world.collected(provider);
  await world.ask('review.mark', { jobId, remark: null });
  const { fingerprint } = await world.ask('commits.preview', jobId);
  return { jobId, fingerprint, input: (keepFiles: boolean) => ({ jobId, fingerprint, keepFiles }) };
}

/** The vendor can't be asked what became of a commit, until the answer is called. */
const statusGoesAway = (faults: FaultQueue) =>
  faults.add({ kind: 'answer', status: 503, match: /Status/, times: Number.POSITIVE_INFINITY });

/** An answer that was lost, at a vendor that can't be asked for now. */
async function unknown(world: MainWorld) {
  const { jobId, input } = await reviewed(world);
  const { faults } = world.vendors.mypreferences;
  faults.add({ kind: 'lose-reply', match: commitCall });
  const comeBack = statusGoesAway(faults);
  expect(await world.ask('commits.commit', input(false))).toMatchObject({ kind: 'unknown' });
  return { jobId, comeBack };
}

describe('a double click, or two calls over the bridge', () => {
  it('in one tick, one of them with the other wish: one goes out, the other is told that it is running', async () => {
    const world = await openMainWorld();
    const { input, jobId } = await reviewed(world);
    const answers = await Promise.allSettled([
      world.ask('commits.commit', input(true)),
      world.ask('commits.commit', input(false)),
      world.ask('commits.commit', input(true)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(answers[1]).toMatchObject({ reason: { code: 'commit-running' } });
    expect(world.vendors.mypreferences.commits).toMatchObject([{ keepFiles: true }]);
    expect(world.told(jobId).filter((kind) => kind === 'commit-started')).toHaveLength(1);
  });

  it('for two exports at once both go out, each once', async () => {
    const world = await openMainWorld();
    const connectionId = await world.connect('mypreferences');
    const inputs = [];
    for (let i = 0; i < 2; i += 1) {
      const jobId = await world.ready('mypreferences', connectionId);
      await world.collect(jobId);
      await world.ask('review.mark', { jobId, remark: null });
      const { fingerprint } = await world.ask('commits.preview', jobId);
      inputs.push({ jobId, fingerprint, keepFiles: false });
    }
    await Promise.all(inputs.map((input) => world.ask('commits.commit', input)));
    expect(new Set(world.vendors.mypreferences.commits.map(({ token }) => token)).size).toBe(2);
    expect(commitCalls(world)).toBe(2);
  });
});

describe('files that change after they were checked', () => {
  const sameSize = (path: string) => {
    const text = readFileSync(path, 'utf8');
    return text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
  };
  const tampers: readonly (readonly [string, string, (path: string) => void])[] = [
    [
      'edited, with its size and its date as before',
      'file-changed',
      (path) => {
        const { atime, mtime } = statSync(path);
        writeFileSync(path, sameSize(path));
        utimesSync(path, atime, mtime);
      },
    ],
    [
      'replaced by another of the same size',
      'file-changed',
      (path) => {
        writeFileSync(`${path}.new`, sameSize(path));
        renameSync(`${path}.new`, path);
      },
    ],
    ['cut by one byte', 'file-changed', (path) => writeFileSync(path, readFileSync(path).subarray(1))],
    ['made longer', 'file-changed', (path) => writeFileSync(path, 'x', { flag: 'a' })],
    ['deleted', 'file-missing', (path) => rmSync(path)],
    [
      'replaced by a folder',
      'file-missing',
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
  ];

  it.each(tampers)(
    '%s, before the commit: refused by name, and the vendor hears nothing',
    async (_case, code, tamper) => {
      const world = await openMainWorld();
      const { input, jobId } = await reviewed(world);
      tamper(await world.fileOf(jobId));
      await expect(world.ask('commits.commit', input(false))).rejects.toMatchObject({
        error: { code, subject: expect.stringMatching(/\.ndjson$/), action: { kind: 'collect-again' } },
      });
      expect(commitCalls(world)).toBe(0);
      expect(world.book.get(jobId).commit).toMatchObject({ kind: 'open', lastError: { code } });
    },
  );

  /** A disk that strikes right after the file was read to its end. */
  function strikingDisk() {
    const strike: { at: ((path: string) => void) | null } = { at: null };
    const disk = (real: Disk): Disk => ({
      ...real,
      async *read(path, range) {
        yield* real.read(path, range);
        strike.at?.(path);
        strike.at = null;
      },
    });
    return { strike, disk };
  }

  it.each(tampers)(
    '%s, between the reading and the call: refused all the same',
    async (_case, code, tamper) => {
      const { strike, disk } = strikingDisk();
      const world = await openMainWorld({ disk });
      const { input } = await reviewed(world);
      strike.at = tamper;
      await expect(world.ask('commits.commit', input(false))).rejects.toMatchObject({ code });
      expect(commitCalls(world)).toBe(0);
      expect(world.ledger.commits.unsettled()).toEqual([]);
    },
  );

  it('only touched between the reading and the call, as a virus scanner does: read again, then committed', async () => {
    const { strike, disk } = strikingDisk();
    const world = await openMainWorld({ disk });
    const { input } = await reviewed(world);
    strike.at = (path) => utimesSync(path, new Date(), new Date());
    expect(await world.ask('commits.commit', input(false))).toMatchObject({ kind: 'committed' });
    expect(commitCalls(world)).toBe(1);
  });

  it('discarded or collected again while they are read: refused, nothing is sent', async () => {
    const { strike, disk } = strikingDisk();
    const world = await openMainWorld({ disk });
    const { input, jobId } = await reviewed(world);
    strike.at = () => world.book.update(jobId, { retrieval: { kind: 'collecting', parts: [] } });
    await expect(world.ask('commits.commit', input(false))).rejects.toMatchObject({ code: 'not-collected' });
    expect(commitCalls(world)).toBe(0);
  });

  it('and a commit that begins while “collect again” looks for their folder keeps them as they are', async () => {
    const hook: { run: (() => void) | null } = { run: null };
    const world = await openMainWorld({
      disk: (real) => ({
        ...real,
        async folderExists(folder) {
          hook.run?.();
          return real.folderExists(folder);
        },
      }),
    });
    const { jobId, fingerprint } = await reviewed(world);
    writeFileSync(await world.fileOf(jobId), 'x', { flag: 'a' });
    const attempt = { id: 'a', startedAt: 1, fingerprint, keepFiles: false, by: 'kim' };
    hook.run = () => world.book.update(jobId, { commit: { kind: 'committing', attempt } });
    await expect(world.ask('retrievals.start', jobId)).rejects.toMatchObject({ code: 'commit-running' });
    expect(world.book.get(jobId).retrieval.kind).toBe('collected');
    expect((await world.ask('jobs.get', jobId)).files).toHaveLength(1);
  });

  it('while Docket is still checking them, there is nothing to commit yet', async () => {
    const world = await openMainWorld();
    const { input, jobId } = await reviewed(world);
    world.book.update(jobId, { retrieval: { kind: 'verifying' } });
    await expect(world.ask('commits.commit', input(false))).rejects.toMatchObject({ code: 'not-collected' });
    expect(commitCalls(world)).toBe(0);
  });
});

describe('the connection meanwhile', () => {
  it('can not be removed while a commit is not settled; settling works, and then it can', async () => {
    const world = await openMainWorld();
    const { jobId, comeBack } = await unknown(world);
    const { connectionId } = world.book.get(jobId);
    await expect(world.ask('connections.remove', connectionId)).rejects.toMatchObject({
      error: { code: 'commit-unknown', action: { kind: 'settle-commit', jobId } },
    });
    comeBack();
    expect(await world.ask('commits.settle', jobId)).toMatchObject({ kind: 'committed' });
    await world.ask('connections.remove', connectionId);
    expect(world.view(jobId)).toMatchObject({ stage: 'committed', nextStep: 'receipt' });
  });

  it('removed before the commit: refused, nothing is sent, the files stay', async () => {
    const world = await openMainWorld();
    const { input, jobId } = await reviewed(world);
    await world.ask('connections.remove', world.book.get(jobId).connectionId);
    await expect(world.ask('commits.commit', input(false))).rejects.toMatchObject({
      code: 'connection-not-found',
    });
    expect(commitCalls(world)).toBe(0);
    expect(world.book.get(jobId).retrieval.kind).toBe('collected');
  });

  it('lost with a damaged file while a commit is not settled: a person may decide, and nothing is stuck', async () => {
    const world = await openMainWorld();
    const { jobId } = await unknown(world);
    writeFileSync(join(world.profile, 'connections.json'), '{ damaged');
    await world.restart();
    await world.until(() => {
      const { commit } = world.book.get(jobId);
      return commit.kind === 'unknown' && commit.asked?.error?.code === 'connection-not-found';
    });
    const { commit } = world.book.get(jobId);
    if (commit.kind !== 'unknown') throw new Error(commit.kind);
    expect(commit.asked?.decidable).toBe(true);
    const input = {
      jobId,
      attemptId: commit.attempt.id,
      outcome: 'done',
      remark: 'seen on its page',
    } as const;
    expect(await world.ask('commits.resolve', input)).toMatchObject({
      kind: 'committed',
      receipt: { proof: 'hand', decision: { by: 'kim', remark: 'seen on its page' } },
    });
    expect(world.view(jobId).nextStep).toBe('receipt');
  });

  it('given another secret meanwhile: settling uses the new one', async () => {
    const world = await openMainWorld();
    const { jobId, comeBack } = await unknown(world);
    const { connectionId } = world.book.get(jobId);
    const { draft } = world.draftOf('mypreferences');
    await world.ask('connections.save', { ...draft, id: connectionId, secrets: { sharedKey: 'wrong' } });
    comeBack();
    await expect(world.ask('commits.settle', jobId)).rejects.toMatchObject({ code: 'sign-in-refused' });
    expect(world.book.get(jobId).commit).toMatchObject({
      kind: 'unknown',
      asked: { answer: 'unanswered', error: { code: 'sign-in-refused' }, decidable: false },
    });
    await world.ask('connections.save', { ...draft, id: connectionId });
    expect(await world.ask('commits.settle', jobId)).toMatchObject({ kind: 'committed' });
    expect(commitCalls(world)).toBe(1);
  });
});

describe('the keychain locked', () => {
  it('at the commit: refused before anything is sent, and works when it is open', async () => {
    const world = await openMainWorld();
    const { input, jobId } = await reviewed(world);
    world.keychain.locked = true;
    await expect(world.ask('commits.commit', input(false))).rejects.toMatchObject({
      code: 'keychain-locked',
    });
    expect(commitCalls(world)).toBe(0);
    expect(world.told(jobId)).not.toContain('commit-started');
    world.keychain.locked = false;
    expect(await world.ask('commits.commit', input(false))).toMatchObject({ kind: 'committed' });
  });

  it('at settling: it stays unknown, is nobody’s to decide, and settles when it is open', async () => {
    const world = await openMainWorld();
    const { jobId, comeBack } = await unknown(world);
    comeBack();
    world.keychain.locked = true;
    await expect(world.ask('commits.settle', jobId)).rejects.toMatchObject({ code: 'keychain-locked' });
    expect(world.book.get(jobId).commit).toMatchObject({ kind: 'unknown', asked: { decidable: false } });
    world.keychain.locked = false;
    await world.untilStage(jobId, 'committed');
  });
});

describe('the computer meanwhile', () => {
  it.each([
    ['goes offline', { online: false }, { online: true }],
    ['falls asleep', { awake: false }, { awake: true }],
  ])('%s before the call: refused or asked about later, and never sent twice', async (_case, away, back) => {
    const world = await openMainWorld();
    const { input, jobId } = await reviewed(world);
    world.power(away);
    await world.ask('commits.commit', input(false)).catch(() => {});
    world.power(back);
    await world.pass(120_000);
    expect(['open', 'committed']).toContain(world.book.get(jobId).commit.kind);
    if (world.book.get(jobId).commit.kind === 'open') await world.ask('commits.commit', input(false));
    expect(world.vendors.mypreferences.commits).toHaveLength(1);
  });

  it('asleep over the answer: unknown, and settled soon after it wakes', async () => {
    const world = await openMainWorld();
    const { jobId, comeBack } = await unknown(world);
    world.power({ awake: false });
    await world.pass(8 * 3_600_000, 600_000);
    expect(world.view(jobId).stage).toBe('unsettled');
    comeBack();
    world.power({ awake: true });
    await world.untilStage(jobId, 'committed');
    expect(commitCalls(world)).toBe(1);
  });
});

describe('what a colleague does meanwhile', () => {
  it('MyPreferences, committed while our answer is lost: committed, one call of ours', async () => {
    const world = await openMainWorld();
    const { input } = await reviewed(world);
    const { faults, snapshot } = world.vendors.mypreferences;
    faults.add({ kind: 'refuse', match: commitCall });
    const comeBack = statusGoesAway(faults);
    expect(await world.ask('commits.commit', input(false))).toMatchObject({ kind: 'unknown' });
    comeBack();
    await colleagueIn(world).commits(snapshot()[0]?.token ?? '');
    expect(await world.ask('commits.settle', input(false).jobId)).toMatchObject({
      kind: 'committed',
      receipt: { proof: 'status', vendorAnswer: 'settled: Retrieved' },
    });
  });

  it('Crayon, deleted while ours to delete it was lost on the way: committed, its copy is gone', async () => {
    const world = await openMainWorld();
    const { input, jobId } = await reviewed(world, 'crayon');
    const { crayon } = world.vendors;
    const { reference } = world.book.get(jobId);
    crayon.faults.add({ kind: 'refuse', match: /^DELETE/ });
    expect(await world.ask('commits.commit', input(false))).toMatchObject({
      kind: 'unknown',
      asked: { answer: 'not-yet' },
    });
    expect(await colleagueIn(world).deletes(Number(reference))).toBeLessThan(300);
    expect(await world.ask('commits.settle', jobId)).toMatchObject({ kind: 'committed' });
    expect(crayon.requests.filter(({ method }) => method === 'DELETE').length).toBeLessThanOrEqual(2);
  });

  it('Crayon, nothing was deleted: after half a minute it can be committed again, and then is', async () => {
    const world = await openMainWorld();
    const { input, jobId } = await reviewed(world, 'crayon');
    const { crayon } = world.vendors;
    crayon.faults.add({ kind: 'answer', status: 500, match: /^DELETE/ });
    expect(await world.ask('commits.commit', input(false))).toMatchObject({ kind: 'unknown' });
    await world.until(() => world.book.get(jobId).commit.kind === 'open');
    expect(await world.ask('commits.commit', input(false))).toMatchObject({
      kind: 'committed',
      receipt: { keepFiles: false, proof: 'answer', provider: 'crayon' },
    });
    expect(crayon.deletions).toEqual([Number(world.book.get(jobId).reference)]);
  });

  it('Crayon with its copy kept is our own sign-off: nothing is asked of the vendor, offline too', async () => {
    const world = await openMainWorld();
    const { input } = await reviewed(world, 'crayon');
    world.power({ online: false });
    world.vendors.crayon.forgetRequests();
    expect(await world.ask('commits.commit', input(true))).toMatchObject({ kind: 'committed' });
    expect(world.vendors.crayon.requests).toEqual([]);
  });

  it('MyTracker is our own sign-off: verified, no call, whatever became of the export there', async () => {
    const world = await openMainWorld();
    const { input, jobId } = await reviewed(world, 'mytracker');
    world.vendors.mytracker.expireLinks(world.book.get(jobId).reference);
    await world.ask('jobs.check', jobId);
    world.power({ online: false });
    world.vendors.mytracker.forgetRequests();
    expect(await world.ask('commits.commit', input(false))).toMatchObject({
      kind: 'committed',
      receipt: { effect: 'sign-off-only', keepFiles: null, provider: 'mytracker' },
    });
    expect(world.vendors.mytracker.requests).toEqual([]);
  });

  it('MyTracker’s files are read again too: what was changed is not signed for', async () => {
    const world = await openMainWorld();
    const { input, jobId } = await reviewed(world, 'mytracker');
    writeFileSync(await world.fileOf(jobId), 'x', { flag: 'a' });
    await expect(world.ask('commits.commit', input(false))).rejects.toMatchObject({ code: 'file-changed' });
  });

  it('MyTracker’s connection removed before the sign-off: nobody has to be called, so it can be signed', async () => {
    const world = await openMainWorld();
    const { input, jobId } = await reviewed(world, 'mytracker');
    await world.ask('connections.remove', world.book.get(jobId).connectionId);
    expect(await world.ask('commits.commit', input(false))).toMatchObject({
      kind: 'committed',
      receipt: { effect: 'sign-off-only', connectionName: 'My mytracker' },
    });
  });
});
