import { describe, expect, it } from 'vitest';
import { type MainWorld, openMainWorld } from '../../support/main-world.ts';

const practiceJobs = (world: MainWorld) => world.book.all().filter((job) => job.practice);
const connections = async (world: MainWorld) => (await world.ask('connections.list')).map(({ id }) => id);
const kept = (world: MainWorld) => JSON.parse(world.json('practice')) as { readonly secrets: object };
const sampleOf = (world: MainWorld, title: string) =>
  practiceJobs(world).find((job) => job.title === title)?.id ?? '';

describe('practising', () => {
  it('brings samples of all three vendors, each of which can be collected and committed', async () => {
    const world = await openMainWorld();
    expect(await world.ask('app.practice', true)).toMatchObject({ practice: true });
    await world.until(() => practiceJobs(world).some((job) => job.provider === 'crayon'));
    for (const provider of ['mypreferences', 'mytracker', 'crayon'] as const) {
      await world.until(() =>
        practiceJobs(world).some((job) => job.provider === provider && job.export.kind === 'ready'),
      );
      const job = practiceJobs(world).find((one) => one.provider === provider && one.export.kind === 'ready');
      await world.collect(job?.id ?? '');
      expect(await world.commit(job?.id ?? '')).toMatchObject({ kind: 'committed' });
      expect(world.view(job?.id ?? '').practice).toBe(true);
    }
  });

  it('started, stopped and started again leaves nothing behind, and begins afresh', async () => {
    const world = await openMainWorld();
    await world.ask('app.practice', true);
    await world.until(() => practiceJobs(world).length > 4);
    const id = sampleOf(world, 'Newsletter opt-ins');
    await world.collect(id);
    await world.ask('app.practice', false);
    expect(practiceJobs(world)).toEqual([]);
    expect(await connections(world)).toEqual([]);
    expect(kept(world)).toMatchObject({ secrets: {} });
    expect([...world.keychain.entries.keys()].filter((account) => account.includes('practice'))).toEqual([]);
    await world.pass(120_000);
    expect(world.book.all()).toEqual([]);

    await world.ask('app.practice', true);
    await world.until(() => practiceJobs(world).length > 4);
    const again = sampleOf(world, 'Newsletter opt-ins');
    expect(world.view(again)).toMatchObject({ stage: 'ready' });
    await world.collect(again);
    expect(world.told().filter((kind) => kind.startsWith('practice'))).toEqual([
      'practice-started',
      'practice-stopped',
      'practice-started',
    ]);
  });

  it('stopped while checks, a collection and a request are on their way: nothing comes back onto the list', async () => {
    const world = await openMainWorld({ practice: { rows: { profiles: 2_000 } } });
    await world.ask('app.practice', true);
    const collecting = sampleOf(world, 'Installs, October');
    const both = Promise.allSettled([
      world.ask('retrievals.start', collecting),
      world.ask('connections.test', 'practice-crayon'),
      world.ask('jobs.start', {
        connectionId: 'practice-mypreferences',
        request: { provider: 'mypreferences', segmentName: 'Newsletter opt-ins' },
      }),
      world.ask('jobs.start', {
        connectionId: 'practice-crayon',
        request: { provider: 'crayon', customerAccountId: 4014363, from: '2024-01-01', to: '2024-02-01' },
      }),
      world.ask('app.practice', false),
    ]);
    await both;
    await world.pass(60_000);
    expect(practiceJobs(world)).toEqual([]);
    expect(kept(world)).toMatchObject({ secrets: {} });
    expect(await connections(world)).toEqual([]);
  });

  it('switched twice in a moment, it ends as the last click said, with one set of vendors', async () => {
    const world = await openMainWorld();
    await Promise.all([
      world.ask('app.practice', true),
      world.ask('app.practice', true),
      world.ask('app.practice', false),
      world.ask('app.practice', true),
    ]);
    expect(await connections(world)).toHaveLength(3);
    expect(await world.ask('settings.get')).toMatchObject({ practice: true });
    const titles = practiceJobs(world).map((job) => job.title);
    expect(titles.filter((title) => title === 'Newsletter opt-ins')).toHaveLength(1);
    await world.collect(sampleOf(world, 'Newsletter opt-ins'));
  });

  it.each([['quit', true] as const, ['killed', false] as const])(
    'after the app was %s, its exports are still there and can be collected',
    async (_how, graceful) => {
      const world = await openMainWorld({ practice: { pace: 15_000 } });
      await world.ask('app.practice', true);
      const { id } = await world.ask('jobs.start', {
        connectionId: 'practice-mytracker',
        request: {
          provider: 'mytracker',
          event: 'installs',
          selectors: ['idCountry'],
          dateFrom: '2026-01-01',
          dateTo: '2026-01-02',
        },
      });
      await world.pass(2_000);
      await world.restart(graceful);
      expect(world.view(id)).toMatchObject({ stage: 'preparing' });
      await world.untilStage(id, 'ready');
      await world.collect(id);
      await world.collect(sampleOf(world, 'Newsletter opt-ins'));
    },
  );

  it('killed while practice was starting, the next start clears what was begun', async () => {
    const world = await openMainWorld();
    const crash = world.crashAt(({ at, what }) => at === 'before-request' && what.includes('get.json?'));
    void world.ask('app.practice', true).catch(() => {});
    await world.during(crash);
    expect(practiceJobs(world)).toHaveLength(1);

    await world.restart();

    expect(practiceJobs(world)).toEqual([]);
    await world.ask('app.practice', true);
    await world.collect(sampleOf(world, 'Newsletter opt-ins'));
  });

  it('an export whose commit is unknown goes with the practice', async () => {
    const world = await openMainWorld();
    await world.ask('app.practice', true);
    const id = sampleOf(world, 'Newsletter opt-ins');
    await world.collect(id);
    const crash = world.crashAt(({ at, what }) => at === 'after-request' && what.includes('/Commit/'));
    void world.commit(id).catch(() => {});
    await world.during(crash);
    world.power({ online: false });
    await world.restart();
    await world.untilStage(id, 'unsettled');
    await world.ask('app.practice', false);
    expect(practiceJobs(world)).toEqual([]);
    world.power({ online: true });
    await world.pass(3_600_000, 60_000);
    expect(world.logged.filter((line) => line.includes('unexpected'))).toEqual([]);
  });

  it('beside a real connection, neither touches the other', async () => {
    const world = await openMainWorld();
    const real = await world.collected('mypreferences');
    await world.ask('app.practice', true);
    await world.collect(sampleOf(world, 'Newsletter opt-ins'));
    expect(world.view(real)).toMatchObject({ practice: false, stage: 'collected' });
    await expect(world.ask('connections.remove', 'practice-crayon')).rejects.toMatchObject({
      code: 'connection-invalid',
    });
    expect(world.json('connections')).not.toContain('practice-');
    await world.ask('app.practice', false);
    expect(world.book.all().map((job) => job.id)).toEqual([real]);
    expect(await world.commit(real)).toMatchObject({ kind: 'committed' });
  });
});
