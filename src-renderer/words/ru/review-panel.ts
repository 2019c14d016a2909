import type { BrokenLine, Dialect } from '../../../src-preload/contract/review.ts';
import type { Words } from '../words-type.ts';
import { count, number, plural } from './values.ts';

const delimiters: Readonly<Record<string, string>> = {
  ',': 'запятая',
  ';': 'точка с запятой',
  '\t': 'табуляция',
  '|': 'вертикальная черта',
  ' ': 'пробел',
  ':': 'двоеточие',
};

const encodingNames: Readonly<Record<Dialect['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252 (западная)',
  'windows-1251': 'Windows-1251 (кириллица)',
  'koi8-r': 'KOI8-R (кириллица)',
  ibm866: 'IBM 866 (кириллица, DOS)',
};

const delimiterName = (delimiter: string) => delimiters[delimiter] ?? `«${delimiter}»`;

function why(line: BrokenLine): string {
  const cells = `${number(line.cells ?? 0)} из ${number(line.expected ?? 0)}`;
  switch (line.why) {
    case 'too-few-cells':
      return line.cells === null ? 'Слишком мало ячеек' : `Слишком мало ячеек: ${cells}`;
    case 'too-many-cells':
      return line.cells === null
        ? 'Слишком много ячеек'
        : `Слишком много ячеек: ${number(line.cells)} вместо ${number(line.expected ?? 0)}`;
    case 'quote-open':
      return 'Кавычка открыта и не закрыта';
    case 'text-after-quote':
      return 'После закрывающей кавычки стоит текст';
    case 'not-json':
      return 'Это не запись JSON';
    case 'undecodable':
      return 'Некоторые байты\u00a0— не буквы этой кодировки';
  }
}

export const reviewPanel: Words['reviewPanel'] = {
  row: (row) => `Строка ${number(row)}`,
  rowLabel: (row) => `Все ячейки строки ${number(row)}`,
  rowNone: 'Выберите ячейку, чтобы прочитать здесь всю её строку.',
  rowBlank: 'пусто',
  rowHideBlank: 'Без пустых ячеек',
  rowMore: (more) => `Показать ещё ${count(more, 'ячейку', 'ячейки', 'ячеек')}`,
  exact: 'Как стоит в файле',
  listOf: (items) => count(items, 'элемент', 'элемента', 'элементов'),
  listEmpty: 'нет элементов',
  listMore: (more) => `и ещё ${number(more)}`,
  cutCell: (length) => `начало из ${count(length, 'знака', 'знаков', 'знаков')}`,

  brokenLabel: 'Строки файла, не ставшие строками таблицы',
  brokenIntro: 'В файле они остаются как есть.',
  brokenNone: 'Каждая строка файла стала строкой таблицы.',
  brokenLine: (line) => `Строка ${number(line)}`,
  brokenIn: (part) => `в ${part}`,
  brokenShown: 'показана, дополнена пустыми ячейками',
  brokenNotShown: 'не показана',
  brokenMore: (more) => `Показать ещё (осталось ${number(more)})`,
  brokenUnlisted: (more: number) =>
    `и ещё ${count(more, 'строка', 'строки', 'строк')}, ${plural(more, 'которой', 'которых', 'которых')} нет в этом списке`,
  why,

  dialect: (dialect) =>
    [
      delimiterName(dialect.delimiter),
      encodingNames[dialect.encoding].replace(/ \(.*/, ''),
      dialect.header ? 'есть заголовок' : 'нет заголовка',
    ].join(' · '),
  dialectLabel: (said) => `Как читается файл: ${said}. Исправить`,
  dialectTitle: 'Как читается файл',
  dialectHint: 'Так его понял Docket. Исправьте, если таблица выглядит неверно; сам файл не изменится.',
  delimiter: 'Ячейки разделяет',
  delimiterName,
  otherDelimiter: 'Другой знак',
  encoding: 'Кодировка букв',
  encodingName: (encoding) => encodingNames[encoding],
  quote: 'Тексты стоят',
  quotes: { '"': 'в двойных кавычках', "'": 'в одинарных кавычках', '': 'без кавычек' },
  header: 'В первой строке названия столбцов',
  read: 'Читать так',
  recognise: 'Как понял Docket',
};
