/**
 * A blank cell is empty, or spaces alone: what `trim` takes away, Unicode's category Zs. Most cells show by their first
 * letter that they aren't: DuckDB compares that without reading the rest, and knows from its notes on the least and
 * greatest cell of each stretch of rows where there can be none. https://www.compart.com/en/unicode/category/Zs
 */
const spaces = [
  ['\u00a0', '\u00a1'],
  ['\u1680', '\u1681'],
  ['\u2000', '\u2060'],
  ['\u3000', '\u3001'],
] as const;

/** SQL: the cell may be blank though it isn't null. All blank cells are among those. */
export const maybeBlankSql = (cell: string) =>
  `(${cell} < '!' OR ${cell} >= '\u00a0') AND (${cell} < '!' OR ${spaces.map(([from, before]) => `(${cell} >= '${from}' AND ${cell} < '${before}')`).join(' OR ')})`;

/** SQL: the cell is not blank, which `coalesce(trim(cell), '') = ''` tells of the others. */
export const filledSql = (cell: string) => `((${cell} >= '!' AND ${cell} < '~') OR trim(${cell}) <> '')`;

/** RE2 for all that is blank. */
export const blankPattern = '\\p{Zs}*';
