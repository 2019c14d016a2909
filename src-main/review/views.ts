import type { Filter, SortKey } from '../../src-preload/contract/review-view.ts';
import { createValues, orderSql, whereSql } from './filter-sql.ts';
import type { Asking } from './lane.ts';
import { asNumber } from './store.ts';
import type { TableColumns } from './table-columns.ts';

/** Which rows, in which order. */
export interface ViewSpec {
  readonly filters: readonly Filter[];
  readonly sort: readonly SortKey[];
}

/** The columns whose readings a view goes by. */
export const columnsIn = ({ filters, sort }: ViewSpec): readonly number[] => [
  ...filters.flatMap((filter) => ('column' in filter ? [filter.column] : [])),
  ...sort.map(({ column }) => column),
];

/** A view that is made: the table (ours, in `v`) that lists its rows by `r`, in order. Null: all rows as in the file. */
export interface MadeView {
  readonly list: string | null;
  readonly total: number;
}

const mostKept = 4;

/**
 * Views are lists of row numbers, made once: a page is then read by place, however large the table. The last few are
 * kept; an older one is made anew when it is asked for again.
 */
export function createViews(columns: () => TableColumns, totalRows: () => number) {
  const made = new Map<string, MadeView>();
  let next = 0;

  const isWhole = (spec: ViewSpec | null): spec is null =>
    spec === null || (spec.filters.length === 0 && spec.sort.length === 0);

  function find(spec: ViewSpec | null): MadeView | null {
    if (isWhole(spec)) return { list: null, total: totalRows() };
    const key = JSON.stringify([spec.filters, spec.sort]);
    const view = made.get(key);
    if (view === undefined) return null;
    made.delete(key);
    made.set(key, view);
    return view;
  }

  async function make(spec: ViewSpec, { ask }: Asking): Promise<MadeView> {
    const known = find(spec);
    if (known !== null) return known;
    const list = `v.w${next++}`;
    const values = createValues();
    const where = whereSql(columns(), spec.filters, values);
    const order = spec.sort.length === 0 ? '' : ` ORDER BY ${orderSql(columns(), spec.sort)}`;
    // Answers how many rows it lists.
    const [row] = await ask(
      `CREATE TABLE ${list} AS SELECT rowid::${numberType(totalRows())} AS r FROM data.t WHERE ${where}${order}`,
      values.values,
    );
    const view = { list, total: asNumber(row?.[0]) };
    made.set(JSON.stringify([spec.filters, spec.sort]), view);
    for (const [key, { list: old }] of made) {
      if (made.size <= mostKept) break;
      made.delete(key);
      await ask(`DROP TABLE IF EXISTS ${old}`);
    }
    return view;
  }

  return { find, make };
}
export type Views = ReturnType<typeof createViews>;

/** Half as wide where that holds them: a number and one sort key are compared as one piece then, a fifth sooner. */
const numberType = (rows: number) => (rows < 2 ** 32 ? 'UINTEGER' : 'BIGINT');

/** FROM clause of all rows of a view, as `t`. */
export const fromView = (view: MadeView) =>
  view.list === null ? 'data.t AS t' : `${view.list} AS w JOIN data.t AS t ON t.rowid = w.r::BIGINT`;
