import { expect, test } from 'vitest';
import type { Filter } from '../../../../src-preload/contract/review-view.ts';
import {
  everything,
  filterOf,
  isEverything,
  pressedHeader,
  sortOf,
  withFilter,
  withoutFilter,
  withSort,
} from '../../../../src-renderer/features/review/desk/query.ts';

const norway: Filter = { kind: 'values', column: 1, values: ['NO'] };
const sweden: Filter = { kind: 'values', column: 1, values: ['SE'] };
const big: Filter = { kind: 'number', column: 2, least: 10, greatest: null };
const anywhere: Filter = { kind: 'anywhere', text: 'x' };

test('a header goes up, down, then back to the file’s order', () => {
  const up = pressedHeader(everything, 3, false);
  expect(up.sort).toEqual([{ column: 3, direction: 'up' }]);
  const down = pressedHeader(up, 3, false);
  expect(down.sort).toEqual([{ column: 3, direction: 'down' }]);
  expect(pressedHeader(down, 3, false)).toEqual(everything);
});

test('with Shift the columns sorted before stay, and each keeps its place', () => {
  const two = pressedHeader(pressedHeader(everything, 3, false), 1, true);
  expect(two.sort).toEqual([
    { column: 3, direction: 'up' },
    { column: 1, direction: 'up' },
  ]);
  const turned = pressedHeader(two, 3, true);
  expect(turned.sort.map(({ column }) => column)).toEqual([3, 1]);
  expect(sortOf(turned, 3)).toEqual({ direction: 'down', place: 1 });
  expect(pressedHeader(turned, 3, true).sort).toEqual([{ column: 1, direction: 'up' }]);
});

test('without Shift another header begins anew', () => {
  const two = withSort(pressedHeader(everything, 3, false), 1, 'down', true);
  expect(pressedHeader(two, 5, false).sort).toEqual([{ column: 5, direction: 'up' }]);
});

test('one sorted column needs no order number', () => {
  expect(sortOf(pressedHeader(everything, 3, false), 3)?.place).toBeNull();
  expect(sortOf(everything, 3)).toBeNull();
});

test('a column has one filter: a new one takes the old one’s place among the others', () => {
  const query = withFilter(withFilter(withFilter(everything, norway), big), sweden);
  expect(query.filters).toEqual([sweden, big]);
  expect(filterOf(query, 1)).toEqual(sweden);
});

test('filters of whole rows don’t touch those of columns', () => {
  const query = withFilter(withFilter(everything, norway), anywhere);
  expect(query.filters).toEqual([norway, anywhere]);
  expect(withoutFilter(query, anywhere).filters).toEqual([norway]);
  expect(isEverything(withoutFilter(withoutFilter(query, anywhere), norway))).toBe(true);
});
