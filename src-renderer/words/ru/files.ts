import type { Presence } from '../../../src-preload/contract/files.ts';
import type { CleanUpAge, FilesState } from '../kinds.ts';
import { shortDay } from '../time-in.ts';
import type { Words } from '../words-type.ts';
import { count, files, number, plural } from './values.ts';

const states: Readonly<Record<FilesState, string>> = {
  all: 'Все файлы',
  open: 'Ещё не подтверждены',
  committed: 'Подтверждены',
  'in-bin': 'В корзине',
};

const presences: Readonly<Record<Exclude<Presence, 'here' | 'in-bin'>, string>> = {
  missing: 'Нет на месте',
  changed: 'Изменён после получения',
  unreachable: 'Его диск недоступен',
};

const ages: Readonly<Record<CleanUpAge, string>> = {
  any: 'Подтверждены когда угодно',
  month: 'Подтверждены больше 30 дней назад',
  quarter: 'Подтверждены больше 3 месяцев назад',
  half: 'Подтверждены больше 6 месяцев назад',
  year: 'Подтверждены больше года назад',
};

/** Everything collected, and its clean-up. */
export const filesList: Words['files'] = {
  title: 'Файлы',
  headline: (value, size) => `${files(value)} · ${size}`,
  ofThem: (value, size) =>
    `${plural(value, 'подтверждён', 'подтверждены', 'подтверждено')} ${files(value)} (${size})`,
  search: 'Поиск файлов и выгрузок',
  vendorLabel: 'Поставщик и подключение',
  everyVendor: 'Все поставщики',
  stateLabel: 'Состояние',
  state: (state) => states[state],
  orderLabel: 'Порядок',
  byDate: 'По дате',
  byVendor: 'По поставщику',
  found: (value, size) => `${files(value)} · ${size}`,
  listLabel: 'Всё полученное',
  column: {
    file: 'Файл',
    export: 'Выгрузка',
    collected: 'Получен',
    size: 'Размер',
    state: 'Состояние',
  },
  group: (name, amount) => `${name} · ${amount}`,
  loading: 'Открываем файлы…',
  loadingRow: 'Читаем…',
  emptyTitle: 'Пока ничего не получено',
  empty:
    'Когда вы получите выгрузку, её файлы появятся здесь, по датам и поставщикам, и будет видно, что с ними стало.',
  toExports: 'Перейти к выгрузкам',
  noMatchTitle: 'Ни один файл не подходит',
  noMatch: 'Выбранному не отвечает ни один файл. Уберите фильтры, чтобы увидеть всё.',
  clear: 'Убрать фильтры',

  day: shortDay,
  committedOn: (when) => `Подтверждён ${when}`,
  open: 'Ещё не подтверждён',
  binnedOn: (when) => `В корзине с ${when}`,
  presence: (presence) => presences[presence],
  actions: (name) => `Что можно сделать с ${name}`,
  reveal: 'Показать в папке',
  openFile: 'Открыть в подходящей программе',
  review: 'Посмотреть таблицу',
  receipt: 'Показать квитанцию',
  showExport: 'Показать выгрузку',

  cleanUp: 'Очистить…',
  cleanUpTitle: 'Очистка подтверждённых файлов',
  cleanUpIntro:
    'Подтверждённые файлы можно переместить в корзину этого компьютера, чтобы освободить место. Квитанции и журнал останутся, а файлы можно восстановить из корзины.',
  ageLabel: 'Какие',
  age: (age) => ages[age],
  looking: 'Смотрим файлы…',
  nothingToClean: 'Таких старых подтверждённых файлов нет. Очищать нечего.',
  goes: (value, exports, size) =>
    `В корзину ${plural(value, 'уйдёт', 'уйдут', 'уйдёт')} ${files(value)} из ${count(exports, 'выгрузки', 'выгрузок', 'выгрузок')}. Когда вы потом опустошите корзину, освободится ${size}.`,
  goesLabel: 'Что уйдёт в корзину',
  exportGoes: (value, size) => `${files(value)}, ${size}`,
  stays: (value) => `${plural(value, 'Останется', 'Останутся', 'Останется')} ${files(value)}:`,
  safety:
    'Сначала каждый файл читается. Тот, что не в точности такой, как при подписании, остаётся на месте.',
  move: (value) => `Переместить ${files(value)} в корзину`,
  cancel: 'Отмена',
  close: 'Закрыть',
  moving: (name) => `Проверяем и перемещаем «${name}»…`,
  movedOf: (done, total) => `${done} из ${total}`,
  stop: 'Прекратить',
  stopping: 'Прекращаем…',
  moved: (value, size) =>
    `В корзину ${plural(value, 'перемещён', 'перемещены', 'перемещено')} ${files(value)} (${size})`,
  movedNone: 'Ни один файл не перемещён.',
  wasStopped: 'Очистка прекращена; остальные файлы остаются на месте.',
  stayed: (value) => `На месте ${plural(value, 'остаётся', 'остаются', 'остаётся')} ${files(value)}:`,
  andMore: (value) => `и ещё ${number(value)}`,
};
