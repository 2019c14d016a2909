import type { LoadState, OpenTable, ReviewTask } from '../../../src-preload/contract/review.ts';
import { momentInSentence } from './time.ts';
import { count, files, number, percent, rows } from './values.ts';

const columns = (value: number) => count(value, 'column', 'columns');

const tasks: Readonly<Record<ReviewTask['kind'], string>> = {
  save: 'Writing…',
  compare: 'Comparing…',
  view: 'Arranging the rows…',
  find: 'Searching…',
  profile: 'Reading the column…',
  summary: 'Looking through all rows…',
};

export const review = {
  title: 'Review',
  back: 'Exports',
  backLabel: 'Back to the exports',
  opening: 'Opening the table…',
  openingHint: 'Nothing is sent anywhere.',
  facts: (table: Pick<OpenTable, 'files' | 'totalRows' | 'columns' | 'load'>, period: string | null) =>
    [
      files(table.files),
      table.load?.kind === 'loading' || table.load?.kind === 'cancelled'
        ? `first ${rows(table.totalRows)}`
        : rows(table.totalRows),
      columns(table.columns.length),
      ...(period === null ? [] : [period]),
    ].join(' · '),
  rows,
  columns,
  file: 'File',
  partsOf: (name: string, parts: number) => (parts === 1 ? name : `${name} and ${number(parts - 1)} more`),
  sheet: 'Sheet',
  tableLabel: (title: string) => `Table of ${title}`,
  rowNumber: '#',
  nameless: 'A column without a name',
  unnamed: (index: number) => `column ${index + 1}`,
  part: 'Part',
  first: 'First row',
  last: 'Last row',

  loading: (load: Extract<LoadState, { kind: 'loading' }>) => {
    const share = load.totalBytes === 0 ? '' : ` · ${percent((100 * load.bytes) / load.totalBytes)}`;
    const soFar = load.rows === null ? '' : ` ${rows(load.rows)} so far`;
    return `Reading the file to its end…${soFar}${share}`;
  },
  loadingHint: 'The first rows can be read already.',
  loadingLabel: 'How much of the file is read',
  cancelLoad: 'Stop reading',
  cancelledTitle: 'Reading was stopped.',
  cancelled: 'Only the first rows are shown; sorting, filters and search need all of them.',
  readOn: 'Read to the end',
  revivingTitle: 'The table has to be opened again.',
  reviving: 'What reads it has stopped. Docket opens it again by itself; files and transfers are untouched.',
  working: 'Arranging the rows…',
  task: ({ kind, done, total }: ReviewTask) =>
    total === null ? tasks[kind] : `${tasks[kind]} ${number(done)} of ${rows(total)} read`,
  taskLabel: {
    save: 'How much is written',
    compare: 'How far the comparison is',
    view: 'How far the rows are arranged',
    find: 'How much is searched',
    profile: 'How much of the column is read',
    summary: 'How much is looked through',
  },
  cancelTask: 'Cancel',

  brokenTitle: (lines: number) => `${count(lines, 'line is', 'lines are')} not shown.`,
  broken: (lines: number) =>
    lines === 1
      ? 'It can’t be read as a row of this table. It stays in the file as it is.'
      : 'They can’t be read as rows of this table. They stay in the file as they are.',
  showBroken: 'Show lines',

  cell: (column: string, row: number) => `${column} · row ${number(row)}`,
  cellLabel: 'Whole text of a cell',
  emptyCell: 'Empty',
  noCell: 'Choose a cell to read all of its text here.',
  cellCut: (shown: number, length: number) =>
    `${number(shown)} of ${count(length, 'character', 'characters')}`,
  readMore: 'Read on',
  onlyThis: 'Only rows with this',
  onlyThisLabel: (column: string) => `Only rows with this value in ${column}`,
  chosenCells: (cells: number) => `${count(cells, 'cell', 'cells')} chosen`,

  noRowsTitle: 'This table has no rows',
  noRows: 'The file has its column names and nothing below them. That may be as it should be.',
  noMatchTitle: 'No row matches',
  noMatch: 'The filters leave nothing of this table. All rows are still there.',
  noFilesTitle: 'Nothing to review yet',
  noFiles: 'This export has no files on this computer. Collect it first.',
  openAgain: 'Open again',
  openOutside: 'Open with its own program',

  shown: (total: number, all: number) =>
    total === all ? rows(all) : `${number(total)} of ${rows(all)} shown`,
  remark: 'Remark (optional)',
  mark: 'I have reviewed this',
  marking: 'Writing it down…',
  reviewedBy: (who: string, at: number, now: number) => `Reviewed by ${who} ${momentInSentence(at, now)}`,
  commit: 'Commit…',
  committed: 'Committed',
  receipt: 'Receipt',
} as const;
