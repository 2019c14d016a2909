import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTableBench, names, type TableBench } from './table-bench.ts';

// A file, columns and values that would be SQL wherever they became part of a statement.
const fileName = "'; drop table x; --.csv";
const columnNames = ['a""b\'', "'; drop table data.t; --", 'c0', '$p0', 'i'];
const evil = "'); drop table data.t; --";
const text = `${columnNames.map((name) => `"${name}"`).join(',')}\n1,2,${evil},x,10\n2,4,${evil},y,9\n3,4,"a""b'",x,8\n`;
const shownNames = ['a"b\'', "'; drop table data.t; --", 'c0', '$p0', 'i'];

let bench: TableBench;
let file: string;
beforeEach(async () => {
  bench = await createTableBench();
  file = await bench.file(fileName, text);
  expect(names(await bench.open(file))).toEqual(shownNames);
});
afterEach(() => bench.end());

test('rows, one cell, and the order by such a column', async () => {
  expect(await bench.rows([], [{ column: 4, direction: 'up' }], [4, 2])).toEqual([
    ['8', 'a"b\''],
    ['9', evil],
    ['10', evil],
  ]);
  expect(await bench.engine.cell({ handle: 'h', rowId: 0, column: 2, offset: 0, limit: 99 })).toEqual({
    text: evil,
    length: evil.length,
  });
});

test.each([
  [{ kind: 'text', column: 2, how: 'is', text: evil } as const, 2],
  [{ kind: 'text', column: 2, how: 'contains', text: "b'" } as const, 1],
  [{ kind: 'values', column: 2, values: [evil, '$p0'] }, 2],
  [{ kind: 'anywhere', text: "');" } as const, 2],
  [{ kind: 'repeated', columns: [2] }, 2],
] as const)('filter %#', async (filter, count) => {
  const [given] = [filter].map((one) => structuredClone(one)) as Parameters<typeof bench.rows>[0] & object;
  expect(await bench.rows(given === undefined ? [] : [given])).toHaveLength(count);
});

test('search, a column’s values and its profile', async () => {
  expect(await bench.engine.find({ handle: 'h', view: null, text: evil })).toMatchObject({
    cells: 2,
    rows: 2,
  });
  expect(
    (await bench.engine.values({ handle: 'h', column: 2, contains: "'", limit: 9 })).values,
  ).toMatchObject([{ value: evil, count: 2 }, { value: 'a"b\'' }]);
  expect(await bench.engine.profile({ handle: 'h', view: null, column: 2 })).toMatchObject({
    rows: 3,
    shape: { kind: 'values', top: [{ value: evil, count: 2 }, { count: 1 }] },
  });
  expect((await bench.engine.facts({ handle: 'h', asked: null })).rows).toBe(3);
});

test('comparison with another such file', async () => {
  await mkdir(path.join(bench.folder, "be'fore"));
  const before = await bench.file(path.join("be'fore", fileName), text.replace('1,2,', '1,3,'));
  const source = { files: [before], kind: 'csv' as const, sheet: null, dialect: {}, partColumn: false };
  expect(await bench.engine.compare({ handle: 'h', other: source, key: [0] })).toMatchObject({
    rows: { changed: 1, same: 2 },
  });
});

test.each(['csv', 'xlsx', 'parquet'] as const)(
  'saving as %s under such a name, and opening that',
  async (format) => {
    const folder = path.join(bench.folder, "s'aved");
    await mkdir(folder);
    const to = path.join(folder, `'; drop table x; --.${format}`);
    const { rows } = await bench.engine.save({
      handle: 'h',
      view: null,
      columns: [0, 1, 2, 3, 4],
      format,
      to,
    });
    expect(rows).toBe(3);
    expect(await readdir(folder)).toEqual([path.basename(to)]);
    if (format === 'parquet') return;
    const again = await bench.open(to, format, { handle: 'again' });
    expect(names(again)).toEqual(shownNames);
    const page = await bench.engine.rows({ handle: 'again', view: null, offset: 0, limit: 9 });
    expect(page.rows).toEqual(await bench.rows());
    await bench.engine.close({ handle: 'again' });
  },
);

test('the file itself stays as it is', async () => {
  await bench.rows([], [{ column: 0, direction: 'down' }]);
  expect(await readFile(file, 'utf8')).toBe(text);
});
