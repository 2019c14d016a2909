import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import { type ErrorWords, isVendor } from '../error-text.ts';
import { vendorFirst } from './error-subjects.ts';

/** Between this computer and the vendor, and what the vendor answers. */
export const networkErrors = {
  offline: () => ({
    title: 'Компьютер не в сети',
    reason: 'Нет подключения к интернету.',
    nextStep: 'Проверьте сеть; когда она появится, Docket продолжит сам.',
    meanwhile: 'Проверьте сеть',
  }),
  unreachable: (subject) => ({
    title:
      subject === undefined
        ? 'Docket не может связаться с поставщиком'
        : `Docket не может связаться с ${subject}`,
    reason: 'Адрес не отвечает.',
    nextStep: 'Проверьте интернет и адрес в подключении.',
    meanwhile: 'Проверьте интернет',
  }),
  timeout: (subject) => ({
    title: `${vendorFirst(subject)} отвечает слишком долго`,
    reason: 'Ответ не пришёл вовремя.',
    nextStep: 'Повторите попытку чуть позже.',
  }),
  'connection-lost': (subject) => ({
    title: 'Связь прервалась',
    reason: `Ответ ${subject ?? 'поставщика'} пришёл не целиком. Всё, что уже получено, сохранено.`,
    nextStep: 'Повторите попытку; Docket продолжит с этого места.',
  }),
  'certificate-untrusted': (subject) => ({
    title:
      subject === undefined
        ? 'Подлинность поставщика не подтверждена'
        : `Подлинность ${subject} не подтверждена`,
    reason: 'Этот компьютер не доверяет предъявленному сертификату, поэтому ничего не отправлено.',
    nextStep: 'Проверьте адрес и дату на этом компьютере или обратитесь в ИТ-поддержку.',
  }),
  'proxy-sign-in': () => ({
    title: 'Ваша сеть просит войти',
    reason: 'Прокси между этим компьютером и интернетом ждёт имя и пароль.',
    nextStep: 'Войдите в сеть или обратитесь в ИТ-поддержку, затем повторите попытку.',
  }),
  'proxy-unreachable': () => ({
    title: 'Прокси вашей сети не пропускает Docket',
    reason: 'Между этим компьютером и интернетом стоит прокси, и он не передал запрос дальше.',
    nextStep:
      'Проверьте прокси в сетевых настройках компьютера или обратитесь в ИТ-поддержку, затем повторите попытку.',
    meanwhile: 'Проверьте прокси в сетевых настройках компьютера',
  }),
  'not-the-vendor': (subject) => ({
    title:
      subject === undefined
        ? 'Вместо поставщика ответил кто-то другой'
        : `Вместо ${subject} ответил кто-то другой`,
    reason: 'Вместо данных пришла веб-страница\u00a0— например, страница входа гостевой сети.',
    nextStep: 'Откройте любую страницу в браузере, чтобы войти в сеть, затем повторите попытку.',
    meanwhile: 'Откройте любую страницу в браузере, чтобы войти в сеть',
  }),
  'redirect-refused': (subject) => ({
    title: `${vendorFirst(subject)} направляет Docket в другое место`,
    reason: 'Ответ указал на другой адрес, а ваши данные для входа чужим не передаются.',
    nextStep: 'Проверьте адрес в подключении.',
  }),
  'sign-in-refused': (subject) => ({
    title: `${vendorFirst(subject)} не принимает вход`,
    reason: 'Имена или ключ этого подключения не подошли.',
    nextStep: 'Откройте подключение и введите их заново.',
  }),
  'permission-denied': (subject) => ({
    title: `${vendorFirst(subject)} этого не разрешает`,
    reason: 'Вход выполнен, но у этой учётной записи нет такого права.',
    nextStep: 'Попросите право на выгрузку у того, кто управляет учётной записью.',
  }),
  'clock-wrong': (subject) => ({
    title: 'Похоже, часы этого компьютера идут неверно',
    reason: `${vendorFirst(subject)} не принимает запросы с будущим или слишком давним временем.`,
    nextStep: 'Установите на компьютере верные дату и время, затем повторите попытку.',
  }),
  'not-found': (subject) => ({
    title: `${isVendor(subject) ? subject : 'Поставщик'} этого не находит`,
    reason:
      subject === undefined || isVendor(subject)
        ? 'В этой учётной записи нет ничего под таким номером или именем.'
        : `В этой учётной записи нет ничего под именем «${subject}».`,
    nextStep: 'Проверьте номер или имя и выбранное подключение.',
  }),
  'rate-limited': (subject) => ({
    title: `${vendorFirst(subject)} просит подождать`,
    reason: 'За определённое время разрешено лишь несколько запросов, и они исчерпаны.',
    nextStep: 'Немного подождите, потом можно продолжить.',
  }),
  'vendor-unavailable': (subject) => ({
    title: `${vendorFirst(subject)} сейчас не работает`,
    reason: 'Служба ответила, что временно недоступна.',
    nextStep: 'Повторите попытку позже.',
  }),
  'request-rejected': (subject) => ({
    title: `${vendorFirst(subject)} не принимает этот запрос`,
    reason: 'Собственные слова поставщика\u00a0— в разделе «Подробности».',
    nextStep: 'Измените запрос и повторите попытку.',
  }),
  'answer-empty': (subject) => ({
    title: `${vendorFirst(subject)} прислал пустой ответ`,
    reason: 'Запрос дошёл, но в ответ ничего не пришло.',
    nextStep: 'Повторите попытку; если не поможет, сообщите поставщику.',
  }),
  'answer-malformed': (subject) => ({
    title:
      subject === undefined
        ? 'Docket не может прочитать ответ поставщика'
        : `Docket не может прочитать ответ ${subject}`,
    reason: 'Ответ не такой, каким его описывает поставщик.',
    nextStep: 'Повторите попытку; если не поможет, сообщите поставщику.',
  }),
  'answer-too-large': (subject) => ({
    title: subject === undefined ? 'Ответ поставщика слишком велик' : `Ответ ${subject} слишком велик`,
    reason: 'Он намного больше, чем бывает такой ответ, поэтому дальше не читался.',
    nextStep: 'Проверьте адрес в подключении; если он верен, сообщите поставщику.',
  }),
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
