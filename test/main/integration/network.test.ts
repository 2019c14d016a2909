import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openMainWorld } from '../../support/main-world.ts';

describe('the network and the computer’s sleep', () => {
  it('gone in mid-transfer, the collection waits by itself, and goes on with what it has when it is back', async () => {
    const world = await openMainWorld({ practice: { rows: { rowsPerPart: 3_000 } } });
    const jobId = await world.ready('mytracker', await world.connect('mytracker'));
    const slow = world.vendors.mytracker.faults.add({
      kind: 'slow',
      chunkBytes: 4_096,
      delayMs: 10,
      match: 'download',
      times: 5,
    });
    const moved = () => {
      const folder = world.book.get(jobId).folder ?? '';
      const part = existsSync(folder) && readdirSync(folder).find((name) => name.endsWith('.part'));
      return typeof part === 'string' && statSync(join(folder, part)).size > 8_192;
    };
    await world.ask('retrievals.start', jobId);
    await world.until(moved);
    world.power({ online: false });
    await world.until(() => world.book.get(jobId).retrieval.kind === 'paused');
    expect(world.view(jobId)).toMatchObject({
      nextStep: 'wait',
      group: 'on-its-way',
      retrieval: { by: 'offline' },
    });
    await world.pass(3_600_000, 60_000);
    expect(world.view(jobId).stage).toBe('paused');
    slow();
    world.vendors.mytracker.forgetRequests();
    world.power({ online: true });
    await world.untilStage(jobId, 'collected');
    const ranges = world.vendors.mytracker.requests
      .filter(({ path }) => path.includes('download'))
      .map(({ headers }) => headers.range);
    expect(ranges[0]).toMatch(/^bytes=[1-9]\d*-$/);
    const { files } = await world.ask('jobs.get', jobId);
    const expected = await world.vendors.mytracker.expectedFile(world.book.get(jobId).reference, 0);
    expect(readFileSync(`${files[0]?.folder}/${files[0]?.name}`).equals(expected)).toBe(true);
  });

  it('nothing is asked while the computer sleeps, and everything that is due right after', async () => {
    const world = await openMainWorld();
    const id = await world.connect('mytracker');
    const reference = world.vendors.mytracker.addExport({ state: 'in-progress', readyInMs: 30 * 60_000 });
    const job = await world.ask('jobs.track', { connectionId: id, reference });
    await world.pass(60_000);
    world.power({ awake: false });
    await world.pass(1_000);
    world.vendors.mytracker.forgetRequests();
    await world.pass(2 * 3_600_000, 60_000);
    expect(world.vendors.mytracker.requests).toEqual([]);
    expect(world.view(job.id).nextCheckAt).toBeNull();
    const wokenAt = world.clock.now();
    world.power({ awake: true });
    await world.untilStage(job.id, 'ready');
    expect(world.clock.now() - wokenAt).toBeLessThan(10_000);
  });

  it('a wait for a rate limit that ends during sleep is over at waking', async () => {
    const world = await openMainWorld();
    const jobId = await world.ready('mypreferences', await world.connect('mypreferences'));
    world.vendors.mypreferences.faults.add({
      kind: 'answer',
      status: 429,
      retryAfter: { seconds: 600 },
      match: 'Segment',
    });
    await world.ask('retrievals.start', jobId);
    await world.until(() => world.book.get(jobId).retrieval.kind === 'paused');
    expect(world.view(jobId)).toMatchObject({ nextStep: 'wait', retrieval: { by: 'rate-limit' } });
    world.power({ awake: false });
    world.clock.jump(3_600_000);
    world.power({ awake: true });
    await world.untilStage(jobId, 'collected');
  });

  it('offline, a check and a start say so, and nothing on the list changes its state', async () => {
    const world = await openMainWorld();
    const connectionId = await world.connect('mypreferences');
    const jobId = await world.ready('mypreferences', connectionId);
    world.power({ online: false });
    await expect(world.ask('jobs.check', jobId)).rejects.toMatchObject({ code: 'offline' });
    await expect(
      world.ask('jobs.start', {
        connectionId,
        request: { provider: 'mypreferences', segmentName: 'Newsletter opt-ins' },
      }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/offline|unreachable/) });
    await world.pass(600_000, 5_000);
    expect(world.view(jobId)).toMatchObject({ stage: 'ready' });
    expect(world.book.all()).toHaveLength(1);
  });

  it('two hundred live exports on one MyTracker account keep its quotas, beside a person who collects', {
    timeout: 60_000,
  }, async () => {
    const world = await openMainWorld();
    const connectionId = await world.connect('mytracker');
    const jobs: string[] = [];
    for (let n = 0; n < 200; n += 1) {
      const reference = world.vendors.mytracker.addExport({
        state: 'in-progress',
        readyInMs: 40 * 3_600_000,
      });
      jobs.push((await world.ask('jobs.track', { connectionId, reference })).id);
    }
    const ready = await world.ready('mytracker', connectionId);
    world.vendors.mytracker.forgetRequests();
    const from = world.clock.now();
    await world.collect(ready);
    await world.pass(2 * 3_600_000, 4_000);
    const { requests } = world.vendors.mytracker;
    expect(requests.filter(({ status }) => status === 429)).toEqual([]);
    for (let hour = 0; hour < 2; hour += 1) {
      const start = from + hour * 3_600_000;
      const count = requests.filter(({ at }) => at >= start && at < start + 3_600_000).length;
      expect(count).toBeLessThanOrEqual(1000);
    }
    // None of them is starved.
    const oldest = Math.min(...jobs.map((id) => world.book.get(id).lastCheckedAt ?? 0));
    expect(world.clock.now() - oldest).toBeLessThan(3_600_000);
  });
});
