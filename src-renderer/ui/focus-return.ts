import { useLayoutEffect, useRef } from 'react';
import { focusIsLost } from './focus-lost.ts';

/** Fluent gives the focus back to what is marked for it, a moment after a surface has gone. */
const afterFluent = 100;
/** So long a surface may take to go, or the screen that it leads to take to come; ms. */
const patience = 1000;

/**
 * Where the focus was when something came to lie above takes it back when that has gone; the heading, when that place
 * has gone as well. What the person has gone to meanwhile keeps it.
 */
export function useFocusReturn(open: boolean): void {
  const from = useRef<Element | null>(null);
  const wasOpen = useRef(false);
  // Before what opens takes the focus.
  if (open && !wasOpen.current) from.current = document.activeElement;
  wasOpen.current = open;
  useLayoutEffect(() => {
    if (open) return;
    const back = from.current;
    from.current = null;
    if (back === null) return;
    const place = () =>
      back instanceof HTMLElement && back !== document.body && back.isConnected ? back : null;
    // After the surface has let the focus go.
    const frame = requestAnimationFrame(() => {
      if (focusIsLost()) place()?.focus();
    });
    // Some surfaces hold on to the focus a little longer, and the place may yet go with its screen.
    let waited = 0;
    const later = setInterval(() => {
      waited += afterFluent;
      if (focusIsLost()) (place() ?? document.querySelector<HTMLElement>('main h1[tabindex]'))?.focus();
      if (waited >= patience) clearInterval(later);
    }, afterFluent);
    return () => {
      cancelAnimationFrame(frame);
      clearInterval(later);
    };
  }, [open]);
}
