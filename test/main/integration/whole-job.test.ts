import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CallInput } from '../../../src-preload/contract/calls.ts';
import { eventSchemas } from '../../../src-preload/contract/events.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import { openMainWorld } from '../../support/main-world.ts';

const requests: Readonly<Record<ProviderId, CallInput<'jobs.start'>['request']>> = {
  mypreferences: { provider: 'mypreferences', segmentName: 'Newsletter opt-ins' },
  mytracker: {
    provider: 'mytracker',
    event: 'installs',
    selectors: ['idCountry', 'idDevice'],
    dateFrom: '2026-01-01',
    dateTo: '2026-01-05',
  },
  crayon: {
    provider: 'crayon',
    customerAccountId: 4014363,
    from: '2024-01-01T00:00:00Z',
    to: '2024-02-01T00:00:00Z',
  },
};

describe('the main job, from end to end', () => {
  it.each(['mypreferences', 'mytracker', 'crayon'] as const)(
    'an export of %s is asked for, collected, reviewed, committed, and every step stands in the history',
    async (provider) => {
      const world = await openMainWorld();
      const connectionId = await world.connect(provider);
      const { id } = await world.ask('jobs.start', { connectionId, request: requests[provider] });
      await world.untilStage(id, 'ready');
      await world.collect(id);
      const state = await world.commit(id);
      expect(state).toMatchObject({ kind: 'committed', receipt: { by: 'kim', jobId: id } });
      expect(world.view(id)).toMatchObject({ stage: 'committed', nextStep: 'receipt', group: 'done' });

      const told = world.history(id);
      expect(told.map((entry) => entry.kind)).toEqual([
        'export-started',
        'export-ready',
        'retrieval-started',
        'retrieval-collected',
        'reviewed',
        'commit-started',
        'committed',
      ]);
      expect(told.map((entry) => entry.by)).toEqual(['kim', 'Docket', 'kim', 'kim', 'kim', 'kim', 'kim']);
      expect(told.every((entry) => entry.provider === provider)).toBe(true);
      const { retrieval } = world.book.get(id);
      const fingerprint = retrieval.kind === 'collected' ? retrieval.fingerprint : '';
      expect(told.slice(3).map((entry) => entry.fingerprint)).toEqual(Array(4).fill(fingerprint));

      await world.restart();
      expect(world.view(id)).toMatchObject({ stage: 'committed' });
      expect(world.ledger.commits.receipt(id)).toMatchObject({ fingerprint });
    },
  );

  it('two connections to two vendors keep their exports, clients and files apart', async () => {
    const world = await openMainWorld();
    const preferences = await world.collected('mypreferences');
    const tracker = await world.collected('mytracker');
    const records = world.vendors.mypreferences.snapshot().map(({ token }) => token);
    expect(readFileSync(await world.fileOf(preferences), 'utf8')).toBe(
      `${world.vendors.mypreferences.expectedRecords(records[0] ?? '').join('\n')}\n`,
    );
    expect(world.view(tracker)).toMatchObject({ connectionName: 'My mytracker', stage: 'collected' });
    await world.commit(tracker);
    expect(world.view(preferences).stage).toBe('collected');
    expect(world.vendors.mypreferences.commits).toEqual([]);
  });

  it('two quick commits call the vendor once', async () => {
    const world = await openMainWorld();
    const jobId = await world.collected('mypreferences');
    await world.ask('review.mark', { jobId, remark: null });
    const { fingerprint } = await world.ask('commits.preview', jobId);
    const input = { jobId, fingerprint, keepFiles: true };
    const both = await Promise.allSettled([
      world.ask('commits.commit', input),
      world.ask('commits.commit', input),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(world.failures.map((error) => error.code)).toEqual(['commit-running']);
    expect(world.vendors.mypreferences.commits).toHaveLength(1);
    expect(world.told(jobId).filter((kind) => kind === 'committed')).toHaveLength(1);
  });

  it('a commit, a check of the files, a discard and a new collection at once leave one true state', async () => {
    const world = await openMainWorld();
    const jobId = await world.collected('mypreferences');
    await world.ask('review.mark', { jobId, remark: null });
    const { fingerprint } = await world.ask('commits.preview', jobId);
    await Promise.allSettled([
      world.ask('commits.commit', { jobId, fingerprint, keepFiles: true }),
      world.ask('retrievals.start', jobId),
      world.ask('retrievals.discard', jobId),
      world.ask('jobs.check', jobId),
    ]);
    const { stage } = world.view(jobId);
    const committed = world.vendors.mypreferences.commits.length === 1;
    expect(stage).toBe(committed ? 'committed' : 'ready');
    if (committed) expect(readFileSync(await world.fileOf(jobId), 'utf8').length).toBeGreaterThan(0);
  });

  it('the first word of a new export already tells when it is asked about next', async () => {
    const world = await openMainWorld();
    const connectionId = await world.connect('mytracker');
    const reference = world.vendors.mytracker.addExport({ state: 'in-progress', readyInMs: 3_600_000 });
    const { id, nextCheckAt } = await world.ask('jobs.track', { connectionId, reference });
    expect(nextCheckAt).toBeGreaterThan(world.clock.now());
    await world.pass(500);
    const told = world.events.flatMap(({ event, payload }) =>
      event === 'jobs-changed' ? eventSchemas['jobs-changed'].parse(payload).changed : [],
    );
    expect(told.find((job) => job.id === id)?.nextCheckAt).toBe(nextCheckAt);
  });

  it('raising how many are collected at once begins what waits, without waiting for what runs', async () => {
    const world = await openMainWorld();
    await world.ask('settings.update', { parallelTransfers: 1 });
    const connectionId = await world.connect('mytracker');
    const first = await world.ready('mytracker', connectionId);
    const second = await world.ready('mytracker', connectionId);
    const { reference } = world.book.get(first);
    // Never ends by itself.
    world.vendors.mytracker.faults.add({ kind: 'stall', afterBytes: 100, match: `raw/${reference}.` });
    const downloads = () => world.vendors.mytracker.requests.filter(({ path }) => path.includes('download'));
    await world.ask('retrievals.start', first);
    await world.until(() => downloads().length === 1);
    await world.rooms.handlers['retrievals.start'](second);
    expect(world.view(second).stage).toBe('collecting');
    await world.rooms.handlers['settings.update']({ parallelTransfers: 2 });
    const isSecond = ({ path }: { readonly path: string }) => !path.includes(`raw/${reference}.`);
    await expect
      .poll(async () => {
        // Time stands still while the first one hangs, and calls keep a distance.
        await world.clock.advance(200);
        return downloads().some(isSecond);
      })
      .toBe(true);
    await world.rooms.handlers['retrievals.pause'](first);
    await world.untilStage(second, 'collected');
    expect(world.view(first).stage).toBe('paused');
  });
});
