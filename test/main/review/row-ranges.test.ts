import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { rowRanges } from '../../../src-main/review/row-ranges.ts';

test('a table is looked at as a whole, or in stretches of about a million rows', () => {
  expect(rowRanges(0)).toEqual(['true']);
  expect(rowRanges(1_000_000)).toEqual(['true']);
  expect(rowRanges(3_000_000)).toEqual([
    'rowid >= 0 AND rowid < 983040',
    'rowid >= 983040 AND rowid < 1966080',
    'rowid >= 1966080',
  ]);
  expect(rowRanges(10_000_000)).toHaveLength(10);
});

test('every row is in exactly one of the stretches', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run('CREATE TABLE t AS SELECT range AS n FROM range(2500001)');
    const counts = rowRanges(2_500_001).map((where) => `(SELECT count(*) FROM t WHERE ${where})`);
    const sums = rowRanges(2_500_001).map((where) => `(SELECT sum(n) FROM t WHERE ${where})`);
    const reader = await connection.runAndReadAll(
      `SELECT (${counts.join(' + ')})::BIGINT, (${sums.join(' + ')})::BIGINT, ${counts.length}`,
    );
    expect(reader.getRows()).toEqual([[2_500_001n, 3_125_001_250_000n, 3]]);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
});
