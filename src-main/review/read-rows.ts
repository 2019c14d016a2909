import type { DuckDBConnection } from '@duckdb/node-api';
import { longestCell, type RowsPage } from '../../src-preload/contract/review.ts';
import type { Cells } from './csv-reader.ts';
import { asNumber, asText, query } from './store.ts';
import { allColumns, cellSql, type TableColumns } from './table-columns.ts';
import type { MadeView } from './views.ts';

interface Window {
  readonly offset: number;
  readonly limit: number;
  readonly columns: readonly number[] | null;
}

/** A window of a view, wherever it lies: found by place, not by counting. */
export async function readRows(
  connection: DuckDBConnection,
  columns: TableColumns,
  view: MadeView,
  { offset, limit, columns: asked }: Window,
): Promise<RowsPage> {
  const wanted = asked ?? allColumns(columns);
  const known = wanted.filter((index) => index < allColumns(columns).length);
  const cells = known.map((index) => cellSql(columns, index, 't'));
  // Long cells are cut where they are: a 100 MB cell never leaves the table whole.
  const cut = cells.map((cell) => `left(${cell}, ${longestCell + 1})`);
  const select = ['t.rowid', ...cut].join(', ');
  const values = { from: BigInt(offset), to: BigInt(offset + limit) };
  const sql =
    view.list === null
      ? `SELECT ${select} FROM data.t AS t WHERE t.rowid >= $from::BIGINT AND t.rowid < $to::BIGINT ORDER BY t.rowid`
      : `SELECT ${select} FROM ${view.list} AS w JOIN data.t AS t ON t.rowid = w.r
         WHERE w.rowid >= $from::BIGINT AND w.rowid < $to::BIGINT ORDER BY w.rowid`;
  const rows = await query(connection, sql, values);
  const ids = rows.map((row) => asNumber(row[0]));
  const page = pageOf(
    offset,
    view.total,
    rows.map((row) => row.slice(1).map(asText)),
    ids,
  );
  if (page.cut === undefined) return page;
  // Their whole lengths, asked only where there are any.
  const lengths = await query(
    connection,
    `SELECT t.rowid, ${cells.map((cell) => `length(${cell})`).join(', ')} FROM data.t AS t
     WHERE t.rowid IN (${[...new Set(page.cut.map(({ row }) => ids[row] ?? 0))].join(', ')})`,
  );
  const byId = new Map(lengths.map((row) => [asNumber(row[0]), row.slice(1).map(asNumber)]));
  return {
    ...page,
    cut: page.cut.map((place) => ({
      ...place,
      length: byId.get(ids[place.row] ?? -1)?.[place.column] ?? place.length,
    })),
  };
}

/** A page with its long cells cut. */
export function pageOf(
  offset: number,
  total: number,
  rows: readonly Cells[],
  ids: readonly number[],
): RowsPage {
  const cut: { row: number; column: number; length: number }[] = [];
  const page = rows.map((cells, row) =>
    cells.map((cell, column) => {
      if (cell === null || cell.length <= longestCell) return cell;
      cut.push({ row, column, length: cell.length });
      return cell.slice(0, longestCell);
    }),
  );
  return { offset, total, rows: page, ids: [...ids], ...(cut.length === 0 ? {} : { cut }) };
}
