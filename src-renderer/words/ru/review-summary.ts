import type { Flag, Summary } from '../../../src-preload/contract/review-insight.ts';
import { filePeriod, fileSpan } from '../file-dates.ts';
import { rowsChange } from '../rows-change.ts';
import type { Words } from '../words-type.ts';
import { oddCells } from './review-filter.ts';
import { share } from './review-profile.ts';
import { dateAndTime } from './time.ts';
import { count, number, plural, rows } from './values.ts';

function rowsChanged(now: number, before: number): string {
  const change = rowsChange(now, before);
  switch (change.kind) {
    case 'none':
      return `Строк нет; в прошлый раз их было ${number(before)}`;
    case 'twice':
      return `Строк примерно вдвое больше, чем в прошлый раз (${number(before)})`;
    case 'half':
      return `Строк примерно вдвое меньше, чем в прошлый раз (${number(before)})`;
    case 'times':
      return `Строк в ${count(change.times, 'раз', 'раза', 'раз')} больше, чем в прошлый раз (${number(before)})`;
    case 'fewer':
      return `Здесь всего ${rows(now)}; в прошлый раз было ${number(before)}`;
  }
}

/** The first few of them, each cut to what can be taken in at a glance. */
const named = (texts: readonly string[]) =>
  texts
    .slice(0, 4)
    .map((text) => `«${text.length > 30 ? `${text.slice(0, 29)}…` : text}»`)
    .concat(texts.length > 4 ? ['…'] : [])
    .join(', ');

/** One quality flag as a sentence without its full stop. */
function flag(flagged: Flag): string {
  switch (flagged.kind) {
    case 'count-differs':
      return `Показать можно ${rows(flagged.shown)}; при получении было сосчитано ${number(flagged.collected)}`;
    case 'broken-lines':
      return flagged.count === 0
        ? `${rows(flagged.short)} файла короче заголовка`
        : `${rows(flagged.count)} файла нельзя прочитать как ${plural(flagged.count, 'строку', 'строки', 'строки')} таблицы`;
    case 'undecodable-rows':
      return `Есть символы, которые не читаются в этой кодировке: ${rows(flagged.count)}`;
    case 'rows-changed':
      return rowsChanged(flagged.rows, flagged.before);
    case 'column-gone':
      return `Столбец ${flagged.name} был в прошлый раз и исчез`;
    case 'column-new':
      return `Столбец ${flagged.name} новый, в прошлый раз его не было`;
    case 'blank-share': {
      const before = flagged.before === null ? '' : `, в прошлый раз ${share(flagged.before)}`;
      return flagged.share === 1
        ? `В столбце ${flagged.name} пусто в каждой строке${before}`
        : `В столбце ${flagged.name} пусто в ${share(flagged.share)} строк${before}`;
    }
    case 'odd-cells':
      return `В столбце ${flagged.name} ${oddCells(flagged.type, flagged.count)} (${named(flagged.texts)})`;
    case 'odd-columns':
      return `Отдельные ячейки не число и не дата: ${count(flagged.columns.length, 'столбец', 'столбца', 'столбцов')} (${flagged.columns.map(({ name }) => name).join(', ')})`;
    case 'outside-period':
      return `${rows(flagged.count)} вне запрошенного периода (${flagged.name})`;
    case 'repeated-rows':
      return `${rows(flagged.count)} ${plural(flagged.count, 'повторяет', 'повторяют', 'повторяют')} другую строку во всех ячейках`;
    case 'repeated-ids':
      return `${flagged.name} не уникален: ${rows(flagged.count)} ${plural(flagged.count, 'повторяет', 'повторяют', 'повторяют')} чужое значение`;
    case 'constant':
      return flagged.value === null || flagged.value === ''
        ? `В столбце ${flagged.name} всегда пусто`
        : `В столбце ${flagged.name} в каждой строке «${flagged.value.slice(0, 40)}»`;
    case 'constants':
      return `В каждой строке одно и то же: ${count(flagged.columns.length, 'столбец', 'столбца', 'столбцов')} (${flagged.columns.map(({ name }) => name).join(', ')})`;
  }
}

export const reviewSummary: Words['reviewSummary'] = {
  label: 'Сводка по таблице',
  working: 'Просматриваем все строки…',
  stopped: 'Просмотр строк прерван.',
  again: 'Просмотреть',
  waiting: 'Сводка появится, когда файл будет прочитан до конца.',
  failed: 'Сводку составить не удалось.',
  rows: 'Строки',
  columns: 'Столбцы',
  files: 'Файлы',
  period: 'Период',
  periodText: fileSpan,
  periodColumn: (name) => `по ${name}`,
  periodShort: filePeriod,
  previous: 'В прошлый раз',
  previousText: (previous, now) =>
    `${previous.title}, ${dateAndTime(previous.collectedAt, now)}: ${rows(previous.rows)}`,
  noPrevious: 'Такого рода здесь ещё не было',
  broken: 'Не показано строк файла',
  flags: 'На что посмотреть',
  /** Says no more than what was compared. */
  noFlags: (previous: Summary['previous']) => {
    if (previous === null) return 'Ничто не бросается в глаза.';
    return previous.columnsKnown === true
      ? 'Ничто не бросается в глаза, и по сравнению с прошлым разом тоже.'
      : 'Ничто не бросается в глаза; о прошлом разе известно только число строк.';
  },
  flag,
  flagsMore: (more) => `ещё ${number(more)}`,
  flagGo: (said) => `${said}. Показать`,
  blanks: 'Пустые ячейки по столбцам',
  noBlanks: 'Ни в одном столбце нет пустых ячеек.',
  blankOf: (name, value) => `${name}: пусто ${share(value)}`,
  blanksMore: (more) => `ещё ${count(more, 'столбец', 'столбца', 'столбцов')} с пустыми ячейками`,
  filledColumns: (columns) => `${count(columns, 'столбец', 'столбца', 'столбцов')} без пустых ячеек.`,
};
