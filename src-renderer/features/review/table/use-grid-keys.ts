import { type KeyboardEvent, type RefObject, useContext, useMemo } from 'react';
import { useDesk } from '../desk/desk-context.ts';
import { moved, withWidth } from '../desk/layout.ts';
import { pressedHeader } from '../desk/query.ts';
import type { GridView } from '../grid/grid-handle.ts';
import type { CellPlace } from '../grid/grid-ports.ts';
import { ColumnActions } from './column-actions.ts';
import { copyChosen } from './copy-cells.ts';

export interface GridKeys {
  readonly onKey: (event: KeyboardEvent, place: CellPlace, element: HTMLElement) => boolean;
  readonly onMenu: (place: CellPlace, element: HTMLElement) => boolean;
}

/** One press of Alt and an arrow, in pixels. */
const widthStep = 20;
const narrowest = 48;

/** What keys do beyond the grid's own: order, width, place and menu at a head; details and copying at a cell. */
export function useGridKeys(view: RefObject<GridView | null>): GridKeys {
  const desk = useDesk();
  const actions = useContext(ColumnActions);
  return useMemo(() => {
    function widen(column: number, by: number): void {
      const places = view.current?.places();
      const width = places?.all[places.placeOf.get(column) ?? -1]?.width;
      if (width === undefined) return;
      const { layout } = desk.store.getState();
      desk.setLayout(withWidth(layout, column, Math.max(narrowest, width + by)));
    }

    function move(column: number, side: -1 | 1): void {
      desk.setLayout(moved(desk.store.getState().layout, column, side));
      view.current?.show({ row: -1, column }, false);
    }

    function atHead(event: KeyboardEvent, column: number, element: HTMLElement): boolean {
      const menu =
        event.key === 'ContextMenu' ||
        (event.key === 'F10' && event.shiftKey) ||
        (event.key === 'ArrowDown' && event.altKey) ||
        (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
      const side = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
      if (menu) actions.openMenu(column, element);
      else if (side !== 0 && event.altKey) widen(column, side * widthStep);
      else if (side !== 0 && event.shiftKey) move(column, side);
      else if (event.key === 'Enter' || event.key === ' ') {
        desk.setQuery(pressedHeader(desk.store.getState().query, column, event.shiftKey));
      } else return false;
      return true;
    }

    function atCell(event: KeyboardEvent): boolean {
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

    return {
      onKey: (event, { row, column }, element) => {
        if (row >= 0) return atCell(event);
        return column >= 0 && atHead(event, column, element);
      },
      onMenu: ({ row, column }, element) => {
        if (row >= 0 || column < 0) return false;
        actions.openMenu(column, element);
        return true;
      },
    };
  }, [view, desk, actions]);
}
