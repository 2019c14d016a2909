import type { BrokenLine, Dialect } from '../../../src-preload/contract/review.ts';
import { count, number } from './values.ts';

const delimiters: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
  ' ': 'space',
  ':': 'colon',
};

const encodingNames: Readonly<Record<Dialect['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252 (Western)',
  'windows-1251': 'Windows-1251 (Cyrillic)',
  'koi8-r': 'KOI8-R (Cyrillic)',
  ibm866: 'IBM 866 (Cyrillic, DOS)',
};

const delimiterName = (delimiter: string) => delimiters[delimiter] ?? `“${delimiter}”`;

function why(line: BrokenLine): string {
  const cells = `${number(line.cells ?? 0)} of ${count(line.expected ?? 0, 'cell', 'cells')}`;
  switch (line.why) {
    case 'too-few-cells':
      return line.cells === null ? 'Too few cells' : `Too few cells: ${cells}`;
    case 'too-many-cells':
      return line.cells === null
        ? 'Too many cells'
        : `Too many cells: ${number(line.cells)} instead of ${number(line.expected ?? 0)}`;
    case 'quote-open':
      return 'A quote is opened and never closed';
    case 'text-after-quote':
      return 'Text stands after a closing quote';
    case 'not-json':
      return 'This is no JSON record';
    case 'undecodable':
      return 'Some bytes are no letters of this encoding';
  }
}

export const reviewPanel = {
  row: (row: number) => `Row ${number(row)}`,
  rowLabel: (row: number) => `All cells of row ${number(row)}`,
  rowNone: 'Choose a cell to read its whole row here.',
  rowBlank: 'blank',
  rowHideBlank: 'Without blank cells',
  rowMore: (more: number) => `Show ${count(more, 'more cell', 'more cells')}`,
  exact: 'As it stands in the file',
  listOf: (items: number) => count(items, 'entry', 'entries'),
  listEmpty: 'no entries',
  listMore: (more: number) => `and ${number(more)} more`,
  cutCell: (length: number) => `the beginning of ${count(length, 'character', 'characters')}`,

  brokenLabel: 'Lines that are no proper rows',
  brokenIntro: 'They stay in the file as they are.',
  brokenNone: 'Every line of the file is a proper row.',
  brokenLine: (line: number) => `Line ${number(line)}`,
  brokenIn: (part: string) => `in ${part}`,
  brokenShown: 'shown, filled up with blank cells',
  brokenNotShown: 'not shown',
  brokenMore: (more: number) => `Show more (${number(more)} left)`,
  brokenUnlisted: (more: number) => `and ${count(more, 'more line', 'more lines')} that are not listed`,
  why,

  dialect: (dialect: Dialect) =>
    [
      delimiterName(dialect.delimiter),
      encodingNames[dialect.encoding].replace(/ \(.*/, ''),
      dialect.header ? 'header row' : 'no header row',
    ].join(' · '),
  dialectLabel: (said: string) => `How the file is read: ${said}. Correct it`,
  dialectTitle: 'How the file is read',
  dialectHint: 'Docket has recognised this. Correct it where the table looks wrong; the file is not altered.',
  delimiter: 'Cells are separated by',
  delimiterName,
  otherDelimiter: 'Another sign',
  encoding: 'Letters are written as',
  encodingName: (encoding: Dialect['encoding']) => encodingNames[encoding],
  quote: 'Texts stand in',
  quotes: { '"': 'double quotes', "'": 'single quotes', '': 'no quotes' },
  header: 'The first line holds the names of the columns',
  read: 'Read it so',
  recognise: 'As recognised',
} as const;
