import type { GridApi, IDatasource } from 'ag-grid-community';
import { type RefObject, useCallback, useMemo, useRef } from 'react';
import type { OpenTable } from '../../../../src-preload/contract/review.ts';
import { ask, docket } from '../../../state/docket.ts';
import { useDesk } from '../desk/desk-context.ts';
import type { Shown } from '../desk/desk-state.ts';
import { shownColumns } from '../desk/layout.ts';
import { isWide, type Row } from '../desk/row-pages.ts';
import { columnIndexOf } from './column-ids.ts';
import { createRowWindows } from './row-windows.ts';

export interface RowSource {
  readonly datasource: IDatasource;
  /** More rows can be shown than before. */
  readonly grow: (total: number) => void;
  /** Of wide tables: reads the cells that have come into sight. */
  readonly lookAround: () => void;
}

const firstColumns = 24;

/** Gives the grid the rows of what is shown; new rows are a new source. */
export function useRowSource(api: RefObject<GridApi<Row> | null>, table: OpenTable, shown: Shown): RowSource {
  const desk = useDesk();
  const total = useRef(shown.total);
  /** The file was read on since: what was seen of its beginning is read again. */
  const grown = useRef(false);
  const { handle, columns } = table;

  const inSight = useCallback((): readonly number[] => {
    const virtual = api.current?.getAllDisplayedVirtualColumns() ?? [];
    const found = virtual.flatMap((column) => columnIndexOf(column.getColId()) ?? []);
    return found.length > 0 ? found : shownColumns(desk.store.getState().layout).slice(0, firstColumns);
  }, [api, desk]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new columns are new rows, and come with a new version
  const held = useMemo(() => {
    total.current = shown.total;
    grown.current = false;
    let ended = false;
    const windows = createRowWindows(
      columns,
      (query) =>
        ask(
          docket().review.rows({
            handle,
            ...query,
            ...(shown.viewId === undefined ? {} : { viewId: shown.viewId }),
          }),
        ),
      inSight,
      (error) => !ended && desk.rowsFailed(error),
    );
    windows.first(shown.first, shown.firstGroups);
    const datasource: IDatasource = {
      rowCount: shown.total,
      getRows: ({ startRow, endRow, successCallback, failCallback }) => {
        if (startRow === 0 && !grown.current && shown.first.length >= Math.min(endRow, total.current)) {
          return successCallback([...shown.first], total.current);
        }
        void windows.read(startRow, endRow - startRow).then((answer) => {
          if (ended) return;
          if (answer.ok) return successCallback([...answer.value], total.current);
          failCallback();
          desk.rowsFailed(answer.error);
        });
      },
      destroy: () => {
        ended = true;
      },
    };
    return { datasource, windows };
  }, [handle, shown.version, inSight, desk]);

  const { datasource, windows } = held;
  const wide = isWide(columns);
  return useMemo(
    () => ({
      datasource,
      grow: (rows) => {
        if (rows === total.current) return;
        total.current = rows;
        grown.current = true;
        api.current?.setRowCount(rows, true);
        api.current?.refreshInfiniteCache();
      },
      lookAround: () => {
        const grid = api.current;
        if (!wide || grid === null || grid.isDestroyed()) return;
        const from = grid.getFirstDisplayedRowIndex();
        const to = grid.getLastDisplayedRowIndex();
        void windows.seen(inSight(), from, to).then((news) => {
          if (news && !grid.isDestroyed()) grid.refreshCells({ force: true });
        });
      },
    }),
    [datasource, windows, wide, api, inSight],
  );
}
