import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { JobBook } from '../../../src-main/jobs/job-book.ts';
import type { Ledger } from '../../../src-main/jobs/ledger.ts';
import { silentLog } from '../../../src-main/ports/log.ts';
import { createReviewService, type WorkerProcess } from '../../../src-main/review/review-service.ts';
import type { FileView } from '../../../src-preload/contract/retrievals.ts';

let folder: string;
let started: ChildProcess[];
let rowsCollected: number | null;
let service: ReturnType<typeof createReviewService>;
const files = new Map<string, FileView>();

function spawn(workFolder: string): WorkerProcess {
  const child = fork(path.resolve('src-main/review/worker.ts'), [workFolder], { stdio: 'ignore' });
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
  rowsCollected = null;
  files.clear();
  let next = 0;
  service = createReviewService({
    folder: path.join(folder, 'work'),
    spawn,
    book: {
      get: (id: string) => ({ id, title: 'Installs', retrieval: { kind: 'collected', rows: rowsCollected } }),
    } as unknown as JobBook,
    ledger: {
      files: {
        get: (id: string) => files.get(id) ?? null,
        of: (jobId: string) => [...files.values()].filter((file) => file.jobId === jobId),
      },
    } as unknown as Ledger,
    log: silentLog,
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
  const table = await service.open('a', null);
  expect(table).toMatchObject({ title: 'Installs', files: 2, totalRows: 3 });
  const page = await service.rows({ handle: table.handle, offset: 2, limit: 10 });
  expect(page).toEqual({ offset: 2, total: 3, rows: [['3']] });
  expect(started).toHaveLength(1);
});

test('the process ends with the last open table', async () => {
  await collected('a', 'a.csv', 'n\n1\n');
  const one = await service.open('a', null);
  const two = await service.open('a', null);
  await service.close(one.handle);
  expect(started[0]?.killed).toBe(false);
  await service.close(two.handle);
  expect(started[0]?.killed).toBe(true);
});

test('when the process dies, a question under way says so and the next open starts another', async () => {
  await collected('a', 'a.csv', 'n\n1\n');
  const table = await service.open('a', null);
  started[0]?.kill('SIGKILL');
  await vi.waitFor(() => expect(started[0]?.signalCode).toBe('SIGKILL'));
  await expect(service.rows({ handle: table.handle, offset: 0, limit: 1 })).rejects.toMatchObject({
    code: expect.stringMatching(/^review-(stopped|closed)$/),
  });
  expect((await service.open('a', null)).totalRows).toBe(1);
  expect(started).toHaveLength(2);
});

test('a file that was taken away is named', async () => {
  await collected('a', 'gone.csv', 'n\n1\n');
  await rm(path.join(folder, 'gone.csv'));
  await expect(service.open('a', null)).rejects.toMatchObject({
    error: { code: 'file-missing', subject: 'gone.csv', action: { kind: 'collect-again', jobId: 'j' } },
  });
});

test('a file of another size than the checked one is not shown as if it were that one', async () => {
  await collected('a', 'a.csv', 'n\n1\n');
  await writeFile(path.join(folder, 'a.csv'), 'n\n1\n2\n');
  await expect(service.open('a', null)).rejects.toMatchObject({ code: 'file-changed' });
});

test('rows that the table lacks are told by the count of the collection', async () => {
  await collected('a', 'a.csv', 'n,m\n1,2\n"open,3\n4,5\n6,7\n');
  rowsCollected = 4;
  const table = await service.open('a', null);
  expect(table.brokenRows).toBe(4 - table.totalRows);
  expect(table.brokenRows).toBeGreaterThan(0);
});

test('a packed file that vanishes does not hold up the table for ever', async () => {
  await collected('a', 'a.csv.gz', 'not packed at all');
  const file = files.get('a');
  if (file !== undefined) files.set('a', { ...file, kind: 'csv.gz' });
  await expect(service.open('a', null)).rejects.toMatchObject({ code: 'review-unreadable' });
});

test('a file that the ledger does not know is refused', async () => {
  await expect(service.open('nowhere', null)).rejects.toMatchObject({ code: 'file-missing' });
});

test('what an earlier crash left behind is gone before the first table opens', async () => {
  const left = path.join(folder, 'old', 'work');
  await mkdir(left, { recursive: true });
  await writeFile(path.join(left, 'stale.duckdb'), 'x');
  const again = createReviewService({
    folder: left,
    spawn,
    book: {} as unknown as JobBook,
    ledger: { files: { get: () => null, of: () => [] } } as unknown as Ledger,
    log: silentLog,
    ids: () => 'x',
  });
  await expect(again.open('nothing', null)).rejects.toMatchObject({ code: 'file-missing' });
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
    spawn,
    book: {} as unknown as JobBook,
    ledger: { files: { get: (id: string) => files.get(id) ?? null } } as unknown as Ledger,
    log: silentLog,
    ids: () => 'table',
  });
  await expect(elsewhere.open('file-1', null)).rejects.toMatchObject({ code: 'folder-unwritable' });
  expect(started).toEqual([]);
});
