import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  lineAt,
  moveOf,
  offsetsOf,
  scrollTo,
  spanInSight,
  stopAfter,
} from '../../../src-renderer/ui/windowing.ts';

const rows = (count: number, height = 10) => offsetsOf(Array.from({ length: count }, () => height));

describe('the lines in sight', () => {
  test('of an empty list are none', () => {
    expect(spanInSight(rows(0), 0, 100, 0)).toEqual({ first: 0, end: 0 });
  });

  test('end where the window ends', () => {
    expect(spanInSight(rows(100), 0, 50, 0)).toEqual({ first: 0, end: 5 });
    expect(spanInSight(rows(100), 55, 50, 0)).toEqual({ first: 5, end: 11 });
  });

  test('go no further than the list', () => {
    expect(spanInSight(rows(3), 0, 500, 400)).toEqual({ first: 0, end: 3 });
    expect(spanInSight(rows(3), 9999, 50, 0)).toEqual({ first: 2, end: 3 });
  });

  test('a window without height shows one line, not all', () => {
    expect(spanInSight(rows(1000), 0, 0, 0)).toEqual({ first: 0, end: 1 });
  });

  test('whatever the heights, every line that meets the window is within', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 1, max: 900 }),
        (heights, top, height) => {
          const offsets = offsetsOf(heights);
          const { first, end } = spanInSight(offsets, top, height, 0);
          for (const [index] of heights.entries()) {
            const from = offsets[index] ?? 0;
            const to = offsets[index + 1] ?? 0;
            if (from < top + height && to > top) expect(index >= first && index < end).toBe(true);
          }
        },
      ),
    );
  });
});

test('a height on the edge belongs to the line that begins there', () => {
  expect(lineAt(rows(10), 0)).toBe(0);
  expect(lineAt(rows(10), 9)).toBe(0);
  expect(lineAt(rows(10), 10)).toBe(1);
  expect(lineAt(rows(10), 5000)).toBe(9);
});

describe('bringing a line into sight', () => {
  test('moves nothing when it is in sight', () => {
    expect(scrollTo(rows(100), 5, 40, 100, 0)).toBe(40);
  });
  test('stops at its nearer edge', () => {
    expect(scrollTo(rows(100), 2, 40, 100, 0)).toBe(20);
    expect(scrollTo(rows(100), 20, 40, 100, 0)).toBe(110);
  });
  test('never goes above the top', () => {
    expect(scrollTo(rows(100), 0, 40, 100, 8)).toBe(0);
  });
});

describe('moving by keys', () => {
  const stops = [1, 2, 3, 5, 6];
  test.each([
    ['next', 3, 5],
    ['next', 6, 6],
    ['previous', 5, 3],
    ['previous', 1, 1],
    ['first', 5, 1],
    ['last', 1, 6],
    ['page-down', 1, 5],
    ['page-down', 5, 6],
    ['page-up', 6, 2],
    ['page-up', 2, 1],
  ] as const)('%s from line %i comes to line %i, past the headings', (move, from, to) => {
    expect(stopAfter(move, stops, from, 3)).toBe(to);
  });

  test('from nowhere, the first line is next', () => {
    expect(stopAfter('next', stops, null, 3)).toBe(1);
    expect(stopAfter('previous', stops, null, 3)).toBe(1);
  });

  test('a line that has gone counts as nowhere', () => {
    expect(stopAfter('next', stops, 4, 3)).toBe(1);
  });

  test('an empty list has nowhere to go', () => {
    expect(stopAfter('last', [], null, 3)).toBeNull();
  });

  test('other keys do not move', () => {
    expect([moveOf('a'), moveOf('Enter'), moveOf('ArrowLeft')]).toEqual([null, null, null]);
  });
});
