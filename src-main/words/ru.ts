import type { MainWords } from './en.ts';
import { pluralIn } from './plural.ts';
import { relativeTimeIn } from './relative-time.ts';
import { allTitles } from './titles.ts';

const when = relativeTimeIn('ru');
const plural = pluralIn('ru');
const exportsOf = (count: number) => plural(count, 'выгрузка', 'выгрузки', 'выгрузок');

export const ru: MainWords = {
  titles: allTitles.ru,
  cannotStart: {
    'ledger-newer': {
      title: 'Эта версия Docket старше своих данных',
      text: 'Здесь уже работала более новая версия Docket. Установите последнюю версию, чтобы продолжить; ничего не изменено.',
    },
    'disk-full': {
      title: 'На диске нет места',
      text: 'Docket нужно немного места для своего списка. Освободите место и запустите Docket снова; ничего не потеряно.',
    },
    otherwise: {
      title: 'Docket не может открыть свой список',
      text: 'Возможно, его удерживает другая программа. Перезагрузите компьютер и запустите Docket снова; полученные файлы не затронуты.',
    },
  },
  quit: {
    title: 'Выйти из Docket?',
    transfers: 'Незаконченное получение продолжится, когда вы снова откроете Docket.',
    commits: 'Подтверждение отправляется. Docket выяснит, дошло ли оно, когда вы снова откроете программу.',
    keepWorking: 'Продолжить работу',
    quit: 'Выйти',
  },
  menu: {
    file: 'Файл',
    close: 'Закрыть',
    quit: 'Выйти',
    edit: 'Правка',
    undo: 'Отменить',
    redo: 'Повторить',
    cut: 'Вырезать',
    copy: 'Копировать',
    paste: 'Вставить',
    delete: 'Удалить',
    selectAll: 'Выделить всё',
    view: 'Вид',
    resetZoom: 'Обычный размер',
    zoomIn: 'Увеличить',
    zoomOut: 'Уменьшить',
    fullScreen: 'Во весь экран',
    window: 'Окно',
    minimize: 'Свернуть',
    help: 'Справка',
    palette: 'Найти экран, выгрузку, действие…',
    shortcuts: 'Сочетания клавиш',
  },
  news: {
    one: {
      ready: (title) => `«${title}»: можно получать`,
      collected: (title) => `«${title}»: получено, можно просматривать`,
      stopped: (title) => `Получение «${title}» остановилось`,
      failed: (title) => `«${title}»: у поставщика произошёл сбой`,
      lost: (title) => `«${title}»: у поставщика этой выгрузки больше нет`,
      expires: (title, at, now) => `«${title}» исчезнет ${when.within(at, now)} и ещё не получена`,
      'leaves-queue': (title, at, now) =>
        `«${title}» уйдёт из очереди Crayon ${when.day(at, now)} и ещё не получена`,
      committed: (title) => `«${title}»: получение подтверждено`,
      'not-committed': (title) => `«${title}»: получение не подтверждено`,
      decide: (title) => `«${title}»: нужно ваше решение о подтверждении`,
      blocked: (title) => `Подключение «${title}» требует вашего внимания`,
      'schedule-failed': (title) => `Расписание «${title}» не смогло сделать запрос`,
      trouble: () => 'Docket требует вашего внимания',
    },
    many: {
      ready: (count) => `${count} ${exportsOf(count)}: можно получать`,
      collected: (count) => `${count} ${exportsOf(count)}: получено, можно просматривать`,
      stopped: (count) => `Получение остановилось: ${count} ${exportsOf(count)}`,
      failed: (count) => `Сбой у поставщика: ${count} ${exportsOf(count)}`,
      lost: (count) => `У поставщика больше нет: ${count} ${exportsOf(count)}`,
      expires: (count) => `Скоро исчезнут и не получены: ${count} ${exportsOf(count)}`,
      'leaves-queue': (count) => `Скоро уйдут из очереди Crayon и не получены: ${count} ${exportsOf(count)}`,
      committed: (count) => `Получение подтверждено: ${count} ${exportsOf(count)}`,
      'not-committed': (count) => `Получение не подтверждено: ${count} ${exportsOf(count)}`,
      decide: (count) => `Нужно ваше решение: ${count} ${exportsOf(count)}`,
      blocked: (count) =>
        `Требуют вашего внимания: ${count} ${plural(count, 'подключение', 'подключения', 'подключений')}`,
      'schedule-failed': (count) =>
        `Не смогли сделать запрос: ${count} ${plural(count, 'расписание', 'расписания', 'расписаний')}`,
      trouble: (count) => `Docket требует вашего внимания: ${count}`,
    },
    several: (count) => `${count} ${plural(count, 'новость', 'новости', 'новостей')}`,
    more: (count) => `и ещё ${count}`,
    practice: 'Тренировка',
  },
  tray: {
    tooltip: (needsYou, onTheirWay, done) =>
      `Docket: ждут вас ${needsYou}, в пути ${onTheirWay}, готово за неделю ${done}`,
    needsYou: (count) => `Ждут вас: ${count}`,
    onTheirWay: (count) => `В пути: ${count}`,
    done: (count) => `Готово за неделю: ${count}`,
    open: 'Открыть Docket',
    checkAll: 'Проверить всё сейчас',
    quiet: 'Без уведомлений до завтра',
    quit: 'Выйти из Docket',
    badge: (count) => `${plural(count, 'Ждёт', 'Ждут', 'Ждут')} вас: ${count} ${exportsOf(count)}`,
  },
};
