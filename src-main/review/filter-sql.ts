import type { DuckDBValue } from '@duckdb/node-api';
import { assertNever } from '../../src-preload/contract/assert-never.ts';
import type { Filter, SortKey } from '../../src-preload/contract/review-view.ts';
import { allColumns, cellSql, readingOf, type TableColumns } from './table-columns.ts';

/** Values of a statement, numbered as they come: none ever becomes part of its text. */
export function createValues() {
  const values: Record<string, DuckDBValue> = {};
  let next = 0;
  return {
    values,
    add(value: DuckDBValue): string {
      const name = `p${next++}`;
      values[name] = value;
      return `$${name}`;
    },
  };
}
export type ValueList = ReturnType<typeof createValues>;

export const blankSql = (cell: string) => `coalesce(trim(${cell}), '') = ''`;

/** SQL that is true for the rows which all filters keep. */
export function whereSql(columns: TableColumns, filters: readonly Filter[], values: ValueList): string {
  if (filters.length === 0) return 'true';
  return filters.map((filter) => `(${filterSql(columns, filter, values)})`).join(' AND ');
}

function filterSql(columns: TableColumns, filter: Filter, values: ValueList): string {
  switch (filter.kind) {
    case 'text':
      return negated(textSql(columns, filter, values), filter.not);
    case 'number': {
      const value =
        readingOf(columns, filter.column).type === 'number'
          ? readingOf(columns, filter.column).value
          : castNumber;
      return rangeSql(value(cellSql(columns, filter.column)), [
        ['>=', filter.least === null ? null : `${values.add(filter.least)}::DOUBLE`],
        ['<=', filter.greatest === null ? null : `${values.add(filter.greatest)}::DOUBLE`],
      ]);
    }
    case 'date': {
      const reading = readingOf(columns, filter.column);
      const value = reading.type === 'date' || reading.type === 'timestamp' ? reading.value : castTime;
      const { to } = filter;
      const end = to === null ? null : `${values.add(to)}::TIMESTAMP`;
      const day = to !== null && to.length === 10;
      return rangeSql(value(cellSql(columns, filter.column)), [
        ['>=', filter.from === null ? null : `${values.add(filter.from)}::TIMESTAMP`],
        [day ? '<' : '<=', day ? `${end} + INTERVAL 1 DAY` : end],
      ]);
    }
    case 'values': {
      const cell = cellSql(columns, filter.column);
      const texts = filter.values.filter((value) => value !== null);
      const parts = [
        ...(texts.length === 0
          ? []
          : [`${cell} IN (${texts.map((text) => `${values.add(text)}::VARCHAR`).join(', ')})`]),
        ...(texts.length === filter.values.length ? [] : [blankSql(cell)]),
      ];
      return negated(parts.join(' OR '), filter.not);
    }
    case 'blank':
      return `${filter.blank ? '' : 'NOT '}(${blankSql(cellSql(columns, filter.column))})`;
    case 'odd': {
      const sql = oddSql(columns, filter.column, cellSql(columns, filter.column));
      return filter.odd ? sql : `NOT (${sql})`;
    }
    case 'anywhere':
      return anywhereSql(
        allColumns(columns).map((index) => cellSql(columns, index)),
        values.add(filter.text),
      );
    case 'repeated': {
      const indexes = filter.columns.length === 0 ? columns.names.map((_, index) => index) : filter.columns;
      const hash = `hash(${indexes.map((index) => cellSql(columns, index)).join(', ')})`;
      return `${hash} IN (SELECT ${hash} FROM data.t GROUP BY 1 HAVING count(*) > 1)`;
    }
    default:
      return assertNever(filter);
  }
}

const castNumber = (cell: string) => `TRY_CAST(${cell} AS DOUBLE)`;
const castTime = (cell: string) => `TRY_CAST(${cell} AS TIMESTAMP)`;

function textSql(
  columns: TableColumns,
  filter: Extract<Filter, { kind: 'text' }>,
  values: ValueList,
): string {
  const fold = (sql: string) => (filter.caseSensitive === true ? sql : `lower(${sql})`);
  const cell = fold(cellSql(columns, filter.column));
  const text = fold(`${values.add(filter.text)}::VARCHAR`);
  const tests = {
    contains: `contains(${cell}, ${text})`,
    is: `${cell} = ${text}`,
    starts: `starts_with(${cell}, ${text})`,
    ends: `ends_with(${cell}, ${text})`,
  } as const;
  return tests[filter.how];
}

/** SQL: the cell is filled, and none of what the column is. */
export function oddSql(columns: TableColumns, index: number, cell: string): string {
  const reading = readingOf(columns, index);
  if (reading.odd === undefined) return 'false';
  return `NOT (${blankSql(cell)}) AND ${reading.value(cell)} IS NULL`;
}

/** Some of the cells contains the text (a placeholder), whatever the case. */
export function anywhereSql(cells: readonly string[], text: string): string {
  return cells.map((cell) => hitSql(cell, text)).join(' OR ');
}
export const hitSql = (cell: string, text: string) => `contains(lower(${cell}), lower(${text}::VARCHAR))`;

function negated(sql: string, not: boolean | undefined): string {
  return not === true ? `NOT coalesce(${sql}, false)` : sql;
}

type End<How extends string> = readonly [How, string | null];

function rangeSql(value: string, ends: readonly [End<'>='>, End<'<' | '<='>]): string {
  const [[, from], [how, to]] = ends;
  // Reads each cell once instead of twice.
  if (from !== null && to !== null && how === '<=') return `${value} BETWEEN ${from} AND ${to}`;
  const tests = ends.flatMap(([how, end]) => (end === null ? [] : [`${value} ${how} ${end}`]));
  return tests.length === 0 ? `${value} IS NOT NULL` : tests.join(' AND ');
}

/** The order of the rows, whose numbers are called `r`; equals stay as in the file; odd cells come behind, blanks last. */
export function orderSql(columns: TableColumns, sort: readonly SortKey[]): string {
  const keys = sort.flatMap(({ column, direction }) => {
    const cell = cellSql(columns, column);
    const reading = readingOf(columns, column);
    const how = `${direction === 'up' ? 'ASC' : 'DESC'} NULLS LAST`;
    if (reading.type === 'text') return [`lower(nullif(${cell}, '')) ${how}`];
    const key = `${reading.value(cell)} ${how}`;
    return reading.odd === undefined ? [key] : [key, blankSql(cell)];
  });
  return [...keys, 'r'].join(', ');
}
