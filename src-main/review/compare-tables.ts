import type { DuckDBValue } from '@duckdb/node-api';
import { longestCell } from '../../src-preload/contract/review.ts';
import type { ComparePage, CompareRowsInput, Comparison } from '../../src-preload/contract/review-compare.ts';
import { Failure } from '../ports/failure.ts';
import { fetchRows } from './fetch-rows.ts';
import { blankSql } from './filter-sql.ts';
import type { Asking } from './lane.ts';
import { asNumber, asText, freest, query } from './store.ts';
import { suggestKeys } from './suggest-keys.ts';
import type { ReadyTable } from './table-session.ts';

/** About so many statements a comparison takes. */
export const compareStatements = 18;

export type ComparedColumn = Comparison['columns'][number];
/** Columns of both sides by name; where a name occurs twice, by its occurrence. */
export function matchColumns(now: readonly string[], before: readonly string[]): readonly ComparedColumn[] {
  const left = new Map<string, number[]>();
  for (const [index, name] of before.entries()) left.set(name, [...(left.get(name) ?? []), index]);
  const here = now.map((name, index) => ({ name, now: index, before: left.get(name)?.shift() ?? null }));
  const gone = [...left].flatMap(([name, indexes]) =>
    indexes.map((index) => ({ name, now: null, before: index })),
  );
  return [...here, ...gone.sort((a, b) => a.before - b.before)];
}

/**
 * Lists, in `v.pairs`, each row of now (`data.t`) with the row of before (`data.o`) of the same key. Rows whose key is
 * blank or occurs twice on a side can't be matched. Without any key rows are compared as a whole, as often as they occur.
 */
export async function compareTables(
  asking: Asking,
  now: readonly string[],
  before: readonly string[],
  askedKey: readonly number[] | null,
): Promise<Omit<Comparison, 'before'>> {
  const { ask } = asking;
  const columns = matchColumns(now, before);
  const common = columns.flatMap((one) =>
    one.now === null || one.before === null ? [] : [{ ...one, now: one.now, before: one.before }],
  );
  if (common.length === 0) throw new Failure('compare-not-same-kind');
  const suggestions = await suggestKeys(asking, common);
  const key = askedKey ?? suggestions[0] ?? [];
  const keyColumns = key.map((index) => {
    const found = common.find((one) => one.now === index);
    if (found === undefined) throw new Failure('call-invalid', { subject: 'key' });
    return found;
  });
  const whole = keyColumns.length === 0;
  const used = whole ? common : keyColumns;
  await listKeys(
    asking,
    'data.t',
    'v.kt',
    used.map(({ now: index }) => `c${index}`),
    whole,
  );
  await listKeys(
    asking,
    'data.o',
    'v.ko',
    used.map(({ before: index }) => `c${index}`),
    whole,
  );
  const same = whole ? 'a.k0 = b.k0' : used.map((_, at) => `a.k${at} = b.k${at}`).join(' AND ');
  const others = common.filter((one) => !keyColumns.includes(one));
  const differs =
    whole || others.length === 0
      ? 'false'
      : others.map((one) => `coalesce(t.c${one.now}, '') <> coalesce(o.c${one.before}, '')`).join(' OR ');
  await ask(
    `CREATE OR REPLACE TABLE v.pairs AS SELECT a.r AS n, b.r AS b FROM (FROM v.kt WHERE fit) AS a
     FULL JOIN (FROM v.ko WHERE fit) AS b ON ${same}`,
  );
  await ask(
    `CREATE OR REPLACE TABLE v.both AS SELECT p.n, p.b, (${differs}) AS changed FROM v.pairs AS p
     JOIN data.t AS t ON t.rowid = p.n JOIN data.o AS o ON o.rowid = p.b`,
  );
  await ask(
    'CREATE OR REPLACE TABLE v.added AS SELECT n, NULL::BIGINT AS b FROM v.pairs WHERE b IS NULL ORDER BY n',
  );
  await ask(
    'CREATE OR REPLACE TABLE v.gone AS SELECT NULL::BIGINT AS n, b FROM v.pairs WHERE n IS NULL ORDER BY b',
  );
  await ask('CREATE OR REPLACE TABLE v.changed AS SELECT n, b FROM v.both WHERE changed ORDER BY n');
  await ask(
    `CREATE OR REPLACE TABLE v.unmatched AS SELECT r AS n, NULL::BIGINT AS b FROM v.kt WHERE NOT fit
     UNION ALL SELECT NULL, r FROM v.ko WHERE NOT fit`,
  );
  const [row = []] = await ask(
    `SELECT (SELECT count(*) FROM v.added), (SELECT count(*) FROM v.gone), (SELECT count(*) FROM v.changed),
     (SELECT count(*) FROM v.both WHERE NOT changed), (SELECT count(*) FROM v.unmatched)`,
  );
  for (const table of ['kt', 'ko', 'pairs', 'both']) await ask(`DROP TABLE IF EXISTS v.${table}`);
  const [added = 0, gone = 0, changed = 0, unchanged = 0, unmatched = 0] = row.map(asNumber);
  return { key, suggestions, columns, rows: { added, gone, changed, same: unchanged, unmatched } };
}

/** Lists a side's rows with their keys, and whether the key is fit to tell the row from the others. */
async function listKeys(
  { ask }: Asking,
  table: 'data.t' | 'data.o',
  list: 'v.kt' | 'v.ko',
  cells: readonly string[],
  whole: boolean,
): Promise<void> {
  const keys = cells.map((cell, at) => `coalesce(${cell}, '') AS k${at}`).join(', ');
  const parts = cells.map((cell) => `coalesce(${cell}, '')`).join(', ');
  if (whole) {
    // The same row twice on one side and once on the other is one row more: occurrences are numbered.
    await ask(
      `CREATE OR REPLACE TABLE ${list} AS SELECT r, true AS fit, h || '/' || row_number() OVER (PARTITION BY h) AS k0
       FROM (SELECT rowid AS r, sha256(to_json([${parts}])::VARCHAR) AS h FROM ${table})`,
    );
    return;
  }
  const blank = cells.map((cell) => `(${blankSql(cell)})`).join(' AND ');
  await ask(
    `CREATE OR REPLACE TABLE ${list} AS SELECT rowid AS r, ${keys},
     count(*) OVER (PARTITION BY ${parts}) = 1 AND NOT (${blank}) AS fit FROM ${table}`,
  );
}

/** Beyond this, cells are told apart by what they hash to: nothing so long leaves the table whole. */
const whole = (cell: string) =>
  `CASE WHEN length(${cell}) > ${longestCell} THEN sha256(${cell}) ELSE NULL END`;

/** A page of one side of the comparison that was made last. */
export async function compareRows(
  { readers }: Pick<ReadyTable, 'readers'>,
  columns: readonly ComparedColumn[],
  { side, offset, limit }: Omit<CompareRowsInput, 'handle'>,
): Promise<ComparePage> {
  const connection = freest(readers.inSight);
  const [count = []] = await query(connection, `SELECT count(*) FROM v.${side}`);
  const pairs = await query(
    connection,
    `SELECT n, b FROM v.${side} WHERE rowid >= $from::BIGINT AND rowid < $to::BIGINT ORDER BY rowid`,
    { from: BigInt(offset), to: BigInt(offset + limit) },
  );
  const idsOf = (at: 0 | 1) => pairs.flatMap((pair) => (isThere(pair[at]) ? [asNumber(pair[at])] : []));
  const select = (of: 'now' | 'before') =>
    columns.flatMap((column) => {
      const at = column[of];
      return at === null ? ['NULL', 'NULL'] : [`left(t.c${at}, ${longestCell})`, whole(`t.c${at}`)];
    });
  const now = await fetchRows(connection, 'data.t', idsOf(0), select('now'));
  const before = await fetchRows(connection, 'data.o', idsOf(1), select('before'));
  const sideOf = (rows: typeof now, id: DuckDBValue | undefined) => {
    if (!isThere(id)) return null;
    const values = (rows.get(asNumber(id)) ?? []).map(asText);
    return {
      rowId: asNumber(id),
      cells: columns.map((_, at) => values[at * 2] ?? null),
      hashes: columns.map((_, at) => values[at * 2 + 1] ?? null),
    };
  };
  return {
    offset,
    total: asNumber(count[0]),
    rows: pairs.map(([n, b]) => {
      const here = sideOf(now, n);
      const there = sideOf(before, b);
      const differs = (at: number) =>
        (here?.cells[at] ?? '') !== (there?.cells[at] ?? '') || here?.hashes[at] !== there?.hashes[at];
      return {
        now: here === null ? null : { rowId: here.rowId, cells: here.cells },
        before: there === null ? null : { rowId: there.rowId, cells: there.cells },
        changed: columns.flatMap((column, at) =>
          here !== null && there !== null && column.now !== null && column.before !== null && differs(at)
            ? [at]
            : [],
        ),
      };
    }),
  };
}

const isThere = (id: DuckDBValue | undefined) => id !== null && id !== undefined;
