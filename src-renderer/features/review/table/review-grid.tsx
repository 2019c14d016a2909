import { makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import type { GridApi } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import {
  type FocusEvent,
  type MouseEvent,
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { OpenTable } from '../../../../src-preload/contract/review.ts';
import { pageNonce } from '../../../ui/page-nonce.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import type { FocusedCell, Place, Shown } from '../desk/desk-state.ts';
import { shownColumns, withSight, withWidth } from '../desk/layout.ts';
import { type Row, windowRows } from '../desk/row-pages.ts';
import { columnId, columnIndexOf } from './column-ids.ts';
import { gridColumns } from './grid-columns.ts';
import { gridTheme } from './grid-theme.ts';
import { registerGrid } from './register-grid.ts';
import { useCellMarks } from './use-cell-marks.ts';
import { useGoals } from './use-goals.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useRowSource } from './use-row-source.ts';

registerGrid();

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: '120px', minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  rowNumber: {
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
    textAlign: 'right',
    userSelect: 'none',
  },
  right: { textAlign: 'right' },
});

// Spaces are part of a value: "exactly as in the file" holds for them as well.
const useStaticStyles = makeStaticStyles({
  '.ag-cell': { whiteSpace: 'pre', userSelect: 'none' },
  '.ag-cell.docket-chosen': {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke2}`,
  },
});

/** A table of any length: windows of it are read as it scrolls. Cells show the file's own text, unchanged. */
export const ReviewGrid = memo(function ReviewGrid({
  table,
  shown,
}: {
  readonly table: OpenTable;
  readonly shown: Shown;
}) {
  const styles = useStyles();
  useStaticStyles();
  const desk = useDesk();
  const api = useRef<GridApi<Row> | null>(null);
  const root = useRef<HTMLDivElement | null>(null);
  const [gridReady, setGridReady] = useState(false);
  const nonce = useMemo(pageNonce, []);
  const layout = useDeskState((state) => state.layout);
  const sample = useRef(shown.first);
  // Widths that were set by hand are the grid's already; a new order or choice of columns carries them along.
  const { order, hidden, pinned } = layout;
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const columns = useMemo(
    () => gridColumns(table, layout, sample.current, { rowNumber: styles.rowNumber, right: styles.right }),
    [table.columns, table.totalRows, order, hidden, pinned, styles.rowNumber, styles.right],
  );
  const source = useRowSource(api, table, shown);
  const keys = useGridKeys(api);
  useCellMarks(root, source.datasource);
  useGoals(api);

  // The page's own event: the grid tells of its focus later, when other keys may have been pressed.
  const focused = useCallback(
    (event: Pick<FocusEvent | MouseEvent, 'target'>) => {
      if (!(event.target instanceof Element)) return;
      const cell = event.target.closest('.ag-cell');
      const column = columnIndexOf(cell?.getAttribute('col-id'));
      const row = Number(cell?.closest('[row-index]')?.getAttribute('row-index') ?? Number.NaN);
      if (column === null || Number.isNaN(row)) return;
      const { anchor } = desk.store.getState();
      const place = { row, column };
      desk.store.setState({
        focus: cellAt(api.current, place),
        anchor: keys.extending() && anchor !== null ? anchor : place,
      });
    },
    [desk, keys],
  );
  /** A window that arrives later may hold the focused cell. */
  const updated = useCallback(() => {
    const { focus } = desk.store.getState();
    if (focus !== null && focus.text === undefined) {
      desk.store.setState({ focus: cellAt(api.current, focus) });
    }
    source.lookAround();
  }, [desk, source]);

  /** What was done to the columns by mouse becomes the layout. */
  const readOrder = useCallback(() => {
    const displayed = api.current?.getAllDisplayedColumns() ?? [];
    const indexes = (held: boolean) =>
      displayed
        .filter((column) => (column.getPinned() === 'left') === held)
        .flatMap((column) => columnIndexOf(column.getColId()) ?? []);
    const before = desk.store.getState().layout;
    const after = withSight(before, indexes(true), indexes(false));
    if (JSON.stringify([before.order, before.pinned]) !== JSON.stringify([after.order, after.pinned])) {
      desk.setLayout(after);
    }
  }, [desk]);

  useEffect(() => {
    const grid = api.current;
    if (grid === null || grid.isDestroyed()) return;
    const changed = [...layout.widths].flatMap(([index, width]) => {
      const column = grid.getColumn(columnId(index));
      return column === null || column.getActualWidth() === width ? [] : [{ key: column, newWidth: width }];
    });
    if (changed.length > 0) grid.setColumnWidths(changed);
  }, [layout.widths]);
  useFocusKept(shown);
  const before = useRef(shown.query);
  useEffect(() => {
    // Other rows, or another order, begin at the top; the same ones, read again, stay where they are.
    if (before.current === shown.query) return;
    before.current = shown.query;
    if (shown.total > 0) api.current?.ensureIndexVisible(0, 'top');
  }, [shown]);
  useEffect(() => {
    // Rows that have become known while the file is read.
    if (gridReady && shown.viewId === undefined && api.current !== null && !api.current.isDestroyed()) {
      source.grow(table.totalRows);
    }
  }, [table.totalRows, shown, source, gridReady]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and presses of the cells within
    <div
      ref={root}
      className={styles.root}
      onFocus={focused}
      onKeyDownCapture={keys.onKeyDown}
      // The grid moves its focus at this event already, before the mouse's own.
      onPointerDownCapture={(event) => {
        keys.onPointerDown(event);
        // A cell that holds the focus already tells nothing when it is pressed.
        focused(event);
      }}
      onMouseMove={keys.onMouseMove}
      onContextMenu={keys.onContextMenu}
    >
      <AgGridReact<Row>
        theme={gridTheme}
        styleNonce={nonce}
        rowModelType="infinite"
        datasource={source.datasource}
        columnDefs={columns}
        cacheBlockSize={windowRows}
        maxBlocksInCache={80}
        maxConcurrentDatasourceRequests={2}
        blockLoadDebounceMillis={20}
        infiniteInitialRowCount={shown.total}
        suppressDragLeaveHidesColumns
        suppressMultiSort
        suppressContextMenu
        preventDefaultOnContextMenu
        animateRows={false}
        // Tab leaves the table for what comes next; arrows walk within it.
        tabToNextCell={leave}
        tabToNextHeader={leave}
        onGridReady={(event) => {
          api.current = event.api;
          setGridReady(true);
        }}
        onColumnResized={({ finished, column, source: by }) => {
          const index = columnIndexOf(column?.getColId());
          if (!finished || index === null || column === null || by !== 'uiColumnResized') return;
          desk.setLayout(withWidth(desk.store.getState().layout, index, column.getActualWidth()));
        }}
        onDragStopped={readOrder}
        onVirtualColumnsChanged={source.lookAround}
        onBodyScrollEnd={source.lookAround}
        onModelUpdated={updated}
      />
    </div>
  );
});

const focusPatience = 150;

/** What held the focus has gone with the rows before (a chip, a button): it goes on to the first cell. */
function useFocusKept({ version, total }: Shown): void {
  const desk = useDesk();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each choice of rows
  useEffect(() => {
    // A menu that closes just now gives the focus back by itself: only what stays lost is lost.
    let looks = 2;
    const timer = setInterval(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      looks -= 1;
      if (!lost || looks === 0) clearInterval(timer);
      const [column] = shownColumns(desk.store.getState().layout);
      if (lost && looks === 0 && total > 0 && column !== undefined) desk.goTo({ row: 0, column }, true);
    }, focusPatience);
    return () => clearInterval(timer);
  }, [desk, version]);
}

const leave = () => false as const;

function cellAt(api: GridApi<Row> | null, { row, column }: Place): FocusedCell {
  const data = api?.getDisplayedRowAtIndex(row)?.data;
  const text = data?.cells[column];
  return {
    row,
    column,
    rowId: data?.id ?? row,
    text,
    length: data?.cut.get(column) ?? text?.length ?? 0,
  };
}
