import type { DocketError } from '../../src-preload/contract/errors.ts';

/** What is said in passing, at the edge of the window. */
export type Message =
  | { readonly kind: 'done'; readonly title: string; readonly text?: string }
  | { readonly kind: 'error'; readonly error: DocketError; readonly again?: () => void };

const listeners = new Set<(message: Message) => void>();

export function onMessage(listener: (message: Message) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(message: Message): void {
  for (const listener of listeners) listener(message);
}

export function tellDone(title: string, text?: string): void {
  tell(text === undefined ? { kind: 'done', title } : { kind: 'done', title, text });
}

/** `again` is offered as "Try again" where the error's own action says that this helps. */
export function tellError(error: DocketError, again?: () => void): void {
  tell(again === undefined ? { kind: 'error', error } : { kind: 'error', error, again });
}
