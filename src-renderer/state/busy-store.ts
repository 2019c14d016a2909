import { create } from 'zustand';

interface BusyState {
  /** Ids of the exports for which a call is under way. */
  readonly ids: ReadonlySet<string>;
}

const useBusyStore = create<BusyState>()(() => ({ ids: new Set() }));

export function useBusy(id: string): boolean {
  return useBusyStore((state) => state.ids.has(id));
}

/** Runs one piece of work at a time for an id; a second click while it runs does nothing. */
export async function whileBusy(id: string, work: () => Promise<void>): Promise<void> {
  if (useBusyStore.getState().ids.has(id)) return;
  useBusyStore.setState((state) => ({ ids: new Set([...state.ids, id]) }));
  try {
    await work();
  } finally {
    useBusyStore.setState((state) => ({ ids: new Set([...state.ids].filter((other) => other !== id)) }));
  }
}
