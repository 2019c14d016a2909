import type { Words } from '../words-type.ts';
import { ago } from './time.ts';
import { count, exportsCount, number } from './values.ts';

/** In "New export": the last request once more, several numbers at once, and repeating it. */
export const asking: Words['asking'] = {
  lastTitle: 'Ваш последний запрос',
  last: (title, at, now) => `«${title}», запрошено ${ago(at, now)}`,
  again: 'Запросить снова',
  againNamed: (title) => `Запросить снова: «${title}»`,
  fillIn: 'Взять за основу',
  filledIn: 'В полях ваш последний запрос. Измените, что нужно, и запросите.',
  filledAnew: 'В полях\u00a0— запрос, который не удался.',
  anewTitle: (title) => `Изменить «${title}» и запросить снова`,
  removed: (name) => `Подключения «${name}», через которое запрашивали в прошлый раз, больше нет.`,
  removedOthers: (vendor) => `Выберите, через какое подключение к ${vendor} запросить теперь.`,
  removedNone: (vendor) => `Чтобы запросить снова, подключите ${vendor} ещё раз.`,
  useThis: 'Взять это подключение',

  several: 'Добавить сразу несколько',
  one: 'Добавить одну',
  severalLabel: {
    mypreferences: 'Ключи доступа',
    mytracker: 'Номера выгрузок',
    crayon: '',
  },
  severalHint: 'По одному в строке, как есть: номера или целые адреса, в которых они стоят.',
  severalNone: 'Номеров здесь нет.',
  addSeveral: (numbers) => `Добавить ${count(numbers, 'выгрузку', 'выгрузки', 'выгрузок')}`,
  addingSeveral: (done, all) => `Добавляем ${number(done)} из ${number(all)}…`,
  results: 'Что вышло с каждой строкой',
  noNumber: (line) => `Строка ${number(line)}: номера нет`,
  twice: 'Уже стоит выше.',
  waiting: 'Ждёт…',
  asked: 'Спрашиваем…',
  added: (title) => `В вашем списке: «${title}»`,
  addedAll: (exports) => `В вашем списке ${exportsCount(exports)}`,
  addedSome: (added, failed) =>
    `В вашем списке ${exportsCount(added)}; ещё ${count(failed, 'строка требует', 'строки требуют', 'строк требуют')} внимания.`,
  retry: 'Повторить для остальных',

  repeat: 'Повторять',
  once: 'Один раз, сейчас',
  daily: 'Каждый день',
  weekdays: 'С понедельника по пятницу',
  weekly: 'Каждую неделю',
  monthly: 'Каждый месяц',
  time: 'Время',
  timeProblem: 'Введите время, например 06:00.',
  weekday: 'День недели',
  day: 'Какого числа',
  dayHint: 'В коротком месяце\u00a0— в последний день.',
  period: 'Каждый раз за',
  periods: {
    'day-before': 'предыдущий день',
    'seven-days': 'последние семь дней',
    'month-before': 'предыдущий месяц',
    'since-last': 'всё, что изменилось с прошлого раза',
    same: 'те же дни, что и сейчас',
  },
  periodHint: {
    'day-before':
      'Пропущенные дни и выходные войдут в следующую выгрузку: между выгрузками ничего не теряется.',
    'seven-days': 'Пропущенные дни войдут в следующую выгрузку: между выгрузками ничего не теряется.',
    'month-before': 'Пропущенные месяцы войдут в следующую выгрузку: между выгрузками ничего не теряется.',
    'since-last':
      'Каждая выгрузка начинается на день раньше, чем была запрошена прошлая, поэтому ничего не теряется.',
    same: 'С теми днями, что выбраны здесь, каждый раз.',
  },
  whileRunning:
    'Docket запрашивает, пока открыт. Если в это время он закрыт, то запросит один раз при следующем запуске. Сам он никогда ничего не подтверждает.',
  alsoNow: 'И один раз сейчас',
  setUp: 'Создать расписание',
  settingUp: 'Создаём…',
  saveSchedule: 'Сохранить расписание',
  setUpDone: 'Расписание создано',
  changed: 'Расписание изменено',
};
