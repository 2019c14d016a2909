import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterScroll,
  isStuck,
  mostPosition,
  type ScrollScale,
  scrolledTo,
  scrollScale,
} from '../../../../../src-renderer/features/review/grid/scroll-scale.ts';

const rowHeight = 32;
const view = 480;
const tenMillion = scrollScale(10_000_000 * rowHeight, view);
const short = scrollScale(1000 * rowHeight, view);
const mostNative = ({ track, view: seen }: ScrollScale) => track - seen;
const scales = fc
  .record({ rows: fc.integer({ min: 0, max: 100_000_000 }), seen: fc.integer({ min: 1, max: 4000 }) })
  .map(({ rows, seen }) => scrollScale(rows * rowHeight, seen));

describe('a table that the browser can hold', () => {
  test('scrolls as far as the bar', () => {
    expect(afterScroll(short, { native: 0, position: 0 }, 7777)).toEqual({ native: 7777, position: 7777 });
    expect(scrolledTo(short, 7777)).toEqual({ native: 7777, position: 7777 });
  });

  test('that is lower than its window doesn’t scroll', () => {
    const low = scrollScale(3 * rowHeight, view);
    expect(low.track).toBe(view);
    expect(scrolledTo(low, 500)).toEqual({ native: 0, position: 0 });
    expect(isStuck(low, { native: 0, position: 0 })).toBe(false);
  });
});

describe('ten million rows', () => {
  test('have a track that the browser can hold', () => {
    expect(tenMillion.track).toBeLessThan(2 ** 24);
  });

  test('are moved by a turn of the wheel as far as the wheel turns, wherever they stand', () => {
    for (const at of [0, 50_000, 160_000_000, mostPosition(tenMillion) - 240]) {
      const from = scrolledTo(tenMillion, at);
      expect(afterScroll(tenMillion, from, from.native + 120).position).toBe(at + 120);
    }
  });

  test('follow the bar’s thumb to its share of them', () => {
    const half = afterScroll(tenMillion, { native: 0, position: 0 }, Math.round(mostNative(tenMillion) / 2));
    expect(half.position / mostPosition(tenMillion)).toBeCloseTo(0.5, 3);
  });

  test('the thumb at an end is the first or the last row', () => {
    const middle = scrolledTo(tenMillion, 160_000_000);
    expect(afterScroll(tenMillion, middle, 0).position).toBe(0);
    expect(afterScroll(tenMillion, middle, mostNative(tenMillion)).position).toBe(mostPosition(tenMillion));
  });

  test('a wheel that turns for ever comes to the first row, though the bar has to be put right on the way', () => {
    let at = scrolledTo(tenMillion, 400_000);
    let turns = 0;
    while (at.position > 0 && turns < 10_000) {
      at = afterScroll(tenMillion, at, Math.max(0, at.native - 120));
      if (isStuck(tenMillion, at)) at = scrolledTo(tenMillion, at.position);
      turns += 1;
    }
    expect(at).toEqual({ native: 0, position: 0 });
    expect(turns).toBeLessThanOrEqual(Math.ceil(400_000 / 120) + 20);
  });

  test('and to the last one', () => {
    const most = mostPosition(tenMillion);
    let at = scrolledTo(tenMillion, most - 400_000);
    for (let turn = 0; turn < 4000; turn += 1) {
      at = afterScroll(tenMillion, at, Math.min(mostNative(tenMillion), at.native + 120));
      if (isStuck(tenMillion, at)) at = scrolledTo(tenMillion, at.position);
    }
    expect(at.position).toBe(most);
  });
});

test('whatever the table, every row can be come to, and the bar never leaves its track', () => {
  fc.assert(
    fc.property(scales, fc.double({ min: 0, max: 1, noNaN: true }), (scale, share) => {
      const wanted = Math.round(share * mostPosition(scale));
      const { native, position } = scrolledTo(scale, wanted);
      expect(position).toBe(wanted);
      expect(native).toBeGreaterThanOrEqual(0);
      expect(native).toBeLessThanOrEqual(mostNative(scale));
      expect(isStuck(scale, { native, position })).toBe(false);
    }),
  );
});

test('further down on the bar is further down in the rows', () => {
  fc.assert(
    fc.property(scales, fc.nat(), fc.nat(), (scale, a, b) => {
      const [low, high] = [a, b].sort((x, y) => x - y);
      const most = mostPosition(scale);
      expect(scrolledTo(scale, Math.min(most, low ?? 0)).native).toBeLessThanOrEqual(
        scrolledTo(scale, Math.min(most, high ?? 0)).native,
      );
    }),
  );
});

test('a scroll of any way leaves the rows within the table', () => {
  fc.assert(
    fc.property(
      scales,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }),
      (scale, ways) => {
        let at = scrolledTo(scale, 0);
        for (const way of ways) {
          at = afterScroll(scale, at, Math.round(way * mostNative(scale)));
          expect(at.position).toBeGreaterThanOrEqual(0);
          expect(at.position).toBeLessThanOrEqual(mostPosition(scale));
        }
      },
    ),
  );
});
