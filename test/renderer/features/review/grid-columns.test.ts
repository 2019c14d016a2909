import { describe, expect, test } from 'vitest';
import type { Column } from '../../../../src-preload/contract/review.ts';
import {
  fileLayout,
  type Layout,
  shownColumns,
  withHidden,
  withPinned,
} from '../../../../src-renderer/features/review/desk/layout.ts';
import type { Row } from '../../../../src-renderer/features/review/desk/row-pages.ts';
import {
  gridColumns,
  numberColumn,
  suitingWidths,
  withDropped,
} from '../../../../src-renderer/features/review/table/grid-columns.ts';

const column = (index: number, type: Column['type'] = 'text') =>
  ({ index, name: `c${index}`, type }) as Column;
const all = [column(0), column(1, 'number'), column(2), column(3)];
const plain = fileLayout(all);
const table = { columns: all, totalRows: 1_204_118 };

describe('the columns of the table', () => {
  const shown = (layout: Layout) => gridColumns(table, layout, () => 100);

  test('begin with the row numbers, which stay where they are', () => {
    expect(shown(plain)[0]).toMatchObject({ id: numberColumn, pinned: true, fixed: true, rowHeader: true });
  });

  test('leave out what is hidden', () => {
    expect(shown(withHidden(plain, 2, true)).map(({ id }) => id)).toEqual([numberColumn, 0, 1, 3]);
  });

  test('of numbers stand at the right', () => {
    expect(shown(plain).map(({ atEnd }) => atEnd)).toEqual([true, false, true, false, false]);
  });

  test('keep a width that was set by hand', () => {
    const layout = { ...plain, widths: new Map([[3, 77]]) };
    expect(
      shown(layout)
        .map(({ width }) => width)
        .slice(1),
    ).toEqual([100, 100, 100, 77]);
  });

  test('that the file doesn’t have any more are not shown', () => {
    expect(shown({ ...plain, order: [0, 9, 1] }).map(({ id }) => id)).toEqual([numberColumn, 0, 1]);
  });
});

describe('a column’s width', () => {
  const row = (text: string): Row => ({ id: 0, cells: [text, null], cut: new Map() });

  test('suits its first rows', () => {
    const narrow = suitingWidths(all, [row('1')]);
    const wide = suitingWidths(all, [row('a text of some length, longer than its name')]);
    expect(wide(0)).toBeGreaterThan(narrow(0));
    expect(wide(1)).toBe(narrow(1));
  });

  test('of a column that isn’t known is still one', () => {
    expect(suitingWidths(all, [])(99)).toBeGreaterThan(0);
  });
});

describe('a dropped column', () => {
  test('stands before the one it was dropped on', () => {
    expect(shownColumns(withDropped(plain, 3, 1))).toEqual([0, 3, 1, 2]);
    expect(shownColumns(withDropped(plain, 0, 2))).toEqual([1, 0, 2, 3]);
  });

  test('stands last when it was dropped beyond the last', () => {
    expect(shownColumns(withDropped(plain, 0, null))).toEqual([1, 2, 3, 0]);
  });

  test('that is pinned moves among the pinned only', () => {
    const layout = withPinned(withPinned(plain, 3, true), 0, true);
    expect(shownColumns(withDropped(layout, 0, 3))).toEqual([0, 3, 1, 2]);
    expect(withDropped(layout, 0, 3).pinned).toEqual([0, 3]);
  });

  test('leaves hidden ones behind their neighbours', () => {
    const layout = withHidden(plain, 1, true);
    const dropped = withDropped(layout, 3, 2);
    expect(shownColumns(dropped)).toEqual([0, 3, 2]);
    expect(dropped.order).toEqual([0, 1, 3, 2]);
  });
});
