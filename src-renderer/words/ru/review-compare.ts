import type { CompareSide } from '../kinds.ts';
import type { Words } from '../words-type.ts';
import { dateAndTime } from './time.ts';
import { list, number, plural, rows } from './values.ts';

const sides: Readonly<Record<CompareSide, string>> = {
  added: 'Добавлены',
  gone: 'Исчезли',
  changed: 'Изменены',
  unmatched: 'Нет пары',
};

const none: Readonly<Record<CompareSide, string>> = {
  added: 'Ни одна строка не добавлена.',
  gone: 'Ни одна строка не исчезла.',
  changed: 'Ни одна строка не изменилась.',
  unmatched: 'Для каждой строки нашлась пара.',
};

export const reviewCompare: Words['reviewCompare'] = {
  title: 'Сравнение с прежней',
  heading: (title) => `${title}: сравнение с прежней`,
  back: 'Таблица',
  backLabel: 'Назад к таблице',
  with: 'Сравнить с',
  earlier: (title, collectedAt, count, now) =>
    [title, dateAndTime(collectedAt, now), ...(count === null ? [] : [rows(count)])].join(' · '),
  noneTitle: 'Сравнивать не с чем',
  none: 'Это первая выгрузка такого рода на этом компьютере. Следующую можно будет сравнить с ней.',
  looking: 'Ищем прежние…',
  working: 'Сравниваем все строки…',
  workingLabel: 'Сколько уже сравнено',
  stop: 'Прекратить',
  stopped: 'Сравнение прекращено.',
  again: 'Сравнить ещё раз',
  key: 'Строки считаются одной и той же, если совпадает',
  wholeRow: 'вся строка',
  ownKey: 'Другие столбцы…',
  ownKeyTitle: 'Столбцы, по которым узнаётся строка',
  ownKeyHint: 'Выберите один или несколько, чьи значения вместе встречаются один раз.',
  useKey: 'Сравнить по ним',
  keyNames: (names) => list(names),
  noKey: 'Ни по одному столбцу строку не узнать, поэтому строки сравниваются целиком: изменённых не бывает.',
  same: (value) => `${rows(value)} без изменений`,
  allSame: 'В обеих одни и те же строки.',
  side: (side) => sides[side],
  tab: (side, value) => `${sides[side]}: ${number(value)}`,
  nothing: (side) => none[side],
  unmatchedHint: 'Их ключ пуст или встречается на одной стороне больше одного раза.',
  columnsNew: (names) =>
    `${plural(names.length, 'Новый столбец', 'Новые столбцы', 'Новые столбцы')}: ${list(names)}`,
  columnsGone: (names) =>
    `${plural(names.length, 'Исчез столбец', 'Исчезли столбцы', 'Исчезли столбцы')}: ${list(names)}`,
  tableLabel: (side) => `Строки: ${sides[side]}`,
  rowNow: 'Строка сейчас',
  rowBefore: 'Строка раньше',
  columnNew: (name) => `${name} (новый)`,
  columnGone: (name) => `${name} (исчез)`,
  was: 'было',
  blank: '(пусто)',
  now: 'сейчас',
  before: 'раньше',
};
