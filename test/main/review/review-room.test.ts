import { existsSync } from 'node:fs';
import { link, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Job } from '../../../src-main/jobs/job.ts';
import type { JobBook } from '../../../src-main/jobs/job-book.ts';
import type { Ledger } from '../../../src-main/jobs/ledger.ts';
import { systemClock } from '../../../src-main/ports/clock.ts';
import { asDocketError } from '../../../src-main/ports/failure.ts';
import { silentLog } from '../../../src-main/ports/log.ts';
import { createEngine } from '../../../src-main/review/engine.ts';
import { exportKindOf } from '../../../src-main/review/export-kind.ts';
import { type AskName, askSchemas, type Message } from '../../../src-main/review/protocol.ts';
import { createReviewInsight } from '../../../src-main/review/review-insight.ts';
import { createReviewMemory } from '../../../src-main/review/review-memory.ts';
import { createReviewSaves } from '../../../src-main/review/review-saves.ts';
import { createReviewService } from '../../../src-main/review/review-service.ts';
import { createSavePlace } from '../../../src-main/review/save-place.ts';
import type { WorkerProcess } from '../../../src-main/review/worker-link.ts';
import type { FileView } from '../../../src-preload/contract/retrievals.ts';

let folder: string;
let place: string | null;
let suggested: string[];
let stored: unknown;
let jobs: Map<string, Partial<Job>>;
let files: Map<string, FileView>;

/** The engine in this process, with its messages made as plain as those between processes. */
function engineHere(): WorkerProcess {
  const listeners: ((message: unknown) => void)[] = [];
  const say = (message: Message) => {
    const plain: unknown = JSON.parse(JSON.stringify(message));
    for (const listener of listeners) listener(plain);
  };
  const engine = createEngine({
    folder: path.join(folder, 'work'),
    limits: { memoryMegabytes: 128, threads: 1 },
    onChange: (handle, state, task) => say({ kind: 'changed', handle, state, task }),
  });
  return {
    send({ id, do: name, input }) {
      const ask = engine[name as AskName] as (input: unknown) => Promise<unknown>;
      ask(askSchemas[name as AskName].input.parse(input)).then(
        (value) => say({ kind: 'answer', id, value }),
        (thrown: unknown) => say({ kind: 'failed', id, error: asDocketError(thrown) }),
      );
    },
    onMessage: (listener) => {
      listeners.push(listener);
    },
    onExit: () => {},
    kill: () => {},
  };
}

function room() {
  const memory = createReviewMemory({
    name: 'review.json',
    read: () => stored,
    write: (value) => {
      stored = JSON.parse(JSON.stringify(value));
    },
    setAside: () => 'review.corrupt.json',
  });
  const book = { get: (id: string) => jobs.get(id), all: () => [...jobs.values()] } as unknown as JobBook;
  const ledger = {
    files: {
      get: (id: string) => files.get(id) ?? null,
      of: (jobId: string) => [...files.values()].filter((file) => file.jobId === jobId),
    },
    jobs: { all: () => [...jobs.values()] },
  } as unknown as Ledger;
  let next = 0;
  const ids = () => `id${next++}`;
  const review = createReviewService({
    folder: path.join(folder, 'work'),
    limits: { memoryMegabytes: 128, threads: 1 },
    spawn: engineHere,
    book,
    ledger,
    memory,
    log: silentLog,
    clock: systemClock,
    ids,
    onChange: () => {},
  });
  const insight = createReviewInsight({ review, book, ledger, memory });
  const saves = createReviewSaves({
    review,
    place: createSavePlace({
      originals: () => [...files.values()],
      choosePlace: async ({ name }) => {
        suggested.push(name);
        return place;
      },
      ids,
    }),
  });
  return { review, insight, saves };
}

async function collected(id: string, at: number, text: string, more: Partial<Job> = {}): Promise<void> {
  const own = path.join(folder, id);
  await mkdir(own);
  const name = 'table.csv';
  await writeFile(path.join(own, name), text);
  const rows = text.trimEnd().split('\n').length - 1;
  const retrieval = { kind: 'collected', rows, collectedAt: at } as Job['retrieval'];
  jobs.set(id, {
    id,
    title: `Installs ${id}`,
    connectionId: 'c',
    provider: 'mytracker',
    request: null,
    retrieval,
    ...more,
  });
  const facts = { bytes: text.length, sha256: '0'.repeat(64), rows: null };
  files.set(`f-${id}`, { id: `f-${id}`, jobId: id, name, folder: own, kind: 'csv', ...facts });
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-review-'));
  place = null;
  suggested = [];
  stored = undefined;
  jobs = new Map();
  files = new Map();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const mails = (blank: number, extra = '') =>
  `id,mail${extra}\n${Array.from({ length: 100 }, (_, n) => `${n},${n < blank ? '' : `m${n}`}${extra === '' ? '' : ',x'}`).join('\n')}\n`;

test('the summary compares with the last retrieval of the same kind, also after a restart', async () => {
  await collected('1', 1000, mails(1));
  await collected('2', 2000, mails(12, ',country'));
  const first = room();
  const before = await first.review.open({ fileId: 'f-1' });
  expect(await first.insight.summary(before.handle)).toMatchObject({
    rows: 100,
    columns: 2,
    previous: null,
    flags: [],
  });
  const second = room();
  const { handle } = await second.review.open({ fileId: 'f-2' });
  const summary = await second.insight.summary(handle);
  expect(summary.previous).toMatchObject({ jobId: '1', rows: 100 });
  expect(summary.flags).toMatchObject([
    { kind: 'column-new', name: 'country' },
    { kind: 'blank-share', name: 'mail', share: 0.12, before: 0.01 },
    { kind: 'constant', name: 'country', value: 'x' },
  ]);
  await second.review.close(handle);
});

test('an earlier retrieval that nobody looked at is looked through for the summary, once', async () => {
  await collected('1', 1000, mails(1));
  await collected('2', 2000, 'id,country\n1,a\n2,b\n');
  await collected('3', 3000, mails(0));
  await collected('other', 1500, mails(0), { connectionId: 'another' });
  const { review, insight } = room();
  const { handle } = await review.open({ fileId: 'f-2' });
  const { flags, previous } = await insight.summary(handle);
  expect(previous).toMatchObject({ jobId: '1', rows: 100, columnsKnown: true });
  expect(flags).toEqual([
    { kind: 'rows-changed', rows: 2, before: 100 },
    { kind: 'column-gone', name: 'mail' },
    { kind: 'column-new', column: 1, name: 'country' },
  ]);
  expect((await insight.earlier(handle)).map(({ jobId }) => jobId)).toEqual(['1']);
  await rm(path.join(folder, '1', 'table.csv'));
  expect((await insight.summary(handle)).flags).toEqual(flags);
  await review.close(handle);
});

test('of an earlier retrieval whose files are gone, the count of rows is known', async () => {
  await collected('1', 1000, mails(0));
  await collected('2', 2000, 'id,mail\n1,a\n2,b\n');
  await rm(path.join(folder, '1', 'table.csv'));
  const { review, insight } = room();
  const { handle } = await review.open({ fileId: 'f-2' });
  const { flags, previous } = await insight.summary(handle);
  expect(previous).toMatchObject({ jobId: '1', rows: 100, columnsKnown: false });
  expect(flags).toEqual([{ kind: 'rows-changed', rows: 2, before: 100 }]);
  await review.close(handle);
});

test('two retrievals are compared by their jobs', async () => {
  await collected('1', 1000, 'id,v\n1,a\n2,b\n');
  await collected('2', 2000, 'id,v\n1,a\n2,c\n3,d\n');
  const { review, insight } = room();
  const { handle } = await review.open({ fileId: 'f-2' });
  const found = await insight.compare({ handle, jobId: '1' });
  expect(found).toMatchObject({
    before: { jobId: '1', rows: 2 },
    key: [0],
    rows: { added: 1, gone: 0, changed: 1, same: 1 },
  });
  await rm(path.join(folder, '1', 'table.csv'));
  await expect(insight.compare({ handle, jobId: '1' })).rejects.toMatchObject({ code: 'file-missing' });
  await review.close(handle);
});

test('a layout is remembered for the kind of export', async () => {
  await collected('1', 1000, mails(0));
  await collected('2', 2000, mails(0));
  const { review, insight } = room();
  const one = await review.open({ fileId: 'f-1' });
  expect(one.remembered).toBeNull();
  insight.remember(one.handle, '{"hidden":[1]}');
  expect((await room().review.open({ fileId: 'f-2' })).remembered).toBe('{"hidden":[1]}');
  await review.close(one.handle);
});

test('a memory that can’t be read starts anew', async () => {
  stored = { layouts: 7 };
  await collected('1', 1000, mails(0));
  const { review } = room();
  const { handle, remembered } = await review.open({ fileId: 'f-1' });
  expect(remembered).toBeNull();
  await review.close(handle);
});

test('what is saved lies whole under its name, and nothing beside it', async () => {
  await collected('1', 1000, 'id,v\n1,a\n2,b\n');
  const { review, saves } = room();
  const { handle } = await review.open({ fileId: 'f-1' });
  const { viewId } = await review.view({
    handle,
    filters: [{ kind: 'text', column: 1, how: 'is', text: 'b' }],
    sort: [],
  });
  const to = path.join(folder, 'saved');
  await mkdir(to);
  place = path.join(to, 'mine.csv');
  const saved = await saves.saveAs({ handle, viewId, columns: [0], format: 'csv' });
  expect(saved).toMatchObject({ name: 'mine.csv', folder: to, rows: 1, bytes: 7 });
  expect(await readFile(place, 'utf8')).toBe('id\r\n2\r\n');
  expect(await readdir(to)).toEqual(['mine.csv']);
  expect(saves.placeOf(saved?.savedId ?? '')).toBe(place);
  expect(() => saves.placeOf('nothing')).toThrow();
  await review.close(handle);
});

test.each([
  ['Installs, 1/10–31/10', 'Installs, 1_10–31_10.csv'],
  ['CON', '_CON.csv'],
  ['..', 'Docket.csv'],
])('“%s” is suggested as %s', async (title, name) => {
  await collected('1', 1000, 'id\n1\n', { title });
  const { review, saves } = room();
  const { handle } = await review.open({ fileId: 'f-1' });
  expect(await saves.saveAs({ handle, columns: [0], format: 'csv' })).toBeNull();
  expect(suggested).toEqual([name]);
  await review.close(handle);
});

test('the person may change their mind about the place', async () => {
  await collected('1', 1000, 'id\n1\n');
  const { review, saves } = room();
  const { handle } = await review.open({ fileId: 'f-1' });
  expect(await saves.saveAs({ handle, columns: [0], format: 'csv' })).toBeNull();
  await review.close(handle);
});

test.each(['itself', 'in other letters', 'by another name'])(
  'a collected file is never written over: %s',
  async (how) => {
    await collected('1', 1000, 'id\n1\n');
    const original = path.join(folder, '1', 'table.csv');
    const { review, saves } = room();
    const { handle } = await review.open({ fileId: 'f-1' });
    const linked = path.join(folder, 'linked.csv');
    await link(original, linked);
    place =
      how === 'itself' ? original : how === 'in other letters' ? path.join(folder, '1', 'TABLE.CSV') : linked;
    await expect(saves.saveAs({ handle, columns: [0], format: 'csv' })).rejects.toMatchObject({
      code: 'save-over-original',
    });
    expect(await readFile(original, 'utf8')).toBe('id\n1\n');
    await review.close(handle);
  },
);

test('a place that can’t be written leaves nothing behind, and an older file as it was', async () => {
  await collected('1', 1000, 'id\n1\n');
  const { review, saves } = room();
  const { handle } = await review.open({ fileId: 'f-1' });
  place = path.join(folder, 'nowhere', 'mine.csv');
  await expect(saves.saveAs({ handle, columns: [0], format: 'csv' })).rejects.toMatchObject({
    error: { subject: 'mine.csv' },
  });
  place = path.join(folder, 'older.xlsx');
  await writeFile(place, 'older');
  await expect(saves.saveAs({ handle, columns: [0, 9], format: 'xlsx' })).rejects.toMatchObject({
    code: 'call-invalid',
  });
  expect(await readFile(place, 'utf8')).toBe('older');
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(existsSync(path.join(folder, 'nowhere'))).toBe(false);
  await review.close(handle);
});

test.each<readonly [Partial<Job>, Partial<Job>, boolean]>([
  [{ title: 'Installs, October 2026' }, { title: 'Installs, September 2026' }, true],
  [{ title: 'Installs' }, { title: 'Payments' }, false],
  [{ title: 'Installs' }, { title: 'Installs', connectionId: 'd' }, false],
])('%j and %j are of one kind: %s', (one, other, same) => {
  const base = { connectionId: 'c', provider: 'mytracker', request: null, title: '' } as const;
  expect(exportKindOf({ ...base, ...one }) === exportKindOf({ ...base, ...other })).toBe(same);
});
