import { asNumber, asText, query } from './store.ts';
import { cellSql } from './table-columns.ts';
import type { ReadyTable } from './table-session.ts';

/** A piece of a long cell, and its whole length, in characters. */
export async function readCell(
  table: ReadyTable,
  { rowId, column, offset, limit }: { rowId: number; column: number; offset: number; limit: number },
): Promise<{ text: string | null; length: number }> {
  const cell = cellSql(table.columns(), column);
  const [row = []] = await query(
    table.readers.inSight[0],
    `SELECT substring(${cell}, $from::BIGINT, $limit::BIGINT), length(${cell}) FROM data.t WHERE rowid = $row::BIGINT`,
    { from: BigInt(offset + 1), limit: BigInt(limit), row: BigInt(rowId) },
  );
  return { text: asText(row[0]), length: asNumber(row[1]) };
}

/** Where a row's record is in its file; null when the table isn't made of records. */
export async function recordPlace(
  table: ReadyTable,
  rowId: number,
): Promise<{ readonly file: number; readonly start: number; readonly end: number } | null> {
  if (!table.loaded.hasRecords) return null;
  const [row] = await query(
    table.readers.inSight[0],
    'SELECT f, s, e FROM data.t WHERE rowid = $row::BIGINT',
    {
      row: BigInt(rowId),
    },
  );
  if (row === undefined) return null;
  return { file: asNumber(row[0]), start: asNumber(row[1]), end: asNumber(row[2]) };
}
