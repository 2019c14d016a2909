import { expect, test } from 'vitest';
import { correctPlace } from '../../../src-main/shell/window-place.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const second = { x: 1440, y: 0, width: 1920, height: 1080 };
const place = { x: 1600, y: 100, width: 1200, height: 800, maximized: false };

test('a place on a screen that is there is kept', () => {
  expect(correctPlace(place, [laptop, second])).toEqual(place);
});

test('a place on a screen that is gone moves to the middle of the first one', () => {
  expect(correctPlace(place, [laptop])).toEqual({
    x: 120,
    y: 50,
    width: 1200,
    height: 800,
    maximized: false,
  });
});

test('a title bar above the screen counts as gone', () => {
  expect(correctPlace({ ...place, x: 100, y: -400 }, [laptop]).y).toBeGreaterThanOrEqual(0);
});

test('a window larger than its screen shrinks to it', () => {
  const corrected = correctPlace({ ...place, x: 10, y: 10, width: 4000, height: 3000 }, [laptop]);
  expect(corrected).toMatchObject({ x: 0, y: 0, width: 1440, height: 900 });
});

test('without a remembered place the window opens in the middle', () => {
  expect(correctPlace(null, [laptop])).toEqual({ x: 80, y: 40, width: 1280, height: 820, maximized: false });
});

test('maximized is remembered across a change of screens', () => {
  expect(correctPlace({ ...place, maximized: true }, [laptop]).maximized).toBe(true);
});

test('a tiny remembered window grows to what can be used', () => {
  expect(correctPlace({ ...place, x: 0, y: 0, width: 50, height: 20 }, [laptop])).toMatchObject({
    width: 900,
    height: 600,
  });
});
