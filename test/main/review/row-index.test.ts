import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchRows } from '../../../src-main/review/fetch-rows.ts';
import { indexRows } from '../../../src-main/review/row-index.ts';
import { createStore, query, run, type Store } from '../../../src-main/review/store.ts';

const limits = { memoryMegabytes: 256, threads: 2 };
let folder: string;
let store: Store;
let connection: DuckDBConnection;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-review-'));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function table(rows: number, large: boolean): Promise<void> {
  store = await createStore(path.join(folder, 'table'), large, limits);
  connection = await store.connect();
  await run(connection, `CREATE TABLE data.t AS SELECT 'row ' || range AS c0 FROM range(${rows})`);
}

test.each([false, true])(
  'rows from all over a long table are found by the index as without it; in a file: %s',
  async (large) => {
    const count = 400_000;
    await table(count, large);
    const ids = Array.from({ length: 300 }, (_, at) => (at * 104_729) % count);
    const before = await fetchRows([connection, await store.connect()], 'data.t', false, ids, ['t.c0']);
    expect(before.get(104_729)).toEqual(['row 104729']);
    expect(await indexRows(connection, count, limits)).toBe(true);
    expect(await fetchRows([connection, await store.connect()], 'data.t', true, ids, ['t.c0'])).toEqual(
      before,
    );
    const [plan = []] = await query(
      connection,
      `EXPLAIN ANALYZE SELECT c0 FROM data.t WHERE i IN (${ids.join(', ')})`,
    );
    expect(String(plan[1])).toContain('Index Scan');
    expect(await query(connection, "SELECT current_setting('threads')")).toEqual([[2n]]);
  },
  30_000,
);

test('rows close together, and none at all', async () => {
  await table(1000, false);
  const found = await fetchRows(
    [connection, await store.connect()],
    'data.t',
    true,
    [5, 3, 999],
    ['t.c0', 'length(t.c0)'],
  );
  expect([...found].sort(([a], [b]) => a - b)).toEqual([
    [3, ['row 3', 5n]],
    [5, ['row 5', 5n]],
    [999, ['row 999', 7n]],
  ]);
  expect(await fetchRows([connection, await store.connect()], 'data.t', true, [], ['t.c0'])).toEqual(
    new Map(),
  );
});

test.each([
  [100_000, 256],
  [400_000, 10],
])('%i rows with %i MB get no index', async (rows, memoryMegabytes) => {
  await table(10, false);
  expect(await indexRows(connection, rows, { memoryMegabytes, threads: 1 })).toBe(false);
});
