import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openMainWorld } from '../../support/main-world.ts';

const day = 86_400_000;

it('what becomes ready is collected by itself, for a connection that asks for it, and nothing more', async () => {
  const world = await openMainWorld();
  const connectionId = await world.connect('mypreferences');
  const before = await world.ready('mypreferences', connectionId);
  await world.pass(2_000);
  expect((await world.ask('connections.list')).map(({ collectsSince }) => collectsSince)).toEqual([
    undefined,
  ]);
  expect(world.view(before).stage).toBe('ready');

  await world.ask('connections.collectAutomatically', { id: connectionId, on: true });
  await world.pass(5_000);
  // It was waiting for the person when this was turned on, and still is.
  expect(world.view(before).stage).toBe('ready');

  const after = await world.ready('mypreferences', connectionId);
  await world.untilStage(after, 'collected');
  expect(world.history(after).find(({ kind }) => kind === 'retrieval-started')?.by).toBe('Docket');

  // Discarded by the person: it doesn't come back.
  await world.ask('retrievals.discard', after);
  await world.pass(10_000);
  expect(world.view(after).stage).toBe('ready');
  await world.restart();
  await world.pass(10_000);
  expect(world.view(after).stage).toBe('ready');

  await world.ask('connections.collectAutomatically', { id: connectionId, on: false });
  const last = await world.ready('mypreferences', connectionId);
  await world.pass(5_000);
  expect(world.view(last).stage).toBe('ready');
});

it('what became ready while Docket was closed is collected at the next start', async () => {
  const world = await openMainWorld();
  const connectionId = await world.connect('mypreferences');
  await world.ask('connections.collectAutomatically', { id: connectionId, on: true });
  world.power({ online: false, reachable: false });
  await world.restart();
  world.power({ online: true, reachable: true });
  const jobId = await world.ready('mypreferences', connectionId);
  expect((await world.untilStage(jobId, 'collected')).commit).toEqual({ kind: 'open' });
});

it('changing the connection keeps its choice; a new connection begins without it', async () => {
  const world = await openMainWorld();
  const id = await world.connect('mytracker');
  await world.ask('connections.collectAutomatically', { id, on: true });
  const { draft } = world.draftOf('mytracker');
  const saved = await world.ask('connections.save', { ...draft, id, name: 'Renamed', secrets: {} });
  expect(saved.collectsSince).toEqual(expect.any(Number));
  expect((await world.ask('connections.save', { ...draft, name: 'Other' })).collectsSince).toBeUndefined();
});

it('a practice connection that collects by itself still does after a restart, and no longer when practising begins anew', async () => {
  const world = await openMainWorld();
  const id = 'practice-mypreferences';
  const since = async () => (await world.ask('connections.list')).find((one) => one.id === id)?.collectsSince;
  await world.ask('app.practice', true);
  await world.ask('connections.collectAutomatically', { id, on: true });
  const chosen = await since();
  expect(chosen).toEqual(expect.any(Number));
  await world.restart();
  await world.pass(1_000);
  expect(await since()).toBe(chosen);
  await world.ask('connections.collectAutomatically', { id, on: false });
  await world.restart();
  await world.pass(1_000);
  expect(await since()).toBeUndefined();
  await world.ask('connections.collectAutomatically', { id, on: true });
  await world.ask('app.practice', false);
  await world.ask('app.practice', true);
  expect(await since()).toBeUndefined();
});

it('schedules and collecting by itself go on for days, and nothing is ever committed', {
  timeout: 60_000,
}, async () => {
  const world = await openMainWorld();
  const [newsletter, games] = [await world.connect('mypreferences'), await world.connect('mytracker')];
  for (const id of [newsletter, games]) await world.ask('connections.collectAutomatically', { id, on: true });
  const rhythm = { kind: 'daily', time: '06:00' } as const;
  await world.ask('schedules.save', {
    connectionId: newsletter,
    title: '',
    period: 'since-last',
    rhythm,
    request: { provider: 'mypreferences', segmentName: 'Newsletter opt-ins' },
  });
  await world.ask('schedules.save', {
    connectionId: games,
    title: 'Installs',
    period: 'day-before',
    rhythm,
    request: { provider: 'mytracker', event: 'installs', selectors: ['idDevice'], timezone: 'UTC' },
  });
  const collected = () => world.book.all().filter(({ retrieval }) => retrieval.kind === 'collected').length;
  for (let days = 1; days <= 3; days += 1) {
    // As the computer's sleep does: the wall clock is elsewhere at once.
    world.power({ awake: false });
    world.clock.jump(day);
    world.power({ awake: true });
    await world.until(() => collected() === 2 * days, `the exports of day ${days}`);
  }
  expect(world.book.all().map(({ commit }) => commit)).toEqual(Array(6).fill({ kind: 'open' }));
  expect(world.ledger.commits.unsettled()).toEqual([]);
  expect(JSON.stringify(world.vendors.mypreferences.requests)).not.toMatch(/commit/i);
  expect(world.told().filter((kind) => kind.startsWith('commit') || kind === 'reviewed')).toEqual([]);
  for (const entry of world.history())
    if (entry.kind === 'export-started' || entry.kind === 'retrieval-started')
      expect(entry.by).toBe('Docket');
  const schedules = await world.ask('schedules.list');
  expect(schedules.map(({ lastRun }) => lastRun?.outcome.kind)).toEqual(['asked', 'asked']);
});

it('the room that does things by itself has no way to commit', () => {
  const room = fileURLToPath(new URL('../../../src-main/schedules', import.meta.url));
  for (const name of readdirSync(room)) {
    const source = readFileSync(join(room, name), 'utf8');
    expect(source, name).not.toMatch(/\.\.\/commit\/|acknowledge|\bcommits\b/);
  }
});
