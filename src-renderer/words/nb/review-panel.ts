import type { BrokenLine, Dialect } from '../../../src-preload/contract/review.ts';
import type { Words } from '../words-type.ts';
import { count, number } from './values.ts';

const delimiters: Readonly<Record<string, string>> = {
  ',': 'komma',
  ';': 'semikolon',
  '\t': 'tabulator',
  '|': 'loddrett strek',
  ' ': 'mellomrom',
  ':': 'kolon',
};

const encodingNames: Readonly<Record<Dialect['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252 (vestlig)',
  'windows-1251': 'Windows-1251 (kyrillisk)',
  'koi8-r': 'KOI8-R (kyrillisk)',
  ibm866: 'IBM 866 (kyrillisk, DOS)',
};

const delimiterName = (delimiter: string) => delimiters[delimiter] ?? `«${delimiter}»`;

function why(line: BrokenLine): string {
  const cells = `${number(line.cells ?? 0)} av ${count(line.expected ?? 0, 'celle', 'celler')}`;
  switch (line.why) {
    case 'too-few-cells':
      return line.cells === null ? 'For få celler' : `For få celler: ${cells}`;
    case 'too-many-cells':
      return line.cells === null
        ? 'For mange celler'
        : `For mange celler: ${number(line.cells)} i stedet for ${number(line.expected ?? 0)}`;
    case 'quote-open':
      return 'Et anførselstegn åpnes og lukkes aldri';
    case 'text-after-quote':
      return 'Det står tekst etter et lukkende anførselstegn';
    case 'not-json':
      return 'Dette er ingen JSON-post';
    case 'undecodable':
      return 'Noen byte er ikke bokstaver i denne tegnkodingen';
  }
}

export const reviewPanel: Words['reviewPanel'] = {
  row: (row) => `Rad ${number(row)}`,
  rowLabel: (row) => `Alle cellene i rad ${number(row)}`,
  rowNone: 'Velg en celle for å lese hele raden her.',
  rowBlank: 'tom',
  rowHideBlank: 'Uten tomme celler',
  rowMore: (more) => `Vis ${count(more, 'celle', 'celler')} til`,
  exact: 'Slik det står i filen',
  listOf: (items) => count(items, 'element', 'elementer'),
  listEmpty: 'ingen elementer',
  listMore: (more) => `og ${number(more)} til`,
  cutCell: (length) => `begynnelsen av ${count(length, 'tegn', 'tegn')}`,

  brokenLabel: 'Linjer som ikke er ordentlige rader',
  brokenIntro: 'De blir stående i filen som de er.',
  brokenNone: 'Hver linje i filen er en ordentlig rad.',
  brokenLine: (line) => `Linje ${number(line)}`,
  brokenIn: (part) => `i ${part}`,
  brokenShown: 'vises, fylt ut med tomme celler',
  brokenNotShown: 'vises ikke',
  brokenMore: (more) => `Vis flere (${number(more)} igjen)`,
  brokenUnlisted: (more: number) => `og ${count(more, 'linje', 'linjer')} til som ikke er listet`,
  why,

  dialect: (dialect) =>
    [
      delimiterName(dialect.delimiter),
      encodingNames[dialect.encoding].replace(/ \(.*/, ''),
      dialect.header ? 'med overskrift' : 'uten overskrift',
    ].join(' · '),
  dialectLabel: (said) => `Slik leses filen: ${said}. Rett det`,
  dialectTitle: 'Slik leses filen',
  dialectHint: 'Docket har kjent igjen dette. Rett det der tabellen ser gal ut. Filen endres ikke.',
  delimiter: 'Cellene skilles av',
  delimiterName,
  otherDelimiter: 'Et annet tegn',
  encoding: 'Bokstavene er skrevet som',
  encodingName: (encoding) => encodingNames[encoding],
  quote: 'Tekster står i',
  quotes: { '"': 'doble anførselstegn', "'": 'enkle anførselstegn', '': 'ingen anførselstegn' },
  header: 'Den første linjen har navnene på kolonnene',
  read: 'Les den slik',
  recognise: 'Slik Docket kjente den igjen',
};
