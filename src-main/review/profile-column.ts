import type { Profile } from '../../src-preload/contract/review-insight.ts';
import { blankSql, oddSql } from './filter-sql.ts';
import type { Asking } from './lane.ts';
import { asNumber, asText } from './store.ts';
import { cellSql, readingOf, type TableColumns } from './table-columns.ts';
import { fromView, type MadeView } from './views.ts';

const bins = 24;
const topValues = 20;
/** Beyond so many distinct values an estimate must do (± 2 %): counting exactly would need them all in memory. */
const mostExact = 200_000;

const longestOdd = 200;

/** A profile takes at most so many statements, of a column with odd cells one more. */
export const profileStatements = 3;

/** What a column holds. */
export async function profileColumn(
  { ask }: Asking,
  columns: TableColumns,
  view: MadeView,
  column: number,
): Promise<Profile> {
  const reading = readingOf(columns, column);
  const nested = columns.nested.has(column);
  const cell = cellSql(columns, column, 't');
  const from = fromView(view);
  const blank = blankSql(cell);
  const typed = reading.value(cell);
  const isNumber = reading.type === 'number';
  const isTime = reading.type === 'date' || reading.type === 'timestamp';
  const odd = oddSql(columns, column, cell);
  const text = `CASE WHEN ${blank} THEN NULL ELSE ${cell} END`;
  const [row = []] = await ask(
    `SELECT count(*), count(*) FILTER (WHERE ${blank}), approx_count_distinct(${text}),
     ${isNumber || isTime || reading.type === 'id' ? `arg_min(${cell}, ${typed}), arg_max(${cell}, ${typed})` : `min(${text}), max(${text})`},
     ${isNumber ? `fsum(${typed}), min(${typed}), max(${typed})` : isTime ? `NULL, epoch_us(min(${typed})), epoch_us(max(${typed}))` : 'NULL, NULL, NULL'},
     ${isNumber ? `count(${typed})` : '0'}, ${reading.odd === undefined ? '0' : `count(*) FILTER (WHERE ${odd})`}
     FROM ${from}`,
  );
  const rows = asNumber(row[0]);
  const estimate = asNumber(row[2]);
  const exact = estimate <= mostExact;
  const [least, greatest] = [row[6], row[7]].map(asNumber);
  const hasRange = row[6] !== null && row[6] !== undefined;
  const facts = {
    column,
    type: nested ? ('nested' as const) : reading.type,
    rows,
    blank: asNumber(row[1]),
    least: asText(row[3]),
    greatest: asText(row[4]),
    mean: row[5] === null ? null : asNumber(row[5]) / asNumber(row[8]),
    sum: row[5] === null ? null : asNumber(row[5]),
  };
  const oddTexts = async (): Promise<Pick<Profile, 'odd'>> => {
    const count = asNumber(row[9]);
    if (count === 0) return {};
    const texts = await ask(
      `SELECT left(${cell}, ${longestOdd}) AS odd, count(*) AS n FROM ${from} WHERE ${odd}
       GROUP BY odd ORDER BY n DESC, odd`,
    );
    const counted = texts.map((one) => ({ value: asText(one[0]), count: asNumber(one[1]) }));
    return { odd: { count, texts: counted } };
  };
  const base = { ...facts, ...(await oddTexts()) };
  const countDistinct = async () => {
    if (!exact) return { count: Math.min(estimate, rows - base.blank), exact };
    const [answer = []] = await ask(`SELECT count(DISTINCT ${text}) FROM ${from}`);
    return { count: asNumber(answer[0]), exact };
  };

  if (hasRange && (isNumber || isTime) && (least ?? 0) < (greatest ?? 0)) {
    const value = isNumber ? typed : `epoch_us(${typed})`;
    const low = least ?? 0;
    const width = ((greatest ?? 0) - low) / bins;
    const counted = await ask(
      `SELECT least(floor((${value} - $low::DOUBLE) / $width::DOUBLE), ${bins - 1})::INTEGER AS bin, count(*)
       FROM ${from} WHERE ${value} IS NOT NULL GROUP BY bin`,
      { low, width },
    );
    const counts = new Map(counted.map((one) => [asNumber(one[0]), asNumber(one[1])]));
    const edges = Array.from({ length: bins }, (_, bin) => ({
      from: low + width * bin,
      to: bin === bins - 1 ? (greatest ?? 0) : low + width * (bin + 1),
      count: counts.get(bin) ?? 0,
    }));
    const distinct = await countDistinct();
    if (isNumber) return { ...base, distinct, shape: { kind: 'numbers', bins: edges } };
    const asMoments = edges.map((bin) => ({ from: moment(bin.from), to: moment(bin.to), count: bin.count }));
    return { ...base, distinct, shape: { kind: 'times', bins: asMoments } };
  }

  const top = await ask(
    `SELECT ${text} AS value, count(*) AS n FROM ${from} WHERE NOT (${blank}) GROUP BY 1 ORDER BY n DESC, value LIMIT ${topValues}`,
  );
  const shown = top.map((one) => ({ value: asText(one[0]), count: asNumber(one[1]) }));
  const others = rows - base.blank - shown.reduce((sum, one) => sum + one.count, 0);
  const distinct = shown.length < topValues ? { count: shown.length, exact: true } : await countDistinct();
  return { ...base, distinct, shape: { kind: 'values', top: shown, others } };
}

/** Microseconds since 1970 as `YYYY-MM-DD HH:MM:SS`, by the file's own clock. */
export function moment(microseconds: number): string {
  return new Date(Math.round(microseconds / 1000)).toISOString().slice(0, 19).replace('T', ' ');
}
