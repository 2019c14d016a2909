import type { Flag, Summary } from '../../../src-preload/contract/review-insight.ts';
import { filePeriod, fileSpan } from '../file-dates.ts';
import { rowsChange } from '../rows-change.ts';
import { oddCells } from './review-filter.ts';
import { share } from './review-profile.ts';
import { dateAndTime } from './time.ts';
import { count, number, rows } from './values.ts';

function rowsChanged(now: number, before: number): string {
  const change = rowsChange(now, before);
  switch (change.kind) {
    case 'none':
      return `There are no rows; last time there were ${number(before)}`;
    case 'twice':
      return `The row count is about twice last time’s (${number(before)})`;
    case 'half':
      return `The row count is about half of last time’s (${number(before)})`;
    case 'times':
      return `There are ${number(change.times)} times as many rows as last time (${number(before)})`;
    case 'fewer':
      return `There are only ${rows(now)}; last time there were ${number(before)}`;
  }
}

/** The first few of them, each cut to what can be taken in at a glance. */
const named = (texts: readonly string[]) =>
  texts
    .slice(0, 4)
    .map((text) => `“${text.length > 30 ? `${text.slice(0, 29)}…` : text}”`)
    .concat(texts.length > 4 ? ['…'] : [])
    .join(', ');

/** One quality flag as a sentence without its full stop. */
function flag(flagged: Flag): string {
  switch (flagged.kind) {
    case 'count-differs':
      return `${rows(flagged.shown)} can be shown; ${number(flagged.collected)} were counted when it was collected`;
    case 'broken-lines':
      if (flagged.count === 0)
        return `${count(flagged.short, 'line is', 'lines are')} shorter than the header`;
      return `${count(flagged.count, 'line', 'lines')} can’t be read as ${flagged.count === 1 ? 'a row' : 'rows'}`;
    case 'undecodable-rows':
      return `${rows(flagged.count)} ${flagged.count === 1 ? 'has' : 'have'} characters that can’t be read in this encoding`;
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
    case 'odd-cells':
      return `${flagged.name}: ${oddCells(flagged.type, flagged.count)}: ${named(flagged.texts)}`;
    case 'odd-columns':
      return `${flagged.columns.length} columns have some cells that are no number or date: ${flagged.columns.map(({ name }) => name).join(', ')}`;
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
    case 'constants':
      return `${flagged.columns.length} columns hold one value in every row: ${flagged.columns.map(({ name }) => name).join(', ')}`;
  }
}

export const reviewSummary = {
  label: 'Summary of the table',
  working: 'Looking through all rows…',
  stopped: 'Looking through the rows was stopped.',
  again: 'Look through them',
  waiting: 'The summary comes when the file is read to its end.',
  failed: 'The summary could not be made.',
  rows: 'Rows',
  columns: 'Columns',
  files: 'Files',
  period: 'Period',
  periodText: fileSpan,
  periodColumn: (name: string) => `by ${name}`,
  periodShort: filePeriod,
  previous: 'Last time',
  previousText: (previous: NonNullable<Summary['previous']>, now: number) =>
    `${previous.title}, ${dateAndTime(previous.collectedAt, now)}: ${rows(previous.rows)}`,
  noPrevious: 'This is the first of its kind here',
  broken: 'Lines not shown',
  flags: 'To be looked at',
  /** Says no more than what was compared. */
  noFlags: (previous: Summary['previous']) => {
    if (previous === null) return 'Nothing stands out.';
    return previous.columnsKnown === true
      ? 'Nothing stands out, also compared with last time.'
      : 'Nothing stands out; of last time only the number of rows is known.';
  },
  flag,
  flagsMore: (more: number) => `${number(more)} more`,
  flagGo: (said: string) => `${said}. Show it`,
  blanks: 'Blank cells by column',
  noBlanks: 'No column has blank cells.',
  blankOf: (name: string, value: number) => `${name}: ${share(value)} blank`,
  blanksMore: (more: number) => `${count(more, 'more column', 'more columns')} with blank cells`,
  filledColumns: (columns: number) => `${count(columns, 'column has', 'columns have')} no blank cell.`,
} as const;
