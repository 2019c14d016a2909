import type { DocketError } from '../../src-preload/contract/errors.ts';

/** What a button beside what was said does. */
export interface Offer {
  /** `undo` takes back what was done, also by the keys; `action` goes on from it. */
  readonly kind: 'undo' | 'action';
  readonly label: string;
  readonly run: () => void;
}

/** What is said in passing, at the edge of the window. */
export type Message =
  | { readonly kind: 'done'; readonly title: string; readonly text?: string; readonly offer?: Offer }
  | { readonly kind: 'error'; readonly error: DocketError; readonly again?: () => void };

const listeners = new Set<(message: Message) => void>();

export function onMessage(listener: (message: Message) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(message: Message): void {
  for (const listener of listeners) listener(message);
}

export function tellDone(title: string, text?: string, offer?: Offer): void {
  tell({
    kind: 'done',
    title,
    ...(text === undefined ? {} : { text }),
    ...(offer === undefined ? {} : { offer }),
  });
}

/** `again` is offered as "Try again" where the error's own action says that this helps. */
export function tellError(error: DocketError, again?: () => void): void {
  tell(again === undefined ? { kind: 'error', error } : { kind: 'error', error, again });
}
