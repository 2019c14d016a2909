import type { ColDef } from 'ag-grid-community';
import type { Column, OpenTable } from '../../../../src-preload/contract/review.ts';
import { number } from '../../../words/values.ts';
import { words } from '../../../words/words.ts';
import { type Layout, shownColumns } from '../desk/layout.ts';
import type { Row } from '../desk/row-pages.ts';
import { cellText } from './cell-text.ts';
import { ColumnHeader } from './column-header.tsx';
import { columnId, numberColumn } from './column-ids.ts';
import { columnWidth, numberColumnWidth } from './column-width.ts';

export function nameOf({ name, index, role }: Column): string {
  if (role === 'part') return words.review.part;
  return name === '' ? words.review.unnamed(index) : name;
}

const sampled = 100;

/** The grid's columns: row numbers, then what the layout shows. */
export function gridColumns(
  table: OpenTable,
  layout: Layout,
  sample: readonly Row[],
  classes: { readonly rowNumber: string; readonly right: string },
): ColDef<Row>[] {
  const columns = new Map(table.columns.map((column) => [column.index, column]));
  const pinned = new Set(layout.pinned);
  const rows = sample.slice(0, sampled);
  const rowNumbers: ColDef<Row> = {
    colId: numberColumn,
    headerName: words.review.rowNumber,
    pinned: 'left',
    lockPinned: true,
    lockPosition: 'left',
    suppressMovable: true,
    sortable: false,
    resizable: false,
    width: numberColumnWidth(number(table.totalRows)),
    cellClass: classes.rowNumber,
    headerClass: 'ag-right-aligned-header',
    valueGetter: ({ data }) => (data === undefined ? '' : number(data.id + 1)),
  };
  return [
    rowNumbers,
    ...shownColumns(layout).flatMap((index): ColDef<Row>[] => {
      const column = columns.get(index);
      if (column === undefined) return [];
      const name = nameOf(column);
      return [
        {
          colId: columnId(index),
          headerName: name,
          headerComponent: ColumnHeader,
          pinned: pinned.has(index) ? 'left' : null,
          lockPinned: true,
          sortable: false,
          resizable: true,
          minWidth: 48,
          width:
            layout.widths.get(index) ??
            columnWidth(
              name,
              rows.map(({ cells }) => cells[index] ?? null),
            ),
          ...(column.type === 'number' ? { cellClass: classes.right } : {}),
          valueGetter: ({ data }) => cellText(data?.cells[index]),
        },
      ];
    }),
  ];
}
