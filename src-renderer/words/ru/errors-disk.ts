import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import type { ErrorWords } from '../error-text.ts';
import { fileFirst } from './error-subjects.ts';
import { size } from './values.ts';

const again = 'Получите выгрузку ещё раз; имеющийся файл останется, пока вы сами его не удалите.';

/** What main says of the room: `<needed> bytes needed, <free> free`, or `<free> free`. */
function room(detail: string | undefined): string {
  const [, needed, free] = /^(?:(\d+) bytes needed, )?(\d+) free$/u.exec(detail ?? '') ?? [];
  if (free === undefined) return '';
  const left = Number(free) === 0 ? 'свободного нет' : `свободно ${size(Number(free))}`;
  return needed === undefined ? ` (${left})` : ` (нужно ${size(Number(needed))}, ${left})`;
}

/** Disk and verification. */
export const diskErrors = {
  'disk-full': (subject, detail) =>
    subject === 'ledger.sqlite'
      ? {
          title: 'На диске нет места',
          reason: 'Для собственных записей Docket нет места. Всё, что получено, сохранено.',
          nextStep: 'Освободите место на диске этого компьютера и повторите попытку.',
        }
      : {
          title: 'На диске нет места',
          reason: `Для остальных данных нет места${room(detail)}. Всё, что получено, сохранено.`,
          nextStep: 'Освободите место или выберите другую папку, затем продолжите.',
        },
  'folder-unwritable': (subject) => ({
    title: 'Docket не может записывать в папку',
    reason:
      subject === undefined
        ? 'Папка для файлов не принимает новые файлы.'
        : `Папка не принимает «${subject}».`,
    nextStep: 'Выберите другую папку в настройках или попросите доступ.',
  }),
  'folder-missing': (subject) => ({
    title: 'Папки нет на месте',
    reason: subject === undefined ? 'Папка для файлов не найдена.' : `Папка «${subject}» не найдена.`,
    nextStep: 'Подключите диск, на котором она лежит, или выберите другую папку в настройках.',
  }),
  'disk-error': (subject) => ({
    title: 'Диск сообщает об ошибке',
    reason: `${fileFirst(subject)} не записывается или не читается. Всё, что получено, сохранено.`,
    nextStep: 'Повторите попытку; если не поможет, выберите другую папку или обратитесь в ИТ-поддержку.',
  }),
  'file-locked': (subject) => ({
    title: 'Файл занят другой программой',
    reason: `${fileFirst(subject)} нельзя поставить на место, пока он открыт в другой программе.`,
    nextStep: 'Закройте программу, которая его использует, и повторите попытку.',
  }),
  'no-program': (subject) => ({
    title: 'Этот файл не открывает ни одна программа',
    reason:
      subject === undefined
        ? 'На этом компьютере нет программы для такого файла.'
        : `На этом компьютере нет программы для файла «${subject}».`,
    nextStep: 'Посмотрите таблицу здесь или откройте папку с файлом и выберите программу там.',
  }),
  'file-missing': (subject) => ({
    title: 'Файла нет там, куда его положил Docket',
    reason: `${fileFirst(subject)} перемещён, переименован или удалён.`,
    nextStep: 'Верните его на место или получите выгрузку ещё раз.',
  }),
  'file-in-bin': (subject) => ({
    title: 'Файл лежит в корзине',
    reason: `${fileFirst(subject)} перемещён в корзину этого компьютера при очистке.`,
    nextStep: 'Восстановите его из корзины в прежнюю папку и повторите попытку.',
  }),
  'file-changed': (subject) => ({
    title: 'Файл изменился после проверки',
    reason: `${fileFirst(subject)} уже не такой, каким его прислал поставщик.`,
    nextStep: 'Получите выгрузку ещё раз, чтобы иметь данные самого поставщика.',
  }),
  'file-not-committed': (subject) => ({
    title: 'Для этого файла нет квитанции',
    reason: `Убирать можно только подтверждённые файлы. ${fileFirst(subject)} остаётся на месте.`,
    nextStep: 'Сначала просмотрите и подтвердите его выгрузку.',
  }),
  'bin-unavailable': (subject) => ({
    title: 'Корзина недоступна',
    reason: `${fileFirst(subject)} не удалось переместить в корзину. Он остаётся на месте; ничего не удалено.`,
    nextStep:
      'Закройте программы, которые используют файл, или проверьте, есть ли на его диске корзина, затем повторите попытку.',
  }),
  'receipt-not-found': () => ({
    title: 'Этой квитанции здесь нет',
    reason: 'В записях Docket на этом компьютере нет квитанции для этой выгрузки.',
    nextStep: 'Посмотрите в журнале, что с ней стало.',
  }),
  'print-failed': () => ({
    title: 'Квитанцию не удалось напечатать',
    reason: 'Принтер или система не приняли страницу.',
    nextStep: 'Проверьте принтер или сохраните квитанцию как PDF и напечатайте его.',
  }),
  'length-mismatch': (subject) => ({
    title: 'Файл неполный',
    reason: `${fileFirst(subject)} короче или длиннее, чем сообщил поставщик.`,
    nextStep: again,
  }),
  'gzip-corrupt': (subject) => ({
    title: 'Файл повреждён',
    reason: `${fileFirst(subject)} не сходится с собственной контрольной суммой или обрывается посреди записи.`,
    nextStep: again,
  }),
  'zip-corrupt': (subject) => ({
    title: 'Файл повреждён',
    reason: `${fileFirst(subject)} не распаковывается.`,
    nextStep: again,
  }),
  'not-a-workbook': (subject) => ({
    title: 'Это не та книга, о которой сообщил поставщик',
    reason: `${fileFirst(subject)} не содержит листа Excel.`,
    nextStep: again,
  }),
  'header-missing': (subject) => ({
    title: 'Нет названий столбцов',
    reason: `${fileFirst(subject)} не начинается со строки с названиями столбцов.`,
    nextStep: again,
  }),
  'headers-differ': (subject) => ({
    title: 'Части не подходят друг к другу',
    reason: `${fileFirst(subject)} содержит не те столбцы, что файлы до него.`,
    nextStep: again,
  }),
  'pages-inconsistent': () => ({
    title: 'Страницы не подходят друг к другу',
    reason: 'На страницах поставщика записи повторяются или пропущены.',
    nextStep: again,
  }),
  'count-mismatch': () => ({
    title: 'Количество не сходится',
    reason: 'Записей больше или меньше, чем сообщил поставщик.',
    nextStep: again,
  }),
  'export-changed': () => ({
    title: 'Поставщик тем временем изменил файл',
    reason: 'Это уже не тот файл, который Docket начал получать.',
    nextStep: again,
  }),
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
