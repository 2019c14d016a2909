import type { Words } from '../words-type.ts';
import { until } from './time.ts';

export const panel: Words['panel'] = {
  label: (title) => `О выгрузке «${title}»`,
  close: 'Закрыть панель',
  steps: 'Шаги',
  step: {
    asked: 'Запрошена',
    prepared: 'Подготовлена поставщиком',
    collected: 'Получена и проверена',
    reviewed: 'Просмотрена',
    committed: 'Подтверждена',
  },
  stepAhead: {
    prepared: 'Подготовка у поставщика',
    collected: 'Получение и проверка',
    reviewed: 'Просмотр',
    committed: 'Подтверждение',
  },
  listed: 'Появилась в списке',
  now: {
    queued: 'Ждёт очереди у поставщика',
    preparing: 'Поставщик её готовит',
    expires: (when) => `Срок истекает ${when}`,
    collecting: 'Docket её получает',
    paused: 'Пауза',
    checking: 'Docket проверяет каждый байт',
    committing: 'Docket сообщает поставщику',
    unsettled: 'Ответ поставщика потерялся в пути. Docket выясняет, дошло ли подтверждение.',
    yourTurn: 'Это ваш следующий шаг',
  },
  failed: 'Поставщик не смог её подготовить',
  tooMuch: 'Слишком много данных для одной выгрузки',
  tooMuchHint: 'Запросите период короче. То, что в него не войдёт, можно запросить отдельной выгрузкой.',
  askAnewHint:
    'Такой же запрос снова не удастся: измените его. Собственные слова поставщика\u00a0— в разделе «Подробности».',
  cancelled: 'Отменена',
  expired: 'Срок у поставщика истёк',
  gone: 'У поставщика её больше нет',
  reviewedBy: (who) => who,
  remark: (text) => `«${text}»`,

  nextCheck: (at, now) =>
    at - now < 1000 ? 'Спрашиваем поставщика' : `Следующая проверка ${until(at, now)}`,
  lastChecked: (when) => `Последняя проверка: ${when}`,
  notChecked: 'У поставщика ещё не проверено',
  checkNow: 'Проверить',
  checking: 'Проверяем…',

  files: 'Файлы',
  noFiles: 'На этом компьютере файлов пока нет.',
  filesLoading: 'Читаем файлы…',
  look: 'Посмотреть таблицу',
  reveal: (name) => `Показать ${name} в папке`,
  open: (name) => `Открыть ${name} в подходящей программе`,
  folder: 'Папка',
  details: 'Подробности: слова самого поставщика',
  status: 'Состояние',
  unknownStatus: 'Это слово Docket не знает. Считается, что выгрузка ещё готовится.',
  reference: 'Номер',
  connection: 'Подключение',
  fingerprint: 'Отпечаток',
};
