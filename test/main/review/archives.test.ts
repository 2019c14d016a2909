import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { zipOf } from '../../support/zip.ts';
import { createTableBench, names, type TableBench } from './table-bench.ts';

let bench: TableBench;
beforeEach(async () => {
  bench = await createTableBench();
});
afterEach(() => bench.end());

const ended = (kind: string) => expect.poll(() => bench.news.at(-1)?.state.load.kind).toBe(kind);

function workbook(rows: readonly (readonly string[])[], more: Readonly<Record<string, string[][]>> = {}) {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), 'Licences');
  for (const [name, cells] of Object.entries(more)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name);
  }
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx' });
  return bytes instanceof Uint8Array ? bytes : new Uint8Array();
}
const longBook = (count: number) =>
  workbook([
    ['Sku', 'Name', 'Note'],
    ...Array.from({ length: count }, (_, n) => [
      String(n).padStart(6, '0'),
      `Licence ${n}`,
      randomBytes(20).toString('hex'),
    ]),
  ]);

test('a long sheet shows its first rows and sheets before it is read, then all of them', async () => {
  const file = await bench.file('long.xlsx', longBook(30_000));
  const state = await bench.open(file, 'xlsx', { progressive: true });
  expect(state).toMatchObject({ load: { kind: 'loading' }, sheet: 'Licences', sheets: ['Licences'] });
  expect(names(state)).toEqual(['Sku', 'Name', 'Note']);
  expect((await bench.rows([], [], [0]))[1]).toEqual(['000001']);
  await ended('ready');
  const last = await bench.engine.rows({ handle: 'h', view: null, offset: 29_999, limit: 5, columns: [0] });
  expect(last).toMatchObject({ total: 30_000, rows: [['029999']] });
  expect(bench.news.some(({ state: { load } }) => load.kind === 'loading' && (load.rows ?? 0) > 0)).toBe(
    true,
  );
});

test('reading a sheet can be cancelled, and its first rows stay', async () => {
  const file = await bench.file('long.xlsx', longBook(30_000));
  await bench.open(file, 'xlsx', { progressive: true });
  await bench.engine.cancel({ handle: 'h', what: 'load' });
  await ended('cancelled');
  expect((await bench.rows()).length).toBeGreaterThan(100);
  await bench.engine.close({ handle: 'h' });
  expect(await readdir(bench.work)).toEqual([]);
});

test('rows below that are wider than those at the top have their columns too', async () => {
  const rows = Array.from({ length: 600 }, (_, n) => (n === 599 ? ['x', 'y', 'z'] : ['x']));
  const state = await bench.open(await bench.file('w.xlsx', workbook([['a'], ...rows])), 'xlsx');
  expect(names(state)).toEqual(['a', '', '']);
  expect((await bench.rows()).at(-1)).toEqual(['x', 'y', 'z']);
});

test('a sheet without anything says so, and another one of the workbook can be looked at', async () => {
  const file = await bench.file('w.xlsx', workbook([], { Second: [['n'], ['1']] }));
  const state = await bench.open(file, 'xlsx');
  expect(state).toMatchObject({ totalRows: 0, sheets: ['Licences', 'Second'] });
  const second = await bench.open(file, 'xlsx', { handle: 'g', sheet: 'Second' });
  expect(second).toMatchObject({ totalRows: 1, sheet: 'Second' });
  await bench.engine.close({ handle: 'g' });
  await expect(bench.open(await bench.file('e.xlsx', workbook([])), 'xlsx')).rejects.toMatchObject({
    code: 'review-empty',
  });
});

test.each([
  ['export/table.csv', 'a,b\n1,2\n', [['1', '2']]],
  ['TABLE.NDJSON', '{"a":"1","b":"2"}\n', [['1', '2']]],
  ['a.json', '[{"a":"1"}]', [['1']]],
])('a ZIP with %s inside opens as that', async (name, content, rows) => {
  const file = await bench.file(
    'x.zip',
    zipOf({ '__MACOSX/._table.csv': Buffer.from('x'), [name]: Buffer.from(content) }),
  );
  await bench.open(file, 'zip');
  expect(await bench.rows()).toEqual(rows);
});

test('a large CSV in a ZIP shows its first rows while it is being unpacked', async () => {
  const plain = Buffer.from(
    `n,words\n${Array.from({ length: 400_000 }, (_, n) => `${n},some words to read ${n}`).join('\n')}\n`,
  );
  const packed = deflateRawSync(plain, { level: 1 });
  const file = await bench.file('x.zip', zipOf({ 'big.csv': packed }, { deflated: { plain } }));
  const state = await bench.open(file, 'zip', { progressive: true });
  expect(state.load.kind).toBe('loading');
  expect((await bench.rows())[3]).toEqual(['3', 'some words to read 3']);
  await ended('ready');
  expect(bench.news.at(-1)?.state.totalRows).toBe(400_000);
  await bench.engine.close({ handle: 'h' });
  expect(await readdir(bench.work)).toEqual([]);
});

test('unpacking can be cancelled', async () => {
  const plain = Buffer.from(`n\n${'some words to read\n'.repeat(2_000_000)}`);
  const packed = deflateRawSync(plain, { level: 1 });
  const file = await bench.file('x.zip', zipOf({ 'big.csv': packed }, { deflated: { plain } }));
  await bench.open(file, 'zip', { progressive: true });
  await bench.engine.cancel({ handle: 'h', what: 'load' });
  await ended('cancelled');
  await bench.engine.close({ handle: 'h' });
  expect(await readdir(bench.work)).toEqual([]);
});

test.each([
  ['no table', zipOf({ 'readme.txt': Buffer.from('hello') }), 'not-a-workbook'],
  ['nothing', zipOf({}), 'not-a-workbook'],
  ['damage', zipOf({ 'a.csv': Buffer.from('not packed at all') }, { claimedSize: 40 }), 'zip-corrupt'],
])('a ZIP with %s is told by its own name', async (_what, bytes, code) => {
  await expect(bench.open(await bench.file('x.zip', bytes), 'zip')).rejects.toMatchObject({ code });
});
