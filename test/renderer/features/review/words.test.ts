import { beforeEach, expect, test } from 'vitest';
import type { Flag } from '../../../../src-preload/contract/review-insight.ts';
import type { Filter } from '../../../../src-preload/contract/review-view.ts';
import { namedFlag } from '../../../../src-renderer/features/review/named-flag.ts';
import { words } from '../../../../src-renderer/words/en.ts';
import { setLocale } from '../../../../src-renderer/words/locale.ts';

beforeEach(() => setLocale({ locale: 'en-GB', timeZone: 'Europe/Oslo' }));

const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');
const nameOf = (column: number) => ['id', 'country', 'amount', 'tsEvent'][column] ?? '';

test.each<[Filter, string]>([
  [{ kind: 'values', column: 1, values: ['NO'] }, 'country is NO'],
  [{ kind: 'values', column: 1, values: ['NO', 'SE'], not: true }, 'country is not any of 2 values'],
  [{ kind: 'values', column: 1, values: [null] }, 'country is blank'],
  [{ kind: 'text', column: 1, how: 'starts', text: 'N' }, 'country starts with “N”'],
  [{ kind: 'text', column: 1, how: 'is', text: 'N', not: true }, 'country is not “N”'],
  [{ kind: 'number', column: 2, least: 0.1, greatest: null }, 'amount at least 0.1'],
  [{ kind: 'number', column: 2, least: null, greatest: 1234.5 }, 'amount at most 1,234.5'],
  [{ kind: 'number', column: 2, least: 1, greatest: 2 }, 'amount 1 to 2'],
  [{ kind: 'date', column: 3, from: '2026-10-15', to: null }, 'tsEvent from 15 Oct 2026'],
  [{ kind: 'date', column: 3, from: null, to: '2026-10-15 08:01:00' }, 'tsEvent up to 15 Oct 2026, 08:01'],
  [{ kind: 'blank', column: 1, blank: false }, 'country is not blank'],
  [{ kind: 'odd', column: 2, odd: true, type: 'number' }, 'amount is not a number'],
  [{ kind: 'odd', column: 3, odd: false, type: 'timestamp' }, 'tsEvent is a time or blank'],
  [{ kind: 'anywhere', text: 'x' }, 'a cell contains “x”'],
  [{ kind: 'repeated', columns: [] }, 'row occurs more than once'],
  [{ kind: 'repeated', columns: [0] }, 'id occurs more than once'],
])('a chip says what its filter does: %o', (filter, said) => {
  expect(plain(words.reviewFilter.filterText(filter, nameOf))).toBe(said);
});

test.each<[Flag, string]>([
  [{ kind: 'rows-changed', rows: 500, before: 1000 }, 'The row count is about half of last time’s (1,000)'],
  [{ kind: 'rows-changed', rows: 2000, before: 1000 }, 'The row count is about twice last time’s (1,000)'],
  [{ kind: 'rows-changed', rows: 1, before: 1000 }, 'There are only 1 row; last time there were 1,000'],
  [{ kind: 'rows-changed', rows: 0, before: 9 }, 'There are no rows; last time there were 9'],
  [{ kind: 'column-new', column: 1, name: 'country' }, 'country is new since last time'],
  [
    { kind: 'blank-share', column: 1, name: 'EmailAddress', share: 0.12, before: 0.01 },
    'EmailAddress is blank in 12% of rows, last time 1%',
  ],
  [{ kind: 'blank-share', column: 1, name: 'note', share: 1, before: null }, 'note is blank in every row'],
  [
    { kind: 'odd-cells', column: 2, name: 'amount', type: 'number', count: 3, texts: ['Total', 'n/a'] },
    'amount: 3 cells are not numbers: “Total”, “n/a”',
  ],
  [
    { kind: 'odd-cells', column: 3, name: 'tsEvent', type: 'date', count: 1, texts: ['x'.repeat(40)] },
    `tsEvent: 1 cell is not a date: “${'x'.repeat(29)}…”`,
  ],
  [{ kind: 'repeated-rows', count: 1 }, '1 row repeats another one in every cell'],
  [{ kind: 'broken-lines', count: 2, short: 1 }, '2 lines can’t be read as rows'],
  [{ kind: 'broken-lines', count: 0, short: 1 }, '1 line is shorter than the header'],
])('a flag is a sentence: %o', (flag, said) => {
  expect(plain(words.reviewSummary.flag(flag))).toBe(said);
});

test('a column without a name is called by its place, as in the table', () => {
  const said = (flag: Flag) => plain(words.reviewSummary.flag(namedFlag(flag)));
  expect(said({ kind: 'blank-share', column: 8, name: '', share: 1, before: null })).toBe(
    'column 9 is blank in every row',
  );
  expect(said({ kind: 'column-gone', name: '' })).toBe(
    'A column without a name was there last time and is gone',
  );
  expect(said({ kind: 'column-new', column: 1, name: 'country' })).toBe('country is new since last time');
});

test('one line that is not shown is spoken of as one', () => {
  expect(words.review.broken(1)).toContain('It ');
  expect(words.review.broken(2)).toContain('They ');
});

test.each([
  [1_234_567.1, '1,234,567.10'],
  [0.1 + 0.2, '0.30'],
  [12_000, '12,000'],
  [123_456_789_012.35, '123,456,789,012.35'],
])('a sum of %d is said to its last place', (value, said) => {
  expect(plain(words.reviewProfile.amount(value))).toBe(said);
});

test.each([
  [0, '0%'],
  [0.0004, 'under 0.1%'],
  [0.004, '0.4%'],
  [0.5, '50%'],
  [0.9996, 'over 99.9%'],
  [1, '100%'],
])('a share of %d is never rounded to none or all', (value, said) => {
  expect(plain(words.reviewProfile.share(value))).toBe(said);
});

test('how a file is read is said in a line', () => {
  const dialect = { encoding: 'windows-1251', delimiter: '\t', quote: '"', header: false } as const;
  expect(words.reviewPanel.dialect(dialect)).toBe('tab · Windows-1251 · no header row');
});

test('the head says the period once it is known, and what is not counted yet', () => {
  const table = {
    files: 3,
    totalRows: 400,
    columns: [],
    load: { kind: 'loading', bytes: 0, totalBytes: 1, rows: 0 },
  } as const;
  expect(plain(words.review.facts(table, null))).toBe('3 files · first 400 rows · 0 columns');
  const period = { column: 0, name: 'tsEvent', from: '2026-10-01 00:00:00', to: '2026-10-31 23:59:59' };
  expect(plain(words.reviewSummary.periodShort(period))).toMatch(/^1\s?–\s?31 Oct 2026$/);
});

const last = { jobId: 'j', title: 'Installs', collectedAt: 0, rows: 5 };
test.each([
  [null, 'Nothing stands out.'],
  [{ ...last, columnsKnown: true }, 'Nothing stands out, also compared with last time.'],
  [{ ...last, columnsKnown: false }, 'Nothing stands out; of last time only the number of rows is known.'],
  [last, 'Nothing stands out; of last time only the number of rows is known.'],
])('nothing more is said to be compared than was: %o', (previous, said) => {
  expect(words.reviewSummary.noFlags(previous)).toBe(said);
});

test('long work says what it is, and how many rows are read', () => {
  const said = (kind: 'view' | 'find', total: number | null) =>
    plain(words.review.task({ kind, done: 400_000, total }));
  expect(said('view', 1_000_000)).toBe('Arranging the rows… 400,000 of 1,000,000 rows read');
  expect(said('find', null)).toBe('Searching…');
});
