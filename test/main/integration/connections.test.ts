import { describe, expect, it } from 'vitest';
import { openMainWorld } from '../../support/main-world.ts';

const isStatus = ({ path }: { readonly path: string }) => path.endsWith('get.json') && path.includes('/raw/');

describe('a connection’s ups and downs', () => {
  it('a wrong password stands on the rows; corrected, the exports are asked about at once', async () => {
    const world = await openMainWorld();
    const { draft } = world.draftOf('crayon');
    const id = await world.connect('crayon', { secrets: { ...draft.secrets, password: 'wrong' } });
    expect(await world.ask('connections.test', id)).toMatchObject({
      outcome: { kind: 'fails', error: { code: 'sign-in-refused' } },
    });
    world.vendors.crayon.addItem();
    await world.pass(20 * 60_000, 5_000);
    expect(world.book.all()).toEqual([]);
    const correctedAt = world.clock.now();
    await world.ask('connections.save', { ...draft, id });
    await world.until(() => world.book.all().length === 1);
    expect(world.clock.now() - correctedAt).toBeLessThan(20_000);
  });

  it('a refusal that was on its way when the password was corrected doesn’t hold the connection back', async () => {
    const world = await openMainWorld();
    const { draft } = world.draftOf('mytracker');
    const id = await world.connect('mytracker');
    const jobId = await world.ready('mytracker', id);
    await world.ask('connections.save', { ...draft, id, secrets: { secretKey: 'wrong' } });
    await world.until(() => world.view(jobId).checkError !== null);
    // Its answer takes longer than the person's correction.
    world.vendors.mytracker.faults.add({ kind: 'latency', ms: 300, match: 'export/get.json' });
    const asked = world.vendors.mytracker.requests.length;
    // A test makes the exports be asked about again.
    await world.ask('connections.test', id);
    await world.until(() => world.vendors.mytracker.requests.slice(asked).some(isStatus));
    await world.ask('connections.save', { ...draft, id });
    const correctedAt = world.clock.now();
    await world.until(() => (world.view(jobId).lastCheckedAt ?? 0) > correctedAt);
    expect(world.view(jobId)).toMatchObject({ stage: 'ready', checkError: null });
    expect(world.clock.now() - correctedAt).toBeLessThan(60_000);
  });

  it('a check that waited for its turn while the address was changed asks the new address', async () => {
    const world = await openMainWorld();
    const other = await openMainWorld();
    const { draft } = world.draftOf('mytracker');
    const id = await world.connect('mytracker');
    const jobId = await world.ready('mytracker', id);
    const reference = world.book.get(jobId).reference;
    other.vendors.mytracker.addExport({ id: reference, state: 'in-progress', readyInMs: 86_400_000 });
    world.vendors.mytracker.faults.add({ kind: 'latency', ms: 200, match: 'get.json' });
    const asked = world.vendors.mytracker.requests.length;
    const first = world.ask('jobs.check', jobId);
    await world.until(() => world.vendors.mytracker.requests.length > asked);
    const second = world.ask('jobs.start', {
      connectionId: id,
      request: {
        provider: 'mytracker',
        event: 'installs',
        selectors: ['idCountry'],
        dateFrom: '2026-01-01',
        dateTo: '2026-01-05',
      },
    });
    await world.ask('connections.save', {
      ...draft,
      id,
      config: { ...draft.config, baseUrl: other.vendors.mytracker.origin },
    });
    await first;
    const started = await second;
    expect(other.vendors.mytracker.requests.some(({ path }) => path.endsWith('create.json'))).toBe(true);
    await world.ask('jobs.check', started.id);
    // The next check of the first one speaks to the new address too.
    expect((await world.ask('jobs.check', jobId)).export.kind).toBe('running');
  });

  it('edited while a collection runs: the collection ends whole, under the new name', async () => {
    const world = await openMainWorld();
    const { draft } = world.draftOf('mytracker');
    const id = await world.connect('mytracker');
    const jobId = await world.ready('mytracker', id);
    world.vendors.mytracker.faults.add({ kind: 'slow', chunkBytes: 200, delayMs: 5, match: '.0.csv.gz' });
    await world.ask('retrievals.start', jobId);
    const downloads = () => world.vendors.mytracker.requests.filter(({ path }) => path.includes('download'));
    await world.until(() => downloads().length > 0);
    await world.ask('connections.save', { ...draft, id, name: 'Renamed' });
    await world.untilStage(jobId, 'collected');
    expect(world.view(jobId).connectionName).toBe('Renamed');
    expect(world.told().filter((kind) => kind.startsWith('connection-'))).toEqual([
      'connection-added',
      'connection-changed',
    ]);
  });

  it('removed while paused: its secrets go, its rows say so, and it can be discarded and forgotten', async () => {
    const world = await openMainWorld();
    const id = await world.connect('mypreferences');
    const jobId = await world.ready('mypreferences', id);
    await world.ask('retrievals.start', jobId);
    await world.ask('retrievals.pause', jobId);
    await world.ask('connections.remove', id);
    expect([...world.keychain.entries.keys()]).toEqual(['keychain-check']);
    expect(world.view(jobId).checkError).toMatchObject({ code: 'connection-not-found' });
    await world.ask('retrievals.resume', jobId);
    await world.until(() => world.book.get(jobId).retrieval.kind === 'paused');
    expect(world.view(jobId)).toMatchObject({
      stage: 'paused',
      nextStep: 'resume',
      retrieval: { by: 'error', error: { code: 'connection-not-found' } },
    });
    await expect(world.ask('jobs.check', jobId)).rejects.toMatchObject({ code: 'connection-not-found' });
    await world.ask('retrievals.discard', jobId);
    await world.ask('jobs.forget', jobId);
    expect(world.told().slice(-3)).toEqual(['connection-removed', 'retrieval-discarded', 'export-forgotten']);
  });

  it('removed while its list is on its way: nothing of it comes onto the list', async () => {
    const world = await openMainWorld();
    const id = await world.connect('crayon');
    await world.pass(1_000);
    world.vendors.crayon.addItem();
    world.vendors.crayon.faults.add({ kind: 'latency', ms: 200, match: /GET .*exports/, skip: 1 });
    const asked = () => world.vendors.crayon.requests.filter(({ path }) => path.includes('exports')).length;
    const before = asked();
    await world.ask('connections.test', id);
    await world.until(() => asked() > before + 1);
    await world.ask('connections.remove', id);
    await world.pass(5_000);
    expect(world.book.all()).toEqual([]);
  });

  it('without a keychain, secrets are for this run: after a restart the row says which is missing', async () => {
    const world = await openMainWorld({ keychain: false });
    const id = await world.connect('mypreferences');
    const jobId = await world.ready('mypreferences', id);
    expect((await world.ask('connections.list'))[0]?.secrets).toEqual([
      { field: 'sharedKey', place: 'session' },
    ]);
    await world.restart();
    await world.ask('jobs.check', jobId);
    expect(world.view(jobId).checkError).toMatchObject({ code: 'secret-missing' });
    await world.ask('retrievals.start', jobId);
    await world.until(() => world.book.get(jobId).retrieval.kind === 'paused');
    // The person types both again, and the same row goes on.
    const { draft } = world.draftOf('mypreferences');
    await world.ask('connections.save', { ...draft, id });
    const reference = world.vendors.mypreferences.snapshot()[0]?.token ?? '';
    expect((await world.ask('jobs.track', { connectionId: id, reference })).id).toBe(jobId);
    await world.ask('retrievals.resume', jobId);
    await world.untilStage(jobId, 'collected');
  });
});
