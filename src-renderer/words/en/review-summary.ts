import type { Flag, Summary } from '../../../src-preload/contract/review-insight.ts';
import { dateFormat } from '../locale.ts';
import { dateAndTime } from '../time.ts';
import { count, number } from '../values.ts';
import { moment } from './review-filter.ts';
import { share } from './review-profile.ts';

const rows = (value: number) => count(value, 'row', 'rows');

function rowsChanged(now: number, before: number): string {
  if (now === 0) return `There are no rows; last time there were ${number(before)}`;
  const times = now > before ? now / Math.max(1, before) : before / now;
  const said = times < 2.25 ? (now > before ? 'twice' : 'half of') : null;
  if (said !== null) return `The row count is about ${said} last time’s (${number(before)})`;
  return now > before
    ? `There are ${number(Math.floor(times))} times as many rows as last time (${number(before)})`
    : `There are only ${rows(now)}; last time there were ${number(before)}`;
}

/** One quality flag as a sentence without its full stop. */
function flag(flagged: Flag): string {
  switch (flagged.kind) {
    case 'count-differs':
      return `${rows(flagged.shown)} can be shown; ${number(flagged.collected)} were counted when it was collected`;
    case 'broken-lines':
      if (flagged.count === 0)
        return `${count(flagged.short, 'line is', 'lines are')} shorter than the header`;
      return `${count(flagged.count, 'line', 'lines')} can’t be read as ${flagged.count === 1 ? 'a row' : 'rows'}`;
    case 'rows-changed':
      return rowsChanged(flagged.rows, flagged.before);
    case 'column-gone':
      return `${flagged.name} was there last time and is gone`;
    case 'column-new':
      return `${flagged.name} is new since last time`;
    case 'blank-share': {
      const before = flagged.before === null ? '' : `, last time ${share(flagged.before)}`;
      if (flagged.share === 1) return `${flagged.name} is blank in every row${before}`;
      return `${flagged.name} is blank in ${share(flagged.share)} of rows${before}`;
    }
    case 'outside-period':
      return `${rows(flagged.count)} ${flagged.count === 1 ? 'lies' : 'lie'} outside the asked period (${flagged.name})`;
    case 'repeated-rows':
      return `${rows(flagged.count)} ${flagged.count === 1 ? 'repeats' : 'repeat'} another one in every cell`;
    case 'repeated-ids':
      return `${flagged.name} is not unique: ${rows(flagged.count)} ${flagged.count === 1 ? 'repeats' : 'repeat'} a value`;
    case 'constant':
      return flagged.value === null || flagged.value === ''
        ? `${flagged.name} is always blank`
        : `${flagged.name} is “${flagged.value.slice(0, 40)}” in every row`;
  }
}

/** "1–31 Oct 2026" in the system's own format. */
function period({ from, to }: NonNullable<Summary['period']>): string {
  const start = Date.parse(`${from.slice(0, 10)}T00:00:00`);
  const end = Date.parse(`${to.slice(0, 10)}T00:00:00`);
  if (Number.isNaN(start) || Number.isNaN(end)) return `${from} – ${to}`;
  return dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }).formatRange(start, end);
}

export const reviewSummary = {
  label: 'Summary of the table',
  working: 'Looking through all rows…',
  waiting: 'The summary comes when the file is read to its end.',
  failed: 'The summary could not be made.',
  rows: 'Rows',
  columns: 'Columns',
  files: 'Files',
  period: 'Period',
  periodText: (found: NonNullable<Summary['period']>) => `${moment(found.from)} – ${moment(found.to)}`,
  periodColumn: (name: string) => `by ${name}`,
  periodShort: period,
  previous: 'Last time',
  previousText: (previous: NonNullable<Summary['previous']>, now: number) =>
    `${previous.title}, ${dateAndTime(previous.collectedAt, now)}: ${rows(previous.rows)}`,
  noPrevious: 'This is the first of its kind here',
  broken: 'Lines not shown',
  flags: 'To be looked at',
  noFlags: 'Nothing stands out.',
  noFlagsCompared: 'Nothing stands out, also compared with last time.',
  flag,
  flagsMore: (more: number) => `${number(more)} more`,
  flagGo: (said: string) => `${said}. Show it`,
  blanks: 'Blank cells by column',
  noBlanks: 'No column has blank cells.',
  blankOf: (name: string, value: number) => `${name}: ${share(value)} blank`,
  blanksMore: (more: number) => `${count(more, 'more column', 'more columns')} with blank cells`,
  filledColumns: (columns: number) => `${count(columns, 'column has', 'columns have')} no blank cell.`,
} as const;
