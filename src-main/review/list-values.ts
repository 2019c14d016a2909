import type { Values, ValuesInput } from '../../src-preload/contract/review-insight.ts';
import { blankSql, hitSql } from './filter-sql.ts';
import type { Asking } from './lane.ts';
import { asNumber, asText } from './store.ts';
import { cellSql, type TableColumns } from './table-columns.ts';

/** A column's values with their counts, most frequent first; all blank ones are one. */
export async function listValues(
  { ask }: Asking,
  columns: TableColumns,
  { column, contains, limit }: Omit<ValuesInput, 'handle'>,
): Promise<Values> {
  const cell = cellSql(columns, column);
  const wanted = contains === undefined || contains === '' ? '' : `WHERE ${hitSql(cell, '$text')}`;
  const rows = await ask(
    `SELECT CASE WHEN ${blankSql(cell)} THEN NULL ELSE ${cell} END AS value, count(*) AS n FROM data.t ${wanted}
     GROUP BY 1 ORDER BY n DESC, value LIMIT $limit::BIGINT`,
    { limit: BigInt(limit + 1), ...(wanted === '' || contains === undefined ? {} : { text: contains }) },
  );
  return {
    values: rows.slice(0, limit).map((row) => ({ value: asText(row[0]), count: asNumber(row[1]) })),
    more: rows.length > limit,
  };
}
