import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { ledgerFailure } from './ledger-failure.ts';

type Value = string | number | null;

/** The open database: cached statements, nested transactions, and failures without SQL or paths. */
export interface LedgerSession {
  run(sql: string, ...values: readonly Value[]): void;
  get(sql: string, ...values: readonly Value[]): unknown;
  all(sql: string, ...values: readonly Value[]): readonly unknown[];
  /** One inside another is a savepoint: its failure, when caught, leaves the outer one's work. */
  readonly transaction: <T>(work: () => T) => T;
  readonly afterTransaction: (run: (kept: boolean) => void) => void;
  readonly close: () => void;
}

export function createLedgerSession(db: DatabaseSyncInstance): LedgerSession {
  const statements = new Map<string, StatementSyncInstance>();
  /** One list of those who wait for each transaction that is open, the innermost last. */
  const waiting: ((kept: boolean) => void)[][] = [];

  const statement = (sql: string): StatementSyncInstance => {
    const cached = statements.get(sql);
    if (cached !== undefined) return cached;
    const prepared = db.prepare(sql);
    statements.set(sql, prepared);
    return prepared;
  };
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw ledgerFailure(error);
    }
  };

  function transaction<T>(work: () => T): T {
    const depth = waiting.length;
    const mine: ((kept: boolean) => void)[] = [];
    guard(() => db.exec(depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT level_${depth}`));
    waiting.push(mine);
    let result: T;
    try {
      result = work();
      guard(() => db.exec(depth === 0 ? 'COMMIT' : `RELEASE level_${depth}`));
    } catch (error) {
      waiting.pop();
      // A full disk makes SQLite roll back by itself: https://www.sqlite.org/lang_transaction.html
      if (db.isTransaction) {
        guard(() => db.exec(depth === 0 ? 'ROLLBACK' : `ROLLBACK TO level_${depth}; RELEASE level_${depth}`));
      }
      for (const run of mine) run(false);
      throw error;
    }
    waiting.pop();
    const outer = waiting.at(-1);
    if (outer !== undefined) outer.push(...mine);
    else for (const run of mine) run(true);
    return result;
  }

  return {
    run: (sql, ...values) => {
      guard(() => statement(sql).run(...values));
    },
    get: (sql, ...values) => guard((): unknown => statement(sql).get(...values) ?? null),
    all: (sql, ...values) => guard((): readonly unknown[] => statement(sql).all(...values)),
    transaction,
    afterTransaction(run) {
      const open = waiting.at(-1);
      if (open === undefined) run(true);
      else open.push(run);
    },
    close() {
      statements.clear();
      guard(() => db.close());
    },
  };
}
