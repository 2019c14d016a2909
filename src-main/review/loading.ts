import type { DuckDBConnection } from '@duckdb/node-api';
import type { BrokenLine } from '../../src-preload/contract/review.ts';

/** The table of what is open, that of an earlier retrieval which it is compared with, and one that is looked at in passing. */
export type TableName = 'data.t' | 'data.o' | 'data.e';

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
  /** Lines left out; and of those shown, the short ones, and those with bytes that are no text in this encoding. */
  counts(): { readonly broken: number; readonly short: number; readonly undecodable: number };
  /** `total` can be looked at; `unlisted` more are only counted. */
  page(
    offset: number,
    limit: number,
  ): { readonly total: number; readonly unlisted: number; readonly lines: readonly BrokenLine[] };
  clear(): void;
}

/** Lines kept for the list; beyond that they are only counted. */
const mostKept = 10_000;

export function createBrokenLines(): BrokenLines {
  let kept: BrokenLine[] = [];
  let broken = 0;
  let short = 0;
  let undecodable = 0;
  return {
    add(line) {
      if (!line.shown) broken += 1;
      else if (line.why === 'undecodable') undecodable += 1;
      else short += 1;
      if (kept.length < mostKept) kept.push(line);
    },
    counts: () => ({ broken, short, undecodable }),
    page: (offset, limit) => ({
      total: kept.length,
      unlisted: broken + short + undecodable - kept.length,
      lines: kept.slice(offset, offset + limit),
    }),
    clear() {
      kept = [];
      broken = 0;
      short = 0;
      undecodable = 0;
    },
  };
}
