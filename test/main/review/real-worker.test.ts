import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { read, utils, write } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileKind } from '../../../src-preload/contract/retrievals.ts';
import { type RunningWorker, startWorker } from './worker-process.ts';

let folder: string;
let worker: RunningWorker;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-review-'));
  worker = startWorker(path.join(folder, 'work'));
});
afterEach(async () => {
  worker.stop();
  await rm(folder, { recursive: true, force: true });
});

async function open(file: string, kind: FileKind, handle = 'h', progressive = false) {
  const source = { files: [file], kind, sheet: null, dialect: {}, partColumn: false };
  return worker.ask('open', { handle, source, progressive });
}
/** When its types are judged, as a person sees them. */
const typesOf = async (handle: string) => {
  await worker.ask('profile', { handle, view: null, column: 0 });
  const { columns } = worker.news.filter((one) => one.handle === handle).at(-1)?.state ?? { columns: [] };
  return columns.map(({ type }) => type);
};
const rowsOf = async (handle: string) =>
  (await worker.ask('rows', { handle, view: null, offset: 0, limit: 100 })).rows;

const table =
  'id,device,amount,day,at,note\n' +
  '0042,1234567890123456789,1.5,2026-10-02,2026-10-02 08:00:00,"=HYPERLINK(""http://x"")"\n' +
  '0043,9223372036854775808,-3,2026-12-24,2026-12-24 18:30:15,"+1 ""quoted"" line\nbreak"\n' +
  '0044,0000000000000000001,0.25,,,@SUM(A1)\n' +
  ',,,2026-01-31,2026-01-31 00:00:00,-2+3\n';
const types = ['id', 'id', 'number', 'date', 'timestamp', 'text'];

async function saved(format: 'xlsx' | 'parquet'): Promise<string> {
  const file = path.join(folder, 'a.csv');
  await writeFile(file, table);
  await open(file, 'csv');
  const to = path.join(folder, `saved.${format}`);
  const columns = [0, 1, 2, 3, 4, 5];
  expect(await worker.ask('save', { handle: 'h', view: null, columns, format, to })).toEqual({
    rows: 4,
    textColumns: [],
  });
  return to;
}

test('a saved workbook opens again as the same table: ids as text, no formula, types as they were', async () => {
  const to = await saved('xlsx');
  const sheet = Object.values(read(await readFile(to), { cellFormula: true }).Sheets)[0] ?? {};
  const cells = Object.entries(sheet).flatMap(([place, cell]: [string, { t?: string; f?: string }]) =>
    place.startsWith('!') ? [] : [{ place, ...cell }],
  );
  expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
  expect(cells.filter(({ place }) => /^[ABF]/.test(place)).every(({ t }) => t === 's')).toBe(true);
  expect(cells.filter(({ place }) => /^[CDE][2-5]/.test(place)).every(({ t }) => t === 'n')).toBe(true);
  await open(to, 'xlsx', 'again');
  expect(await rowsOf('again')).toEqual(await rowsOf('h'));
  expect(await typesOf('again')).toEqual(types);
  expect(await typesOf('h')).toEqual(types);
});

test('a saved Parquet file read again is the same table: ids as text, values typed', async () => {
  const to = await saved('parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll('SELECT * FROM read_parquet($to)', { to });
  expect(reader.columnNames()).toEqual(['id', 'device', 'amount', 'day', 'at', 'note']);
  expect(reader.columnTypes().map(String)).toEqual([
    'VARCHAR',
    'VARCHAR',
    'DOUBLE',
    'DATE',
    'TIMESTAMP',
    'VARCHAR',
  ]);
  const texts = reader.getRows().map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  expect(texts).toEqual(await rowsOf('h'));
  connection.closeSync();
  instance.closeSync();
});

test('the review process tells how far a long sheet is read', async () => {
  const lines = Array.from({ length: 30_000 }, (_, n) => [
    String(n).padStart(6, '0'),
    randomBytes(20).toString('hex'),
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Sku', 'Note'], ...lines]), 'Licences');
  const file = path.join(folder, 'long.xlsx');
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx' });
  if (!(bytes instanceof Uint8Array)) throw new Error('no workbook was made');
  await writeFile(file, bytes);
  expect(await open(file, 'xlsx', 'h', true)).toMatchObject({ load: { kind: 'loading' } });
  await expect.poll(() => worker.news.at(-1)?.state.load.kind, { interval: 100 }).toBe('ready');
  const told = worker.news.flatMap(({ state: { load } }) => (load.kind === 'loading' ? [load] : []));
  const rows = told.map((load) => load.rows ?? 0).filter((count) => count > 0);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
  expect(told.every(({ bytes: read, totalBytes }) => read <= totalBytes && totalBytes > 0)).toBe(true);
  expect(worker.news.at(-1)?.state.totalRows).toBe(30_000);
});

test('a newer order of the rows ends the older one, and the person ends the newest', async () => {
  const count = 300_000;
  const line = (n: number) => `${(n * 7919) % count},${(n * 104_729) % count} some words`;
  const file = path.join(folder, 'long.csv');
  await writeFile(file, `n,words\n${Array.from({ length: count }, (_, n) => line(n)).join('\n')}\n`);
  await open(file, 'csv');
  const view = (column: number, direction: 'up' | 'down' = 'up') =>
    worker
      .ask('view', { handle: 'h', view: { filters: [], sort: [{ column, direction }] } })
      .then(({ total }) => total)
      .catch((thrown: Error) => (thrown.message.includes('cancelled') ? 'cancelled' : thrown.message));
  const asked = [view(0), view(1), view(0, 'down'), view(1, 'down')];
  expect(await Promise.all(asked)).toEqual(['cancelled', 'cancelled', 'cancelled', count]);
  const given = view(0);
  await worker.ask('cancel', { handle: 'h', what: 'view' });
  expect(await given).toBe('cancelled');
  expect(await view(1)).toBe(count);
});
