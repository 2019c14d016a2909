import type { HistoryColumn } from '../../../src-preload/contract/history.ts';
import type { HistoryGroup, HistoryRange } from '../kinds.ts';
import { count } from './values.ts';

const ranges: Readonly<Record<HistoryRange, string>> = {
  all: 'All time',
  today: 'Today',
  week: 'Last 7 days',
  month: 'Last 30 days',
  year: 'This year',
  days: 'From … to …',
};

const groups: Readonly<Record<HistoryGroup, string>> = {
  all: 'Everything',
  commits: 'Commits',
  reviews: 'Reviews',
  collecting: 'Collecting',
  vendor: 'At the vendor',
  connections: 'Connections',
  files: 'Clean-up',
  docket: 'Docket itself',
};

const fileColumns: Readonly<Record<HistoryColumn, string>> = {
  at: 'When',
  by: 'Who',
  kind: 'What',
  title: 'Export',
  provider: 'Vendor',
  connectionName: 'Connection',
  rows: 'Records',
  files: 'Files',
  bytes: 'Bytes',
  fingerprint: 'Fingerprint',
  note: 'Answer or note',
  practice: 'Practice',
  id: 'Entry',
};

/** The history's table, its filters, and saving it. */
export const historyTools = {
  column: {
    when: 'When',
    who: 'Who',
    what: 'What',
    export: 'Export',
    rows: 'Records',
    files: 'Files',
    fingerprint: 'Fingerprint',
    answer: 'Answer or note',
  },
  range: (range: HistoryRange) => ranges[range],
  rangeLabel: 'Time',
  from: 'From day',
  to: 'To day',
  group: (group: HistoryGroup) => groups[group],
  groupLabel: 'What happened',
  everyone: 'Everyone',
  personLabel: 'Who',
  everyVendor: 'All vendors',
  vendorLabel: 'Vendor and connection',
  clear: 'Clear filters',
  noMatch: 'No entry fits what you chose. Clear the filters to see everything.',
  loadingRow: 'Reading…',
  receipt: 'Show the receipt',
  save: 'Save',
  saveCsv: 'As CSV',
  saveCsvHint: 'Opens in every program',
  saveXlsx: 'As Excel workbook',
  saveXlsxHint: 'Numbers and times typed; nothing can run as a formula',
  fileName: (day: string) => `Docket history ${day}`,
  fileColumn: (column: HistoryColumn) => fileColumns[column],
  /** The column of times names the time zone that they are in. */
  fileTime: (zone: string) => `When (${zone})`,
  saved: (rows: number, name: string) => `${count(rows, 'entry', 'entries')} saved as “${name}”`,
  savedWhere: (folder: string) => `In ${folder}`,
} as const;
