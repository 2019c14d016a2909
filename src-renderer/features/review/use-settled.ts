import { startTransition, useEffect, useState } from 'react';
import { useDesk, useDeskState } from './desk/desk-context.ts';

/** A window that is not drawn shows no frames; a file that takes long keeps nothing else waiting. */
const mostWait = 300;

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
    const end = () => {
      stop();
      startTransition(() => setSettled(true));
      if (open) desk.shown();
    };
    // The frame after the one that draws them.
    let frame = open
      ? requestAnimationFrame(() => {
          frame = requestAnimationFrame(end);
        })
      : 0;
    const timer = setTimeout(end, mostWait);
    const stop = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
    return stop;
  }, [open, desk]);
  return settled || failed;
}
