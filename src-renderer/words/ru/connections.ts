import type { ConnectionConfig, SecretPlace } from '../../../src-preload/contract/connections.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { Words } from '../words-type.ts';
import { fieldChoices, fieldWords } from './connection-fields.ts';
import { ago } from './time.ts';
import { exportsCount } from './values.ts';

const vendorLines: Readonly<Record<ProviderId, string>> = {
  mypreferences: 'PossibleNOW. Согласия и предпочтения ваших клиентов, по сегментам.',
  mytracker: 'Сырые данные ваших приложений: установки, платежи, события.',
  crayon: 'Отчёты о лицензиях ваших клиентов, в виде книг Excel.',
};

const placeWords: Readonly<Record<SecretPlace, string>> = {
  keychain: 'Ключ в хранилище паролей',
  session: 'Ключ хранится до выхода',
  missing: 'Нет ключа',
  unreachable: 'Хранилище паролей недоступно',
};

function account(config: ConnectionConfig): string {
  switch (config.provider) {
    case 'mypreferences':
      return `${config.clientId} · ${config.userId}`;
    case 'mytracker':
      return `Пользователь API ${config.apiUserId}`;
    case 'crayon':
      return config.userName;
  }
}

const problems: { readonly [P in Parameters<Words['connections']['problem']>[0]]: string } = {
  missing: 'Без этого Docket не обойдётся.',
  'name-taken': 'Так уже называется другое подключение. Выберите название, по которому их различить.',
  'too-long': 'Слишком длинно. Проверьте, что вставлено это и ничего кроме.',
  'not-an-address': 'Адрес начинается с https://.',
  'not-encrypted': 'Используйте https://, иначе ваш ключ уйдёт без защиты.',
  'holds-a-password': 'Уберите из адреса имя и пароль.',
  'not-in-range': 'Введите целое число в указанных ниже пределах.',
  'no-segment': 'Здесь должно быть {segmentName}.',
  'no-token': 'Здесь должно быть {accessToken}.',
  'type-again': 'Адрес изменился, поэтому введите ещё раз: сам Docket не посылает ключ на новое место.',
  refused: 'Это не подходит.',
  'not-accepted': 'Не принято. Введите ещё раз.',
  'not-known': 'Поставщик не знает такой учётной записи по этому адресу. Проверьте.',
  'not-reached': 'По этому адресу Docket не может связаться с поставщиком. Проверьте его.',
};

export const connections: Words['connections'] = {
  title: 'Подключения',
  listLabel: 'Подключения',
  connect: 'Подключить поставщика',
  emptyTitle: 'Ни один поставщик не подключён',
  empty:
    'Подключение\u00a0— это одна учётная запись у поставщика. Подключите её, и выгрузки появятся в вашем списке. Пароли хранятся в хранилище паролей.',
  practise: 'Потренироваться на выдуманных данных',

  vendorLine: (id) => vendorLines[id],
  account,
  place: (place) => placeWords[place],
  practiceHint: 'Учебный поставщик на этом компьютере. Он появляется и исчезает вместе с тренировкой.',
  exports: (exports) => (exports === 0 ? 'Выгрузок пока нет' : exportsCount(exports)),
  notTested: 'С запуска не проверялось',
  testing: 'Проверяем…',
  works: (at, now) => `Работает · проверено ${ago(at, now)}`,
  fails: (title, at, now) => `${title} · проверено ${ago(at, now)}`,
  worksToast: (name) => `«${name}» работает`,
  worksToastHint: 'Поставщик ответил.',

  test: 'Проверить',
  testNamed: (name) => `Проверить ${name}`,
  edit: 'Изменить',
  editNamed: (name) => `Изменить ${name}`,
  remove: 'Удалить…',
  newExport: 'Новая выгрузка',

  choose: 'Какой поставщик?',
  chooseHint: 'Держите под рукой данные учётной записи; их может дать тот, кто управляет ею у поставщика.',
  newTitle: (vendor) => `Подключение к ${vendor}`,
  editTitle: (name) => `Изменить «${name}»`,
  field: fieldWords,
  choices: fieldChoices,
  problem: (problem) => problems[problem],
  advanced: 'Другие настройки',
  example: (example) => `например, ${example}`,
  secretSaved: 'Сохранено; введите, чтобы изменить',
  show: (label) => `Показать: ${label}`,
  hide: (label) => `Скрыть: ${label}`,
  sessionOnlyTitle: 'Ваш ключ хранится только до выхода.',
  sessionOnly:
    'На этом компьютере нет хранилища паролей, которым мог бы пользоваться Docket, а в обычный файл ключи он не пишет. После перезапуска он спросит ключ снова.',
  lockedTitle: 'Хранилище паролей заблокировано.',
  locked: 'Разблокируйте его перед сохранением, чтобы Docket мог положить туда ключ.',
  kept: 'Ключи и пароли попадут в хранилище паролей этого компьютера. Docket больше никогда их не покажет.',

  back: 'Назад',
  cancel: 'Отмена',
  close: 'Закрыть',
  saveAndTest: 'Сохранить и проверить',
  saving: 'Сохраняем…',
  savedWorksTitle: (name) => `«${name}» работает.`,
  savedWorks: (id, vendor) =>
    id === 'crayon'
      ? `${vendor} ответил. Его очередь видна в вашем списке.`
      : `${vendor} ответил. Теперь можно запросить выгрузку или добавить имеющуюся по номеру.`,
  savedFails: 'Подключение сохранено, но пока не работает.',
  closeAnyway: 'Всё равно закрыть',
  removeTitle: (name) => `Удалить «${name}»?`,
  removeYes: 'Удалить',
  removeNo: 'Оставить',
  removed: (name) => `«${name}» удалено`,
  removedHint: 'Его файлы и журнал остаются.',
};
