import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchRows } from '../../../src-main/review/fetch-rows.ts';
import { createPageReaders, type PageReaders } from '../../../src-main/review/page-readers.ts';
import { readRows } from '../../../src-main/review/read-rows.ts';
import { createStore, query, run, type Store } from '../../../src-main/review/store.ts';

/** Far more than any computer does in the time of a test: it ends by DuckDB's interrupt or not at all. */
const endless = 'SELECT sum(sin(i)) FROM range(1000000000000) AS t(i)';
const rows = 300_000;
const columns = { names: ['a'], readings: [], nested: new Set<number>(), partColumn: false };

let folder: string;
let store: Store;
let readers: PageReaders;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-pages-'));
  store = await createStore(path.join(folder, 'table'), false, { memoryMegabytes: 256, threads: 2 });
  const connection = await store.connect();
  await run(connection, `CREATE TABLE data.t AS SELECT 'row ' || range AS c0 FROM range(${rows})`);
  await run(
    connection,
    'CREATE TABLE v.w0 AS SELECT rowid::UINTEGER AS r FROM data.t ORDER BY hash(rowid), rowid',
  );
  readers = await createPageReaders(store);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (thrown: { code: string }) => thrown.code,
  );
const readsAhead = (offset: number, list: string | null = null) =>
  code(readers.ahead({ list, offset }, (connection) => query(connection, endless)));
const looksAt = (offset: number, list: string | null = null) =>
  code(readers.now({ list, offset }, (connection) => query(connection, 'SELECT 1')));

test('rows that are asked for end what is read ahead elsewhere, in the same view or another', async () => {
  for (const [offset, list] of [
    [90_000, null],
    [100, 'v.w0'],
  ] as const) {
    const ahead = readsAhead(100);
    // One that has not begun is not ended: who looks on asks again.
    await expect
      .poll(async () => {
        await looksAt(offset, list);
        return Promise.race([ahead, 'goes on']);
      })
      .toBe('cancelled');
  }
});

test('what is read ahead near by goes on', async () => {
  let over = false;
  const ahead = readsAhead(100).then((said) => {
    over = true;
    return said;
  });
  expect([await looksAt(0), await looksAt(1900, null)]).toEqual(['done', 'done']);
  expect(over).toBe(false);
  await store.stop();
  expect(await ahead).toBe('cancelled');
});

test('a page of a view holds its rows in the view’s order, wherever in the table they lie', async () => {
  const [connection] = readers.inSight;
  const view = { list: 'v.w0', total: rows };
  const listed = await query(connection, 'SELECT r FROM v.w0 ORDER BY rowid');
  for (const [offset, limit] of [
    [0, 3],
    [123_456, 1000],
    [rows - 2, 100],
    [rows, 10],
  ] as const) {
    const page = await readRows(connection, columns, view, { offset, limit, columns: null });
    const ids = listed.slice(offset, offset + limit).map(([id]) => Number(id));
    expect(page.ids).toEqual(ids);
    expect(page.rows).toEqual(ids.map((id) => [`row ${id}`]));
  }
});

test('single rows are found by their numbers, together and far apart; and none at all', async () => {
  const [connection] = readers.inSight;
  const found = await fetchRows(connection, 'data.t', [5, 299_999, 3], ['t.c0', 'length(t.c0)']);
  expect([...found].sort(([a], [b]) => a - b)).toEqual([
    [3, ['row 3', 5n]],
    [5, ['row 5', 5n]],
    [299_999, ['row 299999', 10n]],
  ]);
  expect(await fetchRows(connection, 'data.t', [], ['t.c0'])).toEqual(new Map());
});
