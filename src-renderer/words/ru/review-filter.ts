import type { Filter } from '../../../src-preload/contract/review-view.ts';
import { fileMoment } from '../file-dates.ts';
import { numberFormat } from '../locale.ts';
import type { Words } from '../words-type.ts';
import { count, number } from './values.ts';

type TextFilter = Extract<Filter, { kind: 'text' }>;

const hows: Readonly<Record<TextFilter['how'], string>> = {
  contains: 'содержит',
  is: 'равно',
  starts: 'начинается с',
  ends: 'кончается на',
};
const notHows: Readonly<Record<TextFilter['how'], string>> = {
  contains: 'не содержит',
  is: 'не равно',
  starts: 'не начинается с',
  ends: 'не кончается на',
};

type Typed = Extract<Filter, { kind: 'odd' }>['type'];
const things: Readonly<Record<Typed, string>> = { number: 'число', date: 'дата', timestamp: 'время' };
/** "не число: 3 ячейки", of the cells of a column that are none of its type. */
export function oddCells(type: Typed, cells: number): string {
  return `не ${things[type]}: ${count(cells, 'ячейка', 'ячейки', 'ячеек')}`;
}

const shortest = 28;
const short = (text: string) => (text.length > shortest ? `${text.slice(0, shortest - 1)}…` : text);
const exactNumber = (value: number) => numberFormat({ maximumSignificantDigits: 15 }).format(value);

function span<T>(
  from: T | null,
  to: T | null,
  say: (end: T) => string,
  after: string,
  before: string,
): string {
  if (from !== null && to !== null) return from === to ? `= ${say(from)}` : `от ${say(from)} до ${say(to)}`;
  if (from !== null) return `${after} ${say(from)}`;
  return to === null ? 'любое' : `${before} ${say(to)}`;
}

function condition(filter: Filter): string {
  switch (filter.kind) {
    case 'text':
      return `${(filter.not === true ? notHows : hows)[filter.how]} «${short(filter.text)}»`;
    case 'number':
      return span(filter.least, filter.greatest, exactNumber, 'не меньше', 'не больше');
    case 'date':
      return span(filter.from, filter.to, fileMoment, 'с', 'по');
    case 'values': {
      const not = filter.not === true;
      const [one] = filter.values;
      if (filter.values.length > 1)
        return `${not ? 'ни одно из' : 'одно из'} ${count(filter.values.length, 'значения', 'значений', 'значений')}`;
      if (one === null || one === undefined) return not ? 'не пусто' : 'пусто';
      return `${not ? 'не ' : ''}${short(one)}`;
    }
    case 'blank':
      return filter.blank ? 'пусто' : 'не пусто';
    case 'odd':
      return filter.odd ? `не ${things[filter.type]}` : `${things[filter.type]} или пусто`;
    case 'anywhere':
      return `содержит «${short(filter.text)}»`;
    case 'repeated':
      return 'встречается больше одного раза';
  }
}

/** What a chip says: "country: NO". */
function filterText(filter: Filter, nameOf: (column: number) => string): string {
  if (filter.kind === 'anywhere') return `любая ячейка ${condition(filter)}`;
  if (filter.kind === 'repeated') {
    const [column] = filter.columns;
    return column === undefined
      ? 'строка встречается больше одного раза'
      : `${nameOf(column)} встречается больше одного раза`;
  }
  return `${nameOf(filter.column)}: ${condition(filter)}`;
}

export const reviewFilter: Words['reviewFilter'] = {
  title: (column) => `Фильтр по ${column}`,
  kind: 'Показать строки, у которых ячейка',
  kinds: {
    values: 'содержит одно из своих значений',
    text: 'содержит текст',
    number: 'в пределах чисел',
    date: 'в пределах дат',
    blank: 'пуста или нет',
  },
  oddKinds: {
    number: 'число или нет',
    date: 'дата или нет',
    timestamp: 'время или нет',
  },
  odd: (type) => `не ${things[type]}`,
  notOdd: (type) => `${things[type]} или пусто`,
  oddOutside: (type, cells, texts) =>
    `Не ${things[type]}: ${count(cells, 'ячейка', 'ячейки', 'ячеек')} (${texts.map((text) => `«${short(text)}»`).join(', ')}); ни в какой промежуток не входят.`,
  oddShow: 'Показать только их',
  how: 'Как',
  hows: {
    contains: hows.contains,
    is: hows.is,
    starts: hows.starts,
    ends: hows.ends,
    'not-contains': notHows.contains,
    'not-is': notHows.is,
  },
  text: 'Текст',
  caseSensitive: 'Различать большие и малые буквы',
  least: 'Не меньше',
  greatest: 'Не больше',
  from: 'С',
  to: 'По',
  numberWrong: 'Это не число.',
  spanWrong: 'Первое больше второго.',
  needed: 'Пока ничего не введено.',
  values: 'Значения',
  valueSearch: 'Найти значение',
  valuesWorking: 'Считаем значения…',
  valuesNone: 'Такого значения нет.',
  valuesMore: (shown) => `Здесь самые частые (${number(shown)}); другие найдутся по буквам.`,
  valuesNot: 'Все, кроме этих',
  blankValue: '(пусто)',
  blank: 'пуста',
  notBlank: 'не пуста',
  apply: 'Показать эти строки',
  remove: 'Убрать фильтр',
  cancel: 'Отмена',
  filterText,
};
