import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { asText, candidatesOf, fitsSql, type Reading } from './column-types.ts';
import { query, asText as textOf } from './store.ts';

const columnsAtOnce = 200;
/** More in one statement take DuckDB disproportionately long. */
const testsAtOnce = 20;
const sampleRows = 2000;

/**
 * Judges what each column can be read as, on all rows: the first rows leave few candidates, which are tried one after
 * the other. A column without a filled cell is text.
 */
export async function judgeTypes(
  connection: DuckDBConnection,
  names: readonly string[],
  nested: ReadonlySet<number>,
): Promise<readonly Reading[]> {
  const verdicts: Reading[] = names.map(() => asText);
  for (let from = 0; from < names.length; from += columnsAtOnce) {
    const group = names
      .slice(from, from + columnsAtOnce)
      .map((_, at) => from + at)
      .filter((at) => !nested.has(at));
    if (group.length === 0) continue;
    const sample = await query(
      connection,
      `SELECT ${group.map((at) => `c${at}`).join(', ')} FROM data.t WHERE rowid < ${sampleRows}`,
    );
    let open = group.map((at, place) => ({
      at,
      left: [
        ...candidatesOf(
          names[at] ?? '',
          sample.map((row) => textOf(row[place])),
        ),
      ],
    }));
    if (sample.length < sampleRows) {
      // These are all rows: what needs no look at the calendar is judged already.
      open = open.filter(({ at, left }) => {
        const [first] = left;
        if (first === undefined || first.check !== undefined || !isFilled(sample, group.indexOf(at)))
          return true;
        verdicts[at] = first;
        return false;
      });
    }
    for (;;) {
      open = open.filter(({ left }) => left.length > 0);
      if (open.length === 0) break;
      const tried = open.map(({ at, left }) => fitsSql(left[0] ?? asText, `c${at}`));
      const answer: DuckDBValue[] = [];
      for (let at = 0; at < tried.length; at += testsAtOnce) {
        const some = tried.slice(at, at + testsAtOnce);
        const [row = []] = await query(connection, `SELECT ${some.join(', ')} FROM data.t`);
        answer.push(...row);
      }
      open = open.filter(({ at, left }, place) => {
        const candidate = left.shift();
        if (answer[place] === true && candidate !== undefined) verdicts[at] = candidate;
        // Null: nothing is filled, there is nothing to be judged.
        return answer[place] === false;
      });
    }
  }
  return verdicts;
}

const isFilled = (sample: readonly (readonly DuckDBValue[])[], place: number) =>
  sample.some((row) => (textOf(row[place]) ?? '').trim() !== '');
