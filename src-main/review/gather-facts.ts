import { idName, type Reading } from './column-types.ts';
import { filledSql, maybeBlankSql } from './filled-cells.ts';
import { blankSql } from './filter-sql.ts';
import type { Asking } from './lane.ts';
import type { TableName } from './loading.ts';
import { moment } from './profile-column.ts';
import type { Facts } from './protocol.ts';
import { rowRanges } from './row-ranges.ts';
import { asNumber, asText } from './store.ts';
import { readingOf, type TableColumns } from './table-columns.ts';

const columnsAtOnce = 40;
/** A statement for each column costs more than it saves where there are many. */
const mostOneByOne = 100;
/** Rows that are enough to show of most columns that they hold more than one value. */
const beginning = 100_000;
/** Looking for repeated rows needs a number for each row in memory: beyond so many rows it isn't done unasked. */
const mostForRepeats = 5_000_000;

/** About so many statements they take: for each column or group of columns, then ids, repeated rows and the period. */
export const factsStatements = (columns: number, rows: number) =>
  (columns > mostOneByOne ? 0 : columns) +
  2 * Math.ceil(columns / columnsAtOnce) +
  2 +
  rowRanges(rows).length;

/** What the summary of a whole table is made of. */
export async function gatherFacts(
  { ask, check }: Asking,
  columns: TableColumns,
  rows: number,
  asked: { readonly from: string; readonly before: string } | null,
): Promise<Facts> {
  const { names } = columns;
  const found = await lookThrough({ ask }, 'data.t', names, rows);
  const facts = found.map(({ name, blank, isConstant, constant }, column) => ({
    name,
    blank,
    isConstant,
    constant,
    ...oddOf(readingOf(columns, column)),
    repeated: null as number | null,
  }));

  for (const [index, fact] of facts.entries()) {
    const filled = rows - fact.blank;
    if (!idName.test(fact.name) || filled < 2 || rows > mostForRepeats) continue;
    check();
    const cell = `c${index}`;
    const [estimate = []] = await ask(
      `SELECT approx_count_distinct(CASE WHEN ${filledSql(cell)} THEN ${cell} END) FROM data.t`,
    );
    // Almost one of a kind in each row: the rest repeats by mistake.
    if (asNumber(estimate[0]) < filled * 0.9) continue;
    check();
    const [row = []] = await ask(
      `SELECT count(*) - count(DISTINCT c${index}) FROM data.t WHERE NOT (${blankSql(`c${index}`)})`,
    );
    fact.repeated = asNumber(row[0]);
  }
  return {
    rows,
    columns: facts,
    repeatedRows: await repeatedRows({ ask }, names, rows),
    period: await periodOf({ ask }, columns, found, rows, asked),
  };
}

function oddOf({ type, odd }: Reading): Pick<Facts['columns'][number], 'odd'> {
  if (odd === undefined || (type !== 'number' && type !== 'date' && type !== 'timestamp')) return {};
  return { odd: { type, count: odd.count, texts: odd.texts.map(({ text }) => text) } };
}

/** What each column of a table holds. */
export async function lookThrough(
  { ask }: Pick<Asking, 'ask'>,
  table: TableName,
  names: readonly string[],
  rows: number,
) {
  const blanks = await blanksOf({ ask }, table, names.length, rows);
  const alike = await alikeOf({ ask }, table, names.length, rows);
  return names.map((name, column) => {
    const blank = blanks[column] ?? 0;
    const only = rows > 1 ? alike.get(column) : undefined;
    return {
      name,
      blank,
      isConstant: only !== undefined && (blank === 0 || blank === rows),
      constant: only ?? null,
    };
  });
}

/** How many cells of each column are blank. */
async function blanksOf({ ask }: Pick<Asking, 'ask'>, table: TableName, columns: number, rows: number) {
  const found: number[] = [];
  if (columns > mostOneByOne) {
    for (const group of groupsOf(columns)) {
      const select = group.map((column) => `count(CASE WHEN ${filledSql(`c${column}`)} THEN 1 END)`);
      const [row = []] = await ask(`SELECT ${select.join(', ')} FROM ${table}`);
      found.push(...group.map((_, at) => rows - asNumber(row[at])));
    }
    return found;
  }
  for (let column = 0; column < columns; column += 1) {
    const cell = `c${column}`;
    const [row = []] = await ask(
      `SELECT (SELECT count(${cell}) FROM ${table}),
       (SELECT count(*) FROM ${table} WHERE ${maybeBlankSql(cell)} AND trim(${cell}) = '')`,
    );
    found.push(rows - asNumber(row[0]) + asNumber(row[1]));
  }
  return found;
}

/** The columns whose filled cells are all alike, and what they hold; null where none is filled. */
async function alikeOf({ ask }: Pick<Asking, 'ask'>, table: TableName, columns: number, rows: number) {
  async function look(some: readonly number[], where: string) {
    const found = new Map<number, string | null>();
    for (const group of groupsOf(some.length)) {
      const own = group.map((at) => some[at] ?? 0);
      const filled = own.map(
        (column) => `CASE WHEN ${filledSql(`c${column}`)} THEN c${column} END AS v${column}`,
      );
      const select = own.map(
        (column) => `min(v${column}) IS NOT DISTINCT FROM max(v${column}), left(min(v${column}), 200)`,
      );
      const [row = []] = await ask(
        `SELECT ${select.join(', ')} FROM (SELECT ${filled.join(', ')} FROM ${table} WHERE ${where})`,
      );
      for (const [at, column] of own.entries()) {
        if (row[at * 2] === true) found.set(column, asText(row[at * 2 + 1]));
      }
    }
    return found;
  }
  const all = Array.from({ length: columns }, (_, column) => column);
  const first = await look(all, `rowid < ${beginning}`);
  return rows <= beginning ? first : look([...first.keys()], 'true');
}

function groupsOf(columns: number): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(columns / columnsAtOnce) }, (_, group) =>
    Array.from(
      { length: Math.min(columnsAtOnce, columns - group * columnsAtOnce) },
      (_, at) => group * columnsAtOnce + at,
    ),
  );
}

async function repeatedRows({ ask }: Pick<Asking, 'ask'>, names: readonly string[], rows: number) {
  if (rows < 2 || rows > mostForRepeats || names.length > 500) return null;
  const cells = names.map((_, index) => `c${index}`).join(', ');
  const [row = []] = await ask(`SELECT count(*) - count(DISTINCT hash(${cells})) FROM data.t`);
  return asNumber(row[0]);
}

/** The time column that is filled best; among equals the first. */
async function periodOf(
  { ask }: Pick<Asking, 'ask'>,
  columns: TableColumns,
  found: readonly { readonly blank: number }[],
  rows: number,
  asked: { readonly from: string; readonly before: string } | null,
): Promise<Facts['period']> {
  const times = columns.names.flatMap((_, column) => {
    const { type } = readingOf(columns, column);
    const blank = found[column]?.blank ?? rows;
    return (type === 'date' || type === 'timestamp') && blank < rows ? [{ column, blank }] : [];
  });
  if (times.length === 0) return null;
  const { column } = times.reduce((best, one) => (one.blank < best.blank ? one : best));
  const value = readingOf(columns, column).value(`c${column}`);
  const outside =
    asked === null
      ? '0'
      : `count(*) FILTER (WHERE ${value} < $from::TIMESTAMP OR ${value} >= $before::TIMESTAMP)`;
  let [from, to, beyond] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const range of rowRanges(rows)) {
    const [row = []] = await ask(
      `SELECT epoch_us(min(${value})), epoch_us(max(${value})), ${outside} FROM data.t WHERE ${range}`,
      asked === null ? {} : { from: asked.from, before: asked.before },
    );
    if (row[0] === null || row[0] === undefined) continue;
    from = Math.min(from, asNumber(row[0]));
    to = Math.max(to, asNumber(row[1]));
    beyond += asNumber(row[2]);
  }
  if (from > to) return null;
  return { column, from: moment(from), to: moment(to), outside: beyond };
}
