import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { TableName } from './loading.ts';
import { asNumber, query } from './store.ts';

/** What `select` (SQL on `t`) tells of the rows with these numbers, by number. */
export async function fetchRows(
  connection: DuckDBConnection,
  table: TableName,
  ids: readonly number[],
  select: readonly string[],
): Promise<ReadonlyMap<number, readonly DuckDBValue[]>> {
  if (ids.length === 0) return new Map();
  // Told between which rows they lie, DuckDB leaves the others alone.
  const least = ids.reduce((low, id) => Math.min(low, id));
  const greatest = ids.reduce((high, id) => Math.max(high, id));
  const rows = await query(
    connection,
    `SELECT ${['t.rowid', ...select].join(', ')} FROM ${table} AS t
     WHERE t.rowid >= ${least} AND t.rowid <= ${greatest} AND t.rowid IN (${listOf(ids)})`,
  );
  return new Map(rows.map((row) => [asNumber(row[0]), row.slice(1)]));
}

/** Numbers of ours, which may stand in SQL as they are. */
const listOf = (ids: readonly number[]) => ids.map((id) => String(Math.trunc(id))).join(', ');
