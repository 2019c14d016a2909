import { describe, expect, test } from 'vitest';
import { type GridPlace, stepFrom } from '../../../../../src-renderer/features/review/grid/cell-steps.ts';

const extent = { rows: 10_000_000, columns: 13, page: 20, top: 5_000_000 };
const step = (place: GridPlace, key: string, ctrlKey = false) =>
  stepFrom(place, { key, ctrlKey, metaKey: false }, extent);
const at = (row: number, column: number): GridPlace => ({ row, at: column });

describe('keys in a table', () => {
  test.each([
    ['ArrowDown', false, at(6, 4)],
    ['ArrowUp', false, at(4, 4)],
    ['ArrowLeft', false, at(5, 3)],
    ['ArrowRight', false, at(5, 5)],
    ['PageDown', false, at(25, 4)],
    ['PageUp', false, at(0, 4)],
    ['Home', false, at(5, 0)],
    ['End', false, at(5, 12)],
    ['Home', true, at(0, 0)],
    ['End', true, at(9_999_999, 12)],
    ['ArrowDown', true, at(9_999_999, 4)],
    ['ArrowUp', true, at(0, 4)],
    ['ArrowLeft', true, at(5, 0)],
    ['ArrowRight', true, at(5, 12)],
  ])('%s (Ctrl: %s)', (key, ctrl, to) => {
    expect(step(at(5, 4), key, ctrl)).toEqual(to);
  });

  test('lead no further than its edges', () => {
    expect(step(at(9_999_999, 12), 'ArrowDown')).toEqual(at(9_999_999, 12));
    expect(step(at(9_999_999, 12), 'ArrowRight')).toEqual(at(9_999_999, 12));
    expect(step(at(9_999_990, 0), 'PageDown')).toEqual(at(9_999_999, 0));
    expect(step(at(-1, 0), 'ArrowLeft')).toEqual(at(-1, 0));
  });

  test('lead from the first row to its head, and from the head to the rows that are read just now', () => {
    expect(step(at(0, 2), 'ArrowUp')).toEqual(at(-1, 2));
    expect(step(at(-1, 2), 'ArrowUp')).toEqual(at(-1, 2));
    expect(step(at(-1, 2), 'ArrowDown')).toEqual(at(5_000_000, 2));
  });

  test('at the head stay there, but for those that lead down', () => {
    expect(step(at(-1, 2), 'End')).toEqual(at(-1, 12));
    expect(step(at(-1, 2), 'Home', true)).toEqual(at(-1, 0));
    expect(step(at(-1, 2), 'PageDown')).toEqual(at(-1, 2));
  });

  test('that belong to others lead nowhere', () => {
    for (const key of ['Tab', 'Enter', 'Escape', 'c', ' ']) expect(step(at(5, 4), key)).toBeNull();
  });

  test('in a table without rows stay at the head', () => {
    const empty = { ...extent, rows: 0, top: -1 };
    expect(stepFrom(at(-1, 1), { key: 'ArrowDown', ctrlKey: false, metaKey: false }, empty)).toEqual(
      at(-1, 1),
    );
  });
});
