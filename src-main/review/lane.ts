import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { Failure } from '../ports/failure.ts';
import { asFailure, query, type Values } from './store.ts';

/** What a piece of work asks DuckDB with; throws `cancelled` as soon as a newer piece has come. */
export interface Asking {
  ask(sql: string, values?: Values): Promise<readonly (readonly DuckDBValue[])[]>;
  readonly connection: DuckDBConnection;
  /** Throws when the work isn't wanted any more. */
  check(): void;
}

/** One piece of work at a time, and the newest wins: the one under way is interrupted and answers `cancelled`. */
export function createLane(connect: () => Promise<DuckDBConnection>) {
  let connection: DuckDBConnection | null = null;
  let newest = 0;
  let running = false;
  let before: Promise<unknown> = Promise.resolve();

  function cancel(): void {
    newest += 1;
    if (running) connection?.interrupt();
  }

  function work<T>(piece: (asking: Asking) => Promise<T>): Promise<T> {
    cancel();
    const mine = newest;
    const check = () => {
      if (mine !== newest) throw new Failure('cancelled');
    };
    const mineRuns = before.then(async () => {
      check();
      const own = connection ?? (await connect());
      connection = own;
      running = true;
      try {
        const answer = await piece({
          connection: own,
          check,
          async ask(sql, values) {
            check();
            return query(own, sql, values);
          },
        });
        check();
        return answer;
      } catch (thrown) {
        check();
        throw asFailure(thrown);
      } finally {
        running = false;
      }
    });
    before = mineRuns.catch(() => undefined);
    return mineRuns;
  }

  return { work, cancel };
}
export type Lane = ReturnType<typeof createLane>;
