import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useDesk } from '../desk/desk-context.ts';
import type { Place } from '../desk/desk-state.ts';
import type { GridView } from '../grid/grid-handle.ts';
import { rowsPatience } from '../grid/grid-ports.ts';

/** A popover that closes meanwhile gives the focus back to its button: the cell has it for good after so many frames. */
const heldFrames = 12;
const mostFrames = 90;

/** Brings the place into sight that the person wants to go to. Answers what is to be called when rows have become known. */
export function useGoals(view: RefObject<GridView | null>): () => void {
  const desk = useDesk();
  const onNews = useRef(() => {});
  useEffect(() => {
    let stop: () => void = () => undefined;
    const deaf = desk.store.subscribe(({ goal, upcoming }, before) => {
      const grid = view.current;
      if (upcoming !== null && upcoming !== before.upcoming) grid?.prepare(upcoming, true);
      if (goal === null || goal === before.goal || grid === null) return;
      stop();
      const arrive = () => {
        stop();
        stop = () => undefined;
        grid.show(goal, true);
        if (goal.focus) stop = holdFocus(grid, goal);
      };
      if (grid.prepare(goal, true)) return arrive();
      const timer = setTimeout(arrive, rowsPatience);
      // What the person does next is done from there.
      const begun = new AbortController();
      for (const event of ['keydown', 'pointerdown', 'wheel'])
        window.addEventListener(event, arrive, { capture: true, signal: begun.signal });
      onNews.current = () => {
        if (grid.prepare(goal, true)) arrive();
      };
      stop = () => {
        clearTimeout(timer);
        begun.abort();
        onNews.current = () => {};
      };
    });
    return () => {
      deaf();
      stop();
    };
  }, [desk, view]);
  return useCallback(() => onNews.current(), []);
}

/** Focuses the cell, and until it keeps the focus; whatever the person does next ends it. */
function holdFocus(grid: GridView, place: Place): () => void {
  let frame = 0;
  let left = mostFrames;
  let held = 0;
  let began = false;
  const there = () => {
    const element = grid.elementOf(place);
    return element !== null && element === document.activeElement;
  };
  const look = () => {
    if (there()) held += 1;
    // It was there and has gone on to something else by itself: not ours any more.
    else if (began && !isGivenBack(document.activeElement)) return end();
    else {
      held = 0;
      grid.focus(place);
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
    element.closest('[role="gridcell"], [role="rowheader"]') !== null
  );
}
