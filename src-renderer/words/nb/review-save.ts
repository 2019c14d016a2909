import type { SaveKind } from '../kinds.ts';
import { folderTrail } from '../places.ts';
import type { Words } from '../words-type.ts';
import { columns, number, rows, size } from './values.ts';

const kinds: Readonly<Record<SaveKind, string>> = {
  csv: 'CSV',
  'csv-excel': 'CSV for Excel',
  xlsx: 'Excel-arbeidsbok',
  parquet: 'Parquet',
};

const hints: Readonly<Record<SaveKind, string>> = {
  csv: 'Cellene nøyaktig som i filen',
  'csv-excel': 'Det samme, med bokstaver og skilletegn som Excel venter på denne maskinen',
  xlsx: 'Tall og datoer som de er, ID-er som tekst. Ingenting er en formel',
  parquet: 'For databaser og analyse',
};

export const reviewSave: Words['reviewSave'] = {
  save: 'Lagre disse radene',
  kind: (kind) => kinds[kind],
  hint: (kind) => hints[kind],
  tooMany: (most) => `Excel rommer høyst ${rows(most)}. Filtrer tabellen først.`,
  title: (kind) => `Lagre som ${kinds[kind]}`,
  what: (shown, shownColumns) =>
    `${rows(shown)} og ${columns(shownColumns)}, slik de vises. Originalen blir som den er.`,
  choosing: 'Velg hvor den skal lagres.',
  saving: (done, total) =>
    total === null || total === 0
      ? `Skriver … ${rows(done)} så langt`
      : `Skriver … ${number(done)} av ${rows(total)}`,
  savingLabel: 'Hvor mye som er skrevet',
  stop: 'Stopp',
  stopping: 'Stopper …',
  savedTitle: 'Lagret',
  saved: (saved) => `${rows(saved.rows)} · ${size(saved.bytes)}`,
  place: (saved) => `${folderTrail(saved.folder)} › ${saved.name}`,
  textColumns: (names) =>
    `Lagret som tekst, siden ikke alle cellene er tall eller datoer: ${names.join(', ')}`,
  reveal: 'Vis i mappen',
  close: 'Lukk',
  again: 'Prøv igjen',
  failedTitle: 'Ikke lagret',
};
