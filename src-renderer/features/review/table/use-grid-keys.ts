import type { GridApi } from 'ag-grid-community';
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useContext,
  useMemo,
} from 'react';
import { useDesk } from '../desk/desk-context.ts';
import { moved, withWidth } from '../desk/layout.ts';
import { pressedHeader } from '../desk/query.ts';
import type { Row } from '../desk/row-pages.ts';
import { ColumnActions } from './column-actions.ts';
import { columnId, columnIndexOf } from './column-ids.ts';
import { copyChosen } from './copy-cells.ts';

export interface GridKeys {
  /** Whether the focus that moves now takes more cells along. */
  readonly extending: () => boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onMouseMove: (event: MouseEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
}

/** One press of Alt and an arrow, in pixels. */
const widthStep = 20;
const narrowest = 48;
const walking = /^(Arrow|Page|Home|End)/;

/** What keys and the mouse do beyond the grid's own: order, width, place and menu at a header; cells chosen and copied. */
export function useGridKeys(api: RefObject<GridApi<Row> | null>): GridKeys {
  const desk = useDesk();
  const actions = useContext(ColumnActions);
  return useMemo(() => {
    let extends_ = false;

    function atHeader(event: KeyboardEvent, header: HTMLElement, column: number): boolean {
      const menu =
        event.key === 'ContextMenu' ||
        (event.key === 'F10' && event.shiftKey) ||
        (event.key === 'ArrowDown' && event.altKey) ||
        (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
      const side = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
      if (menu) actions.openMenu(column, header);
      else if (side !== 0 && event.altKey) widen(column, side * widthStep);
      else if (side !== 0 && event.shiftKey) {
        desk.setLayout(moved(desk.store.getState().layout, column, side));
      } else if (event.key === 'Enter' || event.key === ' ') {
        desk.setQuery(pressedHeader(desk.store.getState().query, column, event.shiftKey));
      } else return false;
      return true;
    }

    function widen(column: number, by: number): void {
      const width = api.current?.getColumn(columnId(column))?.getActualWidth();
      if (width === undefined) return;
      const { layout } = desk.store.getState();
      desk.setLayout(withWidth(layout, column, Math.max(narrowest, width + by)));
    }

    function atCell(event: KeyboardEvent): boolean {
      // Shift itself is pressed and let go without a step.
      if (walking.test(event.key)) extends_ = event.shiftKey;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
        void copyChosen(desk, event.shiftKey);
        return true;
      }
      if (event.key === 'Enter') {
        desk.showPanel('row');
        return true;
      }
      return false;
    }

    const taken = (event: KeyboardEvent | MouseEvent) => {
      event.preventDefault();
      event.stopPropagation();
    };

    return {
      extending: () => extends_,
      onKeyDown: (event) => {
        if (!(event.target instanceof HTMLElement)) return;
        const header = event.target.closest<HTMLElement>('.ag-header-cell');
        const index = columnIndexOf(header?.getAttribute('col-id'));
        if (header !== null && index !== null) {
          if (event.target === header && atHeader(event, header, index)) taken(event);
        } else if (event.target.closest('.ag-cell') !== null && atCell(event)) taken(event);
      },
      onPointerDown: (event) => {
        extends_ = event.shiftKey;
      },
      onMouseMove: (event) => {
        if (event.buttons !== 1 || !(event.target instanceof HTMLElement)) return;
        const cell = event.target.closest('.ag-cell');
        const column = columnIndexOf(cell?.getAttribute('col-id'));
        const row = Number(cell?.closest('[row-index]')?.getAttribute('row-index') ?? Number.NaN);
        const { focus } = desk.store.getState();
        if (column === null || Number.isNaN(row) || focus === null) return;
        if (focus.row === row && focus.column === column) return;
        if (document.activeElement?.closest('.ag-cell') === null) return;
        extends_ = true;
        api.current?.setFocusedCell(row, columnId(column));
      },
      onContextMenu: (event) => {
        if (!(event.target instanceof HTMLElement)) return;
        const header = event.target.closest<HTMLElement>('.ag-header-cell');
        const index = columnIndexOf(header?.getAttribute('col-id'));
        if (header === null || index === null) return;
        taken(event);
        actions.openMenu(index, header);
      },
    };
  }, [api, desk, actions]);
}
