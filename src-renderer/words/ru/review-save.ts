import type { SaveKind } from '../kinds.ts';
import { folderTrail } from '../places.ts';
import type { Words } from '../words-type.ts';
import { columns, count, number, rows, size } from './values.ts';

const kinds: Readonly<Record<SaveKind, string>> = {
  csv: 'CSV',
  'csv-excel': 'CSV для Excel',
  xlsx: 'Книга Excel',
  parquet: 'Parquet',
};

const hints: Readonly<Record<SaveKind, string>> = {
  csv: 'Ячейки точно как в файле',
  'csv-excel': 'То же, с буквами и разделителями, каких ждёт Excel на этом компьютере',
  xlsx: 'Числа и даты как есть, номера текстом; формул нет',
  parquet: 'Для баз данных и анализа',
};

export const reviewSave: Words['reviewSave'] = {
  save: 'Сохранить эти строки',
  kind: (kind) => kinds[kind],
  hint: (kind) => hints[kind],
  tooMany: (most) =>
    `Excel вмещает не больше ${count(most, 'строки', 'строк', 'строк')}. Сначала отфильтруйте таблицу.`,
  title: (kind) => `Сохранить: ${kinds[kind]}`,
  what: (shown, shownColumns) =>
    `${rows(shown)}, ${columns(shownColumns)}, в том виде, как они показаны. Исходный файл остаётся как есть.`,
  choosing: 'Выберите, куда сохранить.',
  saving: (done, total) =>
    total === null || total === 0
      ? `Записываем… пока ${rows(done)}`
      : `Записываем… ${number(done)} из ${count(total, 'строки', 'строк', 'строк')}`,
  savingLabel: 'Сколько уже записано',
  stop: 'Прекратить',
  stopping: 'Прекращаем…',
  savedTitle: 'Сохранено',
  saved: (saved) => `${rows(saved.rows)} · ${size(saved.bytes)}`,
  place: (saved) => `${folderTrail(saved.folder)} › ${saved.name}`,
  textColumns: (names) =>
    `Сохранено как текст, потому что не во всех ячейках числа или даты: ${names.join(', ')}`,
  reveal: 'Показать в папке',
  close: 'Закрыть',
  again: 'Повторить',
  failedTitle: 'Не сохранено',
};
