import { createServer } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { practiceSnapshotSchema } from '../../../src-main/practice/practice-vendors.ts';
import { callPreferences, connectCrayon, getExport, startStage } from './vendor-calls.ts';

test('practice mode begins with exports of each vendor, some ready and some under way', async () => {
  const stage = await startStage({ preSeed: true });
  const { mypreferences, mytracker, crayon } = stage;
  expect(mypreferences.statusOf(mypreferences.readyReferences.complete)).toBe('Complete');
  expect(mypreferences.statusOf(mypreferences.readyReferences.processing)).toBe('Processing');
  expect((await getExport(mytracker, mytracker.readyReferences.success)).status).toBe('Success!');
  expect(await getExport(mytracker, mytracker.readyReferences.inProgress)).toMatchObject({
    status: 'In progress',
    progress: '0%',
  });
  expect(mytracker.readyReferences.publicFile).toBeNull();
  expect(crayon.readyReferences.processed.map(crayon.statusOf)).toEqual([2, 2]);
  expect(crayon.statusOf(crayon.readyReferences.queued)).toBe(1);
  const listed = await (await connectCrayon(crayon))('/api/v1/exports/');
  expect(await listed.text()).toContain('"RequestedBy":"pat.colleague@example.com"');

  stage.pass(4000);
  expect(mypreferences.statusOf(mypreferences.readyReferences.processing)).toBe('Complete');
  expect((await getExport(mytracker, mytracker.readyReferences.inProgress)).status).toBe('Success!');
  expect(crayon.statusOf(crayon.readyReferences.queued)).toBe(2);
});

test('the newsletter is there as it was a month before: people came, left and changed, names went blank, a field is new', async () => {
  const { mypreferences } = await startStage({ preSeed: true, rows: { profiles: 1400 } });
  const { earlier, complete } = mypreferences.readyReferences;
  const peopleOf = (token: string) =>
    new Map(
      mypreferences.expectedRecords(token).map((text) => {
        const id = /"ProfileId"\s*:\s*(\d+)/.exec(text)?.[1] ?? '';
        return [id, { text, blank: text.includes('"LastName":""'), scored: text.includes('"LoyaltyScore"') }];
      }),
    );
  const before = peopleOf(earlier);
  const now = peopleOf(complete);
  const of = (people: typeof now, keep: (id: string) => boolean) => [...people.keys()].filter(keep).length;

  expect(now.size).toBe(1400);
  expect(of(now, (id) => !before.has(id))).toBe(35);
  expect(of(before, (id) => !now.has(id))).toBe(20);
  expect([...now.values()].every(({ scored }) => scored)).toBe(true);
  expect([...before.values()].some(({ scored }) => scored)).toBe(false);
  const blankShare = (people: typeof now) =>
    [...people.values()].filter(({ blank }) => blank).length / people.size;
  expect(blankShare(before)).toBeCloseTo(1 / 96, 2);
  expect(blankShare(now)).toBeCloseTo(1 / 8, 2);
  const edited = of(now, (id) => now.get(id)?.text.includes('"import.4","DateTime":"2025-1') === true);
  expect(edited).toBeGreaterThan(10);
});

test('an export and a report can hold whatever a test gives them', async () => {
  const stage = await startStage();
  const id = stage.mytracker.addExport({ content: ['a,b\n1,2\n', Buffer.from([0xc0, 0x0a])] });
  expect(gunzipSync(await stage.mytracker.expectedFile(id, 0)).toString()).toBe('a,b\n1,2\n');
  expect([...gunzipSync(await stage.mytracker.expectedFile(id, 1))]).toEqual([0xc0, 0x0a]);
  const workbook = Buffer.from('a workbook');
  const report = stage.crayon.addItem({ workbook });
  expect(await stage.crayon.expectedWorkbook(report)).toEqual(workbook);
});

test('with the app’s own sizes a ready part holds 60,000 rows', async () => {
  const stage = await startStage({ preSeed: true, rows: { rowsPerPart: 60_000 } });
  const file = await stage.mytracker.expectedFile(stage.mytracker.readyReferences.success, 1);
  let lines = 0;
  for (const byte of gunzipSync(file)) if (byte === 0x0a) lines += 1;
  expect(lines).toBe(60_001);
});

test('the same seed gives the same references; another seed others', async () => {
  const [one, two, other] = await Promise.all([startStage(), startStage(), startStage({ seed: 2 })]);
  expect(two.mytracker.readyReferences).toEqual(one.mytracker.readyReferences);
  expect(two.crayon.readyReferences).toEqual(one.crayon.readyReferences);
  expect(two.mypreferences.addExport()).toBe(one.mypreferences.addExport());
  expect(other.mypreferences.addExport()).not.toBe(one.mypreferences.addExport());
});

test('a snapshot survives JSON and brings every export back on another port', async () => {
  const before = await startStage({ preSeed: true });
  const token = before.mypreferences.addExport({ state: 'processing' });
  await callPreferences(
    before,
    `/Export/Segment/Commit/${before.mypreferences.readyReferences.complete}?keepFiles=true`,
    { method: 'POST' },
  );
  const id = before.mytracker.addExport();
  const item = before.crayon.addItem({ state: 'queued' });
  const link = before.mytracker.links(id)[0] ?? '';
  const bytes = await before.mytracker.expectedFile(id, 0);
  const snapshot = JSON.parse(JSON.stringify(before.snapshot()));
  expect(practiceSnapshotSchema.parse(snapshot)).toEqual(before.snapshot());
  await before.stop();

  const after = await startStage({ preSeed: true, snapshot });
  expect(after.mypreferences.statusOf(token)).toBe('Processing');
  expect(after.mypreferences.statusOf(after.mypreferences.readyReferences.complete)).toBe('Retrieved');
  expect(new URL(after.mytracker.links(id)[0] ?? '').pathname).toBe(new URL(link).pathname);
  expect((await after.mytracker.expectedFile(id, 0)).equals(bytes)).toBe(true);
  expect(after.crayon.statusOf(item)).toBe(1);
  expect(after.mypreferences.addExport()).not.toBe(token);
});

test.each([
  [{ version: 9 }],
  ['nonsense'],
  [{ version: 1, seed: 5, mypreferences: [], mytracker: [], crayon: [] }],
])('a snapshot that does not fit (%o) is left aside', async (snapshot) => {
  const stage = await startStage({ preSeed: true, snapshot });
  expect(stage.mypreferences.statusOf(stage.mypreferences.readyReferences.complete)).toBe('Complete');
});

test('every change that a snapshot shows is announced', async () => {
  let changes = 0;
  const stage = await startStage({ preSeed: true, onChange: () => (changes += 1) });
  stage.mytracker.addExport();
  stage.crayon.addItem();
  const token = stage.mypreferences.addExport();
  stage.mypreferences.expire(token);
  expect(changes).toBe(4);
});

test('a preferred port is taken when free and given up when busy', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => blocker.once('listening', resolve));
  const address = blocker.address();
  const busy = typeof address === 'object' && address !== null ? address.port : 0;
  const first = await startStage({ ports: { crayon: busy } });
  expect(first.crayon.port).not.toBe(busy);
  const { port } = first.crayon;
  await first.stop();
  expect((await startStage({ ports: { crayon: port } })).crayon.port).toBe(port);
  await new Promise((resolve) => blocker.close(resolve));
});

test('the servers listen on this machine alone and are gone after stop', async () => {
  const stage = await startStage();
  const { origin } = stage.mypreferences;
  expect(new URL(origin).hostname).toBe('127.0.0.1');
  expect((await fetch(origin)).status).toBe(404);
  await stage.stop();
  await expect(fetch(origin)).rejects.toThrow();
});

test('knobs go back to how the vendor started', async () => {
  const stage = await startStage();
  const start = stage.crayon.knobs;
  stage.crayon.set({ content: 'xlsx' });
  expect(stage.crayon.knobs.content).toBe('xlsx');
  stage.crayon.resetKnobs();
  expect(stage.crayon.knobs).toEqual(start);
});
