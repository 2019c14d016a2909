import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import { useDesk } from '../desk/desk-context.ts';
import type { Place } from '../desk/desk-state.ts';
import type { Row } from '../desk/row-pages.ts';
import { columnId } from './column-ids.ts';

/** Rows that scroll into sight are drawn within some frames; only then is there a cell to take the focus. */
const mostFrames = 90;
/** A popover that closes meanwhile gives the focus back to its button: the cell has it for good after so many. */
const heldFrames = 12;

/** Brings the place into sight that the person wants to go to. */
export function useGoals(api: RefObject<GridApi<Row> | null>): void {
  const desk = useDesk();
  useEffect(() => {
    let stop: () => void = () => undefined;
    const deaf = desk.store.subscribe(({ goal }, before) => {
      const grid = api.current;
      if (goal === null || goal === before.goal || grid === null || grid.isDestroyed()) return;
      stop();
      const id = columnId(goal.column);
      if (grid.getColumn(id) !== null) grid.ensureColumnVisible(id);
      const first = grid.getFirstDisplayedRowIndex() + 1;
      const last = grid.getLastDisplayedRowIndex() - 1;
      if (goal.row <= first || goal.row >= last) grid.ensureIndexVisible(goal.row, 'middle');
      if (goal.focus) stop = holdFocus(grid, goal);
    });
    return () => {
      deaf();
      stop();
    };
  }, [desk, api]);
}

/** Focuses the cell once it is drawn, and until it keeps the focus; whatever the person does next ends it. */
function holdFocus(api: GridApi<Row>, { row, column }: Place): () => void {
  const id = columnId(column);
  let frame = 0;
  let left = mostFrames;
  let held = 0;
  let began = false;
  const there = () => {
    const cell = document.activeElement?.closest('.ag-cell');
    const at = cell?.closest('[row-index]')?.getAttribute('row-index');
    return cell?.getAttribute('col-id') === id && at === String(row);
  };
  const look = () => {
    if (api.isDestroyed()) return end();
    if (there()) held += 1;
    // It was there and has gone on to something else by itself: not ours any more.
    else if (began && !isGivenBack(document.activeElement)) return end();
    else {
      held = 0;
      api.setFocusedCell(row, id);
    }
    began ||= there();
    left -= 1;
    if (left === 0 || held === heldFrames) return end();
    frame = requestAnimationFrame(look);
  };
  const end = () => {
    cancelAnimationFrame(frame);
    window.removeEventListener('keydown', end, true);
    window.removeEventListener('pointerdown', end, true);
  };
  window.addEventListener('keydown', end, true);
  window.addEventListener('pointerdown', end, true);
  look();
  return end;
}

/** Where the focus lands when a popover closes: its button, or nowhere. */
function isGivenBack(element: Element | null): boolean {
  return (
    element === null ||
    element === document.body ||
    element.hasAttribute('aria-haspopup') ||
    element.hasAttribute('aria-expanded') ||
    element.closest('.ag-cell') !== null
  );
}
