import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEngine } from '../../../src-main/review/engine.ts';

let folder: string;
let engine: ReturnType<typeof createEngine>;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-review-'));
  engine = createEngine(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const full = path.join(folder, name);
  await writeFile(full, content);
  return full;
}

test('csv cells keep the text of the file: leading zeros, 1.10, long ids, line breaks', async () => {
  const csv = 'id,name,price\n0042,"line\nbreak, and ""quotes""",1.10\n00481516234200017,,9007199254740993\n';
  const one = await file('one.csv', csv);
  const table = await engine.openTable('h', { files: [one], kind: 'csv', sheet: null });
  expect(table.totalRows).toBe(2);
  expect(table.columns.map((column) => column.name)).toEqual(['id', 'name', 'price']);
  const page = await engine.rows('h', 0, 10, null);
  expect(page.rows).toEqual([
    ['0042', 'line\nbreak, and "quotes"', '1.10'],
    ['00481516234200017', null, '9007199254740993'],
  ]);
});

test('all parts of a retrieval are one table, in the order given', async () => {
  const a = await file('a.csv.gz', gzipSync('id\n1\n2\n'));
  const b = await file('b.csv.gz', gzipSync('id\n3\n'));
  const table = await engine.openTable('h', { files: [a, b], kind: 'csv.gz', sheet: null });
  expect(table.totalRows).toBe(3);
  expect((await engine.rows('h', 1, 2, null)).rows).toEqual([['2'], ['3']]);
});

test('a file name and a column name are never SQL', async () => {
  const evil = await file("'; drop table x; --.csv", '"a""b\'; drop table t; --",c0\n1,2\n');
  const table = await engine.openTable('h', { files: [evil], kind: 'csv', sheet: null });
  expect(table.columns.map((column) => column.name)).toEqual(['a"b\'; drop table t; --', 'c0']);
  expect((await engine.rows('h', 0, 1, null)).rows).toEqual([['1', '2']]);
});

test('ragged lines: short rows are filled up, longer ones are counted as broken', async () => {
  const ragged = await file('r.csv', 'a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n');
  const table = await engine.openTable('h', { files: [ragged], kind: 'csv', sheet: null });
  expect(table.totalRows).toBe(3);
  expect(table.brokenRows).toBe(1);
  expect((await engine.rows('h', 1, 1, null)).rows).toEqual([['4', '5', null]]);
});

test('a header without rows opens as an empty table', async () => {
  const only = await file('h.csv', 'a,b\n');
  const table = await engine.openTable('h', { files: [only], kind: 'csv', sheet: null });
  expect(table.totalRows).toBe(0);
  expect(table.columns).toHaveLength(2);
});

test.each([
  ['an empty file', 'empty.csv', ''],
  ['a gzip that is none', 'not.csv.gz', 'plain text'],
])('%s is said to be unreadable', async (_what, name, content) => {
  const bad = await file(name, content);
  const kind = name.endsWith('.gz') ? 'csv.gz' : 'csv';
  await expect(engine.openTable('h', { files: [bad], kind, sheet: null })).rejects.toMatchObject({
    code: 'review-unreadable',
  });
  expect((await readdir(folder)).filter((left) => left.endsWith('.spill'))).toEqual([]);
});

test('profiles: every field that occurs is a column, numbers and nested values stay as written', async () => {
  const lines = [
    '{"ProfileId": 1234567890123456789, "Score": 1.10, "Emails": [{"a" : 1}], "Name": "\\u00c5se"}',
    '{"ProfileId": 2, "Late": true, "Name": null}',
    'not json',
  ];
  const profiles = await file('p.ndjson', `${lines.join('\n')}\n`);
  const table = await engine.openTable('h', { files: [profiles], kind: 'ndjson', sheet: null });
  expect(table.columns.map(({ name, type }) => [name, type])).toEqual([
    ['ProfileId', 'number'],
    ['Score', 'number'],
    ['Emails', 'nested'],
    ['Name', 'text'],
    ['Late', 'text'],
  ]);
  expect(table.brokenRows).toBe(1);
  expect((await engine.rows('h', 0, 2, null)).rows).toEqual([
    ['1234567890123456789', '1.10', '[{"a" : 1}]', 'Åse', null],
    ['2', null, null, null, 'true'],
  ]);
});

test('a workbook shows its first sheet, or the one asked for, with text ids as text', async () => {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Sku', 'Price'],
      ['00042', '1.10'],
    ]),
    'Licences',
  );
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Note'], ['x']]), 'Notes');
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx' });
  const xlsx = await file('w.xlsx', bytes instanceof Uint8Array ? bytes : new Uint8Array());
  const first = await engine.openTable('h', { files: [xlsx], kind: 'xlsx', sheet: null });
  expect(first.sheets).toEqual(['Licences', 'Notes']);
  expect((await engine.rows('h', 0, 5, null)).rows).toEqual([['00042', '1.10']]);
  const second = await engine.openTable('g', { files: [xlsx], kind: 'xlsx', sheet: 'Notes' });
  expect(second.columns.map((column) => column.name)).toEqual(['Note']);
});

test('what is no workbook is refused by its name', async () => {
  const fake = await file('w.xlsx', 'PK but not really');
  await expect(engine.openTable('h', { files: [fake], kind: 'xlsx', sheet: null })).rejects.toMatchObject({
    code: 'zip-corrupt',
  });
});

test('closing a table deletes what it kept on disk', async () => {
  const one = await file('one.csv', 'a\n1\n');
  await engine.openTable('h', { files: [one], kind: 'csv', sheet: null });
  await engine.close('h');
  expect(await readdir(folder)).toEqual(['one.csv']);
  await expect(engine.rows('h', 0, 1, null)).rejects.toMatchObject({ code: 'review-closed' });
});

test('only the columns asked for are read', async () => {
  const wide = await file('w.csv', 'a,b,c\n1,2,3\n');
  await engine.openTable('h', { files: [wide], kind: 'csv', sheet: null });
  expect((await engine.rows('h', 0, 1, [2, 0, 99])).rows).toEqual([['3', '1']]);
});

test('two large parts are read to the last row', {
  timeout: 60_000,
}, async () => {
  const cell = 'x'.repeat(80);
  const lines = Array.from({ length: 60_000 }, (_, n) => `${n},${n}${cell},${cell}${n},${n}-${cell}-${n}`);
  const parts = await Promise.all(
    Array.from({ length: 2 }, (_, n) => file(`p${n}.csv`, `a,b,c,d\n${lines.join('\n')}\n`)),
  );
  const table = await engine.openTable('h', { files: parts, kind: 'csv', sheet: null });
  expect(table.totalRows).toBe(120_000);
  expect((await engine.rows('h', 119_999, 5, [0])).rows).toEqual([['59999']]);
});
