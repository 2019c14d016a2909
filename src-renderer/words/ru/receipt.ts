import { answerIn } from '../receipt-answer.ts';
import type { Words } from '../words-type.ts';
import { files, records } from './values.ts';

export const answers = answerIn({
  confirmed: (status) => `Поставщик принял подтверждение (${status})`,
  confirmedLate: (status) => `Поставщик принял подтверждение, но ответил много позже (${status})`,
  confirmedDeleted: (status) => `Поставщик сообщил, что его копия удалена (${status})`,
  settledConfirmed: 'Ответ потерялся; позже поставщик сообщил, что подтверждение у него.',
  settledSaid: (word) => `Ответ потерялся; позже поставщик сообщил «${word}».`,
  byHand: 'Ответ потерялся, и поставщик не смог сказать, что стало с подтверждением.',
  signedOffOnly: 'Подписано на этом компьютере; поставщик не даёт способа сообщить ему об этом.',
  signedOffKept: 'Подписано на этом компьютере; копия поставщика остаётся в его очереди.',
});

export const receipt: Words['receipt'] = {
  title: 'Квитанция',
  committed: (title) => `Получение «${title}» подтверждено`,
  what: 'Что',
  from: 'Откуда',
  by: 'Кто',
  at: 'Когда',
  sentAt: 'Отправлено',
  knownAt: 'Известно с',
  decidedAt: 'Решено вручную',
  decided: 'Кто решил',
  decidedBy: ({ by, remark }) => (remark === null ? by : `${by}: «${remark}»`),
  quoted: (word) => `«${word}»`,
  vendorSaid: 'Последнее слово поставщика',
  practice: 'Тренировка: данные выдуманы; настоящим поставщикам ничего не сообщалось',
  fingerprint: 'Отпечаток',
  vendorAnswer: 'Ответ поставщика',
  copy: 'Копия поставщика',
  kept: 'остаётся',
  notKept: 'не остаётся',
  number: 'Номер квитанции',
  amount: (it, size) => [...(it.rows === null ? [] : [records(it.rows)]), files(it.files), size].join(' · '),
  answer: answers.answer,
  showInHistory: 'Показать в журнале',
  done: 'Готово',
};
