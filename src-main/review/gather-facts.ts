import { idName, type Reading } from './column-types.ts';
import { blankSql } from './filter-sql.ts';
import type { Asking } from './lane.ts';
import type { TableName } from './loading.ts';
import { moment } from './profile-column.ts';
import type { Facts } from './protocol.ts';
import { asNumber, asText } from './store.ts';
import { readingOf, type TableColumns } from './table-columns.ts';

const columnsAtOnce = 40;
/** Looking for repeated rows needs a number for each row in memory: beyond so many rows it isn't done unasked. */
const mostForRepeats = 5_000_000;

/** About so many statements they take: one for each group of columns, then ids, repeated rows and the period. */
export const factsStatements = (columns: number) => Math.ceil(columns / columnsAtOnce) + 3;

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
    const { distinct = 0, blank = 0 } = found[index] ?? {};
    const filled = rows - blank;
    // Almost one of a kind in each row: the rest repeats by mistake.
    if (!idName.test(fact.name) || filled < 2 || distinct < filled * 0.9 || rows > mostForRepeats) continue;
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

/** What each column of a table holds, in one pass. */
export async function lookThrough(
  { ask }: Pick<Asking, 'ask'>,
  table: TableName,
  names: readonly string[],
  rows: number,
) {
  const found: {
    readonly name: string;
    readonly blank: number;
    readonly distinct: number;
    readonly isConstant: boolean;
    readonly constant: string | null;
  }[] = [];
  for (let from = 0; from < names.length; from += columnsAtOnce) {
    const group = names.slice(from, from + columnsAtOnce);
    // Each cell is trimmed once: a blank one is none.
    const filled = group.map(
      (_, at) => `CASE WHEN trim(c${from + at}) <> '' THEN c${from + at} END AS v${at}`,
    );
    const select = group.map(
      (_, at) =>
        `count(*) - count(v${at}), approx_count_distinct(v${at}), left(min(v${at}), 200), left(max(v${at}), 200)`,
    );
    const [row = []] = await ask(
      `SELECT ${select.join(', ')} FROM (SELECT ${filled.join(', ')} FROM ${table})`,
    );
    for (const [at, name] of group.entries()) {
      const [blanks, distinct, least, greatest] = row.slice(at * 4, at * 4 + 4);
      const blank = asNumber(blanks);
      const alike = rows > 1 && asText(least) === asText(greatest);
      found.push({
        name,
        blank,
        distinct: asNumber(distinct),
        isConstant: alike && (blank === 0 || blank === rows),
        constant: alike ? asText(least) : null,
      });
    }
  }
  return found;
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
  const [row = []] = await ask(
    `SELECT epoch_us(min(${value})), epoch_us(max(${value})), ${outside} FROM data.t`,
    asked === null ? {} : { from: asked.from, before: asked.before },
  );
  if (row[0] === null || row[0] === undefined) return null;
  return { column, from: moment(asNumber(row[0])), to: moment(asNumber(row[1])), outside: asNumber(row[2]) };
}
