import type { DuckDBValue } from '@duckdb/node-api';
import type { Reading } from './column-types.ts';

/** The judging of a table's columns: what it is about, and what it asks with. */
export interface Judging {
  readonly names: readonly string[];
  readonly nested: ReadonlySet<number>;
  readonly rows: number;
  /** Columns that somebody waits for: they are judged before the others. */
  readonly wanted: () => ReadonlySet<number>;
  /** For what looks at all rows: asks it as soon as nobody is in the way. */
  readonly ask: (sql: string) => Promise<readonly (readonly DuckDBValue[])[]>;
  /** Throws when nobody wants to know any more. */
  readonly check: () => void;
  readonly onVerdict: (column: number, reading: Reading) => void;
}
