import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { asText, candidatesOf, fitsSql, type Reading } from './column-types.ts';
import { judgeNearly } from './judge-nearly.ts';
import type { Judging } from './judging.ts';
import { query, asText as textOf } from './store.ts';
import { testRows } from './test-rows.ts';

const columnsAtOnce = 200;
const sampleRows = 2000;

/**
 * Judges what each column can be read as, on all rows: the first rows leave few candidates, which are tried one after
 * the other. A column without a filled cell is text.
 */
export async function judgeTypes(connection: DuckDBConnection, judging: Judging): Promise<void> {
  const { names, nested, wanted, onVerdict } = judging;
  const left = new Set(names.keys());
  for (const column of nested) {
    if (left.delete(column)) onVerdict(column, asText);
  }
  while (left.size > 0) {
    const urgent = [...wanted()].filter((column) => left.has(column));
    const group = (urgent.length > 0 ? urgent : [...left]).slice(0, columnsAtOnce);
    const verdicts = await judgeGroup(connection, judging, group);
    for (const column of group) {
      left.delete(column);
      onVerdict(column, verdicts.get(column) ?? asText);
    }
  }
}

async function judgeGroup(
  connection: DuckDBConnection,
  judging: Judging,
  group: readonly number[],
): Promise<ReadonlyMap<number, Reading>> {
  const { names, rows, check, ask } = judging;
  const verdicts = new Map<number, Reading>();
  const blank = new Set<number>();
  check();
  const sample = await query(
    connection,
    `SELECT ${group.map((at) => `c${at}`).join(', ')} FROM data.t WHERE rowid < ${sampleRows}`,
  );
  let open = group.map((at, place) => ({
    at,
    some: isFilled(sample, place),
    left: [
      ...candidatesOf(
        names[at] ?? '',
        sample.map((row) => textOf(row[place])),
      ),
    ],
  }));
  if (sample.length === rows) {
    // These are all rows: what needs no look at the calendar is judged already.
    open = open.filter(({ at, left }, place) => {
      const [first] = left;
      if (!isFilled(sample, place)) blank.add(at);
      if (first === undefined || blank.has(at)) return false;
      if (first.check !== undefined) return true;
      verdicts.set(at, first);
      return false;
    });
  }
  for (;;) {
    open = open.filter(({ left }) => left.length > 0);
    if (open.length === 0) break;
    const tried = open.map(({ at, left, some }) => fitsSql(left[0] ?? asText, `c${at}`, some));
    const answer = await testRows(ask, tried, rows);
    open = open.filter(({ at, left }, place) => {
      const candidate = left.shift();
      if (answer[place] === true && candidate !== undefined) verdicts.set(at, candidate);
      // Null: nothing is filled, there is nothing to be judged.
      if (answer[place] === null) blank.add(at);
      return answer[place] === false;
    });
  }
  const cells = group.map((at, place) => ({ at, first: sample.map((row) => textOf(row[place])) }));
  const words = cells.filter(({ at }) => !verdicts.has(at) && !blank.has(at));
  for (const [at, reading] of await judgeNearly(connection, judging, words)) verdicts.set(at, reading);
  return verdicts;
}

const isFilled = (sample: readonly (readonly DuckDBValue[])[], place: number) =>
  sample.some((row) => (textOf(row[place]) ?? '').trim() !== '');
