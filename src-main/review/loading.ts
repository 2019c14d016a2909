import type { DuckDBConnection } from '@duckdb/node-api';
import type { BrokenLine } from '../../src-preload/contract/review.ts';

/** The table of what is open, and that of an earlier retrieval which it is compared with. */
export type TableName = 'data.t' | 'data.o';

/** What a loader is given and tells of. Its columns are `c0`, `c1`, … so that no name from a file is ever SQL. */
export interface Loading {
  readonly connection: DuckDBConnection;
  readonly table: TableName;
  readonly files: readonly string[];
  readonly signal: AbortSignal;
  readonly broken: BrokenLines;
  progress(bytes: number, rows: number | null): void;
}

export interface Loaded {
  readonly names: readonly string[];
  /** Columns that hold JSON arrays. */
  readonly nested: ReadonlySet<number>;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  /** The table has `p`, the number of the part (from 1). */
  readonly hasParts: boolean;
  /** The table has `f`, `s` and `e`: the file (from 0), and the record's first byte and the one behind its last. */
  readonly hasRecords: boolean;
}

export interface BrokenLines {
  add(line: BrokenLine): void;
  /** Lines left out, and short ones that are shown. */
  counts(): { readonly broken: number; readonly short: number };
  page(offset: number, limit: number): { readonly total: number; readonly lines: readonly BrokenLine[] };
  clear(): void;
}

/** Lines kept for the list; beyond that they are only counted. */
const mostKept = 10_000;

export function createBrokenLines(): BrokenLines {
  let kept: BrokenLine[] = [];
  let broken = 0;
  let short = 0;
  return {
    add(line) {
      if (line.shown) short += 1;
      else broken += 1;
      if (kept.length < mostKept) kept.push(line);
    },
    counts: () => ({ broken, short }),
    page: (offset, limit) => ({ total: kept.length, lines: kept.slice(offset, offset + limit) }),
    clear() {
      kept = [];
      broken = 0;
      short = 0;
    },
  };
}
