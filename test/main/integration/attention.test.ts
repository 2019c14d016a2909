import { expect, it } from 'vitest';
import type { Counts } from '../../../src-main/attention/counts.ts';
import type { Notification } from '../../../src-main/attention/notification.ts';
import type { TaskbarProgress } from '../../../src-main/attention/taskbar.ts';
import { mainWords } from '../../../src-main/words/main-words.ts';
import { openMainWorld } from '../../support/main-world.ts';

function outside() {
  const told: Notification[] = [];
  const counted: Counts[] = [];
  const progress: TaskbarProgress[] = [];
  return {
    told,
    counted,
    progress,
    ports: {
      say: () => mainWords('en'),
      isWatched: () => false,
      notify: (notification: Notification) => told.push(notification),
      showCounts: (counts: Counts) => counted.push(counts),
      showProgress: (share: TaskbarProgress) => progress.push(share),
    },
  };
}

it('what a vendor finishes and what is collected is told, counted, and shown on the taskbar', async () => {
  const seen = outside();
  const world = await openMainWorld({ outside: seen.ports });
  const connectionId = await world.connect('mytracker');
  const { mytracker } = world.vendors;
  const reference = mytracker.addExport({ state: 'in-progress', readyInMs: 24 * 3_600_000 });
  const { id } = await world.ask('jobs.track', { connectionId, reference, title: 'Installs' });
  await world.until(() => seen.counted.length > 0);
  mytracker.finish(reference);
  await world.ask('jobs.check', id);
  await world.until(() => seen.told.length > 0);
  await world.collect(id);
  await world.until(() => seen.told.length > 1);
  expect(seen.told).toMatchObject([
    { title: '“Installs” is ready to collect', target: { kind: 'show-job', jobId: id } },
    { title: '“Installs” is collected and ready to review', target: { kind: 'show-job', jobId: id } },
  ]);
  expect(seen.counted.at(-1)).toEqual({ 'needs-you': 1, 'on-its-way': 0, done: 0 });
  expect(seen.progress.at(-1)).toBe('none');
});

it('an export that was let go is off the list, comes back when it is wanted, and is forgotten when the app ends', async () => {
  const world = await openMainWorld();
  const connectionId = await world.connect('mypreferences');
  const id = await world.ready('mypreferences', connectionId);
  const listed = async () => (await world.ask('jobs.list', {})).map((job) => job.id);
  await world.ask('jobs.letGo', id);
  expect(await listed()).toEqual([]);
  // What the vendor says of it meanwhile doesn't bring it back.
  await world.ask('jobs.check', id);
  expect(await listed()).toEqual([]);
  expect((await world.ask('jobs.keep', id)).id).toBe(id);
  expect(await listed()).toEqual([id]);
  // Its token is still known: it can be collected.
  await world.collect(id);
  expect(world.told(id)).not.toContain('export-forgotten');

  await world.ask('jobs.letGo', id);
  await world.restart(true);
  expect(await listed()).toEqual([]);
  expect(world.told(id)).toContain('export-forgotten');
});

it('after a crash what was let go stands on the list again: nothing is lost', async () => {
  const world = await openMainWorld();
  const id = await world.ready('mypreferences', await world.connect('mypreferences'));
  await world.ask('jobs.letGo', id);
  await world.restart();
  expect((await world.ask('jobs.list', {})).map((job) => job.id)).toEqual([id]);
});

it('who adds the same export again has what was let go forgotten first', async () => {
  const world = await openMainWorld();
  const connectionId = await world.connect('mytracker');
  const reference = world.vendors.mytracker.addExport();
  const first = await world.ask('jobs.track', { connectionId, reference });
  await world.ask('jobs.letGo', first.id);
  const second = await world.ask('jobs.track', { connectionId, reference });
  expect((await world.ask('jobs.list', {})).map((job) => job.id)).toEqual([second.id]);
});
