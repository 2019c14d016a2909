import { afterEach, beforeEach, expect, test } from 'vitest';
import { judgeFacts } from '../../../src-main/review/judge-facts.ts';
import type { Facts } from '../../../src-main/review/protocol.ts';
import { createTableBench, type TableBench } from './table-bench.ts';

let bench: TableBench;
beforeEach(async () => {
  bench = await createTableBench();
});
afterEach(() => bench.end());

const profile = (column: number) => bench.engine.profile({ handle: 'h', view: null, column });

test('a column of numbers: blank share, least and greatest as written, mean, a histogram of all its cells', async () => {
  const lines = Array.from({ length: 1000 }, (_, n) => (n % 10 === 0 ? '""' : `${n}.50`)).join('\n');
  await bench.openText(`n\n${lines}\n`);
  const found = await profile(0);
  expect(found).toMatchObject({
    type: 'number',
    rows: 1000,
    blank: 100,
    least: '1.50',
    greatest: '999.50',
    distinct: { count: 900, exact: true },
  });
  expect(found.mean).toBeCloseTo(500.5, 5);
  if (found.shape.kind !== 'numbers') throw new Error('a histogram of numbers was expected');
  expect(found.shape.bins).toHaveLength(24);
  expect(found.shape.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(900);
  const [bin] = found.shape.bins;
  const filtered = await bench.page([
    { kind: 'number', column: 0, least: bin?.from ?? 0, greatest: bin?.to ?? 0 },
  ]);
  expect(filtered.total).toBe(bin?.count);
});

test.each([
  ['a space at which no line is broken', '\u00a0'],
  ['a narrow one', '\u202f'],
  ['a plain one', ' '],
  ['a full stop', '.'],
])('amounts with %s between thousands and a decimal comma are numbers', async (_what, between) => {
  await bench.openText(`sum;n\n-1${between}000,50;1\n2${between}345${between}678,05;2\n7,1;3\n`);
  expect(await profile(0)).toMatchObject({
    type: 'number',
    least: `-1${between}000,50`,
    greatest: `2${between}345${between}678,05`,
  });
  expect((await bench.page([{ kind: 'number', column: 0, least: 7, greatest: null }])).ids).toEqual([1, 2]);
});

test('a column of moments has a histogram over time', async () => {
  await bench.openText(`at\n2026-10-01 00:00:00\n2026-10-02T12:00:00\n2026-10-25 00:00:00\n`);
  const found = await profile(0);
  expect(found).toMatchObject({
    type: 'timestamp',
    least: '2026-10-01 00:00:00',
    greatest: '2026-10-25 00:00:00',
    mean: null,
  });
  expect(found.shape).toMatchObject({
    kind: 'times',
    bins: expect.arrayContaining([{ from: '2026-10-01 00:00:00', to: '2026-10-02 00:00:00', count: 1 }]),
  });
});

test('seconds since 1970 are a time only in a column that is named as one', async () => {
  await bench.openText('tsEvent,amount\n1790000000,1790000000\n1790000100,1790000100\n');
  expect((await profile(0)).type).toBe('timestamp');
  expect((await profile(1)).type).toBe('number');
});

test('a column of words has its top values, and how many rows hold others', async () => {
  const lines = Array.from({ length: 300 }, (_, n) => (n < 100 ? 'NO' : `v${n % 50}`)).join('\n');
  await bench.openText(`c,d\n${lines.replaceAll('\n', ',1\n')},1\n`);
  const found = await profile(0);
  expect(found).toMatchObject({
    type: 'text',
    distinct: { count: 51, exact: true },
    shape: { kind: 'values', others: 300 - 100 - 19 * 4 },
  });
  expect(found.shape.kind === 'values' && found.shape.top[0]).toEqual({ value: 'NO', count: 100 });
});

test('a profile is of the rows that are shown, and an empty one says so', async () => {
  await bench.openText('c,n\nx,1\ny,2\nx,3\n');
  const view = {
    filters: [{ kind: 'values', column: 0, values: ['x'] } as const].map((one) => ({
      ...one,
      values: [...one.values],
    })),
    sort: [],
  };
  expect(await bench.engine.profile({ handle: 'h', view, column: 1 })).toMatchObject({
    rows: 2,
    least: '1',
    greatest: '3',
    mean: 2,
  });
  const none = { filters: [{ kind: 'text', column: 0, how: 'is', text: 'z' } as const], sort: [] };
  expect(await bench.engine.profile({ handle: 'h', view: none, column: 1 })).toMatchObject({
    rows: 0,
    blank: 0,
    least: null,
    mean: null,
  });
});

test('the values of a column with their counts, narrowed by a text, blanks as one', async () => {
  await bench.openText('c,d\nNO,1\nSE,1\nno,1\nSE,1\n"",1\n" ",1\n');
  const values = (more: object = {}) => bench.engine.values({ handle: 'h', column: 0, limit: 10, ...more });
  expect(await values()).toEqual({
    values: [
      { value: 'SE', count: 2 },
      { value: null, count: 2 },
      { value: 'NO', count: 1 },
      { value: 'no', count: 1 },
    ].sort((a, b) => b.count - a.count),
    more: false,
  });
  expect((await values({ contains: 'n' })).values).toEqual([
    { value: 'NO', count: 1 },
    { value: 'no', count: 1 },
  ]);
  expect(await values({ limit: 1 })).toMatchObject({ values: [{ value: 'SE' }], more: true });
});

test('facts of a whole table: blanks, constants, repeated ids and rows, the period and what is outside of it', async () => {
  await bench.openText(
    'idDevice,country,app,tsEvent,note\n1,NO,a,2026-10-01 08:00:00,\n2,,a,2026-10-31 23:59:59,\n2,SE,a,2026-11-01 00:00:00,\n3,SE,a,2026-09-30 10:00:00,\n' +
      Array.from({ length: 30 }, (_, n) => `${n + 10},SE,a,2026-10-05 00:00:00,`).join('\n') +
      '\n10,SE,a,2026-10-05 00:00:00,\n',
  );
  const facts = await bench.engine.facts({
    handle: 'h',
    asked: { from: '2026-10-01', before: '2026-11-01' },
  });
  expect(facts.rows).toBe(35);
  expect(facts.columns.map(({ blank }) => blank)).toEqual([0, 1, 0, 0, 35]);
  expect(facts.columns.map(({ repeated }) => repeated)).toEqual([2, null, null, null, null]);
  expect(facts.columns[2]).toMatchObject({ isConstant: true, constant: 'a' });
  expect(facts.columns[4]).toMatchObject({ isConstant: true, constant: null });
  expect(facts.repeatedRows).toBe(1);
  expect(facts.period).toEqual({
    column: 3,
    from: '2026-09-30 10:00:00',
    to: '2026-11-01 00:00:00',
    outside: 2,
  });
});

const facts = (more: Partial<Facts> = {}): Facts => ({
  rows: 100,
  columns: [
    { name: 'id', blank: 0, constant: null, isConstant: false, repeated: 0 },
    { name: 'mail', blank: 12, constant: null, isConstant: false, repeated: null },
  ],
  repeatedRows: 0,
  period: null,
  ...more,
});
const about = { collected: 100, broken: 0, short: 0, undecodable: 0, asked: null, before: null };

test('a table like the last one raises no flag', () => {
  const before = {
    rows: 110,
    columns: [
      ['id', 0],
      ['mail', 0.1],
    ] as const,
  };
  expect(judgeFacts(facts(), { ...about, before })).toEqual([]);
  expect(judgeFacts(facts(), about)).toEqual([]);
});

test('what differs from the last one is told, worst first', () => {
  const before = {
    rows: 200,
    columns: [
      ['id', 0],
      ['country', 0],
    ] as const,
  };
  expect(judgeFacts(facts(), { ...about, collected: 103, broken: 1, short: 2, before })).toEqual([
    { kind: 'count-differs', shown: 100, collected: 103 },
    { kind: 'broken-lines', count: 1, short: 2 },
    { kind: 'rows-changed', rows: 100, before: 200 },
    { kind: 'column-gone', name: 'country' },
    { kind: 'column-new', column: 1, name: 'mail' },
  ]);
  const blanks = judgeFacts(facts(), {
    ...about,
    before: {
      rows: 100,
      columns: [
        ['id', 0],
        ['mail', 0.01],
      ],
    },
  });
  expect(blanks).toEqual([{ kind: 'blank-share', column: 1, name: 'mail', share: 0.12, before: 0.01 }]);
});

test('lines that can’t be read are told once where they are all that is missing', () => {
  expect(judgeFacts(facts(), { ...about, collected: 101, broken: 1 })).toEqual([
    { kind: 'broken-lines', count: 1, short: 0 },
  ]);
});

test('a column that held one value last time too is as ever', () => {
  const column = { name: 'app', blank: 0, constant: 'a', isConstant: true, repeated: null };
  const flagsAfter = (constants: readonly string[]) =>
    judgeFacts(facts({ columns: [column] }), {
      ...about,
      before: { rows: 100, columns: [['app', 0]], constants },
    });
  expect(flagsAfter(['app'])).toEqual([]);
  expect(flagsAfter([])).toEqual([{ kind: 'constant', column: 0, name: 'app', value: 'a' }]);
});

test.each([
  [2, ['constant', 'constant']],
  [3, ['constants']],
])('%i columns with one value each are told as %j', (number, kinds) => {
  const columns = Array.from({ length: number }, (_, index) => ({
    ...{ name: `c${index}`, blank: 0, constant: 'a', isConstant: true, repeated: null },
  }));
  const flags = judgeFacts(facts({ columns }), about);
  expect(flags.map(({ kind }) => kind)).toEqual(kinds);
  const told = flags.flatMap((flag) => {
    if (flag.kind === 'constants') return flag.columns.map(({ name }) => name);
    return flag.kind === 'constant' ? [flag.name] : [];
  });
  expect(told).toEqual(columns.map(({ name }) => name));
});

test.each([
  [51, 100, false],
  [50, 100, true],
  [199, 100, false],
  [200, 100, true],
  [0, 100, true],
  [5, 0, false],
])('%i rows after %i: told %s', (rows, last, told) => {
  const flags = judgeFacts(facts({ rows }), {
    ...about,
    collected: null,
    before: { rows: last, columns: null },
  });
  expect(flags.some(({ kind }) => kind === 'rows-changed')).toBe(told);
});

test('an empty table has no blank shares', () => {
  expect(judgeFacts(facts({ rows: 0 }), { ...about, collected: 0 })).toEqual([]);
});
