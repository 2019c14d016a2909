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
  if ((spec?.sort.length ?? 0) > 0) {
    // Where the rows are sorted none is near another: only the row itself is looked for.
    const [at] = await query(connection, `SELECT rowid FROM ${list} WHERE r = ${Math.trunc(rowId)} LIMIT 1`);
    return { row: at === undefined ? null : asNumber(at[0]), nearest: null };
  }
  const values = { row: BigInt(rowId) };
  const [found = []] = await query(
    connection,
    `SELECT min(rowid) FILTER (WHERE r = $row::BIGINT), count(*) FILTER (WHERE r < $row::BIGINT) FROM ${list}`,
    values,
  );
  const [place, before] = found;
  if (place !== null && place !== undefined) return { row: asNumber(place), nearest: null };
  if (total === 0) return { row: null, nearest: null };
  const row = Math.min(asNumber(before), total - 1);
  const [near] = await query(connection, `SELECT r FROM ${list} WHERE rowid = $at::BIGINT`, {
    at: BigInt(row),
  });
  return { row: null, nearest: near === undefined ? null : { row, rowId: asNumber(near[0]) } };
}
