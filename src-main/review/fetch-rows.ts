import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { TableName } from './loading.ts';
import { asNumber, freest, query } from './store.ts';

/** Rows that lie so close together are read in one go: two row groups of DuckDB. */
const closeTogether = 250_000;

/** The connections that pages are read by: what is found one by one is found by all of them at once. */
export type Readers = readonly [DuckDBConnection, ...DuckDBConnection[]];
/** A smaller share isn't worth a statement of its own. */
const leastShare = 25;

/**
 * What `select` (SQL on `t`) tells of the rows with these numbers, by number. Where the table is indexed, rows from all
 * over it are found one by one.
 */
export async function fetchRows(
  readers: Readers,
  table: TableName,
  isIndexed: boolean,
  ids: readonly number[],
  select: readonly string[],
): Promise<ReadonlyMap<number, readonly DuckDBValue[]>> {
  if (ids.length === 0) return new Map();
  const least = ids.reduce((low, id) => Math.min(low, id));
  const greatest = ids.reduce((high, id) => Math.max(high, id));
  const read = async (connection: DuckDBConnection, where: string) => {
    const rows = await query(
      connection,
      `SELECT ${['t.rowid', ...select].join(', ')} FROM ${table} AS t WHERE ${where}`,
    );
    return rows.map((row) => [asNumber(row[0]), row.slice(1)] as const);
  };
  if (!isIndexed || greatest - least <= closeTogether) {
    const where = `t.rowid >= ${least} AND t.rowid <= ${greatest} AND t.rowid IN (${listOf(ids)})`;
    return new Map(await read(freest(readers), where));
  }
  const share = Math.max(Math.ceil(ids.length / readers.length), leastShare);
  const shares = readers
    .map((connection, at) => ({ connection, own: ids.slice(at * share, (at + 1) * share) }))
    .filter(({ own }) => own.length > 0);
  const found = await Promise.all(
    shares.map(({ connection, own }) => read(connection, `t.i IN (${listOf(own)})`)),
  );
  return new Map(found.flat());
}

/** Numbers of ours, which may stand in SQL as they are. */
const listOf = (ids: readonly number[]) => ids.map((id) => String(Math.trunc(id))).join(', ');
