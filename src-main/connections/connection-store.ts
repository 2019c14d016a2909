import { type Connection, connectionSchema } from '../../src-preload/contract/connections.ts';
import { type Entries, openEntries } from '../settings/entry-file.ts';
import type { KeyValueFile } from '../settings/key-value-file.ts';

/** The connections that a person made, in connections.json: no secret among them. */
export type ConnectionStore = Entries<Connection>;

/** Opens connections.json. */
export function openConnectionStore(file: KeyValueFile) {
  return openEntries(file, 'connections', connectionSchema);
}
