import { useLayoutEffect, useRef } from 'react';

/**
 * Where the focus was when something came to lie above takes it back when that has gone. What the person has gone to
 * meanwhile keeps it.
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
    if (!(back instanceof HTMLElement) || back === document.body) return;
    // After the surface has let the focus go.
    const frame = requestAnimationFrame(() => {
      const { activeElement } = document;
      const lost = activeElement === null || activeElement === document.body;
      if (lost && back.isConnected) back.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [open]);
}
