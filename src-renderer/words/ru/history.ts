import type { HistoryEntry, HistoryKind } from '../../../src-preload/contract/history.ts';
import { noteIn, noteKind } from '../history-note.ts';
import { dayHeading, nearDay } from '../time-in.ts';
import type { Words } from '../words-type.ts';
import { errorText } from './errors.ts';
import { answers } from './receipt.ts';
import { receiptPage } from './receipt-page.ts';
import { count, files, records, size } from './values.ts';

const kinds: Readonly<Record<HistoryKind, string>> = {
  'connection-added': 'Подключено',
  'connection-changed': 'Подключение изменено',
  'connection-removed': 'Подключение удалено',
  'schedule-added': 'Расписание создано',
  'schedule-changed': 'Расписание изменено',
  'schedule-paused': 'Расписание приостановлено',
  'schedule-resumed': 'Расписание снова действует',
  'schedule-removed': 'Расписание удалено',
  'schedule-failed': 'Запрос по расписанию не удался',
  'export-tracked': 'Появилась в списке',
  'export-started': 'Запрошена',
  'export-cancelled': 'Отменена',
  'export-forgotten': 'Убрана из списка',
  'export-ready': 'Готова у поставщика',
  'export-failed': 'Не удалась у поставщика',
  'export-expired': 'Срок у поставщика истёк',
  'retrieval-started': 'Получение началось',
  'retrieval-collected': 'Получена и проверена',
  'retrieval-broken': 'Получение прервано',
  'retrieval-discarded': 'Полученные файлы удалены',
  reviewed: 'Просмотрена',
  'commit-started': 'Подтверждение начато',
  'commit-refused': 'Подтверждение не принято',
  committed: 'Подтверждена',
  'commit-unknown': 'Ответ на подтверждение потерялся',
  'commit-settled': 'Судьба подтверждения выяснена',
  'commit-confirmed-by-hand': 'Подтверждение признано вручную',
  'commit-reopened-by-hand': 'Подтверждать снова разрешено вручную',
  'receipt-checked': 'Квитанция проверена',
  'file-binned': 'Файл перемещён в корзину',
  'practice-started': 'Тренировка началась',
  'practice-stopped': 'Тренировка закончена',
  'ledger-replaced': 'Список заменён новым',
};

const noteLabels: Readonly<Record<ReturnType<typeof noteKind>, string>> = {
  'vendors-word': 'Слово поставщика',
  'vendors-answer': 'Ответ поставщика',
  reason: 'Причина',
  remark: 'Примечание',
  'kept-as': 'Прежний сохранён как',
  found: 'Что найдено',
  file: 'Файл',
  note: 'Заметка',
};

const note = noteIn({
  errorText,
  answers,
  quoted: (text) => `«${text}»`,
  about: (said, subject) => `${said}: ${subject}`,
  interrupted: 'Docket закрылся раньше, чем пришёл ответ',
  found: receiptPage.foundInAll,
});

/** "12 431 запись · 1 файл · 8,2 МБ", with what is known of it. */
function amount(entry: Pick<HistoryEntry, 'rows' | 'files' | 'bytes'>): readonly string[] {
  return [
    ...(entry.rows === null ? [] : [records(entry.rows)]),
    ...(entry.files === null ? [] : [files(entry.files)]),
    ...(entry.bytes === null ? [] : [size(entry.bytes)]),
  ];
}

const nearDays = { today: 'Сегодня', yesterday: 'Вчера' } as const;

function dayName(at: number, now: number): string {
  const near = nearDay(at, now);
  return near === null ? dayHeading(at, now) : nearDays[near];
}

export const history: Words['history'] = {
  title: 'Журнал',
  titleOf: (title) => `Журнал «${title}»`,
  search: 'Поиск в журнале',
  tableLabel: 'Всё, что произошло, сначала новое',
  loading: 'Открываем журнал…',
  found: (entries) => count(entries, 'строка', 'строки', 'строк'),
  column: {
    when: 'Когда',
    what: 'Что',
    export: 'Выгрузка',
    amount: 'Сколько',
    fingerprint: 'Отпечаток',
  },
  kind: (kind) => kinds[kind],
  note,
  noteLabel: (kind) => noteLabels[noteKind(kind)],
  amount,
  dayName,
  by: (who) => who,
  practice: 'Тренировка',
  details: (what, title) => `${what}: ${title}. Показать все сведения`,
  copyFingerprint: (start, title) => `${start}: скопировать отпечаток «${title}»`,
  copied: 'Отпечаток скопирован',
  notCopied: 'Скопировать не удалось',
  notCopiedHint: 'Выделите его в подробностях и скопируйте там.',
  more: (left) => `Показать более ранние (ещё ${count(left, 'строка', 'строки', 'строк')})`,
  showAll: 'Показать всё',
  emptyTitle: 'Пока ничего не произошло',
  empty:
    'Здесь записывается всё, что вы или Docket делаете с выгрузкой: кто, когда и с каким отпечатком. Записи никогда не меняются.',
  noMatchTitle: 'Ничего не подходит',
  noMatch: (search) => `По запросу «${search}» ничего не найдено.`,
  fact: {
    at: 'Когда',
    by: 'Кто',
    what: 'Что',
    export: 'Выгрузка',
    connection: 'Подключение',
    vendor: 'Поставщик',
    amount: 'Сколько',
    fingerprint: 'Отпечаток',
    number: 'Номер записи',
    practice: 'Тренировка',
  },
  practiceFact: 'Данные выдуманы; настоящим поставщикам ничего не сообщалось',
  toExport: 'Показать выгрузку',
  close: 'Закрыть',
};
