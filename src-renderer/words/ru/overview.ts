import { sentence } from '../sentence.ts';
import type { Words } from '../words-type.ts';
import { until } from './time.ts';
import { count, plural } from './values.ts';

export const overview: Words['overview'] = {
  label: 'Что ждёт вас',
  part: {
    collect: (exports) => `получить: ${exports}`,
    review: (exports) => `просмотреть: ${exports}`,
    commit: (exports) => `подтвердить: ${exports}`,
    trouble: (exports) => `остановлено: ${exports}`,
    settle: (exports) => `ответа нет: ${exports}`,
    'on-its-way': (exports) => `в пути: ${exports}`,
  },
  partHint: {
    collect: 'Показать только то, что можно получить',
    review: 'Показать только то, что можно просмотреть',
    commit: 'Показать только то, что можно подтвердить',
    trouble: 'Показать только остановленное',
    settle: 'Показать только то, на что нет ответа',
    'on-its-way': 'Показать только то, что в пути',
  },
  noneTitle: {
    collect: 'Получать больше нечего',
    review: 'Просматривать больше нечего',
    commit: 'Подтверждать больше нечего',
    trouble: 'Ничего не остановлено',
    settle: 'На все подтверждения есть ответ',
    'on-its-way': 'В пути ничего нет',
  },
  none: 'Сейчас список показывает только такие выгрузки.',
  noMatch: 'Список сужен несколькими условиями сразу, и ни одна выгрузка не отвечает всем.',
  warnings: 'Пока не пропало',
  expires: (title, at, now) => `«${title}» исчезнет ${until(at, now)} и ещё не получена.`,
  leavesToday: (title) => `«${title}» сегодня уйдёт из очереди Crayon и ещё не получена.`,
  leavesTomorrow: (title) => `«${title}» завтра уйдёт из очереди Crayon и ещё не получена.`,
  several: (exports, first, now) =>
    sentence(
      `${count(exports, 'выгрузка скоро исчезнет', 'выгрузки скоро исчезнут', 'выгрузок скоро исчезнут')} у поставщика и ещё ${plural(exports, 'не получена', 'не получены', 'не получены')}. Первая исчезнет ${until(first, now)}`,
    ),
  collect: 'Получить',
  collectAll: (exports) => `Получить все: ${exports}`,
  show: 'Показать',
  blocked: (connection) => `«${connection}» требует вашего внимания.`,
  openConnection: 'Открыть подключение',
  scheduleFailed: (title) => `Расписание «${title}» не смогло сделать запрос.`,
  openSchedules: 'Открыть расписания',
};
