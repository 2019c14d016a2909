import type { Group, NextStep, Stage } from '../../../src-preload/contract/jobs.ts';
import { stageIn } from '../export-stage.ts';
import { sentence } from '../sentence.ts';
import type { Words } from '../words-type.ts';
import { until } from './time.ts';
import { count, exportsCount, number, plural } from './values.ts';

const groupNames: Readonly<Record<Group, string>> = {
  'needs-you': 'Ждут вас',
  'on-its-way': 'В пути',
  done: 'Готово',
};

const stages: Readonly<Record<Stage, string>> = {
  preparing: 'Готовится',
  ready: 'Можно получить',
  collecting: 'Получаем',
  paused: 'Пауза',
  checking: 'Проверяем файлы',
  collected: 'Можно просмотреть',
  reviewed: 'Можно подтвердить',
  committing: 'Подтверждаем',
  unsettled: 'Ответ ещё не известен',
  committed: 'Подтверждено',
  failed: 'Не удалось у поставщика',
  cancelled: 'Отменено',
  expired: 'Срок истёк',
  gone: 'У поставщика больше нет',
  broken: 'Получение прервано',
};

const tooLate = 'Подтверждать поздно';

const stage = stageIn({
  stages,
  waitingTurn: 'Ждёт очереди',
  preparing: (share) => `Готовится: ${share}`,
  tooLate,
  pausedOffline: 'Пауза: нет сети',
  pausedByVendor: (vendor) => `Пауза: ${vendor} просит подождать`,
});

const steps: Readonly<Record<NextStep, string>> = {
  collect: 'Получить',
  pause: 'Пауза',
  resume: 'Продолжить',
  'collect-again': 'Получить снова',
  review: 'Просмотреть',
  commit: 'Подтвердить',
  settle: 'Проверить',
  repeat: 'Запросить ещё раз',
  'ask-anew': 'Изменить запрос…',
  receipt: 'Квитанция',
  wait: 'Проверить',
  forget: 'Убрать',
};

/** The sentence at the top: what needs the person, and what presses most. */
function headline(needsYou: number, onTheirWay: number, soonestExpiry: number | null, now: number): string {
  if (needsYou === 0) {
    return onTheirWay === 0
      ? 'Ничто вас не ждёт.'
      : `Сейчас ничто вас не ждёт. В пути ${exportsCount(onTheirWay)}.`;
  }
  const first = `${plural(needsYou, 'Вас ждёт', 'Вас ждут', 'Вас ждут')} ${exportsCount(needsYou)}.`;
  if (soonestExpiry === null || soonestExpiry <= now) return first;
  const when = until(soonestExpiry, now);
  return sentence(
    needsYou === 1 ? `${first} Её срок истекает ${when}` : `${first} Срок одной истекает ${when}`,
  );
}

export const exportsList: Words['exports'] = {
  title: 'Выгрузки',
  headline,
  loadingHeadline: 'Открываем ваш список…',
  listLabel: 'Выгрузки',
  search: 'Поиск выгрузок',
  vendorFilter: 'Поставщик',
  allVendors: 'Все поставщики',
  newExport: 'Новая выгрузка',
  refresh: 'Проверить все сейчас',
  checkedAll: 'Проверено у поставщиков',
  group: (group, exports) => ({ name: groupNames[group], count: exports }),
  doneThisWeek: 'за эту неделю',
  showAllDone: (exports) => `Показать все готовые: ${exportsCount(exports)}`,
  stage,
  tooLate,
  step: (step) => steps[step],
  stepFor: (label, title) => `${label}: ${title}`,
  commitStep: 'Подтвердить…',
  progressOf: (title) => `Ход получения: ${title}`,

  expires: (at, now) => (at <= now ? 'срок истекает сейчас' : `срок истекает ${until(at, now)}`),
  checked: (when) => `проверено ${when}`,
  committedAt: (when) => `подтверждено ${when}`,
  reviewedBy: (who) => `просмотрено: ${who}`,
  perSecond: (speed) => `${speed}/с`,
  left: (time) => `осталось ${time}`,
  ofTotal: (done, total) => `${done} из ${total}`,
  recordsOfTotal: (done, total) => `${number(done)} из ${count(total, 'записи', 'записей', 'записей')}`,
  part: (part, parts) => `файл ${part} из ${parts}`,
  goesOn: (when) => `продолжится ${when}`,
  goesOnOnline: 'продолжится, когда появится сеть',
  askedFor: (when) => `запрошено ${when}`,
  vendorSays: (word) => `поставщик говорит «${word}»`,
  vendorNumber: (reference) => `№\u00a0${reference}`,
  settling: 'Docket выясняет, дошло ли подтверждение',
  practice: 'Тренировка',

  emptyTitle: 'Выгрузок пока нет',
  empty:
    'Запросите выгрузку у поставщика или добавьте ту, номер которой у вас есть. Она появится здесь вместе со следующим шагом.',
  noMatchTitle: 'Ни одна выгрузка не подходит',
  noMatch: (search) =>
    search === '' ? 'В списке нет выгрузок этого поставщика.' : `Нет ничего с именем «${search}».`,
  clearFilters: 'Показать все выгрузки',

  menu: {
    details: 'Показать подробности',
    checkNow: 'Проверить сейчас',
    resume: 'Продолжить сейчас',
    cancel: 'Отменить у поставщика…',
    repeat: 'Запросить эту выгрузку ещё раз',
    collectAgain: 'Получить ещё раз',
    discard: 'Удалить полученное',
    forget: 'Убрать из списка',
    look: 'Посмотреть таблицу',
    reveal: 'Показать в папке',
    history: 'Показать её журнал',
    receipt: 'Показать квитанцию',
    unsettled: 'Об этом подтверждении',
    decide: 'Решить вручную…',
  },

  confirm: {
    cancel: {
      title: (title) => `Отменить «${title}»?`,
      text: (vendor) => `${vendor} прекратит готовить эту выгрузку. Позже её можно запросить снова.`,
      yes: 'Отменить выгрузку',
      no: 'Пусть готовится',
    },
    discard: {
      title: (title) => `Удалить полученное по «${title}»?`,
      text: (vendor, job) =>
        job.export.kind === 'ready'
          ? `Файлы, которые Docket получил для этой выгрузки, будут удалены с компьютера. Сама выгрузка у ${vendor} останется как есть.`
          : `Файлы, которые Docket получил для этой выгрузки, будут удалены с компьютера. ${vendor} больше не предлагает эту выгрузку: удалённое нельзя будет получить снова.`,
      yes: 'Удалить файлы',
      no: 'Оставить',
    },
    forget: {
      title: (title) => `Убрать «${title}» из списка?`,
      text: (vendor, job) =>
        job.provider === 'mypreferences' && job.commit.kind !== 'committed' && job.export.kind === 'ready'
          ? `Она исчезнет из списка, и Docket забудет её ключ доступа: без него её нельзя получить у ${vendor}. Файлы на этом компьютере и строки журнала останутся.`
          : 'Она исчезнет из списка. Файлы на этом компьютере и строки журнала останутся.',
      yes: 'Убрать',
      no: 'Оставить',
    },
  },

  said: {
    cancelled: (title) => `Выгрузка «${title}» отменена`,
    repeated: (title) => `Выгрузка «${title}» запрошена ещё раз`,
    forgotten: (title) => `Выгрузка «${title}» убрана из списка`,
    discarded: (title) => `Полученное по «${title}» удалено`,
    collectionStarted: (title) => `Получаем «${title}»`,
    settledCommitted: (title) => `Выгрузка «${title}» подтверждена`,
    settledOpen: (title) => `Выгрузка «${title}» не была подтверждена`,
    settledOpenHint: 'Поставщик не принял подтверждение. Можно подтвердить снова.',
    notYet: 'До поставщика оно ещё не дошло',
    notYetHint: 'Возможно, оно ещё в пути. Docket спросит снова через полминуты.',
    stillUnknown: 'Поставщик пока не может ответить',
    stillUnknownHint: 'Docket продолжает спрашивать. Ничего делать не нужно.',
    receiptByHand: (title) => `Для «${title}» есть квитанция`,
    openedByHand: (title) => `«${title}» можно подтвердить снова`,
  },
};
