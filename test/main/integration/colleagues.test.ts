import { describe, expect, it } from 'vitest';
import { openMainWorld } from '../../support/main-world.ts';

/** What other people do at the vendor meanwhile. */
describe('MyPreferences, committed by a colleague', () => {
  async function colleagueCommits(world: Awaited<ReturnType<typeof openMainWorld>>, token: string) {
    const { mypreferences } = world.vendors;
    const { createHmac } = await import('node:crypto');
    const { clientId, userId, sharedKey } = mypreferences.credentials;
    const at = new Date(world.clock.now()).toISOString();
    const signature = createHmac('sha256', sharedKey).update(`${clientId}:${userId}:${at}`).digest('base64');
    const answer = await fetch(
      `${mypreferences.baseUrls.v4}/Async/${clientId}/Export/Segment/Commit/${token}?keepFiles=true`,
      {
        method: 'POST',
        headers: {
          Authorization: `PNAUTHINFO3-HMAC-SHA256 Credential=${userId}/${at} Signature=${signature}`,
        },
      },
    );
    expect(answer.status).toBe(200);
  }

  it('before it was collected: the row says that it is gone, and nothing is collected', async () => {
    const world = await openMainWorld();
    const jobId = await world.ready('mypreferences', await world.connect('mypreferences'));
    await colleagueCommits(world, world.vendors.mypreferences.snapshot()[0]?.token ?? '');
    await world.ask('retrievals.start', jobId);
    await world.untilStage(jobId, 'gone');
    expect(world.view(jobId)).toMatchObject({
      nextStep: 'forget',
      retrieval: { kind: 'broken', error: { code: 'export-gone', detail: 'Retrieved' } },
    });
    expect(world.told(jobId)).toEqual([
      'export-tracked',
      'retrieval-started',
      'export-expired',
      'retrieval-broken',
    ]);
    await world.ask('jobs.forget', jobId);
  });

  it('after it was collected: ours is committed by what the vendor says, once, with a receipt', async () => {
    const world = await openMainWorld();
    const jobId = await world.collected('mypreferences');
    await colleagueCommits(world, world.vendors.mypreferences.snapshot()[0]?.token ?? '');
    await world.ask('jobs.check', jobId);
    expect(world.view(jobId)).toMatchObject({ stage: 'collected', nextStep: 'review' });
    expect(await world.commit(jobId)).toMatchObject({
      kind: 'committed',
      receipt: { vendorAnswer: 'settled: Retrieved' },
    });
    expect(world.vendors.mypreferences.commits).toHaveLength(1);
  });
});

describe('Crayon, a report deleted by a colleague', () => {
  it('before it was collected: the row says that it is gone', async () => {
    const world = await openMainWorld();
    const jobId = await world.ready('crayon', await world.connect('crayon'));
    const { snapshot, dropFile } = world.vendors.crayon;
    dropFile(snapshot()[0]?.id ?? 0);
    await world.ask('retrievals.start', jobId);
    await world.until(() => world.book.get(jobId).retrieval.kind === 'broken');
    expect(['expired', 'gone']).toContain(world.view(jobId).stage);
    expect(world.view(jobId).group).toBe('needs-you');
  });

  it.each([true, false])('before it was committed, keep the copy: %s', async (keep) => {
    const world = await openMainWorld();
    const jobId = await world.collected('crayon');
    const id = Number(world.book.get(jobId).reference);
    const { crayon } = world.vendors;
    const token = await fetch(crayon.tokenUrl, {
      method: 'POST',
      headers: {
        Authorization: `Basic ${Buffer.from(`${crayon.credentials.clientId}:${crayon.credentials.clientSecret}`).toString('base64')}`,
      },
      body: new URLSearchParams({
        grant_type: 'password',
        scope: 'CustomerApi',
        username: crayon.credentials.username,
        password: crayon.credentials.password,
      }),
    });
    const { AccessToken } = (await token.json()) as { AccessToken: string };
    const gone = await fetch(`${crayon.origin}/api/v1/exports/${id}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${AccessToken}` },
    });
    expect(gone.ok).toBe(true);
    expect(await world.commit(jobId, keep)).toMatchObject({
      kind: 'committed',
      receipt: { keepFiles: keep },
    });
    expect(crayon.deletions).toEqual([id]);
  });

  it('a report that was forgotten does not come back, not after a restart either', async () => {
    const world = await openMainWorld();
    const connectionId = await world.connect('crayon');
    const jobId = await world.ready('crayon', connectionId);
    const { reference } = world.book.get(jobId);
    await world.ask('jobs.forget', jobId);
    await world.ask('connections.test', connectionId);
    await world.pass(10 * 60_000, 5_000);
    await world.restart();
    const asked = () => world.vendors.crayon.requests.filter(({ path }) => path.includes('/exports')).length;
    const before = asked();
    await world.pass(10 * 60_000, 5_000);
    expect(asked()).toBeGreaterThan(before);
    expect(world.book.all().filter((job) => job.reference === reference)).toEqual([]);
  });
});

describe('MyTracker', () => {
  it('an export that someone else cancels while we wait reads as cancelled, with a line in the history', async () => {
    const world = await openMainWorld();
    const connectionId = await world.connect('mytracker');
    const reference = world.vendors.mytracker.addExport({ state: 'in-progress', readyInMs: 3_600_000 });
    const { id } = await world.ask('jobs.track', { connectionId, reference });
    const other = await world.connect('mytracker', { name: 'A colleague' });
    const theirs = await world.ask('jobs.track', { connectionId: other, reference });
    await world.ask('jobs.cancel', theirs.id);
    await world.untilStage(id, 'cancelled');
    expect(world.told(id)).toEqual(['export-tracked', 'export-cancelled']);
  });

  it('an export that expires while it waits for its turn to be collected ends as expired, and the other goes on', async () => {
    const world = await openMainWorld();
    await world.ask('settings.update', { parallelTransfers: 1 });
    const connectionId = await world.connect('mytracker');
    const first = await world.ready('mytracker', connectionId);
    const second = await world.ready('mytracker', connectionId);
    const release = world.vendors.mytracker.faults.add({
      kind: 'answer',
      status: 503,
      match: 'download',
      times: 2,
    });
    await Promise.all([world.ask('retrievals.start', first), world.ask('retrievals.start', second)]);
    world.vendors.mytracker.expireLinks(world.book.get(second).reference);
    await world.untilStage(second, 'expired');
    release();
    await world.untilStage(first, 'collected');
    expect(world.view(second).retrieval).toMatchObject({ kind: 'broken', error: { code: 'export-expired' } });
    expect(world.told(second)).toContain('retrieval-broken');
  });
});

describe('an access token that was forgotten', () => {
  it('can be tracked again, as a new row with a secret of its own', async () => {
    const world = await openMainWorld();
    const connectionId = await world.connect('mypreferences');
    const first = await world.ready('mypreferences', connectionId);
    const reference = world.vendors.mypreferences.snapshot()[0]?.token ?? '';
    await expect(world.ask('jobs.track', { connectionId, reference })).rejects.toMatchObject({
      code: 'already-on-list',
    });
    await world.ask('jobs.forget', first);
    expect([...world.keychain.entries.values()]).not.toContain(reference);
    const second = await world.ask('jobs.track', { connectionId, reference });
    expect(second.id).not.toBe(first);
    await world.collect(second.id);
  });
});
