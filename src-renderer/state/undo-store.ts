import { create } from 'zustand';
import { type Offer, onMessage } from './messages.ts';

export interface Undoable {
  /** What was done, as it was said. */
  readonly title: string;
  readonly undo: Offer;
}

/** As long as main keeps what it was told to let go. */
const offeredFor = 55_000;

/** The last deed that can be taken back; for the keys, after what was said in passing has gone. */
export const useUndoable = create<{ readonly last: Undoable | null }>()(() => ({ last: null }));

/** Remembers what is offered in passing. Returns what ends that. */
export function rememberUndo(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = onMessage((message) => {
    if (message.kind !== 'done' || message.offer?.kind !== 'undo') return;
    clearTimeout(timer);
    const last = { title: message.title, undo: message.offer };
    useUndoable.setState({ last });
    timer = setTimeout(() => forgetUndo(last), offeredFor);
  });
  return () => {
    clearTimeout(timer);
    end();
  };
}

function forgetUndo(undoable: Undoable): void {
  if (useUndoable.getState().last === undoable) useUndoable.setState({ last: null });
}

/** Takes the last deed back; false when there is none. */
export function undoLast(): boolean {
  const { last } = useUndoable.getState();
  if (last === null) return false;
  useUndoable.setState({ last: null });
  last.undo.run();
  return true;
}
