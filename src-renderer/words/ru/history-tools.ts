import type { HistoryColumn } from '../../../src-preload/contract/history.ts';
import type { HistoryGroup, HistoryRange } from '../kinds.ts';
import type { Words } from '../words-type.ts';
import { count, plural } from './values.ts';

const ranges: Readonly<Record<HistoryRange, string>> = {
  all: 'Всё время',
  today: 'Сегодня',
  week: 'Последние 7 дней',
  month: 'Последние 30 дней',
  year: 'Этот год',
  days: 'С … по …',
};

const groups: Readonly<Record<HistoryGroup, string>> = {
  all: 'Всё',
  commits: 'Подтверждения',
  reviews: 'Просмотр',
  collecting: 'Получение',
  vendor: 'У поставщика',
  connections: 'Подключения',
  files: 'Очистка',
  docket: 'Сам Docket',
};

const fileColumns: Readonly<Record<HistoryColumn, string>> = {
  at: 'Когда',
  by: 'Кто',
  kind: 'Что',
  title: 'Выгрузка',
  provider: 'Поставщик',
  connectionName: 'Подключение',
  rows: 'Записи',
  files: 'Файлы',
  bytes: 'Байты',
  fingerprint: 'Отпечаток',
  note: 'Ответ или заметка',
  practice: 'Тренировка',
  id: 'Номер записи',
};

/** The history's table, its filters, and saving it. */
export const historyTools: Words['historyTools'] = {
  column: {
    when: 'Когда',
    who: 'Кто',
    what: 'Что',
    export: 'Выгрузка',
    rows: 'Записи',
    files: 'Файлы',
    fingerprint: 'Отпечаток',
    answer: 'Ответ или заметка',
  },
  range: (range) => ranges[range],
  rangeLabel: 'Время',
  from: 'С дня',
  to: 'По день',
  group: (group) => groups[group],
  groupLabel: 'Что произошло',
  everyone: 'Все',
  personLabel: 'Кто',
  everyVendor: 'Все поставщики',
  vendorLabel: 'Поставщик и подключение',
  clear: 'Убрать фильтры',
  noMatch: 'Выбранному ничего не отвечает. Уберите фильтры, чтобы увидеть всё.',
  loadingRow: 'Читаем…',
  receipt: 'Показать квитанцию',
  save: 'Сохранить',
  saveCsv: 'Как CSV',
  saveCsvHint: 'Открывается в любой программе',
  saveXlsx: 'Как книгу Excel',
  saveXlsxHint: 'Числа и время как есть; формул нет',
  fileName: (day) => `Журнал Docket ${day}`,
  fileColumn: (column) => fileColumns[column],
  fileTime: (zone) => `Когда (${zone})`,
  saved: (rows, name) =>
    `${plural(rows, 'Сохранена', 'Сохранены', 'Сохранено')} ${count(rows, 'запись', 'записи', 'записей')} под именем «${name}»`,
  savedWhere: (folder) => `В папке ${folder}`,
};
