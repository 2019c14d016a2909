import type { DuckDBConnection } from '@duckdb/node-api';
import type { RowPlace } from '../../src-preload/contract/review-view.ts';
import { asNumber, query } from './store.ts';
import type { ReadyTable } from './table-session.ts';
import type { MadeView, ViewSpec } from './views.ts';

/** Where a row stands among all rows, as many as there are. */
export function placeAmongAll(rowId: number, total: number): RowPlace {
  if (rowId < total) return { row: rowId, nearest: null };
  return { row: null, nearest: total === 0 ? null : { row: total - 1, rowId: total - 1 } };
}

/** Where a row stands in a view, and which one is nearest where it stands in none. */
export async function placeOfRow(
  { readers }: Pick<ReadyTable, 'readers'>,
  spec: ViewSpec | null,
  view: MadeView,
  rowId: number,
): Promise<RowPlace> {
  const { list, total } = view;
  if (list === null) return placeAmongAll(rowId, total);
  // Somebody is on the way to it: what is being read ahead, wherever it is, is of no use any more.
  return readers.now({ list, offset: Number.POSITIVE_INFINITY }, (connection) =>
    placeInList(connection, { list, total }, (spec?.sort.length ?? 0) > 0, Math.trunc(rowId)),
  );
}

/** `row` is a number of ours: it may stand in SQL, which is sooner understood so. */
async function placeInList(
  connection: DuckDBConnection,
  { list, total }: MadeView,
  isSorted: boolean,
  row: number,
): Promise<RowPlace> {
  // A LIMIT would keep DuckDB from using all processors.
  const [at] = await query(connection, `SELECT rowid FROM ${list} WHERE r = ${row}`);
  if (at !== undefined) return { row: asNumber(at[0]), nearest: null };
  // Where the rows are sorted none is near another.
  if (total === 0 || isSorted) return { row: null, nearest: null };
  const [before = []] = await query(connection, `SELECT count(*) FROM ${list} WHERE r < ${row}`);
  const place = Math.min(asNumber(before[0]), total - 1);
  const [near] = await query(connection, `SELECT r FROM ${list} WHERE rowid = ${place}`);
  return { row: null, nearest: near === undefined ? null : { row: place, rowId: asNumber(near[0]) } };
}
