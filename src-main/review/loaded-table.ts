import type { DuckDBConnection } from '@duckdb/node-api';
import type { Column } from '../../src-preload/contract/review.ts';

/** What a loader has put into table `t`: its columns are `c0`, `c1`, … so that no name from a file is ever SQL. */
export interface Loaded {
  readonly names: readonly string[];
  readonly types: readonly Column['type'][];
  readonly brokenRows: number;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
}

/** Makes table `t` with one text column per name. */
export async function makeTable(connection: DuckDBConnection, columns: number): Promise<void> {
  const list = Array.from({ length: columns }, (_, index) => `c${index} VARCHAR`).join(', ');
  await connection.run(`CREATE OR REPLACE TABLE t (${list})`);
}

/** Text columns that hold nothing but plain numbers read better aligned right. Judged on the first rows only. */
export async function guessTypes(
  connection: DuckDBConnection,
  columns: number,
): Promise<readonly Column['type'][]> {
  const select = Array.from(
    { length: columns },
    (_, i) => `bool_and(regexp_full_match(c${i}, $number)) FILTER (WHERE c${i} IS NOT NULL AND c${i} <> '')`,
  ).join(', ');
  const reader = await connection.runAndReadAll(`SELECT ${select} FROM (SELECT * FROM t LIMIT 2000)`, {
    number: '-?(0|[1-9][0-9]{0,14})([.][0-9]+)?',
  });
  const verdicts = reader.getRows()[0] ?? [];
  return verdicts.map((verdict) => (verdict === true ? 'number' : 'text'));
}
