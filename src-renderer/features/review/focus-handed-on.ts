import { type RefObject, useLayoutEffect, useRef } from 'react';
import { focusIsLost } from '../../ui/focus-lost.ts';

/** The table's cell or head that Tab leads to. */
const inTable = '[role="grid"] [tabindex="0"]';

/**
 * For what goes away when its button is pressed: where the focus was in it, the table has it next, or what `next`
 * selects, so that nobody who works by keyboard begins anew at the top of the page.
 */
export function useFocusHandedOn<E extends HTMLElement>(next: string = inTable): RefObject<E | null> {
  const going = useRef<E>(null);
  useLayoutEffect(() => {
    const element = going.current;
    return () => {
      if (element?.contains(document.activeElement) !== true) return;
      requestAnimationFrame(() => {
        if (focusIsLost()) document.querySelector<HTMLElement>(next)?.focus();
      });
    };
  }, [next]);
  return going;
}
