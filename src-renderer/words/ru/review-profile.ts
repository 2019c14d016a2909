import { fileMoment } from '../file-dates.ts';
import { numberFormat } from '../locale.ts';
import { preciseShare } from '../numbers.ts';
import type { Words } from '../words-type.ts';
import { count, number, rows } from './values.ts';

const hardSpace = '\u00a0';

/** A share from 0 to 1: "12 %", "0,3 %", "меньше 0,1 %"; never 0 or 100 for what isn't. */
export function share(value: number): string {
  const hundredths = value * 100;
  if (hundredths > 0 && hundredths < 0.1) return `меньше${hardSpace}${preciseShare(0.001)}`;
  if (hundredths > 99.9 && hundredths < 100) return `больше${hardSpace}${preciseShare(0.999)}`;
  return preciseShare(value);
}

/** A sum to its last place, as far as a number holds it. */
const amount = (value: number) =>
  numberFormat({
    minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
    maximumFractionDigits: 6,
  }).format(Number(value.toPrecision(15)));

const decimal = (value: number) => numberFormat({ maximumSignificantDigits: 6 }).format(value);

export const reviewProfile: Words['reviewProfile'] = {
  label: (column) => `Профиль столбца ${column}`,
  none: 'Выберите столбец: нажмите на его название, затем «Профиль», или перейдите в одну из его ячеек.',
  working: 'Читаем столбец…',
  stopped: 'Чтение столбца прервано.',
  again: 'Прочитать',
  ofShown: (value) => `Из ${count(value, 'показанной строки', 'показанных строк', 'показанных строк')}`,
  type: 'Вид',
  filled: 'Заполнено',
  filledText: (profile) =>
    profile.rows === 0
      ? '—'
      : `${number(profile.rows - profile.blank)} (${share((profile.rows - profile.blank) / profile.rows)})`,
  blank: 'Пусто',
  blankText: (profile) =>
    profile.rows === 0 ? '—' : `${number(profile.blank)} (${share(profile.blank / profile.rows)})`,
  distinct: 'Разных значений',
  distinctText: ({ distinct }) =>
    distinct.exact ? number(distinct.count) : `около ${number(distinct.count)}`,
  least: 'Наименьшее',
  greatest: 'Наибольшее',
  earliest: 'Самое раннее',
  latest: 'Самое позднее',
  mean: 'Среднее',
  decimal,
  sum: 'Сумма',
  amount,
  oddTitle: {
    number: 'Не числа',
    date: 'Не даты',
    timestamp: 'Не время',
  },
  oddNote: 'Показаны как в файле, при сортировке в конце; в промежутки и суммы не входят.',
  values: 'Самые частые значения',
  histogram: 'Как распределены числа',
  times: 'Как распределено время',
  numbersBin: (from, to) => `${decimal(from)} – ${decimal(to)}`,
  timesBin: (from, to) => `${fileMoment(from)} – ${fileMoment(to)}`,
  blankValue: '(пусто)',
  allDifferent: 'Все значения разные.',
  examples: 'Первые из них',
  others: 'Другие значения',
  bar: (what, value, of) => `${what}: ${rows(value)}, ${share(of === 0 ? 0 : value / of)}`,
  barHint: 'Нажмите на полосу, чтобы увидеть только её строки.',
  allBlank: 'В этом столбце все ячейки пусты.',
  filter: 'Фильтр…',
  repeated: 'Строки с повторяющимся значением',
  share,
  moment: fileMoment,
};
