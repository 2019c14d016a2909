import type { DuckDBConnection } from '@duckdb/node-api';
import { asText, type Reading } from './column-types.ts';
import { judgeTypes } from './judge-types.ts';
import type { Loaded } from './loading.ts';
import { createQuiet, type Quiet } from './quiet.ts';
import { isCancelled, query } from './store.ts';

/** The judging of a table's columns, which goes on behind the table that can be used already. */
export interface Typing {
  /** Settled when all columns are judged. */
  readonly all: Promise<void>;
  /** Settles when these are, which are taken before the others. */
  of(columns: readonly number[]): Promise<void>;
}

/** `onVerdict` hears of each column; when it can't be judged it is text, which is always true. */
export function beginTyping(
  connection: DuckDBConnection,
  { names, nested, rows }: Pick<Loaded, 'names' | 'nested'> & { readonly rows: number },
  signal: AbortSignal,
  onVerdict: (column: number, reading: Reading) => void,
  quiet: Quiet = createQuiet(),
): Typing & { readonly complete: Promise<boolean> } {
  const left = new Set(names.keys());
  const waiting = new Map<() => void, ReadonlySet<number>>();

  function judged(column: number, reading: Reading): void {
    left.delete(column);
    onVerdict(column, reading);
    for (const [go, columns] of waiting) {
      if ([...columns].some((one) => left.has(one))) continue;
      waiting.delete(go);
      go();
    }
  }

  const complete = judgeTypes(connection, {
    names,
    nested,
    rows,
    ask: (sql) =>
      quiet.gently({
        ask: () => {
          signal.throwIfAborted();
          return query(connection, sql);
        },
        stop: () => connection.interrupt(),
        wasStopped: isCancelled,
        isWantedNow: () => waiting.size > 0 || signal.aborted,
      }),
    check: () => signal.throwIfAborted(),
    wanted: () => new Set([...waiting.values()].flatMap((columns) => [...columns])),
    onVerdict: judged,
  }).then(
    () => true,
    () => {
      // Closed meanwhile, or no room.
      for (const column of [...left]) judged(column, asText);
      return false;
    },
  );
  signal.addEventListener('abort', quiet.hurry, { once: true });
  return {
    complete,
    all: complete.then(() => undefined),
    of(columns) {
      const open = new Set(columns.filter((column) => left.has(column)));
      if (open.size === 0) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.set(resolve, open);
        quiet.hurry();
      });
    },
  };
}
