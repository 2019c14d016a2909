import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import {
  contradicts,
  countFilled,
  countFits,
  isOddSql,
  nearlyOf,
  type Reading,
  withOdd,
} from './column-types.ts';
import type { Judging } from './judging.ts';
import { isNearly, leastFitting, mostOddTexts } from './odd-cells.ts';
import { asNumber, asText, query } from './store.ts';

const sampleRows = 2000;
/** More in one statement take DuckDB disproportionately long. */
const countsAtOnce = 50;
const longestText = 200;

interface Words {
  readonly at: number;
  /** Its first cells. */
  readonly first: readonly (string | null)[];
}

interface Candidate {
  readonly at: number;
  readonly reading: Reading;
}

/**
 * Columns of words by the strict rule that are numbers, days or times but for a few cells: the line of the totals, an
 * "n/a". The first cells say which could be; those are counted on all rows.
 */
export async function judgeNearly(
  connection: DuckDBConnection,
  { names, rows, check, ask }: Pick<Judging, 'names' | 'rows' | 'check' | 'ask'>,
  columns: readonly Words[],
): Promise<ReadonlyMap<number, Reading>> {
  const open: Candidate[] = [];
  for (const { at, first } of columns) {
    check();
    const isBlank = first.every((cell) => (cell ?? '').trim() === '');
    const cells = isBlank && first.length < rows ? await filledOf(connection, at) : first;
    open.push(...nearlyOf(names[at] ?? '', cells).map((reading) => ({ at, reading })));
  }
  const counted: (Candidate & { readonly filled: number; readonly fitting: number })[] = [];
  for (let from = 0; from < open.length; from += countsAtOnce) {
    check();
    const some = open.slice(from, from + countsAtOnce);
    const counts = some.flatMap(({ at, reading }) => [countFilled(`c${at}`), countFits(reading, `c${at}`)]);
    const [row = []] = await ask(`SELECT ${counts.join(', ')} FROM data.t`);
    for (const [place, one] of some.entries()) {
      const filled = asNumber(row[place * 2]);
      const fitting = asNumber(row[place * 2 + 1]);
      if (fitting >= leastFitting && fitting >= filled / 2) counted.push({ ...one, filled, fitting });
    }
  }
  // What fits most cells; among equals what came first.
  counted.sort((one, other) => other.fitting - one.fitting);
  const verdicts = new Map<number, Reading>();
  const tried = new Set<number>();
  for (const { at, reading, fitting } of counted) {
    if (tried.has(at)) continue;
    tried.add(at);
    check();
    const verdict = await lookAtOdd(ask, at, reading, fitting);
    if (verdict !== null) verdicts.set(at, verdict);
  }
  return verdicts;
}

/** The reading with what can't be read so, if that is little enough. */
async function lookAtOdd(
  ask: Judging['ask'],
  at: number,
  reading: Reading,
  fitting: number,
): Promise<Reading | null> {
  const cell = `c${at}`;
  const found = await ask(
    `SELECT left(${cell}, ${longestText}) AS odd, count(*) AS n, count(${reading.value(cell)}) FROM data.t
     WHERE ${isOddSql(reading, cell)} GROUP BY odd ORDER BY n DESC, odd LIMIT ${mostOddTexts + 1}`,
  );
  const texts = found.map((row: readonly DuckDBValue[]) => ({
    text: asText(row[0]) ?? '',
    count: asNumber(row[1]),
  }));
  if (!isNearly(fitting, texts) || texts.some(({ text }) => contradicts(reading, text))) return null;
  const count = texts.reduce((sum, one) => sum + one.count, 0);
  return withOdd(
    reading,
    { count, texts },
    found.some((row) => asNumber(row[2]) > 0),
  );
}

async function filledOf(connection: DuckDBConnection, at: number): Promise<readonly (string | null)[]> {
  const rows = await query(
    connection,
    `SELECT c${at} FROM data.t WHERE trim(c${at}) <> '' LIMIT ${sampleRows}`,
  );
  return rows.map((row) => asText(row[0]));
}
