import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Filter, SortKey } from '../../../src-preload/contract/review-view.ts';
import { createTableBench, type TableBench, types } from './table-bench.ts';

let bench: TableBench;
beforeEach(async () => {
  bench = await createTableBench();
});
afterEach(() => bench.end());

const table =
  'id,name,price,day,at,flag,comma\n' +
  '0007,Åse,9.5,2026-10-02,2026-10-02 08:00:00,true,"1.234,5"\n' +
  '0042,bob,10.10,2026-09-30,2026-10-01T09:30:00Z,false,"9,5"\n' +
  '12345678901234567890,,2,,,yes,"-3,25"\n' +
  '0001,Bob,,2026-10-15,2026-10-15 23:59:59.5,no,\n' +
  '0002,"x ""bob"" y",-1e3,2026-01-01,2026-01-01 00:00:00,true,7\n';

test('the types are judged on all rows, and cells stay as they are', async () => {
  await bench.openText(table);
  await bench.engine.profile({ handle: 'h', view: null, column: 0 });
  expect(types(bench.news.at(-1)?.state ?? (await bench.openText(table)))).toEqual({
    id: 'id',
    name: 'text',
    price: 'number',
    day: 'date',
    at: 'timestamp',
    flag: 'boolean',
    comma: 'number',
  });
  expect((await bench.rows([], [], [0, 2]))[1]).toEqual(['0042', '10.10']);
});

const ids = async (filters: readonly Filter[], sort: readonly SortKey[] = []) =>
  (await bench.page(filters, sort)).ids;

test.each<readonly [string, readonly SortKey[], readonly number[]]>([
  ['numbers as numbers, blanks last', [{ column: 2, direction: 'up' }], [4, 2, 0, 1, 3]],
  ['downwards blanks are last too', [{ column: 2, direction: 'down' }], [1, 0, 2, 4, 3]],
  ['numbers with decimal commas', [{ column: 6, direction: 'down' }], [0, 1, 4, 2, 3]],
  ['days', [{ column: 3, direction: 'up' }], [4, 1, 0, 3, 2]],
  ['moments in two ways of writing', [{ column: 4, direction: 'up' }], [4, 1, 0, 3, 2]],
  ['ids by their number', [{ column: 0, direction: 'up' }], [3, 4, 0, 1, 2]],
  ['words whatever their case, equals as in the file', [{ column: 1, direction: 'up' }], [1, 3, 4, 0, 2]],
  [
    'several columns',
    [
      { column: 5, direction: 'down' },
      { column: 0, direction: 'down' },
    ],
    [2, 0, 4, 3, 1],
  ],
])('sorts %s', async (_what, sort, order) => {
  await bench.openText(table);
  expect(await ids([], sort)).toEqual(order);
});

const text = (how: 'contains' | 'is' | 'starts' | 'ends', of: string, more: object = {}) =>
  ({ kind: 'text', column: 1, how, text: of, ...more }) as const;

test.each<readonly [string, readonly Filter[], readonly number[]]>([
  ['contains, whatever the case', [text('contains', 'BOB')], [1, 3, 4]],
  ['contains, letters beyond ASCII too', [text('contains', 'åSE')], [0]],
  ['is, by its case', [text('is', 'Bob', { caseSensitive: true })], [3]],
  ['starts', [text('starts', 'b')], [1, 3]],
  ['ends', [text('ends', '" y')], [4]],
  ['what LIKE takes for a joker is text', [text('contains', '%')], []],
  ['does not contain, blank ones included', [text('contains', 'bob', { not: true })], [0, 2]],
  ['a range of numbers', [{ kind: 'number', column: 2, least: 2, greatest: 9.5 }], [0, 2]],
  ['numbers with an open end', [{ kind: 'number', column: 2, least: null, greatest: 0 }], [4]],
  ['numbers with decimal commas', [{ kind: 'number', column: 6, least: 1000, greatest: null }], [0]],
  ['days, the last one whole', [{ kind: 'date', column: 4, from: '2026-10-02', to: '2026-10-15' }], [0, 3]],
  ['moments', [{ kind: 'date', column: 4, from: '2026-10-01 09:30', to: '2026-10-02 07:59' }], [1]],
  ['one of its values', [{ kind: 'values', column: 1, values: ['bob', null] }], [1, 2]],
  ['none of its values', [{ kind: 'values', column: 1, values: ['bob', null], not: true }], [0, 3, 4]],
  ['blank', [{ kind: 'blank', column: 2, blank: true }], [3]],
  ['not blank', [{ kind: 'blank', column: 2, blank: false }], [0, 1, 2, 4]],
  ['anywhere', [{ kind: 'anywhere', text: '2026-10' }], [0, 1, 3]],
  ['several together', [text('contains', 'bob'), { kind: 'blank', column: 2, blank: false }], [1, 4]],
  ['nothing left', [text('is', 'nobody')], []],
])('filters: %s', async (_what, filters, kept) => {
  await bench.openText(table);
  expect(await ids(filters)).toEqual(kept);
});

test('rows that repeat can be looked at, by all or some columns', async () => {
  await bench.openText('a,b\n1,x\n2,y\n1,x\n1,z\n');
  expect(await ids([{ kind: 'repeated', columns: [] }])).toEqual([0, 2]);
  expect(await ids([{ kind: 'repeated', columns: [0] }])).toEqual([0, 2, 3]);
});

test('filtered rows are sorted, and a page of them is read by its place', async () => {
  const lines = Array.from({ length: 3000 }, (_, n) => `${n},${(n * 7) % 3000}`).join('\n');
  await bench.openText(`n,m\n${lines}\n`);
  const view = {
    filters: [{ kind: 'number', column: 0, least: 1000, greatest: null } as const],
    sort: [{ column: 1, direction: 'down' } as const],
  };
  expect(await bench.engine.view({ handle: 'h', view })).toEqual({ total: 2000 });
  const page = await bench.engine.rows({ handle: 'h', view, offset: 1998, limit: 10, columns: [1] });
  const expected = Array.from({ length: 3000 }, (_, n) => [n, (n * 7) % 3000] as const)
    .filter(([n]) => n >= 1000)
    .sort((a, b) => b[1] - a[1])
    .slice(1998);
  expect(page).toEqual({
    offset: 1998,
    total: 2000,
    rows: expected.map(([, m]) => [String(m)]),
    ids: expected.map(([n]) => n),
  });
});

test('a view that was forgotten is made again', async () => {
  await bench.openText(table);
  for (let n = 0; n < 8; n += 1) await ids([text('contains', String(n))]);
  expect(await ids([text('contains', 'bob')])).toEqual([1, 3, 4]);
  for (let n = 0; n < 8; n += 1) await ids([text('contains', String(n))]);
  expect(await ids([text('contains', 'bob')])).toEqual([1, 3, 4]);
});

test('the newest request wins: the older one answers that it was cancelled', async () => {
  const lines = Array.from({ length: 60_000 }, (_, n) => `${n},${n % 977},some words ${n}`).join('\n');
  await bench.openText(`n,m,w\n${lines}\n`);
  await bench.engine.profile({ handle: 'h', view: null, column: 0 });
  const ask = (word: string) =>
    bench.engine.view({
      handle: 'h',
      view: { filters: [{ kind: 'anywhere', text: word }], sort: [{ column: 1, direction: 'up' }] },
    });
  const older = [ask('1'), ask('12'), ask('123')].map((asked) =>
    asked.catch((thrown: { code: string }) => thrown.code),
  );
  const newest = ask('words 1234');
  expect(await Promise.all(older)).toEqual(['cancelled', 'cancelled', 'cancelled']);
  expect(await newest).toEqual({ total: 11 });
});

test('a column that is not there is refused', async () => {
  await bench.openText(table);
  await expect(ids([{ kind: 'blank', column: 99, blank: true }])).rejects.toMatchObject({
    code: 'call-invalid',
  });
  await expect(ids([], [{ column: 7, direction: 'up' }])).rejects.toMatchObject({ code: 'call-invalid' });
});

test('finds: counts cells and rows, goes on in the order of the view, and begins anew at its end', async () => {
  await bench.openText('a,b\nbob,x\ny,z\nBOB,bobby\n');
  const find = (more: object = {}, view: { filters: Filter[]; sort: SortKey[] } | null = null) =>
    bench.engine.find({ handle: 'h', view, text: 'bob', ...more });
  expect(await find()).toEqual({ cells: 3, rows: 2, at: { row: 0, column: 0, ordinal: 1 } });
  expect((await find({ from: { row: 0, column: 0 } })).at).toEqual({ row: 2, column: 0, ordinal: 2 });
  expect((await find({ from: { row: 2, column: 0 } })).at).toEqual({ row: 2, column: 1, ordinal: 3 });
  expect((await find({ from: { row: 2, column: 1 } })).at).toEqual({ row: 0, column: 0, ordinal: 1 });
  expect((await find({ from: { row: 0, column: 0 }, direction: 'previous' })).at).toEqual({
    row: 2,
    column: 1,
    ordinal: 3,
  });
  expect((await find({ from: { row: 1, column: 0 }, direction: 'previous' })).at).toEqual({
    row: 0,
    column: 0,
    ordinal: 1,
  });
  expect((await find({ columns: [1] })).at).toEqual({ row: 2, column: 1, ordinal: 1 });
  expect((await find({ columns: [1, 0], from: { row: 2, column: 1 } })).at).toEqual({
    row: 2,
    column: 0,
    ordinal: 3,
  });
  const upside = { filters: [], sort: [{ column: 1, direction: 'down' as const }] };
  expect(await find({}, upside)).toEqual({ cells: 3, rows: 2, at: { row: 1, column: 0, ordinal: 1 } });
  expect((await find({ from: { row: 2, column: 0 } }, upside)).at).toEqual({ row: 2, column: 1, ordinal: 3 });
  expect(await find({ text: 'nobody' })).toEqual({ cells: 0, rows: 0, at: null });
});
