import type { ColumnType } from '../../src-preload/contract/review.ts';
import { blankPattern } from './filled-cells.ts';
import { isNearly, mostOdd, mostOddTexts, type OddCells, saysNothing } from './odd-cells.ts';

/**
 * How a column's text can be read. `test` is a regular expression (of JavaScript and of RE2 alike) that every filled
 * cell must match; `value` is the SQL of the typed value of a cell, NULL when it isn't one.
 */
export interface Reading {
  readonly type: Exclude<ColumnType, 'nested'>;
  readonly test: string;
  /** A further condition in SQL, where a pattern can't tell: the 31st of February. */
  readonly check?: (cell: string) => string;
  readonly value: (cell: string) => string;
  /** Only in columns with such names: digits alone can be anything. */
  readonly name?: RegExp;
  /** Filled cells of the column that can't be read so, where it has some; `value` of them is NULL. */
  readonly odd?: OddCells;
}

/** Between thousands; most programs write one at which no line is broken, so that a number stays whole. */
const spaces = ' \u00a0\u202f';

const clock = '[ T]\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?';
const zone = '( ?(Z|UTC|[+-]\\d{2}(:?\\d{2})?))?';
const timeName = /^ts[A-Z_]|time|date|_at$|At$|timestamp/;

const strptime =
  (...formats: readonly string[]) =>
  (cell: string) =>
    `try_strptime(${cell}, [${formats.map((format) => `'${format}'`).join(', ')}])`;
const withClock = (day: string) => [`${day} %H:%M:%S`, `${day} %H:%M:%S.%f`, `${day} %H:%M`, day];
const castTime = (cell: string) => `TRY_CAST(${cell} AS TIMESTAMP)`;
const castNumber = (cell: string) => `TRY_CAST(${cell} AS DOUBLE)`;
const ofEpoch = (perSecond: number) => (cell: string) =>
  `make_timestamp(TRY_CAST(${cell} AS BIGINT) * ${1_000_000 / perSecond})`;
/** The exact day or moment exists. */
const exists = (value: (cell: string) => string) => ({
  value,
  check: (cell: string) => `${value(cell)} IS NOT NULL`,
});

/** In the order of preference; a column has the first one that all its filled cells fit. */
export const readings: readonly Reading[] = [
  { type: 'boolean', test: '(?i:true|false|yes|no)', value: (cell) => `lower(${cell})` },
  { type: 'timestamp', name: timeName, test: '[12]\\d{9}', value: ofEpoch(1) },
  { type: 'timestamp', name: timeName, test: '[12]\\d{12}', value: ofEpoch(1000) },
  { type: 'date', test: '\\d{4}-\\d{2}-\\d{2}', ...exists(castTime) },
  { type: 'timestamp', test: `\\d{4}-\\d{2}-\\d{2}(${clock}${zone})?`, ...exists(castTime) },
  { type: 'date', test: '\\d{1,2}\\.\\d{1,2}\\.\\d{4}', ...exists(strptime('%d.%m.%Y')) },
  {
    type: 'timestamp',
    test: `\\d{1,2}\\.\\d{1,2}\\.\\d{4}(${clock})?`,
    ...exists(strptime(...withClock('%d.%m.%Y'))),
  },
  { type: 'date', test: '\\d{1,2}/\\d{1,2}/\\d{4}', ...exists(strptime('%m/%d/%Y')) },
  { type: 'date', test: '\\d{1,2}/\\d{1,2}/\\d{4}', ...exists(strptime('%d/%m/%Y')) },
  {
    type: 'timestamp',
    test: `\\d{1,2}/\\d{1,2}/\\d{4}(${clock})?`,
    ...exists(strptime(...withClock('%m/%d/%Y'))),
  },
  {
    type: 'timestamp',
    test: `\\d{1,2}/\\d{1,2}/\\d{4}(${clock})?`,
    ...exists(strptime(...withClock('%d/%m/%Y'))),
  },
  { type: 'number', test: '[-+]?(0|[1-9]\\d{0,14})(\\.\\d+)?([eE][-+]?\\d{1,3})?', value: castNumber },
  {
    type: 'number',
    test: `[-+]?(0|[1-9]\\d{0,2}([.${spaces}]\\d{3})+|[1-9]\\d{0,14})(,\\d+)?`,
    value: (cell) => castNumber(`replace(translate(${cell}, '.${spaces}', ''), ',', '.')`),
  },
  {
    type: 'number',
    test: '[-+]?(0|[1-9]\\d{0,2}(,\\d{3})+|[1-9]\\d{0,14})(\\.\\d+)?',
    value: (cell) => castNumber(`replace(${cell}, ',', '')`),
  },
  { type: 'id', test: '\\d{1,38}', value: (cell) => `TRY_CAST(${cell} AS HUGEINT)` },
];

export const asText: Reading = { type: 'text', test: '', value: (cell) => cell };

const compiled = readings.map((reading) => ({ reading, pattern: new RegExp(toScript(reading.test)) }));

/** RE2's `(?i:…)` is new to JavaScript: Node 18 lacks it. */
function toScript(test: string): string {
  const whole = `^(?:${test})$`;
  return whole.replace('(?i:true|false|yes|no)', '(?:[Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO)');
}

/** The readings that these cells allow, in the order of preference; all of them when no cell is filled. */
export function candidatesOf(name: string, cells: readonly (string | null)[]): readonly Reading[] {
  const filled = cells.flatMap((cell) => (cell === null || cell.trim() === '' ? [] : [cell]));
  return compiled
    .filter(({ reading }) => reading.name === undefined || reading.name.test(name))
    .filter(({ pattern }) => filled.every((cell) => pattern.test(cell)))
    .map(({ reading }) => reading);
}

/** What a column seems to be by its first cells. */
export function guessReading(name: string, cells: readonly (string | null)[]): Reading {
  const hasSome = cells.some((cell) => cell !== null && cell.trim() !== '');
  if (!hasSome) return asText;
  return candidatesOf(name, cells)[0] ?? nearlyOf(name, cells)[0] ?? asText;
}

/** The name of a column whose numbers are names of things. */
export const idName =
  /(^|[^a-z])(id|guid|uuid|key|number|no)$|^(id|guid|uuid)|[a-z](Id|ID|Guid|Key|Number)$/i;
const digits = /^\d+$/;

/** Whether a column of this type may have cells that are none. Digits that are no number tell that it is one of ids. */
export function mayHaveOdd({ type }: Reading, name: string): boolean {
  return type === 'date' || type === 'timestamp' || (type === 'number' && !idName.test(name));
}
export const contradicts = ({ type }: Reading, text: string) => type === 'number' && digits.test(text.trim());

/** The readings that nearly all of these cells allow, the one that fits most of them first. */
export function nearlyOf(name: string, cells: readonly (string | null)[]): readonly Reading[] {
  const filled = cells.flatMap((cell) => (cell === null || cell.trim() === '' ? [] : [cell]));
  return compiled
    .filter(
      ({ reading }) => mayHaveOdd(reading, name) && (reading.name === undefined || reading.name.test(name)),
    )
    .flatMap((one) => {
      const fitting = fittingOf(one, filled);
      return fitting === null ? [] : [{ reading: one.reading, fitting }];
    })
    .sort((one, other) => other.fitting - one.fitting)
    .map(({ reading }) => reading);
}

/** How many of the cells fit; null when the others are too many. Ends as soon as that is clear. */
function fittingOf(
  { reading, pattern }: (typeof compiled)[number],
  filled: readonly string[],
): number | null {
  const odd = new Map<string, number>();
  const most = mostOdd(filled.length);
  let telling = 0;
  let fitting = 0;
  for (const cell of filled) {
    if (pattern.test(cell)) {
      fitting += 1;
      continue;
    }
    odd.set(cell, (odd.get(cell) ?? 0) + 1);
    if (!saysNothing(cell)) telling += 1;
    if (telling > most || odd.size > mostOddTexts || contradicts(reading, cell)) return null;
  }
  const texts = [...odd].map(([text, count]) => ({ text, count }));
  return isNearly(fitting, texts) ? fitting : null;
}

/** SQL: every filled cell of the column can be read so. NULL when no cell is filled; `some`: it is known that one is. */
export function fitsSql(reading: Reading, cell: string, some = false): string {
  if (some) {
    // Without a condition DuckDB looks at each text once, however often it occurs in a stretch of rows.
    const fits = `regexp_full_match(${cell}, '${blankPattern}|(?:${reading.test})')`;
    if (reading.check === undefined) return `bool_and(${fits})`;
    return `bool_and(${fits} AND (${reading.check(cell)} OR regexp_full_match(${cell}, '${blankPattern}')))`;
  }
  // A condition within is cheaper than a FILTER, the more so the more of them stand in one statement.
  return `bool_and(CASE WHEN ${isFilled(cell)} THEN ${fitsOne(reading, cell)} END)`;
}

const isFilled = (cell: string) => `trim(${cell}) <> ''`;
const fitsOne = ({ test, check }: Reading, cell: string) =>
  `regexp_full_match(${cell}, '${test}')${check === undefined ? '' : ` AND ${check(cell)}`}`;

/** SQL: how many cells are filled, and how many of them can be read so. */
export const countFilled = (cell: string) => `count(CASE WHEN ${isFilled(cell)} THEN 1 END)`;
export const countFits = (reading: Reading, cell: string) =>
  `count(CASE WHEN ${isFilled(cell)} THEN CASE WHEN ${fitsOne(reading, cell)} THEN 1 END END)`;
/** SQL: the cell is filled and can't be read so. */
export const isOddSql = (reading: Reading, cell: string) =>
  `${isFilled(cell)} AND NOT coalesce(${fitsOne(reading, cell)}, false)`;

/**
 * The reading of a column with odd cells. What DuckDB would read nevertheless (`NaN`, `inf`) is looked at cell by cell,
 * only where there is such a one.
 */
export function withOdd(reading: Reading, odd: OddCells, readAnyway: boolean): Reading {
  if (!readAnyway) return { ...reading, odd };
  const value = (cell: string) => `CASE WHEN ${fitsOne(reading, cell)} THEN ${reading.value(cell)} END`;
  return { ...reading, value, odd };
}
