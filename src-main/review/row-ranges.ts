/** DuckDB reads a table by so many rows at a time, one processor each. https://duckdb.org/docs/stable/internals/storage */
const rowGroup = 122_880;
/** Enough for every processor, and soon done. */
const groupsAtOnce = 8;

/** SQL conditions, one for each stretch of a table whose rows are looked at together; they follow one another. */
export function rowRanges(rows: number): readonly [string, ...string[]] {
  const atOnce = rowGroup * groupsAtOnce;
  // What is left over goes with the last: a few rows aren't worth a statement.
  const count = Math.max(1, Math.round(rows / atOnce));
  const rangeAt = (at: number) => {
    const from = `rowid >= ${at * atOnce}`;
    return at === count - 1 ? from : `${from} AND rowid < ${(at + 1) * atOnce}`;
  };
  return [
    count === 1 ? 'true' : rangeAt(0),
    ...Array.from({ length: count - 1 }, (_, at) => rangeAt(at + 1)),
  ];
}
