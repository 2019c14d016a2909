import type { Column, OpenTable } from '../../../../src-preload/contract/review.ts';
import { number } from '../../../words/values.ts';
import { words } from '../../../words/words.ts';
import { type Layout, shownColumns, withSight } from '../desk/layout.ts';
import type { Row } from '../desk/row-pages.ts';
import type { GridColumn } from '../grid/columns.ts';
import { columnName } from '../named-flag.ts';
import { columnWidth, numberColumnWidth } from './column-width.ts';

export function nameOf({ name, index, role }: Column): string {
  return role === 'part' ? words.review.part : columnName(name, index);
}

/** The column of the row numbers, which isn't one of the file's. */
export const numberColumn = -1;

const sampled = 100;

/** Widths that suit the columns' names and their first rows, each reckoned once. */
export function suitingWidths(columns: readonly Column[], sample: readonly Row[]): (index: number) => number {
  const rows = sample.slice(0, sampled);
  const names = new Map(columns.map((column) => [column.index, nameOf(column)]));
  const known = new Map<number, number>();
  return (index) => {
    const held = known.get(index);
    if (held !== undefined) return held;
    const width = columnWidth(
      names.get(index) ?? '',
      rows.map(({ cells }) => cells[index] ?? null),
    );
    known.set(index, width);
    return width;
  };
}

/** The grid's columns: row numbers, then what the layout shows. */
export function gridColumns(
  table: Pick<OpenTable, 'columns' | 'totalRows'>,
  layout: Layout,
  widthOf: (index: number) => number,
): readonly GridColumn[] {
  const columns = new Map(table.columns.map((column) => [column.index, column]));
  const pinned = new Set(layout.pinned);
  const rowNumbers: GridColumn = {
    id: numberColumn,
    name: words.review.rowNumber,
    width: numberColumnWidth(number(table.totalRows)),
    pinned: true,
    rowHeader: true,
    atEnd: true,
    fixed: true,
  };
  return [
    rowNumbers,
    ...shownColumns(layout).flatMap((index): GridColumn[] => {
      const column = columns.get(index);
      if (column === undefined) return [];
      return [
        {
          id: index,
          name: nameOf(column),
          width: layout.widths.get(index) ?? widthOf(index),
          pinned: pinned.has(index),
          atEnd: column.type === 'number',
        },
      ];
    }),
  ];
}

/** The layout after a column was dropped before another, or at the end of its kind. */
export function withDropped(layout: Layout, dragged: number, before: number | null): Layout {
  const held = new Set(layout.pinned);
  const shown = shownColumns(layout);
  const kind = shown.filter((index) => held.has(index) === held.has(dragged) && index !== dragged);
  const at = before === null ? kind.length : kind.indexOf(before);
  const placed = [...kind.slice(0, at), dragged, ...kind.slice(at)];
  const others = shown.filter((index) => held.has(index) !== held.has(dragged));
  return held.has(dragged) ? withSight(layout, placed, others) : withSight(layout, others, placed);
}
