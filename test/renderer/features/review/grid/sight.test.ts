import { expect, test } from 'vitest';
import { columnPlaces } from '../../../../../src-renderer/features/review/grid/columns.ts';
import { positionFor, sightFrom } from '../../../../../src-renderer/features/review/grid/sight.ts';

const places = columnPlaces([
  { id: -1, name: '', width: 80, pinned: true },
  ...[0, 1, 2].map((id) => ({ id, name: `c${id}`, width: 200, pinned: false })),
]);
const whole = { places, scale: { view: 320 }, total: 1000, width: 480 };

test('rows and columns that are cut off at an edge are in sight', () => {
  expect(sightFrom({ position: 16, toLeft: 10 }, whole)).toEqual({ first: 0, end: 11, columns: [0, 1, 2] });
  expect(sightFrom({ position: 3200, toLeft: 0 }, whole)).toEqual({ first: 100, end: 110, columns: [0, 1] });
});

test('what is in sight ends with the table', () => {
  expect(sightFrom({ position: 31_840, toLeft: 0 }, whole)).toMatchObject({ first: 995, end: 1000 });
  expect(sightFrom({ position: 0, toLeft: 0 }, { ...whole, total: 0 })).toMatchObject({ first: 0, end: 0 });
});

test('a row that is in sight stays where it is', () => {
  const here = { position: 3200, height: 320 };
  expect(positionFor(100, here, true)).toBe(3200);
  expect(positionFor(109, here, true)).toBe(3200);
  expect(positionFor(-1, here, true)).toBe(3200);
});

test('a row out of sight comes to the edge, or into the middle', () => {
  const here = { position: 3200, height: 320 };
  expect(positionFor(99, here, false)).toBe(99 * 32);
  expect(positionFor(110, here, false)).toBe(3232);
  expect(positionFor(500, here, true)).toBe(500 * 32 - 144);
});
