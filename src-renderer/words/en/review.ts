import type { OpenTable } from '../../../src-preload/contract/review.ts';
import { momentInSentence } from '../time.ts';
import { count, files, number } from '../values.ts';

const rows = (value: number) => count(value, 'row', 'rows');
const columns = (value: number) => count(value, 'column', 'columns');

export const review = {
  title: 'Review',
  back: 'Exports',
  backLabel: 'Back to the exports',
  opening: 'Opening the table…',
  openingHint: 'Large files take a moment; nothing is sent anywhere.',
  facts: (table: Pick<OpenTable, 'files' | 'totalRows' | 'columns'>) =>
    [files(table.files), rows(table.totalRows), columns(table.columns.length)].join(' · '),
  rows,
  file: 'File',
  partsOf: (name: string, parts: number) => (parts === 1 ? name : `${name} and ${number(parts - 1)} more`),
  sheet: 'Sheet',
  brokenTitle: (lines: number) => `${count(lines, 'line is', 'lines are')} not shown.`,
  broken: 'They can’t be read as rows of this table. They stay in the file as they are.',
  tableLabel: (title: string) => `Table of ${title}`,
  rowNumber: '#',
  unnamed: (index: number) => `column ${index + 1}`,
  first: 'First row',
  last: 'Last row',
  cell: (column: string, row: number) => `${column} · row ${number(row)}`,
  cellLabel: 'Whole text of a cell',
  emptyCell: 'Empty',
  noCell: 'Choose a cell to read all of its text here.',
  noRowsTitle: 'This table has no rows',
  noRows: 'The file has its column names and nothing below them. That may be as it should be.',
  noFilesTitle: 'Nothing to review yet',
  noFiles: 'This export has no files on this computer. Collect it first.',
  openAgain: 'Open again',
  openOutside: 'Open with its own program',
  remark: 'Remark (optional)',

  mark: 'I have reviewed this',
  marking: 'Writing it down…',
  reviewedBy: (who: string, at: number, now: number) => `Reviewed by ${who} ${momentInSentence(at, now)}`,
  commit: 'Commit…',
  committed: 'Committed',
  receipt: 'Receipt',
} as const;
