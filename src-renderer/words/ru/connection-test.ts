import type { Refusal, StepResult, TestStep } from '../test-findings.ts';
import type { Words } from '../words-type.ts';

const steps: Readonly<Record<TestStep, Readonly<Record<StepResult, (vendor: string) => string>>>> = {
  reach: {
    yes: (vendor) => `Связь с ${vendor} есть.`,
    no: (vendor) => `Связи с ${vendor} нет.`,
    unknown: (vendor) => `Есть ли связь с ${vendor}, пока не известно.`,
  },
  'sign-in': {
    yes: (vendor) => `${vendor} принимает вход.`,
    no: (vendor) => `${vendor} не принимает вход.`,
    unknown: (vendor) => `Примет ли ${vendor} вход, пока не известно.`,
  },
  permission: {
    yes: () => 'Этой учётной записи разрешены выгрузки.',
    no: () => 'Этой учётной записи выгрузки не разрешены.',
    unknown: () => 'Разрешены ли этой учётной записи выгрузки, пока не известно.',
  },
};

const refusals: Readonly<Record<Refusal, { readonly reason: string; readonly nextStep: string }>> = {
  'crayon-client': {
    reason:
      'Crayon не принимает номер клиента с этим секретом клиента. Имя пользователя и пароль проверяются только после этого.',
    nextStep: 'Введите секрет клиента ещё раз и проверьте, что номер клиента от того же клиента API.',
  },
  'crayon-user': {
    reason: 'Crayon знает клиента API, но не принимает имя пользователя с этим паролем.',
    nextStep: 'Введите пароль ещё раз и проверьте имя пользователя.',
  },
  'crayon-any': {
    reason: 'Crayon не говорит, что неверно: номер клиента, его секрет, имя пользователя или пароль.',
    nextStep: 'Проверьте все четыре, сначала секрет и пароль.',
  },
  'tracker-any': {
    reason:
      'MyTracker отвечает одинаково на неверный номер пользователя API, неверный секретный ключ и пользователя без права на выгрузки.',
    nextStep:
      'Сравните и то, и другое с вашим профилем в MyTracker. Если всё верно, попросите у владельца учётной записи право на выгрузки.',
  },
  'shared-key': {
    reason: 'MyPreferences не принимает имя пользователя с этим общим ключом.',
    nextStep:
      'Введите общий ключ ещё раз и проверьте имя пользователя. Если всё верно, MyPreferences, возможно, ждёт другую подпись: смотрите «Другие настройки».',
  },
  'oauth-client': {
    reason: 'MyPreferences не принимает номер клиента OAuth с этим секретом.',
    nextStep: 'Введите секрет клиента OAuth ещё раз и проверьте номер клиента OAuth: в нём 48 знаков.',
  },
  'oauth-scope': {
    reason:
      'MyPreferences принимает клиента OAuth, но не с этой областью доступа: она составлена из номера организации и имени пользователя.',
    nextStep:
      'Проверьте номер организации и имя пользователя, а также область доступа в «Других настройках».',
  },
  'oauth-account': {
    reason:
      'Клиент OAuth входит, но MyPreferences не даёт ему работать с этими номером организации и именем пользователя.',
    nextStep:
      'Проверьте номер организации и имя пользователя или спросите MyPreferences, что разрешено этому клиенту OAuth.',
  },
  'no-account': {
    reason: 'MyPreferences отвечает, но не знает по этому адресу организации с таким номером.',
    nextStep: 'Проверьте номер организации. Если он верен, проверьте адрес и версию в «Других настройках».',
  },
  'no-permission': {
    reason: 'Вход выполнен, но этому пользователю выгрузки не разрешены.',
    nextStep: 'Попросите право на выгрузки у того, кто управляет учётной записью у поставщика.',
  },
  'sign-in-address': {
    reason: 'Дело в адресе входа, а не в адресе данных.',
    nextStep: 'Проверьте адрес входа или спросите его у MyPreferences.',
  },
  'certificate-date': {
    reason:
      'Сертификат не действует на ту дату, которую показывает этот компьютер, поэтому ничего не отправлено.',
    nextStep: 'Проверьте дату и время на компьютере. Если они верны, обратитесь в ИТ-поддержку.',
  },
};

/** What a test of a connection found out. */
export const connectionTest: Words['connectionTest'] = {
  label: 'Что показала проверка',
  step: (step, result, vendor) => steps[step][result](vendor),
  refusal: (refusal) => refusals[refusal],
};
