import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type MainWorld, openMainWorld } from '../../support/main-world.ts';
import type { CrashPoint } from '../../support/mortal-ports.ts';

const data = /GET .*\/Export\/Segment\/\d+\?/;
const isData = ({ at, what }: CrashPoint) => at === 'after-request' && data.test(what);
const isCommit =
  (at: CrashPoint['at']) =>
  (point: CrashPoint): boolean =>
    point.at === at && /\/Commit\//.test(point.what);

/** 25 profiles in pages of 4, so that there is a middle. */
async function pagedWorld(): Promise<{
  readonly world: MainWorld;
  readonly jobId: string;
  readonly token: string;
}> {
  const world = await openMainWorld();
  const { draft } = world.draftOf('mypreferences');
  if (draft.config.provider !== 'mypreferences') throw new Error('another vendor');
  const { id } = await world.ask('connections.save', { ...draft, config: { ...draft.config, pageSize: 4 } });
  const jobId = await world.ready('mypreferences', id);
  return { world, jobId, token: world.vendors.mypreferences.snapshot()[0]?.token ?? '' };
}

async function expectWhole(world: MainWorld, jobId: string, token: string): Promise<void> {
  await world.untilStage(jobId, 'collected');
  const file = await world.fileOf(jobId);
  expect(readFileSync(file, 'utf8')).toBe(
    `${world.vendors.mypreferences.expectedRecords(token).join('\n')}\n`,
  );
  expect(readdirSync(world.book.get(jobId).folder ?? '')).toHaveLength(1);
  expect(world.told(jobId).filter((kind) => kind === 'retrieval-collected')).toHaveLength(1);
  expect(await world.commit(jobId)).toMatchObject({ kind: 'committed' });
}

describe('killed while collecting', () => {
  it('right after the start was noted, the next run collects all of it', async () => {
    const { world, jobId, token } = await pagedWorld();
    await world.ask('retrievals.start', jobId);
    await world.restart();
    await expectWhole(world, jobId, token);
  });

  it('after some pages, the next run goes on, and each record is there once', async () => {
    const { world, jobId, token } = await pagedWorld();
    let pages = 0;
    const crash = world.crashAt((point) => isData(point) && ++pages === 4);
    void world.ask('retrievals.start', jobId).catch(() => {});
    await world.during(crash);
    await world.restart();
    await expectWhole(world, jobId, token);
  });

  it.each(['before-rename', 'after-rename'] as const)(
    '%s of the checked file, the next run ends with that file and no other',
    async (at) => {
      const { world, jobId, token } = await pagedWorld();
      const crash = world.crashAt((point) => point.at === at && point.what.endsWith('.ndjson'));
      void world.ask('retrievals.start', jobId).catch(() => {});
      await world.during(crash);
      await world.restart();
      await expectWhole(world, jobId, token);
    },
  );

  it.each(['before-rename', 'after-rename'] as const)(
    '%s of the second file of three, the next run ends with three whole files',
    async (at) => {
      const world = await openMainWorld({ practice: { rows: { parts: 3 } } });
      const jobId = await world.ready('mytracker', await world.connect('mytracker'));
      const crash = world.crashAt((point) => point.at === at && point.what.endsWith('.1.csv.gz'));
      void world.ask('retrievals.start', jobId).catch(() => {});
      await world.during(crash);
      await world.restart();
      await world.untilStage(jobId, 'collected');
      const { files } = await world.ask('jobs.get', jobId);
      const reference = world.book.get(jobId).reference;
      for (const [part, file] of files.entries()) {
        const expected = await world.vendors.mytracker.expectedFile(reference, part);
        expect(readFileSync(`${file.folder}/${file.name}`).equals(expected)).toBe(true);
      }
      expect(readdirSync(world.book.get(jobId).folder ?? '')).toHaveLength(3);
    },
  );

  it('quit in the middle, as a person does, the next run goes on where it was', async () => {
    const { world, jobId, token } = await pagedWorld();
    world.vendors.mypreferences.faults.add({ kind: 'stall', match: /offset=13/ });
    await world.ask('retrievals.start', jobId);
    await world.until(() => world.vendors.mypreferences.requests.some(({ query }) => query.offset === '13'));
    await world.restart(true);
    await expectWhole(world, jobId, token);
    expect(world.vendors.mypreferences.requests.filter(({ query }) => query.offset === '9')).toHaveLength(1);
  });

  it('a collection that a person had paused stays paused', async () => {
    const { world, jobId, token } = await pagedWorld();
    await world.ask('retrievals.start', jobId);
    await world.ask('retrievals.pause', jobId);
    const stage = world.view(jobId).stage;
    await world.restart();
    await world.pass(60_000);
    expect([stage, world.view(jobId).stage]).toEqual(['paused', 'paused']);
    await world.ask('retrievals.resume', jobId);
    await expectWhole(world, jobId, token);
  });
});

describe('killed while committing', () => {
  it('between the intent and the call, the vendor is asked, nothing was done, and the person may commit again', async () => {
    const { world, jobId } = await pagedWorld();
    await world.collect(jobId);
    const crash = world.crashAt(isCommit('before-request'));
    void world.commit(jobId).catch(() => {});
    await world.during(crash);
    expect(world.book.get(jobId).commit.kind).toBe('committing');
    await world.restart();
    await world.until(() => world.book.get(jobId).commit.kind === 'open');
    expect(world.vendors.mypreferences.commits).toEqual([]);
    expect(world.told(jobId).slice(-3)).toEqual(['commit-started', 'commit-unknown', 'commit-settled']);
    expect(await world.commit(jobId)).toMatchObject({ kind: 'committed' });
    expect(world.vendors.mypreferences.commits).toHaveLength(1);
  });

  it('between the call and its answer, the vendor’s status settles it, without a second call', async () => {
    const { world, jobId } = await pagedWorld();
    await world.collect(jobId);
    const crash = world.crashAt(isCommit('after-request'));
    void world.commit(jobId).catch(() => {});
    await world.during(crash);
    await world.restart();
    await world.untilStage(jobId, 'committed');
    expect(world.vendors.mypreferences.commits).toHaveLength(1);
    expect(world.told(jobId).slice(-3)).toEqual(['commit-started', 'commit-unknown', 'commit-settled']);
    expect(world.ledger.commits.unsettled()).toEqual([]);
  });

  it('and offline at the next start, it stays unknown, refuses a second commit, and settles when the network is back', async () => {
    const { world, jobId } = await pagedWorld();
    await world.collect(jobId);
    const crash = world.crashAt(isCommit('after-request'));
    void world.commit(jobId).catch(() => {});
    await world.during(crash);
    world.power({ online: false });
    await world.restart();
    await world.pass(120_000);
    expect(world.view(jobId)).toMatchObject({ stage: 'unsettled', nextStep: 'settle' });
    await expect(world.commit(jobId)).rejects.toMatchObject({ code: 'commit-unknown' });
    await expect(world.ask('jobs.forget', jobId)).rejects.toMatchObject({ code: 'job-busy' });
    world.power({ online: true });
    await world.untilStage(jobId, 'committed');
    expect(world.vendors.mypreferences.commits).toHaveLength(1);
  });
});
