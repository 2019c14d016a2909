import { useEffect, useRef } from 'react';

/** Ctrl or Cmd with a letter, wherever on the screen the focus is, or isn't; each is a button as well. */
export function useShortcuts(on: boolean, shortcuts: Readonly<Record<string, () => void>>): void {
  const held = useRef(shortcuts);
  held.current = shortcuts;
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      // What lies over the screen has its own keys.
      if (document.querySelector('[role="dialog"][aria-modal="true"],[role="alertdialog"]') !== null) return;
      const run = held.current[event.key.toLowerCase()];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [on]);
}
