import { blankSql } from './filter-sql.ts';
import type { Asking } from './lane.ts';
import { asNumber } from './store.ts';

interface Common {
  readonly name: string;
  readonly now: number;
  readonly before: number;
}

const surelyId = /(^|[._ -])id|id$|guid|uuid/i;
const maybeId = /key|number|sku|e-?mail/i;
/** How much a column's name speaks for it. */
const rankOf = (name: string): number => (surelyId.test(name) ? 2 : maybeId.test(name) ? 1 : 0);
const mostTried = 6;
/** DuckDB's estimate of how many distinct values there are may well be a third too small. */
const surelyTooFew = 0.5;
const mostColumns = 60;

/** Columns that name each row on both sides: filled everywhere, no value twice. Best first; pairs when no one does. */
export async function suggestKeys(
  { ask }: Asking,
  common: readonly Common[],
): Promise<readonly (readonly number[])[]> {
  const looked = [...common].sort((a, b) => rankOf(b.name) - rankOf(a.name)).slice(0, mostColumns);
  const estimate = async (table: string, column: (one: Common) => number) => {
    const select = looked.map((one) => {
      const cell = `c${column(one)}`;
      return `approx_count_distinct(${cell}), count(*) FILTER (WHERE ${blankSql(cell)})`;
    });
    const [row = []] = await ask(`SELECT count(*), ${select.join(', ')} FROM ${table}`);
    const rows = asNumber(row[0]);
    return {
      rows,
      columns: looked.map((_, at) => ({
        distinct: asNumber(row[1 + at * 2]),
        blank: asNumber(row[2 + at * 2]),
      })),
    };
  };
  const now = await estimate('data.t', (one) => one.now);
  const before = await estimate('data.o', (one) => one.before);
  const filled = looked
    .map((one, at) => {
      const shareOf = (side: typeof now) =>
        side.rows === 0 ? 1 : (side.columns[at]?.distinct ?? 0) / side.rows;
      const blank = (now.columns[at]?.blank ?? 0) + (before.columns[at]?.blank ?? 0);
      return { ...one, share: Math.min(shareOf(now), shareOf(before)), blank, rank: rankOf(one.name) };
    })
    .filter(({ blank }) => blank === 0)
    .sort((a, b) => b.rank - a.rank || b.share - a.share);

  async function isKey(key: readonly Common[]): Promise<boolean> {
    for (const [table, side] of [
      ['data.t', 'now'],
      ['data.o', 'before'],
    ] as const) {
      const cells = key.map((one) => `c${one[side]}`).join(', ');
      const [row] = await ask(`SELECT 1 FROM ${table} GROUP BY ${cells} HAVING count(*) > 1 LIMIT 1`);
      if (row !== undefined) return false;
    }
    return true;
  }
  const found: (typeof filled)[number][] = [];
  for (const one of filled.filter(({ share }) => share > surelyTooFew).slice(0, mostTried)) {
    if (await isKey([one])) found.push(one);
  }
  // All of them are exactly one of a kind: the name decides, then the place in the file.
  if (found.length > 0) return found.sort((a, b) => b.rank - a.rank || a.now - b.now).map(({ now }) => [now]);
  const pairs: (readonly number[])[] = [];
  const likely = filled.filter(({ share }) => share > 0.01).slice(0, 4);
  for (const [at, one] of likely.entries()) {
    for (const other of likely.slice(at + 1)) if (await isKey([one, other])) pairs.push([one.now, other.now]);
  }
  return pairs;
}
