import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from '../../../../src-preload/contract/review.ts';
import {
  fileLayout,
  isFileLayout,
  moved,
  shownColumns,
  withColumns,
  withHidden,
  withOnly,
  withPinned,
  withSight,
} from '../../../../src-renderer/features/review/desk/layout.ts';

const columns = (count: number): readonly Column[] =>
  Array.from({ length: count }, (_, index) => ({ index, name: `c${index}`, type: 'text' }));
const five = fileLayout(columns(5));

test('pinned columns stand first, hidden ones nowhere', () => {
  expect(shownColumns(withHidden(withPinned(five, 3, true), 1, true))).toEqual([3, 0, 2, 4]);
});

test('the last column can’t be hidden', () => {
  const one = fileLayout(columns(1));
  expect(withHidden(one, 0, true)).toBe(one);
  expect(shownColumns(withOnly(five, new Set()))).toHaveLength(5);
});

test('a column moves past its visible neighbour, not into a hidden one', () => {
  const layout = withHidden(five, 2, true);
  expect(shownColumns(moved(layout, 1, 1))).toEqual([0, 3, 1, 4]);
  expect(shownColumns(moved(layout, 3, -1))).toEqual([0, 3, 1, 4]);
});

test('at the edge a column stays where it is', () => {
  expect(moved(five, 0, -1)).toBe(five);
  expect(moved(five, 4, 1)).toBe(five);
});

test('a pinned column moves among the pinned ones', () => {
  const layout = withPinned(withPinned(five, 4, true), 2, true);
  expect(shownColumns(layout)).toEqual([4, 2, 0, 1, 3]);
  expect(shownColumns(moved(layout, 2, -1))).toEqual([2, 4, 0, 1, 3]);
});

test('what was dragged becomes the order; hidden columns stay behind their left neighbour', () => {
  const layout = withHidden(five, 1, true);
  const dragged = withSight(layout, [], [3, 0, 2, 4]);
  expect(shownColumns(dragged)).toEqual([3, 0, 2, 4]);
  expect(shownColumns(withHidden(dragged, 1, false))).toEqual([3, 0, 1, 2, 4]);
});

test('columns that become known while the file is read come last', () => {
  const layout = withPinned(five, 4, true);
  const more = withColumns(layout, columns(7));
  expect(shownColumns(more)).toEqual([4, 0, 1, 2, 3, 5, 6]);
  expect(withColumns(layout, columns(5))).toBe(layout);
});

test('the file’s own layout is known as such', () => {
  expect(isFileLayout(five, columns(5))).toBe(true);
  expect(isFileLayout(moved(five, 0, 1), columns(5))).toBe(false);
});

test('whatever is done, every column is shown once or hidden', () => {
  const step = fc.record({
    what: fc.constantFrom('hide', 'show', 'pin', 'unpin', 'left', 'right'),
    column: fc.integer({ min: 0, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let layout = five;
      for (const { what, column } of steps) {
        if (what === 'hide' || what === 'show') layout = withHidden(layout, column, what === 'hide');
        else if (what === 'pin' || what === 'unpin') layout = withPinned(layout, column, what === 'pin');
        else layout = moved(layout, column, what === 'left' ? -1 : 1);
      }
      const shown = shownColumns(layout);
      expect([...shown, ...layout.hidden].sort()).toEqual([0, 1, 2, 3, 4]);
      expect(shown.length).toBeGreaterThan(0);
    }),
  );
});
