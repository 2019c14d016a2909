import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Filter, SortKey } from '../../../src-preload/contract/review-view.ts';
import { createTableBench, type TableBench } from './table-bench.ts';

let bench: TableBench;
beforeEach(async () => {
  bench = await createTableBench();
  // Rows 0 to 99; `back` counts the other way round, `third` is filled in every third row.
  const lines = Array.from({ length: 100 }, (_, at) => `${at},${99 - at},${at % 3 === 0 ? 'x' : ''}`);
  await bench.openText(`row,back,third\n${lines.join('\n')}\n`);
});
afterEach(() => bench.end());

const thirds: Filter = { kind: 'blank', column: 2, blank: false };
const upwards: SortKey = { column: 1, direction: 'up' };
const place = (rowId: number, filters: readonly Filter[] = [], sort: readonly SortKey[] = []) =>
  bench.engine.place({
    handle: 'h',
    rowId,
    view: filters.length + sort.length === 0 ? null : { filters: [...filters], sort: [...sort] },
  });

test.each<readonly [string, number, readonly Filter[], readonly SortKey[], number]>([
  ['of all rows: at its number', 42, [], [], 42],
  ['of those that are kept: behind those before it', 42, [thirds], [], 14],
  ['of sorted ones: where it was put', 42, [], [upwards], 57],
  ['of kept and sorted ones', 42, [thirds], [upwards], 19],
])('a row stands %s', async (_what, rowId, filters, sort, row) => {
  expect(await place(rowId, filters, sort)).toEqual({ row, nearest: null });
  const page = await bench.page(filters, sort);
  expect(page.ids?.[row]).toBe(rowId);
});

test.each<readonly [string, number, readonly Filter[], readonly SortKey[], object | null]>([
  ['the next one that is kept', 43, [thirds], [], { row: 15, rowId: 45 }],
  ['the last one, behind it', 5000, [thirds], [], { row: 33, rowId: 99 }],
  ['the last row of the table', 5000, [], [], { row: 99, rowId: 99 }],
  ['none where the rows are sorted', 43, [thirds], [upwards], null],
  ['none where no row is kept', 43, [{ kind: 'text', column: 2, how: 'is', text: 'y' }], [], null],
])('nearest to a row that is left out: %s', async (_what, rowId, filters, sort, nearest) => {
  expect(await place(rowId, filters, sort)).toEqual({ row: null, nearest });
});

test('a table without rows has no place', async () => {
  await bench.engine.close({ handle: 'h' });
  await bench.openText('a,b\n');
  expect(await place(0)).toEqual({ row: null, nearest: null });
});

test('a closed table is told as such', async () => {
  await bench.engine.close({ handle: 'h' });
  await expect(place(0)).rejects.toThrow('review-closed');
});
