import type { Finding } from '../../../src-preload/contract/receipts.ts';
import type { FindingKind } from '../kinds.ts';
import { sentence } from '../sentence.ts';
import type { Words } from '../words-type.ts';
import { count, files, list, number, plural, size } from './values.ts';

const found: Readonly<Record<FindingKind, (value: number) => string>> = {
  same: (value) => `${files(value)} без изменений`,
  changed: (value) => `${number(value)} изменено`,
  missing: (value) => `${number(value)} не найдено`,
  unreadable: (value) => `${number(value)} не читается`,
  moved: (value) => `${number(value)} перемещено`,
  'in-bin': (value) => `${number(value)} в корзине`,
};

/** What became of one file. */
function finding(
  name: string,
  it: Finding,
  about: { readonly when: string; readonly reason: string },
): string {
  switch (it.kind) {
    case 'same':
      return `Файл «${name}» такой же, как при подписании.`;
    case 'changed':
      return `Файл «${name}» изменён: теперь он занимает ${size(it.bytes)}, и содержимое другое.`;
    case 'moved':
      return `Файл «${name}» перемещён или переименован. Данные те же; он лежит в ${it.folder} под именем «${it.name}».`;
    case 'missing':
      return `Файла «${name}» нет ни там, где его сохранили, ни рядом.`;
    case 'in-bin':
      return `Файл «${name}» перемещён в корзину ${about.when}.`;
    case 'unreadable':
      return `Файл «${name}» не читается: ${about.reason}`;
  }
}

const nextSteps: Readonly<Record<Exclude<FindingKind, 'same'>, string>> = {
  changed:
    'Верните исходный файл из резервной копии. Изменённый тоже сохраните, пока не выясните, кто его изменил.',
  missing: 'Поищите в корзине и в резервных копиях, верните файл в его папку и проверьте ещё раз.',
  unreadable: 'Закройте программы, которые его используют, подключите его диск и проверьте ещё раз.',
  moved: 'Ничего не потеряно. Верните файл в его папку, если он должен лежать там.',
  'in-bin': 'Это была очистка подтверждённых файлов. Пока файл в корзине, его можно восстановить оттуда.',
};

/** The receipt as a page: to read, to print, to check. */
export const receiptPage: Words['receiptPage'] = {
  back: 'Назад',
  loading: 'Открываем квитанцию…',
  title: (title) => `Квитанция: «${title}»`,
  heading: 'Квитанция',
  page: (title) => `Квитанция «${title}» в том виде, в каком она печатается`,
  open: 'Напечатать, сохранить или проверить…',

  check: 'Проверить эту квитанцию',
  checkAgain: 'Проверить ещё раз',
  checking: (name) => `Читаем «${name}»…`,
  checkedOf: (done, total) => `${done} из ${total}`,
  stopCheck: 'Отмена',
  checkStopped: 'Проверка отменена. Ничего не записано.',
  print: 'Напечатать…',
  savePdf: 'Сохранить как PDF…',
  printed: 'Квитанция отправлена на принтер',
  saved: (name) => `Сохранено как «${name}»`,
  savedWhere: (folder) => `В папке ${folder}`,
  fileName: (title, day) => `Квитанция ${title} ${day}`,

  allSame: (value) =>
    value === 1
      ? 'Файл в точности такой, как при подписании.'
      : `Все файлы (${number(value)}) в точности такие, как при подписании.`,
  allSameHint: 'Каждый байт только что прочитан заново. Отпечаток сходится.',
  onlyMoved: 'Данные те же, но не всё лежит там, где было сохранено.',
  inBin: 'Файлы перемещены в корзину при очистке.',
  trouble: (bad, of) =>
    of === 1
      ? 'Файл не такой, как при подписании.'
      : `${plural(bad, 'Не такой', 'Не такие', 'Не такие')}, как при подписании: ${number(bad)} из ${count(of, 'файла', 'файлов', 'файлов')}.`,
  nothingKnown:
    'Когда выписывалась эта квитанция, Docket ещё не сохранял список файлов: известен только отпечаток.',
  finding,
  nextStep: (kind) => nextSteps[kind],
  more: (value) => `и ещё ${files(value)}\u00a0— то же самое`,
  foundInAll: (counts) => list(counts.map(({ kind, value }) => found[kind](value))),
  lastCheck: (who, when, what) => `Последняя проверка ${when}, ${who}: ${what}.`,
  neverChecked: 'С тех пор не проверялась.',

  statement: (who, when) => sentence(`${who} подтверждает получение этих данных: ${when}`),
  statementByHand: (who, when) => sentence(`${who} вручную подтверждает, что эти данные получены: ${when}`),
  practice: 'Тренировка: данные выдуманы; настоящим поставщикам ничего не сообщалось.',
  export: 'Выгрузка',
  vendor: 'Поставщик',
  connection: 'Подключение',
  reference: 'Номер у поставщика',
  amount: 'Данные',
  number: 'Номер квитанции',
  rests: 'На чём она основана',
  filesVerified: 'Файлы',
  verified: 'Перед самым подтверждением каждый файл прочитан заново и сверен.',
  reviewedBy: (who, when) => `Просмотрено: ${who}, ${when}`,
  remark: (text) => `«${text}»`,
  reviewed: 'Просмотр',
  vendorsAnswer: 'Ответ поставщика',
  vendorsCopy: 'Копия поставщика',

  fingerprint: 'Отпечаток',
  fingerprintHint:
    'Составлен из имени, размера, числа записей и SHA-256 каждого файла ниже. Если в одном файле изменится хоть один байт, он перестанет сходиться.',
  files: 'Подписанные файлы',
  file: 'Файл',
  rows: 'Записи',
  size: 'Размер',
  bytes: (value) => count(value, 'байт', 'байта', 'байт'),
  savedIn: (folder) => `Сохранено в ${folder}`,
  binned: (when) => `в корзине с ${when}`,
  noFiles: 'Список файлов вместе с этой квитанцией не сохранён.',

  how: 'Как проверить её ещё раз',
  howInDocket:
    'В Docket: откройте эту квитанцию и нажмите «Проверить эту квитанцию». Каждый файл будет прочитан заново, байт за байтом.',
  howByHand:
    'Без Docket: пусть компьютер вычислит SHA-256 каждого файла, как показано ниже, а вы сравните с указанным на этой странице. Большие и малые буквы не различаются.',
  commands: 'Подробности для того, кто проверяет вручную',
  windows: 'Windows (командная строка)',
  mac: 'macOS (Терминал)',
  linux: 'Linux (терминал)',
  inFolder: 'В папке с файлами, для каждого из них:',
  manifestHint: 'Сам отпечаток\u00a0— это SHA-256 такого текста в UTF-8, без перевода строки в конце:',
  made: (when) => `Эта страница создана в Docket ${when}.`,
};
