import { expect, test } from 'vitest';
import type { FileKind, FileView } from '../../../../src-preload/contract/retrievals.ts';
import type { Profile } from '../../../../src-preload/contract/review-insight.ts';
import { allDifferent } from '../../../../src-renderer/features/review/panel/all-different.ts';
import {
  columnWidth,
  numberColumnWidth,
} from '../../../../src-renderer/features/review/table/column-width.ts';
import { tableSources } from '../../../../src-renderer/features/review/table-sources.ts';

function file(id: string, kind: FileKind): FileView {
  return {
    id,
    jobId: 'job-1',
    name: `${id}.${kind}`,
    folder: '/downloads',
    kind,
    bytes: 1,
    sha256: '0'.repeat(64),
    rows: null,
  };
}

test('parts of one export are one table', () => {
  expect(tableSources([file('a', 'csv.gz'), file('b', 'csv.gz'), file('c', 'csv.gz')])).toEqual([
    { fileId: 'a', name: 'a.csv.gz', parts: 3 },
  ]);
});

test('each workbook is a table of its own', () => {
  expect(tableSources([file('a', 'xlsx'), file('b', 'zip')]).map(({ fileId }) => fileId)).toEqual(['a', 'b']);
});

test('files of different kinds are not joined', () => {
  expect(tableSources([file('a', 'csv'), file('b', 'ndjson'), file('c', 'csv')])).toEqual([
    { fileId: 'a', name: 'a.csv', parts: 2 },
    { fileId: 'b', name: 'b.ndjson', parts: 1 },
  ]);
});

test('nothing collected is no table', () => {
  expect(tableSources([])).toEqual([]);
});

test('a column is as wide as its name or its usual cells, and never wider than can be read', () => {
  expect(columnWidth('x', [])).toBe(72);
  expect(columnWidth('idDevice', ['00481516234200017'])).toBeGreaterThan(columnWidth('idDevice', ['1']));
  expect(columnWidth('text', ['y'.repeat(5000)])).toBe(360);
});

test('one long cell among short ones does not make the column wide', () => {
  const cells = [...Array.from({ length: 30 }, () => 'NO'), 'z'.repeat(500)];
  expect(columnWidth('country', cells)).toBeLessThan(120);
});

test('a cell that is only somewhat longer than the others is not cut', () => {
  const cells = [...Array.from({ length: 90 }, (_, n) => `client ${n}`), 'a longer name'];
  expect(columnWidth('client', cells)).toBeGreaterThanOrEqual('a longer name'.length * 7.5 + 32);
});

test('the column of row numbers holds the last one', () => {
  expect(numberColumnWidth('10,000,000')).toBeGreaterThan(numberColumnWidth('840'));
});

test('a column of which no value occurs twice is said to be so; one with a single filled cell is not', () => {
  const profile = (counts: readonly number[], rows: number, blank: number, exact = true): Profile => ({
    column: 0,
    type: 'id',
    rows,
    blank,
    distinct: { count: counts.length, exact },
    least: null,
    greatest: null,
    mean: null,
    sum: null,
    shape: {
      kind: 'values',
      top: counts.map((count, place) => ({ value: String(place), count })),
      others: 0,
    },
  });
  expect(allDifferent(profile([1, 1, 1], 3, 0))).toBe(true);
  expect(allDifferent(profile([1, 1, 1], 5, 2))).toBe(true);
  expect(allDifferent(profile([1, 1], 4_000, 0, false))).toBe(true);
  expect(allDifferent(profile([2, 1], 3, 0))).toBe(false);
  expect(allDifferent(profile([1], 1, 0))).toBe(false);
  expect(allDifferent({ ...profile([1, 1], 2, 0), shape: { kind: 'numbers', bins: [] } })).toBe(false);
});
