import type { DuckDBValue } from '@duckdb/node-api';
import { longestCell, type RowsPage } from '../../src-preload/contract/review.ts';
import type { Cells } from './csv-reader.ts';
import { fetchRows } from './fetch-rows.ts';
import { asNumber, asText, freest, query } from './store.ts';
import { allColumns, cellSql } from './table-columns.ts';
import type { ReadyTable } from './table-session.ts';
import type { MadeView } from './views.ts';

interface Window {
  readonly offset: number;
  readonly limit: number;
  readonly columns: readonly number[] | null;
}

/** A window of a view, wherever it lies: found by place, not by counting. */
export async function readRows(
  { readers, columns: columnsOf, isIndexed }: Pick<ReadyTable, 'readers' | 'columns' | 'isIndexed'>,
  view: MadeView,
  { offset, limit, columns: asked }: Window,
): Promise<RowsPage> {
  const columns = columnsOf();
  const connection = freest(readers);
  const wanted = asked ?? allColumns(columns);
  const known = wanted.filter((index) => index < allColumns(columns).length);
  const cells = known.map((index) => cellSql(columns, index, 't'));
  // Long cells are cut where they are: a 100 MB cell never leaves the table whole.
  const cut = cells.map((cell) => `left(${cell}, ${longestCell + 1})`);
  const values = { from: BigInt(offset), to: BigInt(offset + limit) };
  let ids: readonly number[];
  let rows: readonly (readonly DuckDBValue[])[];
  if (view.list === null) {
    const found = await query(
      connection,
      `SELECT ${['t.rowid', ...cut].join(', ')} FROM data.t AS t
       WHERE t.rowid >= $from::BIGINT AND t.rowid < $to::BIGINT ORDER BY t.rowid`,
      values,
    );
    ids = found.map((row) => asNumber(row[0]));
    rows = found.map((row) => row.slice(1));
  } else {
    const listed = await query(
      connection,
      `SELECT r FROM ${view.list} WHERE rowid >= $from::BIGINT AND rowid < $to::BIGINT ORDER BY rowid`,
      values,
    );
    ids = listed.map((row) => asNumber(row[0]));
    const found = await fetchRows(readers, 'data.t', isIndexed(), ids, cut);
    rows = ids.map((id) => found.get(id) ?? []);
  }
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
    readers,
    'data.t',
    isIndexed(),
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
