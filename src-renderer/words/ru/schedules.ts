import type { Period, Rhythm, Span } from '../../../src-preload/contract/schedules.ts';
import { filePeriod } from '../file-dates.ts';
import { sentence } from '../sentence.ts';
import { timeOfDayText } from '../wall-time.ts';
import type { Words } from '../words-type.ts';
import { momentInSentence, until } from './time.ts';
import { count } from './values.ts';

const everyWeekday = [
  'Каждый понедельник',
  'Каждый вторник',
  'Каждую среду',
  'Каждый четверг',
  'Каждую пятницу',
  'Каждую субботу',
  'Каждое воскресенье',
] as const;

function rhythm(when: Rhythm): string {
  const at = timeOfDayText(when.time);
  switch (when.kind) {
    case 'daily':
      return `Каждый день в\u00a0${at}`;
    case 'weekdays':
      return `С понедельника по пятницу в\u00a0${at}`;
    case 'weekly':
      return `${everyWeekday[when.weekday - 1] ?? ''} в\u00a0${at}`;
    case 'monthly':
      return `Каждый месяц, ${when.day}-го числа, в\u00a0${at}`;
  }
}

const periods: Readonly<Record<Period, string>> = {
  'day-before': 'за предыдущий день',
  'seven-days': 'за последние семь дней',
  'month-before': 'за предыдущий месяц',
  'since-last': 'за всё, что изменилось с прошлого раза',
  same: 'каждый раз за одно и то же',
};

/** "В следующий раз 23 нояб., 06:00, за 22 нояб. 2026 г." */
function next(at: number, now: number, span: Span | null): string {
  const when =
    at <= now
      ? 'В следующий раз\u00a0— как только этот компьютер будет в сети'
      : `В следующий раз ${until(at, now)}`;
  return span === null ? `${when}.` : `${when}, за ${filePeriod(span)}`;
}

/** The screen of requests that Docket repeats. */
export const schedules: Words['schedules'] = {
  title: 'Расписания',
  listLabel: 'Расписания',
  emptyTitle: 'Пока ничего не повторяется',
  empty:
    'Docket может запрашивать у поставщика одну и ту же выгрузку каждый день, с понедельника по пятницу, каждую неделю или каждый месяц. Запрашивая выгрузку, выберите «Повторять».',
  newSchedule: 'Новое расписание',
  intro: 'Docket запрашивает, пока открыт. Сам он никогда ничего не подтверждает.',

  rhythm,
  period: (period) => periods[period],
  next,
  paused: 'Приостановлено',
  noConnection: 'Его подключения больше нет.',

  asked: (title, at, now) => sentence(`«${title}» запрошено ${momentInSentence(at, now)}`),
  missed: (times, at, now) =>
    times === 0
      ? `Срок был ${momentInSentence(at, now)}, когда Docket не работал.`
      : `Docket не работал ${count(times + 1, 'раз', 'раза', 'раз')} в назначенное время; он запросил один раз за всё.`,
  failed: (title, at, now) => sentence(`${title}: не запрошено ${momentInSentence(at, now)}`),
  again: (at, now) => sentence(`Docket повторит попытку ${until(at, now)}`),
  notAgain: 'Docket ждёт следующего раза; тогда придёт и недостающее.',
  unclear:
    'Docket закрыли, пока он запрашивал. В списке ничего не появилось, поэтому следующая выгрузка охватит и эти дни.',

  show: 'Показать выгрузку',
  showNamed: (title) => `Показать выгрузку: «${title}»`,
  run: 'Запросить сейчас',
  runNamed: (title) => `Запросить сейчас: «${title}»`,
  pause: 'Приостановить',
  pauseNamed: (title) => `Приостановить «${title}»`,
  goOn: 'Возобновить',
  goOnNamed: (title) => `Возобновить «${title}»`,
  edit: 'Изменить',
  editNamed: (title) => `Изменить «${title}»`,
  editTitle: (title) => `Изменить расписание «${title}»`,
  removeNamed: (title) => `Удалить расписание «${title}»`,
  removed: (title) => `Расписание «${title}» удалено`,
  removedHint: 'Его выгрузки остаются в вашем списке.',
  undo: 'Вернуть',
  licences: (account) => `Отчёт о лицензиях клиента ${account}`,
  ranOn: (title) => `«${title}» запрошено`,
  ranHint: 'Так велит расписание.',
  ranLateHint: 'По расписанию пора было раньше, когда Docket не работал.',
};
