import { rm, writeFile } from 'node:fs/promises';
import { oddSql } from './filter-sql.ts';
import { followed } from './followed.ts';
import type { Asking } from './lane.ts';
import { nameOf, type Saving } from './saving.ts';
import { cellSql, readingOf, type TableColumns } from './table-columns.ts';
import { fromView, type MadeView } from './views.ts';

/**
 * Parquet by DuckDB itself; answers the names of the columns that stay text because some of their cells are odd.
 * All columns' names come in as values: an empty CSV read with them gives a relation of those names, and what is joined
 * to it below keeps them. https://duckdb.org/docs/stable/sql/statements/copy
 */
export async function saveParquet(
  { ask, connection }: Asking,
  { columns, view, wanted, to, onRows }: Saving,
): Promise<readonly string[]> {
  const { structValue } = await import('@duckdb/node-api');
  const seen = new Map<string, number>();
  const typed: Record<string, string> = {};
  const select: string[] = [];
  const odd = await withOddCells(ask, columns, view, wanted);
  for (const index of wanted) {
    const reading = readingOf(columns, index);
    const cell = cellSql(columns, index, 't');
    // A typed column has no room for "n/a": where such a cell is among the rows, all keep their text.
    const [type, value] =
      columns.nested.has(index) || odd.has(index)
        ? ['VARCHAR', cell]
        : typeOf(reading.type, cell, reading.value(cell));
    typed[uniqueName(nameOf(columns, index), index, seen)] = type;
    select.push(value);
  }
  const empty = `${to}.names`;
  await writeFile(empty, '', { flag: 'wx' });
  try {
    await ask(
      `CREATE OR REPLACE TABLE v.names AS SELECT * FROM read_csv($empty, auto_detect=false, header=false, delim=',',
       columns=$columns) LIMIT 0`,
      { empty, columns: structValue(typed) },
    );
  } finally {
    await rm(empty, { force: true });
  }
  const rows =
    view.list === null
      ? `SELECT ${select.join(', ')} FROM data.t AS t ORDER BY t.rowid`
      : `SELECT ${select.join(', ')} FROM ${view.list} AS w JOIN data.t AS t ON t.rowid = w.r ORDER BY w.rowid`;
  await followed(
    connection,
    (share) => onRows(Math.floor(view.total * share)),
    () => ask(`COPY (FROM v.names UNION ALL (${rows})) TO $to (FORMAT parquet, COMPRESSION zstd)`, { to }),
  );
  await ask('DROP TABLE IF EXISTS v.names');
  return [...odd].map((index) => nameOf(columns, index));
}

/** Those of the columns that have odd cells among these rows. */
async function withOddCells(
  ask: Asking['ask'],
  columns: TableColumns,
  view: MadeView,
  wanted: readonly number[],
): Promise<ReadonlySet<number>> {
  const open = wanted.filter((index) => readingOf(columns, index).odd !== undefined);
  if (open.length === 0) return new Set();
  const tests = open.map((index) => `bool_or(${oddSql(columns, index, cellSql(columns, index, 't'))})`);
  const [row = []] = await ask(`SELECT ${tests.join(', ')} FROM ${fromView(view)}`);
  return new Set(open.filter((_, at) => row[at] === true));
}

function typeOf(type: string, cell: string, value: string): readonly [string, string] {
  if (type === 'number') return ['DOUBLE', value];
  if (type === 'timestamp') return ['TIMESTAMP', value];
  return type === 'date' ? ['DATE', `CAST(${value} AS DATE)`] : ['VARCHAR', cell];
}

/** Parquet wants names, each once, whatever the case. */
function uniqueName(name: string, index: number, seen: Map<string, number>): string {
  const base = name.trim() === '' ? `column ${index + 1}` : name;
  const count = seen.get(base.toLowerCase()) ?? 0;
  seen.set(base.toLowerCase(), count + 1);
  return count === 0 ? base : uniqueName(`${base} (${count + 1})`, index, seen);
}
