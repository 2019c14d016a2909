import type { FindInput, FindResult } from '../../src-preload/contract/review-view.ts';
import { anywhereSql, hitSql } from './filter-sql.ts';
import type { Asking } from './lane.ts';
import { asNumber } from './store.ts';
import { allColumns, cellSql, type TableColumns } from './table-columns.ts';
import type { MadeView } from './views.ts';

type Query = Pick<FindInput, 'text' | 'columns' | 'from' | 'direction'>;

/**
 * Counts the cells that contain a text and finds the next one. The rows with hits are listed once for each text and
 * view; going on to the next one reads that list.
 */
export async function findHits(
  asking: Asking,
  columns: TableColumns,
  view: MadeView,
  query: Query,
): Promise<FindResult> {
  const { ask } = asking;
  const searched = query.columns ?? allColumns(columns);
  const values = { text: query.text };
  await listHits(asking, columns, view, query.text, searched);
  const [sums = []] = await ask('SELECT coalesce(sum(n), 0)::BIGINT, count(*) FROM v.hits');
  const cells = asNumber(sums[0]);
  const rows = asNumber(sums[1]);
  if (rows === 0) return { cells, rows, at: null };

  /** Places within `searched` of the row's hits. */
  async function hitsOf(rowId: number): Promise<readonly number[]> {
    const tests = searched.map((index) => hitSql(cellSql(columns, index), '$text'));
    const [row = []] = await ask(`SELECT ${tests.join(', ')} FROM data.t WHERE rowid = $row::BIGINT`, {
      ...values,
      row: BigInt(rowId),
    });
    return row.flatMap((hit, place) => (hit === true ? [place] : []));
  }
  async function rowWhere(condition: string, order: 'ASC' | 'DESC', at: number) {
    const [row] = await ask(
      `SELECT pos, r FROM v.hits WHERE ${condition} ORDER BY pos ${order} LIMIT 1`,
      condition.includes('$at') ? { at: BigInt(at) } : {},
    );
    return row === undefined ? null : { pos: asNumber(row[0]), rowId: asNumber(row[1]) };
  }

  const back = query.direction === 'previous';
  const order = back ? 'DESC' : 'ASC';
  let found: { readonly pos: number; readonly rowId: number; readonly place: number } | null = null;
  if (query.from !== undefined) {
    const { row, column } = query.from;
    const here = await rowWhere('pos = $at::BIGINT', order, row);
    const from = searched.indexOf(column);
    if (here !== null) {
      const places = (await hitsOf(here.rowId)).filter((place) => (back ? place < from : place > from));
      const place = back ? places.at(-1) : places[0];
      if (place !== undefined) found = { ...here, place };
    }
    if (found === null) {
      const next = await rowWhere(back ? 'pos < $at::BIGINT' : 'pos > $at::BIGINT', order, row);
      if (next !== null) found = { ...next, place: edge(await hitsOf(next.rowId), back) };
    }
  }
  if (found === null) {
    const first = await rowWhere('true', order, 0);
    if (first === null) return { cells, rows, at: null };
    found = { ...first, place: edge(await hitsOf(first.rowId), back) };
  }
  const [before = []] = await ask('SELECT coalesce(sum(n), 0)::BIGINT FROM v.hits WHERE pos < $at::BIGINT', {
    at: BigInt(found.pos),
  });
  const { place, pos, rowId } = found;
  const within = (await hitsOf(rowId)).filter((other) => other <= place).length;
  const at = { row: pos, column: searched[place] ?? 0, ordinal: asNumber(before[0]) + within };
  return { cells, rows, at };
}

const edge = (places: readonly number[], back: boolean) => (back ? places.at(-1) : places[0]) ?? 0;

/** What the list `v.hits` was made for last, by connection: each table has one for finding. */
const listed = new WeakMap<Asking['connection'], string>();

async function listHits(
  { ask, connection }: Asking,
  columns: TableColumns,
  view: MadeView,
  text: string,
  searched: readonly number[],
): Promise<void> {
  const key = JSON.stringify([view.list, text, searched]);
  if (listed.get(connection) === key) return;
  listed.delete(connection);
  const cells = searched.map((index) => cellSql(columns, index, 't'));
  const count = cells.map((cell) => `coalesce(${hitSql(cell, '$text')}, false)::INTEGER`).join(' + ');
  const where = anywhereSql(cells, '$text');
  // Found first, then placed: a view's order is joined to the few rows with hits, not to all.
  await ask(
    `CREATE OR REPLACE TABLE v.hits AS SELECT t.rowid AS pos, t.rowid AS r, (${count})::INTEGER AS n
     FROM data.t AS t WHERE ${where}`,
    { text },
  );
  if (view.list !== null) {
    await ask(
      `CREATE OR REPLACE TABLE v.hits AS SELECT w.rowid AS pos, h.r, h.n FROM ${view.list} AS w
       JOIN v.hits AS h ON h.r = w.r ORDER BY w.rowid`,
    );
  }
  listed.set(connection, key);
}
