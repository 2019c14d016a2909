import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { JobBook } from '../../../src-main/jobs/job-book.ts';
import type { Ledger } from '../../../src-main/jobs/ledger.ts';
import { silentLog } from '../../../src-main/ports/log.ts';
import type { Start } from '../../../src-main/review/protocol.ts';
import { createReviewMemory } from '../../../src-main/review/review-memory.ts';
import { createReviewService, idleBeforeStop } from '../../../src-main/review/review-service.ts';
import type { WorkerProcess } from '../../../src-main/review/worker-link.ts';
import type { FileView } from '../../../src-preload/contract/retrievals.ts';
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts';

/** Not within the second that Vitest gives: a process starts when the machine comes round to it. */
const soon = (holds: () => void) => vi.waitFor(holds, { timeout: 30_000, interval: 10 });

let folder: string;
let started: ChildProcess[];
let execArgv: string[];
let rowsCollected: number | null;
let service: ReturnType<typeof createReviewService>;
const files = new Map<string, FileView>();
let clock: VirtualClock;
let changes: Change[];
let remembered: unknown;

type Change = Parameters<Parameters<typeof createReviewService>[0]['onChange']>[0];

const common = () => ({
  limits: { memoryMegabytes: 256, threads: 1 },
  spawn,
  log: silentLog,
  clock,
  memory: createReviewMemory({
    name: 'review.json',
    read: () => remembered,
    write: (value) => {
      remembered = value;
    },
    setAside: () => 'review.corrupt.json',
  }),
  onChange: (change: Change) => {
    changes.push(change);
  },
});

function spawn(start: Start): WorkerProcess {
  const child = fork(path.resolve('src-main/review/worker.ts'), [JSON.stringify(start)], {
    stdio: 'ignore',
    execArgv,
  });
  started.push(child);
  return {
    send: (request) => {
      child.send(request);
    },
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.once('exit', listener);
    },
    kill: () => {
      child.kill();
    },
  };
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-review-'));
  started = [];
  execArgv = [];
  clock = createVirtualClock();
  rowsCollected = null;
  changes = [];
  remembered = undefined;
  files.clear();
  let next = 0;
  service = createReviewService({
    folder: path.join(folder, 'work'),
    ...common(),
    book: {
      get: (id: string) => ({
        id,
        title: 'Installs',
        connectionId: 'c',
        provider: 'mytracker',
        request: null,
        retrieval: { kind: 'collected', rows: rowsCollected },
      }),
    } as unknown as JobBook,
    ledger: {
      files: {
        get: (id: string) => files.get(id) ?? null,
        of: (jobId: string) => [...files.values()].filter((file) => file.jobId === jobId),
      },
    } as unknown as Ledger,
    ids: () => `h${next++}`,
  });
});

afterEach(async () => {
  service.shutdown();
  await rm(folder, { recursive: true, force: true });
});

async function collected(id: string, name: string, content: string): Promise<void> {
  await writeFile(path.join(folder, name), content);
  const facts = { bytes: content.length, sha256: '0'.repeat(64), rows: null };
  files.set(id, { id, jobId: 'j', name, folder, kind: 'csv', ...facts });
}

test('opens the parts of a retrieval as one table in a process of its own and reads a window of it', async () => {
  await collected('a', 'a.csv', 'n\n1\n2\n');
  await collected('b', 'b.csv', 'n\n3\n');
  const table = await service.open({ fileId: 'a' });
  expect(table).toMatchObject({ title: 'Installs', files: 2, totalRows: 3 });
  const page = await service.rows({ handle: table.handle, offset: 2, limit: 10 });
  expect(page).toEqual({ offset: 2, total: 3, rows: [['3']], ids: [2] });
  expect(started).toHaveLength(1);
});

test('the process ends some time after the last table is closed', async () => {
  await collected('a', 'a.csv', 'n\n1\n');
  const one = await service.open({ fileId: 'a' });
  const two = await service.open({ fileId: 'a' });
  await service.close(one.handle);
  expect(clock.waiting).toEqual([]);
  await service.close(two.handle);
  await clock.advance(idleBeforeStop - 1);
  expect(started[0]?.killed).toBe(false);
  await clock.advance(1);
  expect(started[0]?.killed).toBe(true);
});

test('a table that is opened soon after another finds the same process, and keeps it', async () => {
  await collected('a', 'a.csv', 'n\n1\n');
  await service.close((await service.open({ fileId: 'a' })).handle);
  await clock.advance(idleBeforeStop / 2);
  const { handle } = await service.open({ fileId: 'a' });
  await clock.advance(idleBeforeStop * 10);
  expect((await service.rows({ handle, offset: 0, limit: 1 })).rows).toEqual([['1']]);
  expect(started).toHaveLength(1);
});

test('a file that can’t be opened leaves no process behind', async () => {
  await collected('a', 'a.csv.gz', 'not packed at all');
  const file = files.get('a');
  if (file !== undefined) files.set('a', { ...file, kind: 'csv.gz' });
  await expect(service.open({ fileId: 'a' })).rejects.toMatchObject({ code: 'gzip-corrupt' });
  await clock.advance(idleBeforeStop);
  expect(started[0]?.killed).toBe(true);
});

test('a process that was started ahead ends when no table is opened', async () => {
  await service.warm();
  await clock.advance(idleBeforeStop / 2);
  await service.warm();
  await clock.advance(idleBeforeStop - 1);
  expect(started.map(({ killed }) => killed)).toEqual([false]);
  await clock.advance(1);
  expect(started.map(({ killed }) => killed)).toEqual([true]);
});

test('a waiting process that dies is not missed: the next table has a new one', async () => {
  await collected('a', 'a.csv', 'n\n1\n');
  await service.warm();
  started[0]?.kill('SIGKILL');
  await soon(() => expect(started[0]?.signalCode).toBe('SIGKILL'));
  const { handle } = await service.open({ fileId: 'a' });
  await clock.advance(idleBeforeStop);
  expect((await service.rows({ handle, offset: 0, limit: 1 })).rows).toEqual([['1']]);
  expect(started).toHaveLength(2);
  expect(changes.some(({ table }) => table.load?.kind === 'failed')).toBe(false);
});

test('when the process dies, the question under way says so and the next one opens the same view again', async () => {
  await collected('a', 'a.csv', 'n,m\n1,x\n3,x\n2,y\n');
  const { handle } = await service.open({ fileId: 'a' });
  const filters = [{ kind: 'text', column: 1, how: 'is', text: 'x' }] as const;
  const view = await service.view({
    handle,
    filters: [...filters],
    sort: [{ column: 0, direction: 'down' }],
  });
  const query = { handle, viewId: view.viewId, offset: 0, limit: 10 };
  expect((await service.rows(query)).rows).toEqual([
    ['3', 'x'],
    ['1', 'x'],
  ]);
  started[0]?.kill('SIGSTOP');
  const asked = service.rows(query);
  started[0]?.kill('SIGKILL');
  await expect(asked).rejects.toMatchObject({ code: 'review-stopped' });
  const [one, two] = await Promise.all([service.rows(query), service.rows({ ...query, viewId: '' })]);
  expect(one.rows).toEqual([
    ['3', 'x'],
    ['1', 'x'],
  ]);
  expect(two.total).toBe(3);
  expect(started).toHaveLength(2);
});

test('the death of the process is told at once; asking how the table stands opens it again, which is told as well', async () => {
  await collected('a', 'a.csv', 'n\n1\n2\n');
  const { handle } = await service.open({ fileId: 'a' });
  const told = () => changes.map(({ table }) => table.load?.kind ?? 'ready');
  changes = [];
  started[0]?.kill('SIGKILL');
  // News of the types may have been on its way.
  await soon(() => expect(told().at(-1)).toBe('failed'));
  const before = told().length;
  expect(told().filter((kind) => kind === 'failed')).toHaveLength(1);
  expect(changes.at(-1)?.table.load).toMatchObject({ kind: 'failed', error: { code: 'review-stopped' } });
  expect(await service.state(handle)).toMatchObject({ handle, totalRows: 2, load: { kind: 'ready' } });
  expect(told()[before]).toBe('loading');
  expect(told().at(-1)).toBe('ready');
  expect(started).toHaveLength(2);
});

test('a table whose file has gone in the meantime is not opened again as if nothing were', async () => {
  await collected('a', 'a.csv', 'n\n1\n');
  const { handle } = await service.open({ fileId: 'a' });
  started[0]?.kill('SIGKILL');
  await soon(() => expect(started[0]?.signalCode).toBe('SIGKILL'));
  await rm(path.join(folder, 'a.csv'));
  await expect(service.rows({ handle, offset: 0, limit: 1 })).rejects.toMatchObject({ code: 'file-missing' });
});

test('the first rows are there at once, and what follows is told', async () => {
  const lines = Array.from({ length: 50_000 }, (_, n) => `${n}`).join('\n');
  await collected('a', 'a.csv', `n\n${lines}\n`);
  const table = await service.open({ fileId: 'a', progressive: true });
  expect(table.load?.kind).toBe('loading');
  expect((await service.rows({ handle: table.handle, offset: 0, limit: 2 })).rows).toEqual([['0'], ['1']]);
  await soon(() => expect(changes.at(-1)?.table).toMatchObject({ typesKnown: true }));
  expect(changes.at(-1)?.table).toMatchObject({
    handle: table.handle,
    totalRows: 50_000,
    columns: [{ type: 'number' }],
  });
});

test('an export opens with its first file, and its first rows come with it', async () => {
  await collected('a', 'a.csv', 'n,m\n1,x\n2,y\n3,z\n');
  const asked = { jobId: 'j', progressive: true };
  const table = await service.open({ ...asked, first: { rows: 2, mostColumns: 2 } });
  expect(table).toMatchObject({ load: { kind: 'loading' }, totalRows: 3 });
  expect(table.first).toEqual({
    offset: 0,
    total: 3,
    rows: [
      ['1', 'x'],
      ['2', 'y'],
    ],
    ids: [0, 1],
  });
  await service.shown(table.handle);
  await soon(() => expect(changes.at(-1)?.table).toMatchObject({ load: { kind: 'ready' } }));
  expect(await service.open({ ...asked, first: { rows: 2, mostColumns: 1 } })).not.toHaveProperty('first');
  await expect(service.open({ jobId: 'nobody' })).rejects.toMatchObject({ code: 'file-missing' });
  await expect(service.open({})).rejects.toMatchObject({ code: 'file-missing' });
});

/** A promise of the process that is refused, and that nobody waits for, as soon as it is asked for this. */
const refusedAt = (question: string) => [
  '--import',
  `data:text/javascript,process.on('message', (asked) => {
     if (asked.do === '${question}') Promise.reject(new RangeError('nobody waits for this'));
   })`,
];

test('what fails in the process without a question ends the reading, says so, and the table can be opened again', async () => {
  execArgv = refusedAt('shown');
  await collected('a', 'a.csv', 'id\n1\n');
  const { handle } = await service.open({
    fileId: 'a',
    progressive: true,
    first: { rows: 5, mostColumns: 10 },
  });
  await service.shown(handle);
  await soon(() =>
    expect(changes.find(({ table }) => table.load?.kind === 'failed')?.table).toMatchObject({
      handle,
      load: { kind: 'failed', error: { code: 'unexpected' } },
    }),
  );
  expect(started).toHaveLength(1);
  expect(started[0]?.exitCode).toBeNull();
  await service.close(handle);
  expect(await service.open({ fileId: 'a' })).toMatchObject({ totalRows: 1 });
});

test('a table that is read already outlives what fails in the process without a question', async () => {
  execArgv = refusedAt('values');
  await collected('a', 'a.csv', 'id\n1\n');
  const { handle } = await service.open({ fileId: 'a' });
  const table = service.tableOf(handle);
  const values = await service.ask(table, 'values', { handle, column: 0, limit: 5 });
  expect(values.values).toEqual([{ value: '1', count: 1 }]);
  expect((await service.rows({ handle, offset: 0, limit: 5 })).rows).toEqual([['1']]);
  expect(changes.some((change) => change.table.load?.kind === 'failed')).toBe(false);
  expect(started).toHaveLength(1);
});

test('a file whose first rows nobody says to have seen is read all the same', async () => {
  await collected('a', 'a.csv', 'n\n1\n2\n');
  await service.open({ fileId: 'a', progressive: true, first: { rows: 1, mostColumns: 1 } });
  await soon(() => expect(changes.at(-1)?.table).toMatchObject({ load: { kind: 'ready' } }));
});

test('that its rows were seen is no news for a process that has died', async () => {
  await collected('a', 'a.csv', 'n\n1\n');
  const { handle } = await service.open({
    fileId: 'a',
    progressive: true,
    first: { rows: 1, mostColumns: 1 },
  });
  started[0]?.kill('SIGKILL');
  await soon(() => expect(started[0]?.signalCode).toBe('SIGKILL'));
  await service.shown(handle);
  expect(started).toHaveLength(1);
});

test('what a killed process left on disk is gone when its table is closed', async () => {
  await collected('a', 'a.csv', 'n\n1\n');
  const { handle } = await service.open({ fileId: 'a' });
  const left = path.join(folder, 'work', handle);
  await mkdir(path.join(left, 'table'), { recursive: true });
  await writeFile(path.join(left, 'table', 'data.duckdb'), 'half written');
  started[0]?.kill('SIGKILL');
  await soon(() => expect(started[0]?.signalCode).toBe('SIGKILL'));
  expect((await service.rows({ handle, offset: 0, limit: 1 })).rows).toEqual([['1']]);
  started[1]?.kill('SIGKILL');
  await soon(() => expect(started[1]?.signalCode).toBe('SIGKILL'));
  await writeFile(path.join(folder, 'work', handle, 'rest'), 'x').catch(() => undefined);
  await service.cancel({ handle, what: 'view' });
  await service.close(handle);
  expect(await readdir(path.join(folder, 'work'))).toEqual([]);
  expect(started).toHaveLength(2);
});

test('a process that was started ahead serves the first table', async () => {
  await collected('a', 'a.csv', 'n\n1\n');
  await Promise.all([service.warm(), service.warm()]);
  await service.open({ fileId: 'a' });
  expect(started).toHaveLength(1);
});

test('a file that was taken away is named', async () => {
  await collected('a', 'gone.csv', 'n\n1\n');
  await rm(path.join(folder, 'gone.csv'));
  await expect(service.open({ fileId: 'a' })).rejects.toMatchObject({
    error: { code: 'file-missing', subject: 'gone.csv', action: { kind: 'collect-again', jobId: 'j' } },
  });
});

test('a file of another size than the checked one is not shown as if it were that one', async () => {
  await collected('a', 'a.csv', 'n\n1\n');
  await writeFile(path.join(folder, 'a.csv'), 'n\n1\n2\n');
  await expect(service.open({ fileId: 'a' })).rejects.toMatchObject({ code: 'file-changed' });
});

test('rows that the table lacks are told by the count of the collection', async () => {
  await collected('a', 'a.csv', 'n,m\n1,2\n"open,3\n4,5\n6,7\n');
  rowsCollected = 4;
  const table = await service.open({ fileId: 'a' });
  expect(table.brokenRows).toBe(4 - table.totalRows);
  expect(table.brokenRows).toBeGreaterThan(0);
});

test('a packed file that vanishes does not hold up the table for ever', async () => {
  await collected('a', 'a.csv.gz', 'not packed at all');
  const file = files.get('a');
  if (file !== undefined) files.set('a', { ...file, kind: 'csv.gz' });
  await expect(service.open({ fileId: 'a' })).rejects.toMatchObject({ code: 'gzip-corrupt' });
});

test('a file that the ledger does not know is refused', async () => {
  await expect(service.open({ fileId: 'nowhere' })).rejects.toMatchObject({ code: 'file-missing' });
});

test('what an earlier crash left behind is gone before the first table opens', async () => {
  const left = path.join(folder, 'old', 'work');
  await mkdir(left, { recursive: true });
  await writeFile(path.join(left, 'stale.duckdb'), 'x');
  const again = createReviewService({
    folder: left,
    ...common(),
    book: {} as unknown as JobBook,
    ledger: { files: { get: () => null, of: () => [] } } as unknown as Ledger,
    ids: () => 'x',
  });
  await expect(again.open({ fileId: 'nothing' })).rejects.toMatchObject({ code: 'file-missing' });
  expect(existsSync(left)).toBe(true);
  expect(await readdir(left)).toEqual([]);
});

test('a folder for temporary tables that can’t be made is told when a table is opened, and not before', async () => {
  await writeFile(path.join(folder, 'taken'), '');
  files.set('file-1', {
    id: 'file-1',
    jobId: 'job-1',
    name: 'a.csv',
    folder,
    kind: 'csv',
    bytes: 0,
    sha256: '0'.repeat(64),
    rows: 0,
  });
  const elsewhere = createReviewService({
    folder: path.join(folder, 'taken', 'work'),
    ...common(),
    book: {} as unknown as JobBook,
    ledger: { files: { get: (id: string) => files.get(id) ?? null } } as unknown as Ledger,
    ids: () => 'table',
  });
  await expect(elsewhere.open({ fileId: 'file-1' })).rejects.toMatchObject({ code: 'folder-unwritable' });
  expect(started).toEqual([]);
});
