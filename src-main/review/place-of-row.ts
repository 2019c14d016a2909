import type { RowPlace } from '../../src-preload/contract/review-view.ts';
import { asNumber, freest, query } from './store.ts';
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
  { list, total }: MadeView,
  rowId: number,
): Promise<RowPlace> {
  if (list === null) return placeAmongAll(rowId, total);
  const connection = freest(readers.inSight);
  // A number of ours: it may stand in SQL, which is sooner understood so. A LIMIT would keep DuckDB from using all cores.
  const row = Math.trunc(rowId);
  const [at] = await query(connection, `SELECT rowid FROM ${list} WHERE r = ${row}`);
  if (at !== undefined) return { row: asNumber(at[0]), nearest: null };
  // Where the rows are sorted none is near another.
  if (total === 0 || (spec?.sort.length ?? 0) > 0) return { row: null, nearest: null };
  const [before = []] = await query(connection, `SELECT count(*) FROM ${list} WHERE r < ${row}`);
  const place = Math.min(asNumber(before[0]), total - 1);
  const [near] = await query(connection, `SELECT r FROM ${list} WHERE rowid = ${place}`);
  return { row: null, nearest: near === undefined ? null : { row: place, rowId: asNumber(near[0]) } };
}
