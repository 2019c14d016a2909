import { type Busy, vendorsOf } from '../quit-busy.ts';
import type { Words } from '../words-type.ts';
import { count, exportsCount, list } from './values.ts';

const quoted = (busy: readonly Busy[]) => list(busy.map(({ title }) => `«${title}»`));

/** Whose answer is waited for: by its name where it is one vendor. */
function whose(busy: readonly Busy[]): string {
  const [one, another] = vendorsOf(busy);
  return one === undefined || another !== undefined ? 'поставщика' : one;
}

export const quit: Words['quit'] = {
  title: 'Выйти из Docket?',
  collecting: (busy) =>
    busy.length === 1
      ? `Сейчас получается ${quoted(busy)}. Получение остановится и продолжится с этого места, когда вы снова откроете Docket.`
      : `Сейчас получается ${exportsCount(busy.length)}. Получение остановится и продолжится с этого места, когда вы снова откроете Docket.`,
  committing: (busy) => {
    if (busy.length === 0)
      return 'Подтверждение отправляется. Docket дождётся ответа поставщика и только потом закроется.';
    const what =
      busy.length > 3
        ? `Отправляется ${count(busy.length, 'подтверждение', 'подтверждения', 'подтверждений')}.`
        : `Отправляется подтверждение ${quoted(busy)}.`;
    return `${what} Docket дождётся ответа ${whose(busy)} и только потом закроется.`;
  },
  finished: 'Всё, что было в работе, закончено.',
  keepWorking: 'Продолжить работу',
  quit: 'Выйти',

  waitingTitle: (busy) => `Ждём ответа ${whose(busy)}`,
  waiting: 'Docket закроется сам, как только узнает, что стало с подтверждением.',
  waitingElse:
    'Можно выйти и сейчас. Ничего не потеряется: Docket сам спросит снова, когда вы откроете его в следующий раз.',
  quitNow: 'Выйти сейчас',
};
