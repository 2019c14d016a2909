import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Clock, systemClock } from '../../../src-main/ports/clock.ts';
import { silentLog } from '../../../src-main/ports/log.ts';
import { practiceConnections } from '../../../src-main/practice/practice-connections.ts';
import { type PracticeVendors, startPracticeVendors } from '../../../src-main/practice/practice-vendors.ts';
import type { ProviderClient } from '../../../src-main/providers/provider.ts';
import { providers } from '../../../src-main/providers/registry.ts';
import { allTitles } from '../../../src-main/words/titles.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { createWorld, type World } from './support/world.ts';

/** The real providers against the practice vendors: what the scripted servers of the other tests can't say. */
let vendors: PracticeVendors;
beforeAll(async () => {
  vendors = await startPracticeVendors({
    rows: { profiles: 2_345, rowsPerPart: 500, parts: 3, licenceLines: 40 },
  });
});
afterAll(() => vendors.stop());

function connect(
  provider: ProviderId,
  clock: Clock = systemClock,
  from: PracticeVendors = vendors,
): ProviderClient {
  const practice = practiceConnections(from, 0, allTitles.en.practice).find(
    ({ connection }) => connection.config.provider === provider,
  );
  if (practice === undefined) throw new Error(provider);
  return providers[provider].connect({
    connectionId: practice.connection.id,
    config: practice.connection.config,
    secret: async (field) => practice.secrets[field] ?? '',
    fetch,
    clock,
    log: silentLog,
    random: () => 0,
  });
}

async function collected(provider: ProviderId, reference: string): Promise<World> {
  const world = createWorld({ client: connect(provider) });
  world.addJob({ provider, reference });
  await world.service.start('job-1');
  await world.until('collected');
  return world;
}
const read = (world: World, name: string) => readFileSync(join(world.folder(), name));

describe('collecting from the practice vendors', () => {
  it('MyPreferences: every profile, in the vendor’s own text', async () => {
    const reference = vendors.mypreferences.readyReferences.complete;
    const world = await collected('mypreferences', reference);
    const records = vendors.mypreferences.expectedRecords(reference);
    expect(world.retrieval()).toMatchObject({ kind: 'collected', rows: records.length, files: 1 });
    expect(read(world, world.files()[0] ?? '').toString('utf8')).toBe(`${records.join('\n')}\n`);
  });

  it('MyTracker: every part, byte for byte, through a connection that is cut', async () => {
    const reference = vendors.mytracker.readyReferences.success;
    vendors.mytracker.faults.add({ kind: 'cut', afterBytes: 1000, match: 'download/raw', skip: 1 });
    const world = createWorld({ client: connect('mytracker') });
    world.addJob({ reference });
    await world.service.start('job-1');
    await expect
      .poll(
        async () => {
          await world.clock.advance(2000);
          return world.retrieval().kind;
        },
        // The calls keep their distance in real time.
      )
      .toBe('collected');
    expect(vendors.mytracker.faults.pending).toBe(0);
    const files = world.ledger.files.of('job-1');
    expect(files.length).toBeGreaterThan(1);
    for (const [part, file] of files.entries()) {
      expect(read(world, file.name).equals(await vendors.mytracker.expectedFile(reference, part))).toBe(true);
      expect(file).toMatchObject({ kind: 'csv.gz', rows: expect.any(Number) });
    }
  });

  it('MyTracker: links that died before the collection end it as expired, and nothing is invented', async () => {
    const now = createVirtualClock();
    const own = await startPracticeVendors({
      clock: now.now,
      rows: { rowsPerPart: 10, parts: 2 },
      expiry: { link: 60_000, linkStep: 0 },
    });
    onTestFinished(() => own.stop());
    const client = connect('mytracker', { now: now.now, after: systemClock.after }, own);
    const world = createWorld({ client });
    world.addJob({ reference: own.mytracker.readyReferences.success });
    now.jump(100 * 3_600_000);
    world.clock.jump(100 * 3_600_000);
    await world.service.start('job-1');
    expect((await world.until('broken')).retrieval).toMatchObject({ error: { code: 'export-expired' } });
    expect(world.ledger.files.of('job-1')).toEqual([]);
  });

  it('Crayon: the workbook, by what it is', async () => {
    const [id] = vendors.crayon.readyReferences.processed;
    const world = await collected('crayon', String(id));
    const [file] = world.ledger.files.of('job-1');
    expect(file).toMatchObject({ rows: vendors.crayon.expectedLines(id).length });
    expect(read(world, file?.name ?? '').equals(await vendors.crayon.expectedFile(id))).toBe(true);
  });
});
