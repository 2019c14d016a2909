import type { HistoryColumn } from '../../../src-preload/contract/history.ts';
import type { HistoryGroup, HistoryRange } from '../kinds.ts';
import type { Words } from '../words-type.ts';
import { count } from './values.ts';

const ranges: Readonly<Record<HistoryRange, string>> = {
  all: 'All tid',
  today: 'I dag',
  week: 'Siste 7 dager',
  month: 'Siste 30 dager',
  year: 'I år',
  days: 'Fra … til …',
};

const groups: Readonly<Record<HistoryGroup, string>> = {
  all: 'Alt',
  commits: 'Bekreftelser',
  reviews: 'Gjennomganger',
  collecting: 'Henting',
  vendor: 'Hos leverandøren',
  connections: 'Tilkoblinger',
  files: 'Opprydding',
  docket: 'Docket selv',
};

const fileColumns: Readonly<Record<HistoryColumn, string>> = {
  at: 'Når',
  by: 'Hvem',
  kind: 'Hva',
  title: 'Eksport',
  provider: 'Leverandør',
  connectionName: 'Tilkobling',
  rows: 'Poster',
  files: 'Filer',
  bytes: 'Byte',
  fingerprint: 'Fingeravtrykk',
  note: 'Svar eller notat',
  practice: 'Øving',
  id: 'Linje',
};

/** The history's table, its filters, and saving it. */
export const historyTools: Words['historyTools'] = {
  column: {
    when: 'Når',
    who: 'Hvem',
    what: 'Hva',
    export: 'Eksport',
    rows: 'Poster',
    files: 'Filer',
    fingerprint: 'Fingeravtrykk',
    answer: 'Svar eller notat',
  },
  range: (range) => ranges[range],
  rangeLabel: 'Tid',
  from: 'Fra dag',
  to: 'Til dag',
  group: (group) => groups[group],
  groupLabel: 'Hva som skjedde',
  everyone: 'Alle',
  personLabel: 'Hvem',
  everyVendor: 'Alle leverandører',
  vendorLabel: 'Leverandør og tilkobling',
  clear: 'Fjern filtrene',
  noMatch: 'Ingen linje passer med det du har valgt. Fjern filtrene for å se alt.',
  loadingRow: 'Leser …',
  receipt: 'Vis kvitteringen',
  save: 'Lagre',
  saveCsv: 'Som CSV',
  saveCsvHint: 'Åpnes i alle programmer',
  saveXlsx: 'Som Excel-arbeidsbok',
  saveXlsxHint: 'Tall og tider som de er. Ingenting kan kjøre som formel',
  fileName: (day) => `Historikk fra Docket ${day}`,
  fileColumn: (column) => fileColumns[column],
  fileTime: (zone) => `Når (${zone})`,
  saved: (rows, name) => `${count(rows, 'linje', 'linjer')} lagret som «${name}»`,
  savedWhere: (folder) => `I ${folder}`,
};
