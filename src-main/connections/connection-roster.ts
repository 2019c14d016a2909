import type { Connection } from '../../src-preload/contract/connections.ts';
import type { ConnectionStore } from './connection-store.ts';

/** The person's connections and, while practising, those of the practice vendors, which are never written to disk. */
export interface ConnectionRoster extends ConnectionStore {
  /** Replaces the practice connections; an empty list ends practising. Throws on one not marked as practice. */
  setPractice(connections: readonly Connection[]): void;
}

/** `onPracticeChange` hears what a person changes of a practice connection. */
export function createConnectionRoster(
  store: ConnectionStore,
  onPracticeChange: (connection: Connection) => void,
): ConnectionRoster {
  let practice = new Map<string, Connection>();
  return {
    list: () => [...store.list(), ...practice.values()],
    get: (id) => practice.get(id) ?? store.get(id),
    put(connection) {
      if (!connection.practice) return store.put(connection);
      practice = new Map(practice).set(connection.id, connection);
      onPracticeChange(connection);
    },
    remove: (ids) => store.remove(ids),
    setPractice(connections) {
      const real = connections.find((connection) => !connection.practice);
      if (real !== undefined) throw new Error(`Not a practice connection: ${real.id}`);
      practice = new Map(connections.map((connection) => [connection.id, connection]));
    },
  };
}
