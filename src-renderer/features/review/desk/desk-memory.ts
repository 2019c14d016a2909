import type { OpenTable } from '../../../../src-preload/contract/review.ts';
import { ask } from '../../../state/docket.ts';
import { type DeskParts, deferred } from './desk-parts.ts';
import { recall, remember, type View } from './remembered.ts';

const afterLastChange = 500;

export interface DeskMemory {
  /** The view has changed by hand: it is kept a moment later. */
  readonly note: () => void;
  readonly flush: () => void;
  readonly recall: (table: OpenTable) => View | null;
}

/** Keeps the view for the next export of this kind. */
export function createDeskMemory({ ports, store, handle }: DeskParts): DeskMemory {
  const later = deferred(afterLastChange);
  return {
    note: () => {
      const open = handle();
      if (open === null) return;
      later.run(() => {
        const { query, layout, table } = store.getState();
        if (table === null) return;
        // A view that can't be kept is no trouble to tell of: it is on screen as it was.
        void ask(ports.review.remember({ handle: open, layout: remember({ query, layout }, table.columns) }));
      });
    },
    flush: later.flush,
    recall: (table) => recall(table.remembered, table.columns),
  };
}
