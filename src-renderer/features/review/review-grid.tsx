import { makeStyles, tokens } from '@fluentui/react-components';
import {
  CellStyleModule,
  type ColDef,
  type GridApi,
  type IDatasource,
  InfiniteRowModelModule,
  ModuleRegistry,
  RowApiModule,
  ScrollApiModule,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { memo, useCallback, useMemo, useRef } from 'react';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import type { OpenTable, RowsPage } from '../../../src-preload/contract/review.ts';
import { ask, docket } from '../../state/docket.ts';
import { pageNonce } from '../../ui/page-nonce.ts';
import { words } from '../../words/en.ts';
import { number } from '../../words/values.ts';
import { columnWidth, numberColumnWidth } from './column-width.ts';
import type { FocusedCell } from './focused-cell.ts';
import { gridTheme } from './grid-theme.ts';
import { windowRows } from './use-table.ts';

ModuleRegistry.registerModules([InfiniteRowModelModule, CellStyleModule, RowApiModule, ScrollApiModule]);

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: '160px', minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  rowNumber: {
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
    textAlign: 'right',
    userSelect: 'none',
  },
  right: { textAlign: 'right' },
});

type Row = RowsPage['rows'][number];
/** What the buttons around the table can ask of it. */
export interface GridHandle {
  readonly goTo: (row: number) => void;
}

export interface ReviewGridProps {
  readonly table: OpenTable;
  readonly first: RowsPage;
  readonly onReady: (grid: GridHandle) => void;
  readonly onCell: (cell: FocusedCell | null, by: 'focus' | 'hover') => void;
  readonly onError: (error: DocketError) => void;
}

const numberColumn = 'row-number';

/** A table of any length: windows of it are read as it scrolls. Cells show the file's own text, unchanged. */
export const ReviewGrid = memo(function ReviewGrid({
  table,
  first,
  onReady,
  onCell,
  onError,
}: ReviewGridProps) {
  const styles = useStyles();
  const api = useRef<GridApi<Row> | null>(null);
  const nonce = useMemo(pageNonce, []);
  const datasource = useMemo(() => sourceOf(table, first, onError), [table, first, onError]);
  const columns = useMemo(
    () => columnsOf(table, first, { rowNumber: styles.rowNumber, right: styles.right }),
    [table, first, styles.rowNumber, styles.right],
  );

  const cellAt = useCallback(
    (rowIndex: number | null, columnId: string | null): FocusedCell | null => {
      const column = table.columns.find(({ index }) => idOf(index) === columnId);
      if (rowIndex === null || column === undefined) return null;
      const row = api.current?.getDisplayedRowAtIndex(rowIndex)?.data;
      if (row === undefined) return null;
      return {
        column: nameOf(column.name, column.index),
        row: rowIndex + 1,
        text: row[column.index] ?? null,
      };
    },
    [table],
  );
  const focused = useCallback(() => {
    const cell = api.current?.getFocusedCell() ?? null;
    onCell(cellAt(cell?.rowIndex ?? null, cell?.column.getColId() ?? null), 'focus');
  }, [cellAt, onCell]);

  return (
    <div className={styles.root}>
      <AgGridReact<Row>
        theme={gridTheme}
        styleNonce={nonce}
        rowModelType="infinite"
        datasource={datasource}
        columnDefs={columns}
        cacheBlockSize={windowRows}
        maxBlocksInCache={40}
        maxConcurrentDatasourceRequests={2}
        blockLoadDebounceMillis={40}
        infiniteInitialRowCount={table.totalRows}
        enableCellTextSelection
        suppressMovableColumns
        suppressDragLeaveHidesColumns
        suppressMultiSort
        animateRows={false}
        // Tab leaves the table for what comes next; arrows walk within it.
        tabToNextCell={leave}
        tabToNextHeader={leave}
        onGridReady={(event) => {
          api.current = event.api;
          onReady({
            goTo: (row) => {
              event.api.ensureIndexVisible(row, row === 0 ? 'top' : 'bottom');
              focusCell(event.api, row, framesToWait);
            },
          });
        }}
        onCellFocused={focused}
        // A window that arrives later may hold the focused cell.
        onModelUpdated={focused}
        onCellMouseOver={(event) => onCell(cellAt(event.rowIndex, event.column.getColId()), 'hover')}
        onCellMouseOut={() => onCell(null, 'hover')}
      />
    </div>
  );
});

/** Rows that scroll into sight are drawn within some frames; only then is there a cell to take the focus. */
const framesToWait = 20;

function focusCell(api: GridApi<Row>, row: number, frames: number): void {
  if (api.isDestroyed()) return;
  const column = api.getFocusedCell()?.column ?? idOf(0);
  api.setFocusedCell(row, column);
  const there = document.activeElement?.closest('[row-index]')?.getAttribute('row-index') === String(row);
  if (!there && frames > 0) requestAnimationFrame(() => focusCell(api, row, frames - 1));
}

const leave = () => false as const;

function idOf(index: number): string {
  return `column-${index}`;
}

function nameOf(name: string, index: number): string {
  return name === '' ? words.review.unnamed(index) : name;
}

function columnsOf(
  table: OpenTable,
  first: RowsPage,
  classes: { readonly rowNumber: string; readonly right: string },
): ColDef<Row>[] {
  const rowNumbers: ColDef<Row> = {
    colId: numberColumn,
    headerName: words.review.rowNumber,
    pinned: 'left',
    lockPinned: true,
    sortable: false,
    resizable: false,
    width: numberColumnWidth(number(table.totalRows)),
    cellClass: classes.rowNumber,
    headerClass: 'ag-right-aligned-header',
    valueGetter: ({ node }) => number((node?.rowIndex ?? 0) + 1),
  };
  const sample = first.rows.slice(0, 100);
  return [
    rowNumbers,
    ...table.columns.map(({ index, name, type }): ColDef<Row> => {
      const shown = nameOf(name, index);
      return {
        colId: idOf(index),
        headerName: shown,
        sortable: false,
        resizable: true,
        width: columnWidth(
          shown,
          sample.map((row) => row[index] ?? null),
        ),
        ...(type === 'number' ? { cellClass: classes.right, headerClass: 'ag-right-aligned-header' } : {}),
        valueGetter: ({ data }) => data?.[index] ?? '',
      };
    }),
  ];
}

function sourceOf(table: OpenTable, first: RowsPage, onError: (error: DocketError) => void): IDatasource {
  let ended = false;
  return {
    rowCount: table.totalRows,
    getRows: ({ startRow, endRow, successCallback, failCallback }) => {
      if (startRow === first.offset && (first.rows.length === endRow - startRow || first.total <= endRow)) {
        return successCallback([...first.rows], table.totalRows);
      }
      void ask(
        docket().review.rows({ handle: table.handle, offset: startRow, limit: endRow - startRow }),
      ).then((answer) => {
        if (ended) return;
        if (answer.ok) return successCallback([...answer.value.rows], table.totalRows);
        failCallback();
        onError(answer.error);
      });
    },
    destroy: () => {
      ended = true;
    },
  };
}
