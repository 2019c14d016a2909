import type { SecretField } from '../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { FieldWords, FieldWordsName, TextFieldName } from '../connection-field-names.ts';
import type { Words } from '../words-type.ts';

const secretWords: Readonly<Record<SecretField, FieldWords>> = {
  sharedKey: {
    label: 'Общий ключ',
    hint: 'Ключ, который MyPreferences выдал вместе с именем пользователя.',
  },
  oauthClientSecret: {
    label: 'Секрет клиента OAuth',
    hint: 'Показан один раз при создании клиента OAuth: 64 знака.',
  },
  secretKey: {
    label: 'Секретный ключ',
    hint: 'В MyTracker, в вашем профиле, рядом с номером пользователя API.',
  },
  clientSecret: { label: 'Секрет клиента', hint: 'В Cloud-iQ, показан при создании клиента API.' },
  password: { label: 'Пароль', hint: 'Того же пользователя Cloud-iQ.' },
};

const textWords: Readonly<Record<TextFieldName, FieldWords>> = {
  name: { label: 'Название', hint: 'Так подключение называется в вашем списке; его видите только вы.' },
  userId: {
    label: 'Имя пользователя',
    hint: 'Пользователь API, которого завёл для вас MyPreferences.',
    example: 'Jane.Doe',
  },
  authorization: { label: 'Способ входа', hint: 'Какой нужен вашей учётной записи, сообщает MyPreferences.' },
  oauthClientId: {
    label: 'Номер клиента OAuth',
    hint: 'Клиента OAuth: 48 знаков, не номер организации выше.',
  },
  tokenUrl: {
    label: 'Адрес входа',
    hint: 'Адрес, по которому входит клиент OAuth; его сообщает MyPreferences.',
  },
  scope: {
    label: 'Область доступа',
    hint: 'Оставьте пустой, и будет «организация/пользователь», как принято в MyPreferences.',
  },
  credentialsIn: {
    label: 'Данные клиента OAuth передавать',
    hint: 'Большинство серверов принимает их в заголовке.',
  },
  algorithm: { label: 'Подпись', hint: 'SHA-256, если MyPreferences не назвал другую.' },
  timestamp: {
    label: 'Время в подписи',
    hint: 'Измените, если каждый запрос отвергается как неподписанный.',
  },
  clockBehindSeconds: {
    label: 'На сколько секунд отставать от часов компьютера',
    hint: 'MyPreferences не принимает время из своего будущего. От 0 до 840.',
  },
  preset: { label: 'Версия API поставщика', hint: 'Версия 4, если ваша учётная запись не старше.' },
  initiate: { label: 'Путь для запроса выгрузки', hint: 'С {clientId} и {segmentName}.' },
  status: { label: 'Путь для проверки', hint: 'С {clientId} и {accessToken}.' },
  data: { label: 'Путь для получения', hint: 'С {clientId} и {accessToken}.' },
  commit: { label: 'Путь для подтверждения', hint: 'С {clientId} и {accessToken}.' },
  pageSize: {
    label: 'Записей в одном запросе',
    hint: 'От 1 до 10\u00a0000; сам MyPreferences берёт 1000.',
  },
  apiUserId: {
    label: 'Номер пользователя API',
    hint: 'В MyTracker, в вашем профиле, в разделе об API.',
    example: '77658',
  },
  createBy: {
    label: 'Запросы отправлять как',
    hint: 'Программы самого MyTracker делают и так, и так. Измените, если запрос выгрузки отвергается.',
  },
  userName: {
    label: 'Имя пользователя',
    hint: 'Пользователь Cloud-iQ, от имени которого работает клиент API; обычно адрес почты.',
    example: 'jane.doe@example.com',
  },
  downloadAs: { label: 'Файлы получать как', hint: 'Измените, если получение отвергается.' },
};

const clientIds: Readonly<Record<ProviderId, FieldWords>> = {
  mypreferences: {
    label: 'Номер организации',
    hint: 'Имя вашей организации в MyPreferences (Client ID); его знает ваш администратор там.',
    example: 'ACME_CORP',
  },
  crayon: {
    label: 'Номер клиента',
    hint: 'В Cloud-iQ, в списке клиентов API вашей организации (Client ID).',
  },
  mytracker: { label: 'Номер клиента', hint: '' },
};

const addresses: Readonly<Record<ProviderId, string>> = {
  mypreferences: 'Измените для пробной системы или другой версии.',
  mytracker: 'Меняйте, только если об этом говорит MyTracker.',
  crayon: 'Некоторым нужен https://apiv1.crayon.com; у пробной системы свой адрес.',
};

const isSecret = (name: string): name is SecretField => name in secretWords;

/** What stands at a box of the connection form. */
export function fieldWords(provider: ProviderId, name: FieldWordsName): FieldWords {
  if (name === 'clientId') return clientIds[provider];
  if (name === 'baseUrl') return { label: 'Адрес', hint: addresses[provider] };
  return isSecret(name) ? secretWords[name] : textWords[name];
}

/** The answers to choose from, in order; the first is the usual one. */
export const fieldChoices: Words['connections']['choices'] = {
  authorization: { pnauthinfo3: 'Общий ключ (PNAUTHINFO3)', oauth2: 'Клиент OAuth 2.0' },
  algorithm: { SHA256: 'HMAC-SHA256', SHA384: 'HMAC-SHA384', SHA512: 'HMAC-SHA512' },
  timestamp: { 'utc-z': 'UTC, с буквой Z в конце', 'utc-bare': 'UTC, без отметки' },
  credentialsIn: { header: 'в заголовке', body: 'в теле запроса' },
  preset: { v4: 'Версия 4', v3: 'Версия 3', custom: 'Другие пути' },
  createBy: { body: 'форму', query: 'часть адреса' },
  downloadAs: { bytes: 'обычные файлы', json: 'файлы внутри JSON' },
};
