import { type RefObject, useEffect } from 'react';
import { useDesk } from '../desk/desk-context.ts';
import type { DeskState } from '../desk/desk-state.ts';
import { shownColumns } from '../desk/layout.ts';
import { clearMarks, type Marks, paint } from './cell-marks.ts';
import { cellsIn, rangeOf } from './cell-range.ts';

/** Keeps hits and chosen cells marked while cells come and go. */
export function useCellMarks(root: RefObject<HTMLElement | null>, rows: unknown): void {
  const desk = useDesk();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are marked anew
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    let frame = 0;
    let marked = false;
    const draw = () => {
      frame = 0;
      const marks = marksOf(desk.store.getState());
      const any = marks.text !== '' || marks.range !== null;
      // Nothing to mark and nothing to take away: scrolling costs nothing more.
      if (!any && !marked) return;
      marked = any;
      paint(element, marks);
    };
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    const cells = new MutationObserver(soon);
    cells.observe(element, { childList: true, subtree: true, characterData: true });
    const deaf = desk.store.subscribe((state, before) => {
      if (state.find !== before.find || state.focus !== before.focus || state.anchor !== before.anchor)
        soon();
    });
    soon();
    return () => {
      cells.disconnect();
      deaf();
      cancelAnimationFrame(frame);
      clearMarks();
    };
  }, [desk, root, rows]);
}

function marksOf({ find, focus, anchor, layout }: DeskState): Marks {
  const range = focus === null || anchor === null ? null : rangeOf(anchor, focus, shownColumns(layout));
  return {
    text: find.text,
    hit: find.result?.at ?? null,
    // A single cell is marked by the grid's own frame.
    range: range !== null && cellsIn(range) > 1 ? range : null,
  };
}
