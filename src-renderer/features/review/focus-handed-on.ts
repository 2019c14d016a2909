import { type RefObject, useLayoutEffect, useRef } from 'react';
import { focusIsLost } from '../../ui/focus-lost.ts';

/** The table's cell or head that Tab leads to. */
const inTable = '[role="grid"] [tabindex="0"]';

/** What takes the focus may be drawn a moment after what had it has gone: a table draws when it knows its size. */
const mostFrames = 60;

/**
 * Gives a lost focus to `heir`, or else to the table, at once or as soon as there is one: nobody who works by keyboard
 * begins anew at the top of the page. What the person has gone to meanwhile keeps it.
 */
export function handOnFocus(heir: () => HTMLElement | null): void {
  let left = mostFrames;
  const give = () => {
    if (!focusIsLost()) return;
    (heir() ?? document.querySelector<HTMLElement>(inTable))?.focus();
    left -= 1;
    if (left > 0 && focusIsLost()) requestAnimationFrame(give);
  };
  give();
}

/** Selects what has the focus next; or finds it near what is about to go. */
type Next = string | ((going: HTMLElement) => HTMLElement | null);

/** For what goes away when its button is pressed: where the focus was in it, `next` has it then, or else the table. */
export function useFocusHandedOn<E extends HTMLElement>(next: Next = inTable): RefObject<E | null> {
  const going = useRef<E>(null);
  useLayoutEffect(() => {
    const element = going.current;
    return () => {
      if (element?.contains(document.activeElement) !== true) return;
      const near = typeof next === 'string' ? null : next(element);
      // When it has gone, and nothing else of Fluent's or the browser's has had its turn.
      queueMicrotask(() =>
        handOnFocus(() =>
          typeof next === 'string'
            ? document.querySelector<HTMLElement>(next)
            : near?.isConnected === true
              ? near
              : null,
        ),
      );
    };
  }, [next]);
  return going;
}
