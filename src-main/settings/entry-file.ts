import { z } from 'zod';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import { readChecked, setAside, writeChecked } from './checked-file.ts';
import type { KeyValueFile } from './key-value-file.ts';

/** Entries with ids, all in one file. */
export interface Entries<T> {
  list(): readonly T[];
  get(id: string): T | null;
  /** Adds or replaces; on disk when it returns. Throws `disk-full`, `file-locked`, `folder-unwritable`. */
  put(entry: T): void;
  /** Removes those that are there. Throws as `put`. */
  remove(ids: readonly string[]): void;
}

/**
 * Opens `{ [name]: entries }`. A file that can't be read is set aside whole; when only some entries don't fit, the file is
 * set aside too (they are kept there as they are) and the others stay in use.
 */
export function openEntries<T extends { readonly id: string }>(
  file: KeyValueFile,
  name: string,
  schema: z.ZodType<T>,
): { readonly store: Entries<T>; readonly notices: readonly DocketError[] } {
  const fileSchema = z.object({ [name]: z.array(z.unknown()).readonly() });
  const read = readChecked(file, fileSchema, { [name]: [] });
  const entries = (read.value[name] ?? []).map((entry) => schema.safeParse(entry));
  const broken = entries.some((entry) => !entry.success);
  const notices = broken ? [...read.notices, setAside(file)] : read.notices;
  let kept = new Map(
    entries.flatMap((entry) => (entry.success ? [[entry.data.id, entry.data] as const] : [])),
  );

  function replace(next: Map<string, T>): void {
    writeChecked(file, { [name]: [...next.values()] });
    kept = next;
  }

  return {
    notices,
    store: {
      list: () => [...kept.values()],
      get: (id) => kept.get(id) ?? null,
      put: (entry) => replace(new Map(kept).set(entry.id, entry)),
      remove(ids) {
        const gone = new Set(ids);
        const next = new Map([...kept].filter(([id]) => !gone.has(id)));
        if (next.size < kept.size) replace(next);
      },
    },
  };
}
