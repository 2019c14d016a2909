import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { read, utils } from '@e965/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SaveInput } from '../../../src-preload/contract/review-save.ts';
import { createTableBench, type TableBench } from './table-bench.ts';

let bench: TableBench;
beforeEach(async () => {
  bench = await createTableBench();
});
afterEach(() => bench.end());

const table =
  'id,amount,day,at,"text, with ""quotes"""\n' +
  '0042,1.10,2026-10-02,2026-10-02 08:00:00,"=HYPERLINK(""http://x"")"\n' +
  '00481516234200017,2,,,"line\nbreak _x0041_ <&> \u0001"\n' +
  ",-3,2026-12-24,2026-12-24T18:30:15,'; drop table\n";

async function save(
  format: SaveInput['format'],
  more: Partial<Parameters<typeof bench.engine.save>[0]> = {},
) {
  const to = path.join(bench.folder, `it's; saved.${format}`);
  const { rows } = await bench.engine.save({
    handle: 'h',
    view: null,
    columns: [0, 1, 2, 3, 4],
    format,
    to,
    ...more,
  });
  return { to, rows };
}

test('csv has the cells exactly as they are, and is read back as the same table', async () => {
  await bench.openText(table);
  const { to, rows } = await save('csv');
  expect(rows).toBe(3);
  expect(await readFile(to, 'utf8')).toBe(table.replace('"=HYP', '"=HYP').replaceAll(/\n(?!break)/g, '\r\n'));
  const before = await bench.rows();
  await bench.open(to, 'csv', { handle: 'again' });
  expect((await bench.engine.rows({ handle: 'again', view: null, offset: 0, limit: 10 })).rows).toEqual(
    before,
  );
  await bench.engine.close({ handle: 'again' });
});

test('what is saved is what is shown: the filtered rows in their order, the chosen columns in theirs', async () => {
  await bench.openText(table);
  const view = {
    filters: [{ kind: 'blank', column: 2, blank: false } as const],
    sort: [{ column: 1, direction: 'up' } as const],
  };
  const { to, rows } = await save('csv', { view, columns: [2, 1], byteOrderMark: true });
  expect(rows).toBe(2);
  expect(await readFile(to, 'utf8')).toBe('\ufeffday,amount\r\n2026-12-24,-3\r\n2026-10-02,1.10\r\n');
});

test('csv with semicolons, where Excel wants them, quotes what holds one, and a comma stands bare', async () => {
  await bench.openText('id,sum,"a;b"\n007,"1,50",x;y\n');
  const { to } = await save('csv', { columns: [0, 1, 2], byteOrderMark: true, delimiter: ';' });
  expect(await readFile(to, 'utf8')).toBe('\ufeffid;sum;"a;b"\r\n007;1,50;"x;y"\r\n');
  await bench.open(to, 'csv', { handle: 'again' });
  expect((await bench.engine.rows({ handle: 'again', view: null, offset: 0, limit: 10 })).rows).toEqual([
    ['007', '1,50', 'x;y'],
  ]);
  await bench.engine.close({ handle: 'again' });
});

test('xlsx: numbers and days are typed, ids are text, nothing is a formula', async () => {
  await bench.openText(table);
  const { to } = await save('xlsx');
  const book = read(await readFile(to), { type: 'buffer', cellDates: false, cellNF: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  expect(sheet.A2).toMatchObject({ t: 's', v: '0042' });
  expect(sheet.A3).toMatchObject({ t: 's', v: '00481516234200017' });
  expect(sheet.B2).toMatchObject({ t: 'n', v: 1.1 });
  expect(sheet.C2).toMatchObject({ t: 'n', v: 46297, w: '2026-10-02' });
  expect(sheet.D4).toMatchObject({ t: 'n', w: '2026-12-24 18:30:15' });
  expect(sheet.E2).toMatchObject({ t: 's', v: '=HYPERLINK("http://x")' });
  expect(Object.values(sheet).some((cell: { f?: string }) => cell.f !== undefined)).toBe(false);
  const xml = utils.sheet_to_json<string[]>(sheet, { header: 1 });
  expect(xml[0]).toEqual(['id', 'amount', 'day', 'at', 'text, with "quotes"']);
});

test('xlsx: every column has room for its name and its cells, so that no day is shown as ####', async () => {
  await bench.openText(`${table}7,1,2026-01-01,,${'long '.repeat(100)}\n`);
  const widths = async (to: string) => {
    const { Sheets } = read(await readFile(to), { type: 'buffer', cellStyles: true });
    await rm(to);
    return Sheets['Sheet1']?.['!cols']?.map(({ width }) => width);
  };
  expect(await widths((await save('xlsx')).to)).toEqual([19, 9, 12, 21, 60]);
  const nothing = { filters: [{ kind: 'text', column: 1, how: 'is', text: 'x' } as const], sort: [] };
  expect(await widths((await save('xlsx', { view: nothing, columns: [0] })).to)).toEqual([9]);
});

test('a saved workbook is opened again with the same texts', async () => {
  await bench.openText('id,note\n007,"a _x0041_ <&> ""b"" \tç"\n008,"two\nlines"\n');
  const { to } = await save('xlsx', { columns: [0, 1] });
  await bench.open(to, 'xlsx', { handle: 'again' });
  expect((await bench.engine.rows({ handle: 'again', view: null, offset: 0, limit: 10 })).rows).toEqual(
    await bench.rows(),
  );
  await bench.engine.close({ handle: 'again' });
});

test('more rows than a sheet holds are refused before anything is written', async () => {
  await bench.openText(`n\n${'1\n'.repeat(1_048_576)}`);
  await expect(save('xlsx', { columns: [0] })).rejects.toMatchObject({
    error: { code: 'save-too-many-rows', subject: '1048576' },
  });
  expect(existsSync(path.join(bench.folder, "it's; saved.xlsx"))).toBe(false);
});

test('a cell that Excel can’t hold is refused', async () => {
  await bench.openText(`a,b\n1,${'x'.repeat(32_768)}\n`);
  await expect(save('xlsx', { columns: [0, 1] })).rejects.toMatchObject({ code: 'save-beyond-excel' });
});

test('parquet: typed columns under their own names, whatever these are', async () => {
  await bench.openText('"a""b\'; drop",amount,Amount,"",at\n0042,1.5,x,y,2026-10-02 08:00:00\n0043,,x,z,\n');
  const { to } = await save('parquet');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll('SELECT * FROM read_parquet($to)', { to });
  expect(reader.columnNames()).toEqual(['a"b\'; drop', 'amount', 'Amount (2)', 'column 4', 'at']);
  expect(reader.columnTypes().map(String)).toEqual(['VARCHAR', 'DOUBLE', 'VARCHAR', 'VARCHAR', 'TIMESTAMP']);
  expect(reader.getRows().map((row) => row.map((cell) => (cell === null ? null : String(cell))))).toEqual([
    ['0042', '1.5', 'x', 'y', '2026-10-02 08:00:00'],
    ['0043', null, 'x', 'z', null],
  ]);
  connection.closeSync();
});

test('saving is told from its beginning, before a row is written, and to its end', async () => {
  await bench.openText(table);
  const before = bench.news.length;
  await save('csv');
  const told = bench.news.slice(before).map(({ task }) => task);
  expect(told[0]).toEqual({ kind: 'save', done: 0, total: null });
  expect(told.at(-1)).toBeNull();
});

test('what can’t be saved is told to have ended, too', async () => {
  await bench.openText(`a,b\n1,${'x'.repeat(32_768)}\n`);
  await expect(save('xlsx', { columns: [0, 1] })).rejects.toMatchObject({ code: 'save-beyond-excel' });
  expect(bench.news.some(({ task }) => task?.kind === 'save')).toBe(true);
  expect(bench.news.at(-1)?.task).toBeNull();
});

test('saving can be cancelled', async () => {
  await bench.openText(`n,m\n${'1,some words\n'.repeat(300_000)}`);
  const saving = save('xlsx', { columns: [0, 1] });
  const outcome = saving.then(
    () => 'saved',
    (thrown: { code: string }) => thrown.code,
  );
  await expect.poll(() => bench.news.some(({ task }) => task?.kind === 'save')).toBe(true);
  await bench.engine.cancel({ handle: 'h', what: 'save' });
  expect(await outcome).toBe('cancelled');
});
