import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { longestCell, type RowsPage } from '../../src-preload/contract/review.ts';
import type { Cells } from './csv-reader.ts';
import { fetchRows } from './fetch-rows.ts';
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
  // Numbers of ours: they may stand in SQL, which is sooner understood so.
  const within = `rowid >= ${Math.trunc(offset)} AND rowid < ${Math.trunc(offset + limit)}`;
  const found = await query(
    connection,
    view.list === null
      ? `SELECT ${['t.rowid', 't.rowid', ...cut].join(', ')} FROM data.t AS t WHERE ${within}`
      : `SELECT ${['w.rowid', 't.rowid', ...cut].join(', ')}
         FROM (SELECT rowid, r::BIGINT AS r FROM ${view.list} WHERE ${within}) AS w JOIN data.t AS t ON t.rowid = w.r`,
  );
  const inOrder = [...found].sort((a, b) => asNumber(a[0]) - asNumber(b[0]));
  const ids = inOrder.map((row) => asNumber(row[1]));
  const rows: readonly (readonly DuckDBValue[])[] = inOrder.map((row) => row.slice(2));
  const page = pageOf(
    offset,
    view.total,
    rows.map((row) => row.map(asText)),
    ids,
  );
  if (page.cut === undefined) return page;
  // Their whole lengths, asked only where there are any.
  const long = [...new Set(page.cut.map(({ row }) => ids[row] ?? 0))];
  const lengths = await fetchRows(
    connection,
    'data.t',
    long,
    cells.map((cell) => `length(${cell})`),
  );
  return {
    ...page,
    cut: page.cut.map((place) => ({
      ...place,
      length: asNumber(lengths.get(ids[place.row] ?? -1)?.[place.column]) || place.length,
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
