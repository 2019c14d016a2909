import { existsSync } from 'node:fs';
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
