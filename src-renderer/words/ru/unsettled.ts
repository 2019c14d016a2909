import type { CommitAsked, CommitState } from '../../../src-preload/contract/commits.ts';
import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import type { Words } from '../words-type.ts';
import { errorText } from './errors.ts';
import { momentInSentence } from './time.ts';

type Unknown = Extract<CommitState, { kind: 'unknown' }>;

/** What the vendor was asked, and what came of it. */
function lastAsked(asked: CommitAsked | undefined, vendor: string, now: number): string {
  if (asked === undefined) return 'ещё нет';
  const when = momentInSentence(asked.at, now);
  switch (asked.answer) {
    case 'not-yet':
      return `${when}: ${vendor} его ещё не получил. Возможно, оно в пути.`;
    case 'unclear':
      // A bare number says nothing to a person.
      return asked.vendorStatus === null || /^\d+$/.test(asked.vendorStatus)
        ? `${when}: ${vendor} больше не знает эту выгрузку и не может ответить.`
        : `${when}: ${vendor} говорит лишь «${asked.vendorStatus}», и это ничего не решает.`;
    case 'unanswered':
      return asked.error === undefined
        ? `${when}, ответа нет`
        : `${when}, ответа нет: ${errorText(asked.error, now).title}.`;
  }
}

/** The usual reasons, told of the moment at which the commit was sent. */
const reasons: Readonly<Partial<Record<ErrorCode, string>>> = {
  timeout: 'Поставщик не ответил вовремя.',
  'connection-lost': 'Связь прервалась раньше, чем пришёл ответ.',
  'vendor-unavailable': 'Поставщик ответил, что у него неполадка.',
  'not-the-vendor':
    'Вместо поставщика ответила другая страница\u00a0— например, страница входа общественной сети Wi-Fi.',
  'redirect-refused': 'Ответ вёл на другой адрес, а по таким Docket не переходит.',
  'not-found': 'Поставщик ответил, что не находит эту выгрузку.',
  'export-gone': 'Поставщик ответил, что у него больше нет этой выгрузки.',
  'request-rejected': 'Поставщик ответил, что не принимает это подтверждение.',
};

/** Why the answer is missing. */
function why({ lost }: Unknown, now: number): string {
  if (lost === undefined) return 'Docket закрылся раньше, чем пришёл ответ.';
  return reasons[lost.code] ?? `${errorText(lost, now).title}.`;
}

/** A commit whose outcome is not known, and what a person may decide where the vendor can’t say. */
export const unsettled: Words['unsettled'] = {
  title: 'Ответ потерялся в пути',
  text: (vendor) =>
    `Подтверждение отправлено, но ответ от ${vendor} не пришёл. Docket спрашивает, пока не узнает, в том числе после перезапуска; ничего делать не нужно.`,
  textDecidable: (vendor) =>
    `Подтверждение отправлено, но ответ от ${vendor} не пришёл, и вопросы ничего не прояснили. Docket продолжает спрашивать. Если вы узнали от ${vendor}, что стало с подтверждением, можете решить вручную.`,
  sent: 'Отправлено',
  sentBy: (when, who) => `${when}, ${who}`,
  why: 'Что случилось',
  whyText: why,
  asked: 'Последний вопрос',
  askedText: lastAsked,
  checkNow: 'Проверить сейчас',
  checking: 'Проверяем…',
  close: 'Закрыть',
  decide: 'Решить вручную…',

  decideTitle: (title) => `Решение о «${title}»`,
  decideText: (vendor) =>
    `Укажите только то, что знаете от ${vendor}: по телефону, из письма или с его страниц. Если не знаете, пусть Docket спрашивает дальше.`,
  question: 'Что стало с подтверждением?',
  done: (vendor) => `${vendor}: «подтверждение принято»`,
  notDone: 'Оно не состоялось',
  remark: 'Откуда вы это знаете?',
  remarkHint: 'Это сохранится вместе с вашим именем: в журнале и на квитанции, если она будет.',
  cancel: 'Отмена',
  goOn: 'Далее',
  back: 'Назад',

  sureTitle: {
    done: 'Выписать квитанцию под ваше слово?',
    'not-done': 'Разрешить подтвердить снова?',
  },
  sure: {
    done: (vendor) =>
      `На квитанции будет сказано, что ответ ${vendor} потерялся и что вы решили вручную. Отменить это нельзя.`,
    'not-done': (vendor) =>
      `Тогда эту выгрузку можно будет подтвердить снова. Если первое подтверждение всё же дошло до ${vendor}, второе там ничего не изменит.`,
  },
  sureRemark: (remark) => `Ваши слова: «${remark}»`,
  verb: { done: 'Выписать квитанцию', 'not-done': 'Разрешить снова' },
  settledMeanwhile: 'Docket выяснил: подтверждение не состоялось. Можно подтвердить снова.',
};
