import type { ReviewTask } from '../../../src-preload/contract/review.ts';
import type { Words } from '../words-type.ts';
import { momentInSentence } from './time.ts';
import { columns, count, files, number, percent, plural, rows } from './values.ts';

const tasks: Readonly<Record<ReviewTask['kind'], string>> = {
  save: 'Записываем…',
  compare: 'Сравниваем…',
  view: 'Располагаем строки…',
  find: 'Ищем…',
  profile: 'Читаем столбец…',
  summary: 'Просматриваем все строки…',
};

export const review: Words['review'] = {
  title: 'Просмотр',
  back: 'Выгрузки',
  backLabel: 'Назад к выгрузкам',
  opening: 'Открываем таблицу…',
  openingHint: 'Никуда ничего не отправляется.',
  facts: (table, period) =>
    [
      files(table.files),
      table.load?.kind === 'loading' || table.load?.kind === 'cancelled'
        ? `${plural(table.totalRows, 'первая', 'первые', 'первые')} ${rows(table.totalRows)}`
        : rows(table.totalRows),
      columns(table.columns.length),
      ...(period === null ? [] : [period]),
    ].join(' · '),
  rows,
  columns,
  file: 'Файл',
  partsOf: (name, parts) => (parts === 1 ? name : `${name} и ещё ${number(parts - 1)}`),
  sheet: 'Лист',
  tableLabel: (title) => `Таблица «${title}»`,
  rowNumber: '№',
  nameless: 'Столбец без названия',
  unnamed: (index) => `столбец ${index + 1}`,
  part: 'Часть',
  first: 'Первая строка',
  last: 'Последняя строка',

  loading: (load) => {
    const share = load.totalBytes === 0 ? '' : ` · ${percent((100 * load.bytes) / load.totalBytes)}`;
    const soFar = load.rows === null ? '' : ` пока ${rows(load.rows)}`;
    return `Читаем файл до конца…${soFar}${share}`;
  },
  loadingHint: 'Первые строки уже можно читать.',
  loadingLabel: 'Сколько файла прочитано',
  cancelLoad: 'Прекратить чтение',
  cancelledTitle: 'Чтение прекращено.',
  cancelled: 'Видны только первые строки; для сортировки, фильтров и поиска нужны все.',
  readOn: 'Прочитать до конца',
  revivingTitle: 'Таблицу нужно открыть заново.',
  reviving: 'То, что её читает, остановилось. Docket сам откроет её снова; файлы и получение не затронуты.',
  working: 'Располагаем строки…',
  task: ({ kind, done, total }) =>
    total === null ? tasks[kind] : `${tasks[kind]} Прочитано строк: ${number(done)} из ${number(total)}`,
  taskLabel: {
    save: 'Сколько записано',
    compare: 'Сколько сравнено',
    view: 'Сколько строк расположено',
    find: 'Сколько просмотрено в поиске',
    profile: 'Сколько столбца прочитано',
    summary: 'Сколько строк просмотрено',
  },
  cancelTask: 'Отмена',

  brokenTitle: (lines) =>
    `${plural(lines, 'Не показана', 'Не показаны', 'Не показано')} ${count(lines, 'строка', 'строки', 'строк')} файла.`,
  broken: (lines) =>
    lines === 1
      ? 'Её нельзя прочитать как строку этой таблицы. В файле она остаётся как есть.'
      : 'Их нельзя прочитать как строки этой таблицы. В файле они остаются как есть.',
  showBroken: 'Показать',

  cell: (column, row) => `${column} · строка ${number(row)}`,
  cellLabel: 'Весь текст ячейки',
  emptyCell: 'Пусто',
  noCell: 'Выберите ячейку, чтобы прочитать здесь весь её текст.',
  cellCut: (shown, length) => `${number(shown)} из ${count(length, 'знака', 'знаков', 'знаков')}`,
  readMore: 'Читать дальше',
  onlyThis: 'Только строки с этим',
  onlyThisLabel: (column) => `Только строки с этим значением в столбце ${column}`,
  chosenCells: (cells) =>
    `${plural(cells, 'Выбрана', 'Выбраны', 'Выбрано')} ${count(cells, 'ячейка', 'ячейки', 'ячеек')}`,

  noRowsTitle: 'В этой таблице нет строк',
  noRows: 'В файле есть названия столбцов, а под ними ничего. Возможно, так и должно быть.',
  noMatchTitle: 'Ни одна строка не подходит',
  noMatch: 'Фильтры ничего не оставили от таблицы. Все строки на месте.',
  noFilesTitle: 'Пока просматривать нечего',
  noFiles: 'Файлов этой выгрузки нет на компьютере. Сначала получите её.',
  openAgain: 'Открыть снова',
  openOutside: 'Открыть в подходящей программе',

  shown: (total, all) =>
    total === all ? rows(all) : `Показано ${number(total)} из ${count(all, 'строки', 'строк', 'строк')}`,
  remark: 'Примечание (необязательно)',
  mark: 'Данные просмотрены',
  marking: 'Записываем…',
  reviewedBy: (who, at, now) => `Просмотрено: ${who}, ${momentInSentence(at, now)}`,
  commit: 'Подтвердить…',
  committed: 'Подтверждено',
  receipt: 'Квитанция',
};
