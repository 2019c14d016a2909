import type { CompareSide } from '../kinds.ts';
import { dateAndTime } from './time.ts';
import { list, number, rows } from './values.ts';

const sides: Readonly<Record<CompareSide, string>> = {
  added: 'Added',
  gone: 'Gone',
  changed: 'Changed',
  unmatched: 'Can’t be matched',
};

const none: Readonly<Record<CompareSide, string>> = {
  added: 'No row was added.',
  gone: 'No row is gone.',
  changed: 'No row has changed.',
  unmatched: 'Every row could be matched.',
};

export const reviewCompare = {
  title: 'Compare with an earlier one',
  heading: (title: string) => `${title}: compared with an earlier one`,
  back: 'Table',
  backLabel: 'Back to the table',
  with: 'Compare with',
  earlier: (title: string, collectedAt: number, count: number | null, now: number) =>
    [title, dateAndTime(collectedAt, now), ...(count === null ? [] : [rows(count)])].join(' · '),
  noneTitle: 'Nothing to compare with',
  none: 'This is the first export of its kind on this computer. The next one can be compared with it.',
  looking: 'Looking for earlier ones…',
  working: 'Comparing all rows…',
  workingLabel: 'How much is compared',
  stop: 'Stop',
  stopped: 'The comparison was stopped.',
  again: 'Compare again',
  key: 'Rows are the same when they agree in',
  wholeRow: 'the whole row',
  ownKey: 'Other columns…',
  ownKeyTitle: 'Columns that name a row',
  ownKeyHint: 'Choose one or more whose values together occur once.',
  useKey: 'Compare by these',
  keyNames: (names: readonly string[]) => list(names),
  noKey: 'No column names each row once, so rows are compared as a whole: none counts as changed.',
  same: (value: number) => `${rows(value)} ${value === 1 ? 'is' : 'are'} the same`,
  allSame: 'Both hold the same rows.',
  side: (side: CompareSide) => sides[side],
  tab: (side: CompareSide, value: number) => `${sides[side]} ${number(value)}`,
  nothing: (side: CompareSide) => none[side],
  unmatchedHint: 'Their key is blank, or occurs more than once on a side.',
  columnsNew: (names: readonly string[]) =>
    `${names.length === 1 ? 'New column' : 'New columns'}: ${list(names)}`,
  columnsGone: (names: readonly string[]) =>
    `${names.length === 1 ? 'Column gone' : 'Columns gone'}: ${list(names)}`,
  tableLabel: (side: CompareSide) => `Rows: ${sides[side]}`,
  rowNow: 'Row now',
  rowBefore: 'Row before',
  columnNew: (name: string) => `${name} (new)`,
  columnGone: (name: string) => `${name} (gone)`,
  was: 'was',
  blank: '(blank)',
  now: 'now',
  before: 'before',
} as const;
