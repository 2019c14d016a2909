import { expect, test } from 'vitest';
import type { Comparison } from '../../../../src-preload/contract/review-compare.ts';
import {
  compareColumns,
  rowBefore,
  rowNow,
} from '../../../../src-renderer/features/review/compare/compare-columns.ts';
import type { Pair } from '../../../../src-renderer/features/review/compare/compare-pairs.ts';

/** `id` names the rows; `city` has come, `note` has gone. */
const comparison: Comparison = {
  before: { jobId: 'job-0', title: 'Before', rows: 2 },
  key: [1],
  suggestions: [],
  columns: [
    { name: 'amount', now: 0, before: 0 },
    { name: 'id', now: 1, before: 1 },
    { name: 'city', now: 2, before: null },
    { name: 'note', now: null, before: 2 },
  ],
  rows: { added: 1, gone: 1, changed: 1, same: 0, unmatched: 0 },
};
const pair = (changed: readonly number[]): Pair => ({
  now: { rowId: 41, cells: ['2', 'b', 'Oslo', null] },
  before: { rowId: 7, cells: ['1', 'b', null, 'x'] },
  changed,
});
const idsOf = (columns: readonly { readonly id: number }[]) => columns.map(({ id }) => id);

test('what has changed stands at the left, behind the numbers of both rows', () => {
  expect(idsOf(compareColumns(comparison, 'changed', [pair([2])], new Set()))).toEqual([
    rowNow,
    rowBefore,
    2,
    0,
    1,
    3,
  ]);
});

test('rows that have come have no number before, and rows that have gone none now', () => {
  expect(idsOf(compareColumns(comparison, 'added', [], new Set()))).toEqual([rowNow, 0, 1, 2, 3]);
  expect(idsOf(compareColumns(comparison, 'gone', [], new Set()))).toEqual([rowBefore, 0, 1, 2, 3]);
});

test('the columns that name a row stay in sight', () => {
  const pinned = compareColumns(comparison, 'added', [], new Set()).filter((column) => column.pinned);
  expect(idsOf(pinned)).toEqual([rowNow, 1]);
});

test('figures stand at the right, except where two stand in one cell', () => {
  const atEnd = (side: 'added' | 'changed') =>
    compareColumns(comparison, side, [pair([0])], new Set([0])).find(({ id }) => id === 0)?.atEnd;
  expect(atEnd('added')).toBe(true);
  expect(atEnd('changed')).toBe(false);
});

test('a column of which cells have changed has room for two texts', () => {
  const day = (changed: readonly number[]): Pair => ({
    now: { rowId: 1, cells: ['21.10.2026', 'b', null, null] },
    before: { rowId: 1, cells: ['21.09.2026', 'b', null, null] },
    changed,
  });
  const width = (changed: readonly number[]) =>
    compareColumns(comparison, 'changed', [day(changed)], new Set()).find(({ id }) => id === 0)?.width ?? 0;
  // At most so wide are these letters, and in bold.
  expect(width([0])).toBeGreaterThan(10 * 7.1 + 10 * 7.8 + 20 + 24);
  expect(width([])).toBeLessThan(width([0]));
});

test('a new column and one that is gone say so in their heads', () => {
  const [, , , city, note] = compareColumns(comparison, 'added', [], new Set()).map(({ name }) => name);
  expect(city).not.toBe('city');
  expect(city).toContain('city');
  expect(note).not.toBe('note');
  expect(note).toContain('note');
});
