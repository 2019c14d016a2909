import { readdir } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTableBench, names, type TableBench } from './table-bench.ts';

let bench: TableBench;
beforeEach(async () => {
  bench = await createTableBench();
});
afterEach(() => bench.end());

test('csv cells keep the text of the file: leading zeros, 1.10, long ids, line breaks, formulas', async () => {
  const table = await bench.openText(
    'id,name,price\n0042,"line\nbreak, and ""quotes""",1.10\n00481516234200017,,9007199254740993\n"=SUM(A1)",+1,-0\n',
  );
  expect(table.totalRows).toBe(3);
  expect(names(table)).toEqual(['id', 'name', 'price']);
  expect(await bench.rows()).toEqual([
    ['0042', 'line\nbreak, and "quotes"', '1.10'],
    ['00481516234200017', null, '9007199254740993'],
    ['=SUM(A1)', '+1', '-0'],
  ]);
});

test('all parts of a retrieval are one table, in the order given, and a row tells its part when asked', async () => {
  const a = await bench.file('a.csv.gz', gzipSync('id\n1\n2\n'));
  const b = await bench.file('b.csv.gz', gzipSync('id\n3\n'));
  const table = await bench.open([a, b], 'csv.gz', { partColumn: true });
  expect(table.totalRows).toBe(3);
  expect(table.parts).toEqual([
    { name: 'a.csv.gz', rows: 2 },
    { name: 'b.csv.gz', rows: 1 },
  ]);
  expect(table.columns.at(-1)).toMatchObject({ role: 'part', index: 1 });
  expect(await bench.rows()).toEqual([
    ['1', '1'],
    ['2', '1'],
    ['3', '2'],
  ]);
  expect(await bench.rows([{ kind: 'values', column: 1, values: ['2'] }])).toEqual([['3', '2']]);
});

test('a file name, a column name and what is searched are never SQL', async () => {
  const evil = await bench.file(
    "'; drop table x; --.csv",
    '"a""b","\'; drop table data.t; --",c0\n1,2,\'; drop\n',
  );
  const table = await bench.open(evil);
  expect(names(table)).toEqual(['a"b', "'; drop table data.t; --", 'c0']);
  expect(await bench.rows([{ kind: 'text', column: 2, how: 'is', text: "'; drop" }])).toEqual([
    ['1', '2', "'; drop"],
  ]);
  expect(await bench.rows([{ kind: 'anywhere', text: "'; drop table data.t; --" }])).toEqual([]);
  expect(await bench.rows([{ kind: 'values', column: 0, values: ["1'); drop table data.t"] }])).toEqual([]);
  expect((await bench.engine.values({ handle: 'h', column: 0, contains: "'", limit: 5 })).values).toEqual([]);
  expect(await bench.rows()).toHaveLength(1);
});

test('the first rows can be read before the table is, and what needs all of it says so', async () => {
  const lines = Array.from({ length: 50_000 }, (_, n) => `${n},${n % 7}`).join('\n');
  const state = await bench.openText(`n,m\n${lines}\n`, 'csv', { progressive: true });
  expect(state.load).toMatchObject({ kind: 'loading' });
  expect(state.totalRows).toBeGreaterThan(100);
  expect((await bench.rows())[0]).toEqual(['0', '0']);
  await expect(
    bench.engine.view({ handle: 'h', view: { filters: [], sort: [{ column: 0, direction: 'up' }] } }),
  ).rejects.toMatchObject({
    code: 'review-loading',
  });
  await vi.waitFor(() => expect(bench.news.at(-1)?.state.typesKnown).toBe(true), 60_000);
  expect(bench.news.at(-1)?.state).toMatchObject({ totalRows: 50_000, load: { kind: 'ready' } });
});

test('reading can be cancelled: the first rows stay, nothing is left on disk', async () => {
  const lines = Array.from({ length: 400_000 }, (_, n) => `${n},"a""b${n}",${n}`).join('\n');
  // Windows-1252 is cut line by line, which takes long enough to be stopped.
  await bench.openText(Buffer.from(`n,m,\u00e9\n${lines}\n`, 'latin1'), 'csv', { progressive: true });
  await bench.engine.cancel({ handle: 'h', what: 'load' });
  await vi.waitFor(() => expect(bench.news.at(-1)?.state.load).toEqual({ kind: 'cancelled' }), 60_000);
  expect((await bench.rows()).length).toBeGreaterThan(100);
  await expect(bench.engine.facts({ handle: 'h', asked: null })).rejects.toMatchObject({
    code: expect.any(String),
  });
  await bench.engine.close({ handle: 'h' });
  expect(await readdir(bench.work)).toEqual([]);
});

test('a workbook shows its first sheet, or the one asked for, with text ids as text', async () => {
  const book = utils.book_new();
  const licences = utils.aoa_to_sheet([
    ['Sku', 'Price', 'Formula'],
    ['00042', '1.10', '=1+1'],
  ]);
  utils.book_append_sheet(book, licences, 'Licences');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Note'], ['x']]), 'Notes');
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx' });
  const xlsx = await bench.file('w.xlsx', bytes instanceof Uint8Array ? bytes : new Uint8Array());
  const first = await bench.open(xlsx, 'xlsx');
  expect(first.sheets).toEqual(['Licences', 'Notes']);
  expect(await bench.rows()).toEqual([['00042', '1.10', '=1+1']]);
  const second = await bench.open(xlsx, 'xlsx', { handle: 'g', sheet: 'Notes' });
  expect(names(second)).toEqual(['Note']);
  await bench.engine.close({ handle: 'g' });
});

test('closing a table deletes what it kept on disk', async () => {
  await bench.openText('a\n1\n');
  await bench.engine.close({ handle: 'h' });
  expect(await readdir(bench.work)).toEqual([]);
  await expect(bench.page()).rejects.toMatchObject({ code: 'review-closed' });
});

test('only the columns asked for are read, in that order', async () => {
  await bench.openText('a,b,c\n1,2,3\n');
  expect(await bench.rows([], [], [2, 0, 99])).toEqual([['3', '1']]);
});

test('a large table is kept in a file, and reads the same', async () => {
  const cell = 'x'.repeat(100);
  const lines = Array.from(
    { length: 130_000 },
    (_, n) => `${n},${n}${cell},${cell}${n % 50},${n}-${cell}-${n},${cell}`,
  );
  const parts = await Promise.all(
    Array.from({ length: 3 }, (_, n) => bench.file(`p${n}.csv`, `a,b,c,d,e\n${lines.join('\n')}\n`)),
  );
  const table = await bench.open(parts);
  expect(table.totalRows).toBe(390_000);
  expect(await readdir(`${bench.work}/h/table`)).toContain('data.duckdb');
  const last = await bench.engine.rows({ handle: 'h', view: null, offset: 389_999, limit: 5, columns: [0] });
  expect(last.rows).toEqual([['129999']]);
  const sorted = { filters: [], sort: [{ column: 0, direction: 'down' as const }] };
  const middle = await bench.engine.rows({
    handle: 'h',
    view: sorted,
    offset: 389_997,
    limit: 5,
    columns: [0],
  });
  expect(middle).toMatchObject({ rows: [['0'], ['0'], ['0']], ids: [0, 130_000, 260_000] });
});
