import { describe, expect, test } from 'vitest';
import {
  columnPlaces,
  columnsInSight,
  columnsToDraw,
  dropBefore,
  type GridColumn,
  leftFor,
  startOf,
} from '../../../../../src-renderer/features/review/grid/columns.ts';

const column = (id: number, more: Partial<GridColumn> = {}): GridColumn => ({
  id,
  name: `c${id}`,
  width: 100,
  pinned: false,
  ...more,
});
const numbers = column(-1, { pinned: true, fixed: true, rowHeader: true, width: 60 });
const wide = columnPlaces([numbers, ...Array.from({ length: 5000 }, (_, id) => column(id))]);

describe('of five thousand columns', () => {
  test('only those about the window are drawn, and the row numbers', () => {
    const drawn = columnsToDraw(wide, 250_000, 860, null);
    expect(drawn[0]).toBe(0);
    expect(drawn.length).toBeLessThan(20);
    expect(drawn.map((place) => wide.all[place]?.id)).toContain(2500);
  });

  test('the one with the focus is drawn wherever it is, in its place', () => {
    const before = columnsToDraw(wide, 250_000, 860, 7);
    expect(before.map((place) => wide.all[place]?.id).slice(0, 2)).toEqual([-1, 7]);
    const after = columnsToDraw(wide, 250_000, 860, 4999);
    expect(wide.all[after.at(-1) ?? -1]?.id).toBe(4999);
  });

  test('the one with the focus is drawn once', () => {
    const drawn = columnsToDraw(wide, 250_000, 860, 2500);
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  test('those in sight are told exactly', () => {
    expect(columnsInSight(wide, 250_050, 60 + 200)).toEqual([2500, 2501, 2502]);
  });

  test('a window narrower than the row numbers still draws something', () => {
    expect(columnsInSight(wide, 0, 10)).toEqual([0]);
  });
});

describe('a column comes into sight', () => {
  test('from the right by as little as will do', () => {
    expect(leftFor(wide, 10, 0, 860)).toBe(1100 - 800);
  });

  test('from the left at the pinned ones’ edge', () => {
    expect(leftFor(wide, 10, 5000, 860)).toBe(1000);
  });

  test('that is pinned, or in sight, or unknown, without any scrolling', () => {
    expect(leftFor(wide, -1, 5000, 860)).toBe(5000);
    expect(leftFor(wide, 52, 5000, 860)).toBe(5000);
    expect(leftFor(wide, 9999, 5000, 860)).toBe(5000);
  });

  test('that is wider than the window by its beginning', () => {
    const places = columnPlaces([column(0), column(1, { width: 2000 })]);
    expect(leftFor(places, 1, 600, 400)).toBe(100);
  });
});

describe('pinned columns', () => {
  const places = columnPlaces([numbers, column(0), column(1, { pinned: true }), column(2)]);

  test('stand first, whatever their order', () => {
    expect(places.all.map(({ id }) => id)).toEqual([-1, 1, 0, 2]);
    expect(places.pinnedWidth).toBe(160);
    expect(places.all.map((_, place) => startOf(places, place))).toEqual([0, 60, 0, 100]);
  });
});

describe('a dragged column', () => {
  const places = columnPlaces([
    numbers,
    column(9, { pinned: true }),
    ...Array.from({ length: 6 }, (_, id) => column(id)),
  ]);

  test('is put before the one over whose first half it is dropped', () => {
    expect(dropBefore(places, 4, 0, 160 + 110)?.id).toBe(1);
    expect(dropBefore(places, 4, 0, 160 + 190)?.id).toBe(2);
  });

  test('is put last beyond the last one', () => {
    expect(dropBefore(places, 2, 0, 5000)).toBeNull();
  });

  test('stays where it is over itself and its own edges', () => {
    for (const x of [160 + 260, 160 + 330, 160 + 180]) expect(dropBefore(places, 2, 0, x)).toBeUndefined();
    expect(dropBefore(places, 5, 0, 5000)).toBeUndefined();
  });

  test('follows the scrolled columns', () => {
    expect(dropBefore(places, 0, 300, 160 + 110)?.id).toBe(4);
  });

  test('that is pinned stays among the pinned, behind the row numbers', () => {
    expect(dropBefore(places, 9, 0, 5)).toBeUndefined();
    expect(dropBefore(places, 9, 0, 900)).toBeUndefined();
  });

  test('that isn’t there any more goes nowhere', () => {
    expect(dropBefore(places, 77, 0, 300)).toBeUndefined();
  });
});
