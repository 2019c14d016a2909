import type { Saved } from '../../../src-preload/contract/review-save.ts';
import type { SaveKind } from '../kinds.ts';
import { folderTrail } from '../places.ts';
import { count, number, rows, size } from './values.ts';

const kinds: Readonly<Record<SaveKind, string>> = {
  csv: 'CSV',
  'csv-excel': 'CSV for Excel',
  xlsx: 'Excel workbook',
  parquet: 'Parquet',
};

const hints: Readonly<Record<SaveKind, string>> = {
  csv: 'Cells exactly as in the file',
  'csv-excel': 'The same, with the letters and separators that Excel expects on this computer',
  xlsx: 'Numbers and dates as such, ids as text; nothing is a formula',
  parquet: 'For databases and analysis',
};

export const reviewSave = {
  save: 'Save these rows',
  kind: (kind: SaveKind) => kinds[kind],
  hint: (kind: SaveKind) => hints[kind],
  tooMany: (most: number) => `Excel holds ${number(most)} rows at most. Filter the table first.`,
  title: (kind: SaveKind) => `Save as ${kinds[kind]}`,
  what: (shown: number, columns: number) =>
    `${rows(shown)}, ${count(columns, 'column', 'columns')}, as they are shown. The original stays as it is.`,
  choosing: 'Choose where to save it.',
  saving: (done: number, total: number | null) =>
    total === null || total === 0
      ? `Writing… ${rows(done)} so far`
      : `Writing… ${number(done)} of ${rows(total)}`,
  savingLabel: 'How much is written',
  stop: 'Stop',
  stopping: 'Stopping…',
  savedTitle: 'Saved',
  saved: (saved: NonNullable<Saved>) => `${rows(saved.rows)} · ${size(saved.bytes)}`,
  place: (saved: NonNullable<Saved>) => `${folderTrail(saved.folder)} › ${saved.name}`,
  textColumns: (names: readonly string[]) =>
    `Saved as text, since not all of their cells are numbers or dates: ${names.join(', ')}`,
  reveal: 'Show in folder',
  close: 'Close',
  again: 'Try again',
  failedTitle: 'Not saved',
} as const;
