import type { Result } from '../../src-preload/contract/errors.ts';

/**
 * Entries of a long list, read in pages as they come into sight. `get` answers undefined for what isn't read yet and
 * null for what is not there (any more); `want` reads the page of an entry. A change is told to those who subscribed.
 */
export interface PagedList<T> {
  get(index: number): T | null | undefined;
  want(index: number): void;
  subscribe(listener: () => void): () => void;
  /** Reads what was read again; what is held stays in sight meanwhile. */
  refresh(): void;
  /** Drops everything; answers that are on their way no longer count. */
  drop(): void;
}

export function createPagedList<T>(options: {
  readonly pageSize: number;
  readonly read: (offset: number, limit: number) => Promise<Result<readonly T[]>>;
}): PagedList<T> {
  const { pageSize, read } = options;
  let pages = new Map<number, readonly T[] | 'reading' | 'failed'>();
  /** Held while they are read again. */
  let older = new Map<number, readonly T[]>();
  let generation = 0;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };

  async function load(page: number): Promise<void> {
    pages.set(page, 'reading');
    const mine = generation;
    const answer = await read(page * pageSize, pageSize);
    if (mine !== generation) return;
    older.delete(page);
    pages.set(page, answer.ok ? answer.value : 'failed');
    tell();
  }

  return {
    get(index) {
      const page = Math.floor(index / pageSize);
      const held = pages.get(page);
      const entries = held === 'reading' || held === undefined ? older.get(page) : held;
      if (entries === undefined) return undefined;
      return entries === 'failed' ? null : (entries[index % pageSize] ?? null);
    },
    want(index) {
      const page = Math.floor(index / pageSize);
      if (!pages.has(page)) void load(page);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    refresh() {
      generation += 1;
      for (const [page, held] of pages) if (typeof held !== 'string') older.set(page, held);
      pages = new Map();
      tell();
    },
    drop() {
      generation += 1;
      pages = new Map();
      older = new Map();
      tell();
    },
  };
}
