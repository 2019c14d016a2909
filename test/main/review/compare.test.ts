import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTableBench, type TableBench } from './table-bench.ts';

let bench: TableBench;
beforeEach(async () => {
  bench = await createTableBench();
});
afterEach(() => bench.end());

async function compare(now: string, before: string, key: number[] | null = null) {
  await bench.openText(now);
  const file = await bench.file('before.csv', before);
  const source = { files: [file], kind: 'csv' as const, sheet: null, dialect: {}, partColumn: false };
  return bench.engine.compare({ handle: 'h', other: source, key });
}
const side = (of: 'added' | 'gone' | 'changed' | 'unmatched', offset = 0) =>
  bench.engine.compareRows({ handle: 'h', side: of, offset, limit: 100 });

test('rows are told apart by a key that Docket suggests; columns by their names', async () => {
  const found = await compare(
    'name,id,country\nAnn,1,NO\nBob,2,SE\nBob,4,DK\n',
    'id,name,city\n1,Ann,Oslo\n2,Rob,Malmö\n3,Bob,x\n',
  );
  expect(found).toMatchObject({
    key: [1],
    beforeRows: 3,
    rows: { added: 1, gone: 1, changed: 1, same: 1, unmatched: 0 },
  });
  expect(found.columns).toEqual([
    { name: 'name', now: 0, before: 1 },
    { name: 'id', now: 1, before: 0 },
    { name: 'country', now: 2, before: null },
    { name: 'city', now: null, before: 2 },
  ]);
  expect((await side('changed')).rows).toEqual([
    {
      now: { rowId: 1, cells: ['Bob', '2', 'SE', null] },
      before: { rowId: 1, cells: ['Rob', '2', null, 'Malmö'] },
      changed: [0],
    },
  ]);
  expect((await side('added')).rows).toEqual([
    { now: { rowId: 2, cells: ['Bob', '4', 'DK', null] }, before: null, changed: [] },
  ]);
  expect((await side('gone')).rows).toEqual([
    { now: null, before: { rowId: 2, cells: ['Bob', '3', null, 'x'] }, changed: [] },
  ]);
});

test('a cell counts as changed by its text: 1.10 is not 1.1, and a quoted empty cell is an empty one', async () => {
  const found = await compare('id,v\n1,1.10\n2,""\n', 'id,v\n1,1.1\n2,\n');
  expect(found.rows).toEqual({ added: 0, gone: 0, changed: 1, same: 1, unmatched: 0 });
});

test('rows whose key is blank or occurs twice are not matched by guess', async () => {
  const found = await compare('id,v\n1,a\n1,b\n"",c\n5,d\n', 'id,v\n1,a\n5,d\n', [0]);
  expect(found.rows).toEqual({ added: 0, gone: 1, changed: 0, same: 1, unmatched: 3 });
  expect((await side('unmatched')).total).toBe(3);
});

test('without a key rows are compared as a whole, as often as they occur', async () => {
  const found = await compare('a,b\nx,1\nx,1\ny,2\n', 'a,b\nx,1\nz,2\nx,1\nx,1\n');
  expect(found).toMatchObject({
    key: [],
    suggestions: [],
    rows: { added: 1, gone: 2, changed: 0, same: 2, unmatched: 0 },
  });
});

test('two columns together can be a key', async () => {
  const rows = (n: number) =>
    Array.from({ length: 20 }, (_, at) => `${at % 5},${Math.floor(at / 5)},${at === n ? 'other' : 'v'}`).join(
      '\n',
    );
  const found = await compare(`day,shopId,v\n${rows(3)}\n`, `day,shopId,v\n${rows(-1)}\n`);
  expect(found.key).toHaveLength(2);
  expect(found.rows).toEqual({ added: 0, gone: 0, changed: 1, same: 19, unmatched: 0 });
});

test.each([40, 150, 700, 3000, 20_000])(
  'an id is suggested first, however DuckDB estimates its values: %i rows',
  async (count) => {
    for (const step of [1, 7, 1009]) {
      const rows = (name: string) =>
        Array.from({ length: count }, (_, at) => `p${at}@example.com,${name},${500_000 + at * step}`).join(
          '\n',
        );
      const header = 'Emails,Name,ProfileId\n';
      const found = await compare(`${header}${rows('Ann')}\n`, `${header}${rows('Bob')}\n`);
      expect(found.suggestions, `step ${step}`).toEqual([[2], [0]]);
      expect(found.rows).toEqual({ added: 0, gone: 0, changed: count, same: 0, unmatched: 0 });
      await bench.engine.close({ handle: 'h' });
    }
  },
  30_000,
);

test('a column that only looks like an id is not suggested', async () => {
  const rows = (from: number) => Array.from({ length: 50 }, (_, at) => `${at % 49},${from + at}`).join('\n');
  const found = await compare(`ShopId,name\n${rows(0)}\n`, `ShopId,name\n${rows(0)}\n`);
  expect(found.suggestions).toEqual([[1]]);
});

test('tables without a common column are not compared', async () => {
  await expect(compare('a\n1\n', 'b\n1\n')).rejects.toMatchObject({ code: 'compare-not-same-kind' });
});

test('the earlier file may be unreadable: that is told, and the open table stays', async () => {
  await expect(compare('a,b\n1,2\n', '')).rejects.toMatchObject({ code: 'review-empty' });
  expect(await bench.rows()).toEqual([['1', '2']]);
});

test('a key that is on one side only is refused', async () => {
  await expect(compare('a,b\n1,2\n', 'a,c\n1,2\n', [1])).rejects.toMatchObject({ code: 'call-invalid' });
});
