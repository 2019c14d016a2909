import type { DuckDBConnection } from '@duckdb/node-api';
import { asNumber, query, run, type StoreLimits } from './store.ts';

/** Below, a scan is as fast: a row group of DuckDB has 122,880 rows. */
const fewest = 200_000;
/** What the index takes at most of the memory: about eight bytes a row. */
const share = 1 / 4;

/**
 * Makes single rows of `data.t` cheap to read, wherever they lie: a page of a sorted view takes its rows from all over
 * the table, and DuckDB reads row groups whole when it looks for rows by `rowid`. An index on a column `i` that repeats
 * `rowid` finds each one at once. True when it is there. https://duckdb.org/docs/stable/sql/indexes
 */
export async function indexRows(
  connection: DuckDBConnection,
  rows: number,
  { memoryMegabytes, threads }: StoreLimits,
): Promise<boolean> {
  if (rows < fewest || rows * 8 > memoryMegabytes * 1_000_000 * share) return false;
  await run(connection, 'CREATE OR REPLACE SEQUENCE data.numbers START 0 MINVALUE 0');
  // Several threads would hand out the numbers in another order than that of the rows.
  await run(connection, 'SET threads = 1');
  try {
    await run(connection, "ALTER TABLE data.t ADD COLUMN i BIGINT DEFAULT nextval('data.numbers')");
  } finally {
    await run(connection, `SET threads = ${threads}`);
  }
  const [wrong] = await query(connection, 'SELECT count(*) FROM data.t WHERE i IS DISTINCT FROM rowid');
  if (asNumber(wrong?.[0]) !== 0) return false;
  await run(connection, 'CREATE INDEX byNumber ON data.t(i)');
  return true;
}
