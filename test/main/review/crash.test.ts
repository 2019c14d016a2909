import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os, { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileView } from '../../../src-preload/contract/retrievals.ts';
import { reviewOf } from './crash-app.ts';

const rows = 600_000;
const line = (n: number) =>
  `${n},some words in row ${n}; and so many more that all of it is too much to be kept in memory as it stands here;,${(n * 7919) % rows}`;
let folder: string;
let work: string;
let file: FileView;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-review-'));
  work = path.join(folder, 'work');
  const text = `n,words,m\n${Array.from({ length: rows }, (_, n) => line(n)).join('\n')}\n`;
  await writeFile(path.join(folder, 'a.csv'), text);
  const { size } = await stat(path.join(folder, 'a.csv'));
  const facts = { bytes: size, sha256: '0'.repeat(64), rows: null };
  file = { id: 'a', jobId: 'j', name: 'a.csv', folder, kind: 'csv', ...facts };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lives = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('after the review process is killed the table opens again, and nothing stays on disk', async () => {
  const workers: number[] = [];
  const service = reviewOf(work, file, (pid) => workers.push(pid));
  try {
    const { handle } = await service.open({ fileId: 'a' });
    expect(existsSync(path.join(work, handle, 'table', 'data.duckdb'))).toBe(true);
    const sorted = await service.view({ handle, filters: [], sort: [{ column: 2, direction: 'up' }] });
    const page = { handle, viewId: sorted.viewId, offset: 300_000, limit: 3 };
    const before = await service.rows(page);
    process.kill(workers[0] ?? 0, 'SIGKILL');
    await expect.poll(() => lives(workers[0] ?? 0)).toBe(false);
    expect(await service.rows(page)).toEqual(before);
    expect(workers).toHaveLength(2);
    process.kill(workers[1] ?? 0, 'SIGKILL');
    await expect.poll(() => lives(workers[1] ?? 0)).toBe(false);
    await service.close(handle);
    expect(await readdir(work)).toEqual([]);
  } finally {
    service.shutdown();
  }
});

test('after the whole app is killed its review process ends, and the next start clears the disk', async () => {
  // A small table leaves a folder, too.
  await writeFile(path.join(folder, 'a.csv'), 'n\n1\n');
  const small = { ...file, bytes: 4 };
  const app = fork(path.resolve('test/main/review/crash-app.ts'), [work, JSON.stringify(small)], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const [told] = (await once(app, 'message')) as [{ worker: number; totalRows: number }];
  expect(told.totalRows).toBe(1);
  expect(lives(told.worker)).toBe(true);
  // It takes only what the window leaves of the processors.
  expect(os.getPriority(told.worker)).toBeGreaterThanOrEqual(os.constants.priority.PRIORITY_BELOW_NORMAL);
  app.kill('SIGKILL');
  await once(app, 'exit');
  await expect.poll(() => lives(told.worker)).toBe(false);
  expect(await readdir(work)).not.toEqual([]);
  const next = reviewOf(work, file);
  try {
    await expect.poll(() => readdir(work)).toEqual([]);
  } finally {
    next.shutdown();
  }
});
