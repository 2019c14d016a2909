import { startTransition, useEffect, useState } from 'react';
import { useDesk, useDeskState } from './desk/desk-context.ts';

/** A window that is not drawn shows no frames. */
const mostWait = 200;

/**
 * Whether the first rows are on the screen: everything around them can wait for that, and the rest of the file, whose
 * reading takes the whole processor.
 */
export function useSettled(): boolean {
  const desk = useDesk();
  const open = useDeskState(({ phase, shown }) => phase.kind === 'open' && shown !== null);
  const failed = useDeskState(({ phase }) => phase.kind === 'failed');
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!open) return;
    const end = () => {
      stop();
      startTransition(() => setSettled(true));
      desk.shown();
    };
    // The frame after the one that draws them.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(end);
    });
    const timer = setTimeout(end, mostWait);
    const stop = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
    return stop;
  }, [open, desk]);
  return settled || failed;
}
