import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { Failure } from '../ports/failure.ts';
import { shareOf, tellsProgress } from './followed.ts';
import type { Quiet } from './quiet.ts';
import { asFailure, isCancelled, query, type Values } from './store.ts';

/** What a piece of work asks DuckDB with; throws `cancelled` as soon as a newer piece has come. */
export interface Asking {
  ask(sql: string, values?: Values): Promise<readonly (readonly DuckDBValue[])[]>;
  readonly connection: DuckDBConnection;
  /** Throws when the work isn't wanted any more. */
  check(): void;
}

/** Who hears how far a piece of work is. */
export interface Follower {
  /** About so many statements will be asked. */
  readonly statements: number;
  /** From 0 to 1, never less than before; null when the work has ended. A short piece of work tells nothing at all. */
  readonly tell: (share: number | null) => void;
}

/** Work that is done sooner needs no word. */
const longWork = 300;
const tellEvery = 200;

/**
 * One piece of work at a time, and the newest wins: the one under way is interrupted and answers `cancelled`. Where
 * nobody waits for the lane's work (`behind`), its statements give way to what somebody asks meanwhile.
 */
export function createLane(
  connect: () => Promise<DuckDBConnection>,
  quiet?: Quiet,
  how: 'asked' | 'behind' = 'asked',
) {
  let connection: DuckDBConnection | null = null;
  let newest = 0;
  let running = false;
  let before: Promise<unknown> = Promise.resolve();

  function cancel(): void {
    newest += 1;
    if (running) connection?.interrupt();
  }

  async function own(): Promise<DuckDBConnection> {
    if (connection !== null) return connection;
    const made = await connect();
    await tellsProgress(made);
    connection = made;
    return made;
  }

  function work<T>(piece: (asking: Asking) => Promise<T>, follower?: Follower): Promise<T> {
    cancel();
    const mine = newest;
    const check = () => {
      if (mine !== newest) throw new Failure('cancelled');
    };
    const runs = async () => {
      check();
      const by = await own();
      let done = 0;
      const end = follow(follower, () => done + shareOf(by));
      running = true;
      try {
        const answer = await piece({
          connection: by,
          check,
          async ask(sql, values) {
            const statement = () => {
              check();
              return query(by, sql, values);
            };
            const rows = await (quiet === undefined || how === 'asked'
              ? statement()
              : quiet.gently({ ask: statement, stop: () => by.interrupt(), wasStopped: isCancelled }));
            done += 1;
            return rows;
          },
        });
        check();
        return answer;
      } catch (thrown) {
        check();
        throw asFailure(thrown);
      } finally {
        running = false;
        end();
      }
    };
    const mineRuns = before.then(() => {
      if (quiet === undefined) return runs();
      return how === 'asked' ? quiet.during(runs) : quiet.behind(runs);
    });
    before = mineRuns.catch(() => undefined);
    return mineRuns;
  }

  return { work, cancel };
}
export type Lane = ReturnType<typeof createLane>;

/** Tells of work until what it answers is called. `done` counts statements. */
function follow(follower: Follower | undefined, done: () => number): () => void {
  if (follower === undefined) return () => {};
  const { statements, tell } = follower;
  const begun = performance.now();
  let share = 0;
  let told = false;
  const ticking = setInterval(() => {
    if (performance.now() - begun < longWork) return;
    told = true;
    share = Math.max(share, Math.min(done() / statements, 1));
    tell(share);
  }, tellEvery);
  return () => {
    clearInterval(ticking);
    if (told) tell(null);
  };
}

/** The same asking, which tells after each statement how far it is, of about so many. */
export function stepping(asking: Asking, statements: number, tell: (share: number) => void): Asking {
  let done = 0;
  return {
    ...asking,
    async ask(sql, values) {
      const rows = await asking.ask(sql, values);
      done += 1;
      tell(Math.min(done / statements, 1));
      return rows;
    },
  };
}
