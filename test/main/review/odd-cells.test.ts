import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { read, utils } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { guessReading } from '../../../src-main/review/column-types.ts';
import { judgeFacts } from '../../../src-main/review/judge-facts.ts';
import { isNearly } from '../../../src-main/review/odd-cells.ts';
import type { Filter, SortKey } from '../../../src-preload/contract/review-view.ts';
import { createTableBench, type TableBench } from './table-bench.ts';

let bench: TableBench;
beforeEach(async () => {
  bench = await createTableBench();
});
afterEach(() => bench.end());

/** A table of one column `v`, beside the number of its row. */
async function columnOf(cells: readonly string[], name = 'v') {
  const lines = cells.map((cell, at) => `${at},"${cell.replaceAll('"', '""')}"`);
  await bench.openText(`row,${name}\n${lines.join('\n')}\n`);
  await bench.engine.profile({ handle: 'h', view: null, column: 1 });
  const { columns } = await bench.engine
    .facts({ handle: 'h', asked: null })
    .then(() => bench.news.at(-1)?.state ?? { columns: [] });
  return columns[1];
}

const numbers = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}.50`);
const days = (count: number) =>
  Array.from({ length: count }, (_, at) => `${String((at % 28) + 1).padStart(2, '0')}.10.2026`);

test.each<readonly [string, readonly string[], string, readonly string[] | null]>([
  ['a line of totals', [...numbers(30), 'Total'], 'number', ['Total']],
  ['one in a short table', [...numbers(10), 'Total'], 'number', ['Total']],
  ['several, the most frequent first', [...numbers(60), 'n/a', 'Total', 'n/a'], 'number', ['n/a', 'Total']],
  ['what says nothing, in every third row', [...numbers(20), ...Array(10).fill('-')], 'number', ['-']],
  ['days as written here', [...days(40), 'Sum'], 'date', ['Sum']],
  ['a day that is none', [...days(40), '31.02.2026'], 'date', ['31.02.2026']],
  ['amounts with spaces and a comma', [...Array(20).fill('1 234,50'), 'Итого'], 'number', ['Итого']],
  ['words that a database would read as numbers', [...numbers(40), 'NaN', 'inf'], 'number', ['NaN', 'inf']],
  ['too few numbers', [...numbers(9), 'Total'], 'text', null],
  ['too many words', [...numbers(20), 'a', 'b', 'c'], 'text', null],
  ['words of too many kinds', [...numbers(400), ...'abcdefghijk'], 'text', null],
  ['more nothing than numbers', [...numbers(10), ...Array(11).fill('-')], 'text', null],
  ['names of things with leading zeros', [...Array(30).fill('1200'), '0012', 'n/a'], 'text', null],
  ['names of things with 19 digits', [...Array(30).fill('1200'), '4815162342000171234', 'n/a'], 'text', null],
  ['no odd one at all', numbers(30), 'number', null],
  ['blank ones', [...numbers(30), '', ' '], 'number', null],
])('a column with %s', async (_what, cells, type, odd) => {
  const column = await columnOf(cells);
  expect(column?.type).toBe(type);
  expect(column?.odd?.texts ?? null).toEqual(odd);
});

test('a column that is named as one of ids stays text', async () => {
  expect((await columnOf([...numbers(40), 'n/a'], 'invoice_no'))?.type).toBe('text');
});

test('of two ways to read a day the one that fits more of them is taken', async () => {
  const column = await columnOf([...Array(50).fill('01/02/2026'), ...Array(3).fill('25/02/2026'), 'Total']);
  expect(column?.odd).toEqual({ count: 1, texts: ['Total'] });
});

test('a column whose first 2,000 cells are blank is judged by the others', async () => {
  const column = await columnOf([...Array(2500).fill(''), ...numbers(50), 'Total']);
  expect(column).toMatchObject({ type: 'number', odd: { count: 1, texts: ['Total'] } });
});

test('an odd cell far behind the first ones is found', async () => {
  const column = await columnOf([...numbers(5000), 'n/a', ...numbers(3000)]);
  expect(column).toMatchObject({ type: 'number', odd: { count: 1, texts: ['n/a'] } });
});

const cells = ['3', '20', 'Total', '', '1', 'NaN', ...Array(30).fill('7')];
const odd = (is: boolean) => ({ kind: 'odd', column: 1, odd: is, type: 'number' }) as const;
const ids = async (filters: readonly Filter[], sort: readonly SortKey[] = []) =>
  (await bench.page(filters, sort)).ids ?? [];

test('they keep their text, sort behind the numbers and before the blank ones, both ways', async () => {
  await columnOf(cells);
  expect((await bench.rows([], [], [1])).slice(0, 6).flat()).toEqual(['3', '20', 'Total', null, '1', 'NaN']);
  const up = await ids([], [{ column: 1, direction: 'up' }]);
  expect([up.slice(0, 2), up.slice(-4)]).toEqual([
    [4, 0],
    [1, 2, 5, 3],
  ]);
  const down = await ids([], [{ column: 1, direction: 'down' }]);
  expect([down[0], down.slice(-4)]).toEqual([1, [4, 2, 5, 3]]);
});

test.each<readonly [string, Filter, readonly number[]]>([
  ['a range holds none of them', { kind: 'number', column: 1, least: 10, greatest: null }, [1]],
  [
    'nor does one that is open on both sides',
    { kind: 'number', column: 1, least: null, greatest: 3 },
    [0, 4],
  ],
  ['by their text they are found', { kind: 'text', column: 1, how: 'is', text: 'total' }, [2]],
  ['and by their value', { kind: 'values', column: 1, values: ['NaN', null] }, [3, 5]],
  ['all of them', odd(true), [2, 5]],
])('filters: %s', async (_what, filter, kept) => {
  await columnOf(cells);
  expect(await ids([filter])).toEqual(kept);
});

test('all but them leaves the blank ones in', async () => {
  await columnOf(cells);
  expect(await ids([odd(false), { kind: 'values', column: 1, values: ['7'], not: true }])).toEqual([
    0, 1, 3, 4,
  ]);
});

test('a filter for odd cells finds none in a column that has none', async () => {
  await columnOf(numbers(20));
  expect(await ids([odd(true)])).toEqual([]);
  expect(await ids([odd(false)])).toHaveLength(20);
});

test('the profile counts and names them, and leaves them out of sum, mean and bars', async () => {
  await columnOf(cells);
  const profile = await bench.engine.profile({ handle: 'h', view: null, column: 1 });
  expect(profile).toMatchObject({
    type: 'number',
    rows: 36,
    blank: 1,
    least: '1',
    greatest: '20',
    sum: 234,
    mean: 234 / 33,
    odd: {
      count: 2,
      texts: [
        { value: 'NaN', count: 1 },
        { value: 'Total', count: 1 },
      ],
    },
  });
  expect(
    profile.shape.kind === 'numbers' && profile.shape.bins.reduce((sum, { count }) => sum + count, 0),
  ).toBe(33);
});

test('the profile of rows without odd cells tells of none; that of odd ones alone shows their texts', async () => {
  await columnOf(cells);
  const of = (filter: Filter) =>
    bench.engine.profile({ handle: 'h', view: { filters: [filter], sort: [] }, column: 1 });
  expect((await of(odd(false))).odd).toBeUndefined();
  const alone = await of(odd(true));
  expect(alone).toMatchObject({ rows: 2, least: null, mean: null, sum: null, odd: { count: 2 } });
  expect(alone.shape).toMatchObject({ kind: 'values', others: 0 });
});

test('the sum is exact to the cent over many rows', async () => {
  await columnOf(Array(100_000).fill('0.10'));
  expect((await bench.engine.profile({ handle: 'h', view: null, column: 1 })).sum).toBeCloseTo(10_000, 9);
});

const about = { collected: null, broken: 0, short: 0, undecodable: 0, asked: null, before: null };

test('the summary tells of them', async () => {
  await columnOf(cells);
  const facts = await bench.engine.facts({ handle: 'h', asked: null });
  expect(judgeFacts(facts, about)).toContainEqual({
    kind: 'odd-cells',
    column: 1,
    name: 'v',
    type: 'number',
    count: 2,
    texts: ['NaN', 'Total'],
  });
});

test('a line of totals through many columns is told in one line', async () => {
  const line = (cell: string) => Array(4).fill(cell).join(',');
  const lines = Array.from({ length: 20 }, (_, at) => line(`${at}.5`));
  await bench.openText(`a,b,c,d\n${lines.join('\n')}\n${line('-')}\n`);
  const flags = judgeFacts(await bench.engine.facts({ handle: 'h', asked: null }), about);
  expect(flags.filter(({ kind }) => kind.startsWith('odd'))).toEqual([
    { kind: 'odd-columns', columns: ['a', 'b', 'c', 'd'].map((name, column) => ({ column, name })) },
  ]);
});

async function save(format: 'csv' | 'xlsx' | 'parquet', filters: readonly Filter[] = []) {
  const to = path.join(bench.folder, `saved-${filters.length}.${format}`);
  const view = filters.length === 0 ? null : { filters: [...filters], sort: [] };
  const { textColumns } = await bench.engine.save({ handle: 'h', view, columns: [1], format, to });
  told = textColumns;
  return to;
}
/** The columns that the last saving kept as text. */
let told: readonly string[] | undefined;

test('csv has them as they are; a workbook has them as text among numbers', async () => {
  await columnOf(cells);
  expect((await readFile(await save('csv'), 'utf8')).split('\r\n').slice(1, 7)).toEqual([
    '3',
    '20',
    'Total',
    '""',
    '1',
    'NaN',
  ]);
  const sheet = read(await readFile(await save('xlsx'))).Sheets['Sheet1'];
  const rows = utils.sheet_to_json<readonly unknown[]>(sheet ?? {}, { header: 1, blankrows: true });
  expect(rows.slice(1, 7).map(([cell]) => cell)).toEqual([3, 20, 'Total', undefined, 1, 'NaN']);
});

async function parquet(file: string) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll('SELECT typeof(v), v FROM read_parquet($file)', { file });
  const rows = reader.getRows();
  connection.closeSync();
  instance.closeSync();
  return { type: rows[0]?.[0], cells: rows.map((row) => row[1]) };
}

test('a parquet column keeps all texts where an odd one is among the rows, and is typed where none is', async () => {
  await columnOf(cells);
  const whole = await parquet(await save('parquet'));
  expect(told).toEqual(['v']);
  expect([whole.type, whole.cells.slice(0, 6)]).toEqual(['VARCHAR', ['3', '20', 'Total', null, '1', 'NaN']]);
  const clean = await parquet(await save('parquet', [odd(false)]));
  expect(told).toEqual([]);
  expect([clean.type, clean.cells.slice(0, 4)]).toEqual(['DOUBLE', [3, 20, null, 1]]);
});

test('a column of times with an odd cell still says what period is covered', async () => {
  await columnOf([...days(28), 'Total']);
  const { period } = await bench.engine.facts({ handle: 'h', asked: null });
  expect(period).toMatchObject({ column: 1, from: '2026-10-01 00:00:00', to: '2026-10-28 00:00:00' });
});

test('the first rows are read with the same patience', () => {
  expect(guessReading('v', [...numbers(50), 'n/a']).type).toBe('number');
  expect(guessReading('v', [...numbers(50), ...'abcdefghijk']).type).toBe('text');
  expect(guessReading('v', [...days(30), null, 'Total']).type).toBe('date');
  expect(guessReading('client_id', [...numbers(50), 'n/a']).type).toBe('text');
});

test.each<readonly [number, readonly (readonly [string, number])[], boolean]>([
  [10, [['x', 1]], true],
  [9, [['x', 1]], false],
  [95, [['x', 5]], true],
  [94, [['x', 6]], false],
  [50, [['N/A', 50]], true],
  [49, [['N/A', 50]], false],
  [
    1000,
    [
      ['n/a', 300],
      ['x', 70],
    ],
    false,
  ],
  [
    1000,
    [
      ['n/a', 300],
      ['x', 60],
    ],
    true,
  ],
])('%i that fit and %j: %s', (fitting, texts, is) => {
  expect(
    isNearly(
      fitting,
      texts.map(([text, count]) => ({ text, count })),
    ),
  ).toBe(is);
});
