import type { Words } from '../words-type.ts';
import { count, number, plural } from './values.ts';

/** The bar above the table, and the menus of its columns. */
export const reviewTools: Words['reviewTools'] = {
  find: 'Найти в таблице',
  findNext: 'Следующее место',
  findPrevious: 'Предыдущее место',
  findClear: 'Закончить поиск',
  findWorking: 'Ищем…',
  findNone: 'Не найдено',
  findHits: (cells) => `Найдено ${number(cells)}`,
  findAt: (ordinal, cells) => `${number(ordinal)} из ${number(cells)}`,
  needsAll: 'Для этого нужны все строки: подождите, пока файл будет прочитан до конца.',

  columns: 'Столбцы',
  columnsHidden: (hidden) => `Столбцы · скрыто ${number(hidden)}`,
  columnsLabel: 'Найти, показать и скрыть столбцы',
  columnSearch: 'Найти столбец',
  columnGo: (name) => `Перейти к ${name}`,
  columnNone: 'Столбца с таким названием нет.',
  columnsMore: (more) => `и ещё ${number(more)}: введите часть названия`,
  showAll: 'Показать все',
  hideOthers: 'Показать только эти',
  partColumn: 'Столбец с частью, из которой строка',

  goToRow: 'К строке',
  goToRowLabel: 'Номер строки, к которой перейти',
  goToRowHint: (total) => `от 1 до ${number(total)}`,
  goToRowLeftOut: (row, next) =>
    `Строка ${number(row)} скрыта фильтрами.${next === null ? '' : ` Нажмите Enter ещё раз, чтобы перейти к ближайшей из показанных, ${number(next)}.`}`,

  copy: 'Копировать',
  copyWith: 'Копировать с названиями столбцов',
  copyLabel: 'Копировать выбранные ячейки',
  copiedCells: (cells) =>
    `${plural(cells, 'Скопирована', 'Скопированы', 'Скопировано')} ${count(cells, 'ячейка', 'ячейки', 'ячеек')}`,
  copyTooMuchTitle: 'Столько скопировать нельзя',
  copyTooMuch: (most) =>
    `Буфер обмена вмещает до ${count(most, 'ячейки', 'ячеек', 'ячеек')}. Лучше сохраните эти строки.`,
  copyFailed: 'Система не дала Docket скопировать.',
  copyPick: 'Сначала выберите ячейки: проведите по ним мышью или нажимайте стрелки, удерживая Shift.',

  compare: 'Сравнить…',
  more: 'Ещё',
  openOriginal: 'Открыть исходный файл в его программе',
  revealOriginal: 'Показать исходный файл в папке',
  panel: 'Боковая панель',
  closePanel: 'Закрыть боковую панель',
  tabs: { summary: 'Сводка', column: 'Столбец', row: 'Строка', broken: 'Сбои' },
  tabsLabel: 'Об этой таблице',

  columnMenu: (name) => `Ещё для столбца ${name}`,
  header: (name, type) => `${name}, ${type}`,
  sortUp: {
    text: 'Сортировать от А до Я',
    number: 'Сначала наименьшие',
    date: 'Сначала ранние',
  },
  sortDown: {
    text: 'Сортировать от Я до А',
    number: 'Сначала наибольшие',
    date: 'Сначала поздние',
  },
  sortNot: 'Не сортировать по нему',
  filter: 'Фильтр…',
  filterRemove: 'Убрать его фильтр',
  profile: 'Профиль',
  pin: 'Закрепить слева',
  unpin: 'Открепить',
  moveLeft: 'Сдвинуть влево',
  moveRight: 'Сдвинуть вправо',
  fit: 'Подогнать ширину',
  hide: 'Скрыть',

  types: {
    text: 'текст',
    number: 'число',
    id: 'номер',
    date: 'дата',
    timestamp: 'дата и время',
    boolean: 'да или нет',
    nested: 'список',
  },

  recalled: 'Как вы оставили в прошлый раз',
  recalledHint: 'Столбцы, порядок и фильтры как у последней выгрузки такого рода.',
  reset: 'Обычный вид',
  clearAll: 'Убрать все',
  activeFilters: 'Действующие фильтры',
  removeFilter: (filter) => `Убрать фильтр: ${filter}`,
  changeFilter: (filter) => `Изменить фильтр: ${filter}`,
  waiting: 'применится, когда файл будет прочитан',
};
