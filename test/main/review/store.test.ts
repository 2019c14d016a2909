import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStore, query, run } from '../../../src-main/review/store.ts';

const limits = { memoryMegabytes: 128, threads: 1 };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-review-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a table that is being closed ends what runs for it, and begins nothing more', async () => {
  const store = await createStore(path.join(folder, 'table'), false, limits);
  const [busy, idle] = [await store.connect(), await store.connect()];
  const running = query(busy, 'SELECT count(*) FROM range(100000) AS a, range(100000) AS b');
  const stopping = store.stop();
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  await expect(query(busy, 'SELECT 1')).rejects.toMatchObject({ code: 'cancelled' });
  await expect(run(idle, 'SELECT 1')).rejects.toMatchObject({ code: 'cancelled' });
  await stopping;
  await store.close();
  expect(existsSync(path.join(folder, 'table'))).toBe(false);
});

test('closing one table leaves another alone', async () => {
  const one = await createStore(path.join(folder, 'one'), false, limits);
  const two = await createStore(path.join(folder, 'two'), true, limits);
  const connection = await two.connect();
  await run(connection, 'CREATE TABLE data.t AS SELECT 1 AS c0');
  await one.close();
  expect(await query(connection, 'SELECT c0 FROM data.t')).toEqual([[1]]);
  await two.close();
});

test('what exceeds the memory limit goes to disk, below the table’s own folder, and is gone with it', async () => {
  const store = await createStore(path.join(folder, 'table'), true, { memoryMegabytes: 64, threads: 1 });
  const [busy, asking] = [await store.connect(), await store.connect()];
  expect(await query(asking, "SELECT current_setting('memory_limit')")).toEqual([['61.0 MiB']]);
  await run(
    busy,
    'CREATE TABLE data.t AS SELECT md5(range::VARCHAR) || md5((range + 1)::VARCHAR) AS c0 FROM range(1500000)',
  );
  const spill = path.join(folder, 'table', 'spill');
  let spilled = 0;
  const watching = setInterval(() => {
    if (existsSync(spill)) spilled = Math.max(spilled, readdirSync(spill).length);
  }, 10);
  await run(busy, 'CREATE TABLE v.sorted AS SELECT rowid AS r, c0 FROM data.t ORDER BY c0');
  clearInterval(watching);
  expect(spilled).toBeGreaterThan(0);
  expect(await query(busy, 'SELECT count(*) FROM v.sorted')).toEqual([[1500000n]]);
  await store.close();
  expect(existsSync(path.join(folder, 'table'))).toBe(false);
});
