import type { Profile } from '../../../src-preload/contract/review-insight.ts';
import { fileMoment } from '../file-dates.ts';
import { numberFormat } from '../locale.ts';
import { preciseShare } from '../numbers.ts';
import { count, number } from './values.ts';

const hardSpace = '\u00a0';

/** A share from 0 to 1: "12 %", "0.3 %", "under 0.1 %"; never 0 or 100 for what isn't. */
export function share(value: number): string {
  const hundredths = value * 100;
  if (hundredths > 0 && hundredths < 0.1) return `under${hardSpace}${preciseShare(0.001)}`;
  if (hundredths > 99.9 && hundredths < 100) return `over${hardSpace}${preciseShare(0.999)}`;
  return preciseShare(value);
}

/** A sum to its last place, as far as a number holds it. */
const amount = (value: number) =>
  numberFormat({
    minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
    maximumFractionDigits: 6,
  }).format(Number(value.toPrecision(15)));

const decimal = (value: number) => numberFormat({ maximumSignificantDigits: 6 }).format(value);

export const reviewProfile = {
  label: (column: string) => `Profile of ${column}`,
  none: 'Choose a column: press its name, then “Profile”; or go to one of its cells.',
  working: 'Reading the column…',
  stopped: 'Reading the column was stopped.',
  again: 'Read it',
  ofShown: (rows: number) => `Of the ${count(rows, 'row', 'rows')} shown`,
  type: 'Type',
  filled: 'Filled',
  filledText: (profile: Pick<Profile, 'rows' | 'blank'>) =>
    profile.rows === 0
      ? '—'
      : `${number(profile.rows - profile.blank)} (${share((profile.rows - profile.blank) / profile.rows)})`,
  blank: 'Blank',
  blankText: (profile: Pick<Profile, 'rows' | 'blank'>) =>
    profile.rows === 0 ? '—' : `${number(profile.blank)} (${share(profile.blank / profile.rows)})`,
  distinct: 'Different values',
  distinctText: ({ distinct }: Profile) =>
    distinct.exact ? number(distinct.count) : `about ${number(distinct.count)}`,
  least: 'Least',
  greatest: 'Greatest',
  earliest: 'Earliest',
  latest: 'Latest',
  mean: 'Mean',
  decimal,
  sum: 'Sum',
  amount,
  oddTitle: {
    number: 'Not numbers',
    date: 'Not dates',
    timestamp: 'Not times',
  },
  oddNote: 'Shown as in the file, sorted last, in no range and no sum.',
  values: 'Most frequent values',
  allDifferent: 'Every value is different.',
  examples: 'The first of them',
  histogram: 'How the numbers spread',
  times: 'How the times spread',
  numbersBin: (from: number, to: number) => `${decimal(from)} – ${decimal(to)}`,
  timesBin: (from: string, to: string) => `${fileMoment(from)} – ${fileMoment(to)}`,
  blankValue: '(blank)',
  others: 'Other values',
  bar: (what: string, rows: number, of: number) =>
    `${what}: ${count(rows, 'row', 'rows')}, ${share(of === 0 ? 0 : rows / of)}`,
  barHint: 'Press a bar to see its rows only.',
  allBlank: 'Every cell of this column is blank.',
  filter: 'Filter…',
  repeated: 'Rows whose value repeats',
  share,
  moment: fileMoment,
} as const;
