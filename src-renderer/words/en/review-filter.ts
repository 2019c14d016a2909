import type { Filter } from '../../../src-preload/contract/review-view.ts';
import { fileMoment } from '../file-dates.ts';
import { numberFormat } from '../locale.ts';
import { count, number } from './values.ts';

type TextFilter = Extract<Filter, { kind: 'text' }>;

const hows: Readonly<Record<TextFilter['how'], string>> = {
  contains: 'contains',
  is: 'is',
  starts: 'starts with',
  ends: 'ends with',
};
const notHows: Readonly<Record<TextFilter['how'], string>> = {
  contains: 'does not contain',
  is: 'is not',
  starts: 'does not start with',
  ends: 'does not end with',
};

type Typed = Extract<Filter, { kind: 'odd' }>['type'];
const things: Readonly<Record<Typed, string>> = { number: 'a number', date: 'a date', timestamp: 'a time' };
/** "3 cells are not numbers", of the cells of a column that are none of its type. */
export function oddCells(type: Typed, cells: number): string {
  const many = { number: 'numbers', date: 'dates', timestamp: 'times' } as const;
  return cells === 1
    ? `1 cell is not ${things[type]}`
    : `${count(cells, 'cell is', 'cells are')} not ${many[type]}`;
}

const shortest = 28;
const short = (text: string) => (text.length > shortest ? `${text.slice(0, shortest - 1)}…` : text);
const exactNumber = (value: number) => numberFormat({ maximumSignificantDigits: 15 }).format(value);

function span<T>(
  from: T | null,
  to: T | null,
  say: (end: T) => string,
  after: string,
  before: string,
): string {
  if (from !== null && to !== null) return from === to ? `is ${say(from)}` : `${say(from)} to ${say(to)}`;
  if (from !== null) return `${after} ${say(from)}`;
  return to === null ? 'any' : `${before} ${say(to)}`;
}

function condition(filter: Filter): string {
  switch (filter.kind) {
    case 'text':
      return `${(filter.not === true ? notHows : hows)[filter.how]} “${short(filter.text)}”`;
    case 'number':
      return span(filter.least, filter.greatest, exactNumber, 'at least', 'at most');
    case 'date':
      return span(filter.from, filter.to, fileMoment, 'from', 'up to');
    case 'values': {
      const is = filter.not === true ? 'is not' : 'is';
      const [one] = filter.values;
      if (filter.values.length > 1)
        return `${is} ${filter.not === true ? 'any' : 'one'} of ${count(filter.values.length, 'value', 'values')}`;
      return one === null || one === undefined ? `${is} blank` : `${is} ${short(one)}`;
    }
    case 'blank':
      return filter.blank ? 'is blank' : 'is not blank';
    case 'odd':
      return filter.odd ? `is not ${things[filter.type]}` : `is ${things[filter.type]} or blank`;
    case 'anywhere':
      return `contains “${short(filter.text)}”`;
    case 'repeated':
      return 'occurs more than once';
  }
}

/** What a chip says: "country is NO". */
export function filterText(filter: Filter, nameOf: (column: number) => string): string {
  if (filter.kind === 'anywhere') return `a cell ${condition(filter)}`;
  if (filter.kind === 'repeated') {
    const [column] = filter.columns;
    return column === undefined ? 'row occurs more than once' : `${nameOf(column)} occurs more than once`;
  }
  return `${nameOf(filter.column)} ${condition(filter)}`;
}

export const reviewFilter = {
  title: (column: string) => `Filter by ${column}`,
  kind: 'Show rows whose cell',
  kinds: {
    values: 'is one of its values',
    text: 'has a text',
    number: 'is within numbers',
    date: 'is within dates',
    blank: 'is blank or not',
  },
  oddKinds: {
    number: 'is a number or not',
    date: 'is a date or not',
    timestamp: 'is a time or not',
  } satisfies Readonly<Record<Typed, string>>,
  odd: (type: Typed) => `is not ${things[type]}`,
  notOdd: (type: Typed) => `is ${things[type]} or blank`,
  oddOutside: (type: Typed, cells: number, texts: readonly string[]) =>
    `${oddCells(type, cells)} (${texts.map((text) => `“${short(text)}”`).join(', ')}) and lie in no range.`,
  oddShow: 'Show only these',
  how: 'How',
  hows: {
    contains: hows.contains,
    is: hows.is,
    starts: hows.starts,
    ends: hows.ends,
    'not-contains': notHows.contains,
    'not-is': notHows.is,
  },
  text: 'Text',
  caseSensitive: 'Capitals matter',
  least: 'At least',
  greatest: 'At most',
  from: 'From',
  to: 'Up to',
  numberWrong: 'This is no number.',
  spanWrong: 'The first is greater than the second.',
  needed: 'Nothing is entered yet.',
  values: 'Values',
  valueSearch: 'Find a value',
  valuesWorking: 'Counting the values…',
  valuesNone: 'No such value.',
  valuesMore: (shown: number) => `The ${number(shown)} most frequent; type to find others.`,
  valuesNot: 'All but these',
  blankValue: '(blank)',
  blank: 'is blank',
  notBlank: 'is not blank',
  apply: 'Show these rows',
  remove: 'Remove filter',
  cancel: 'Cancel',
  filterText,
} as const;
