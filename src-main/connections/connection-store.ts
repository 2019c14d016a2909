import { z } from 'zod';
import { type Connection, connectionSchema } from '../../src-preload/contract/connections.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import { readChecked, setAside, writeChecked } from '../settings/checked-file.ts';
import type { KeyValueFile } from '../settings/key-value-file.ts';

/** The connections that a person made, in connections.json: no secret among them. */
export interface ConnectionStore {
  list(): readonly Connection[];
  get(id: string): Connection | null;
  /** Adds or replaces; on disk when it returns. Throws `disk-full`, `file-locked`, `folder-unwritable`. */
  put(connection: Connection): void;
  remove(id: string): void;
}

const fileSchema = z.object({ connections: z.array(z.unknown()).readonly() });

/**
 * Opens the store. A file that can't be read is set aside whole; when only some entries don't fit, the file is set
 * aside too (they are kept there as they are) and the others stay in use.
 */
export function openConnectionStore(file: KeyValueFile): {
  readonly store: ConnectionStore;
  readonly notices: readonly DocketError[];
} {
  const read = readChecked(file, fileSchema, { connections: [] });
  const entries = read.value.connections.map((entry) => connectionSchema.safeParse(entry));
  const broken = entries.some((entry) => !entry.success);
  const notices = broken ? [...read.notices, setAside(file)] : read.notices;
  let kept = new Map(
    entries.flatMap((entry) => (entry.success ? [[entry.data.id, entry.data] as const] : [])),
  );

  function replace(next: Map<string, Connection>): void {
    writeChecked(file, { connections: [...next.values()] });
    kept = next;
  }

  return {
    notices,
    store: {
      list: () => [...kept.values()],
      get: (id) => kept.get(id) ?? null,
      put: (connection) => replace(new Map(kept).set(connection.id, connection)),
      remove(id) {
        const next = new Map(kept);
        if (next.delete(id)) replace(next);
      },
    },
  };
}
