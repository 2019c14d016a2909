import type { DuckDBValue } from '@duckdb/node-api';
import { rowRanges } from './row-ranges.ts';

/** More in one statement take DuckDB disproportionately long. */
const testsAtOnce = 50;

/**
 * What each of the tests (SQL aggregates: true where all rows pass, false where one doesn't, null where none is looked
 * at) says of all rows. They are asked stretch by stretch, so that none takes long, and one that has failed is over.
 */
export async function testRows(
  ask: (sql: string) => Promise<readonly (readonly DuckDBValue[])[]>,
  tests: readonly string[],
  rows: number,
): Promise<readonly (boolean | null)[]> {
  const found: (boolean | null)[] = tests.map(() => null);
  for (const range of rowRanges(rows)) {
    const open = tests.flatMap((test, at) => (found[at] === false ? [] : [{ test, at }]));
    for (let from = 0; from < open.length; from += testsAtOnce) {
      const some = open.slice(from, from + testsAtOnce);
      const [row = []] = await ask(
        `SELECT ${some.map(({ test }) => test).join(', ')} FROM data.t WHERE ${range}`,
      );
      for (const [place, { at }] of some.entries()) {
        const said = row[place];
        if (typeof said === 'boolean') found[at] = said;
      }
    }
  }
  return found;
}
