import { eventNames } from '../../../src-preload/contract/event-names.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { Words } from '../words-type.ts';

const problems: { readonly [P in Parameters<Words['newExport']['problem']>[0]]: string } = {
  missing: 'Это нужно поставщику.',
  'too-long': 'Слишком длинно.',
  'not-a-number': 'Только цифры.',
  'not-numbers': 'Числа через запятую.',
  'too-many': 'Для одной выгрузки это слишком много.',
  'not-a-column': 'В именах столбцов только латинские буквы, цифры, точки и подчёркивания.',
  'not-a-date': 'Выберите дату.',
  'before-from': 'Это раньше первого дня.',
  'in-future': 'Это в будущем.',
  'criteria-missing': 'Укажите, что за значения ниже.',
};

const referenceHints: Readonly<Record<ProviderId, string>> = {
  mypreferences: 'Ключ доступа, которым MyPreferences ответил на запрос выгрузки; цифры.',
  mytracker: 'Номер выгрузки сырых данных (idRawExport); цифры.',
  crayon: '',
};

const field: {
  readonly [F in Parameters<Words['newExport']['field']>[0]]: {
    readonly label: string;
    readonly hint: string;
  };
} = {
  title: { label: 'Название в вашем списке', hint: 'Если оставить пустым, Docket назовёт её по запросу.' },
  segmentName: { label: 'Сегмент', hint: 'Пишется так же, как в MyPreferences.' },
  since: { label: 'Изменённые с', hint: 'Если оставить пустым, придут все профили сегмента.' },
  matchCriteria: { label: 'Только профили, у которых', hint: '' },
  matchType: {
    label: 'Вид',
    hint: 'Вид клиента, телефона или почты; для другого номера\u00a0— его имя, например «CRM».',
  },
  values: { label: 'Значения', hint: 'По одному в строке.' },
  event: { label: 'Что', hint: '' },
  columns: {
    label: 'Столбцы',
    hint: 'Имена самого MyTracker, через запятую. Они станут столбцами таблицы.',
  },
  from: { label: 'Первый день', hint: '' },
  to: { label: 'Последний день', hint: '' },
  timezone: { label: 'Часовой пояс дней', hint: 'Если оставить пустым, MyTracker возьмёт московский.' },
  idApp: { label: 'Приложения', hint: 'Номера приложений через запятую; пусто\u00a0— все.' },
  SDKKey: { label: 'Ключи SDK', hint: '' },
  idAccount: { label: 'Аккаунты', hint: '' },
  idProject: { label: 'Проекты', hint: '' },
  idCampaign: { label: 'Кампании', hint: '' },
  idAd: { label: 'Объявления', hint: '' },
  idCountry: { label: 'Страны', hint: '' },
  idPartner: { label: 'Партнёры', hint: '' },
  idAdMediator: { label: 'Рекламные медиаторы', hint: '' },
  idSegment: { label: 'Сегменты', hint: '' },
  isVerified: { label: 'Проверено магазином', hint: '' },
  idPurchaseType: { label: 'Вид покупки', hint: 'Номер, который даёт ему MyTracker.' },
  rooted: { label: 'Взломанные устройства', hint: '' },
  eventName: { label: 'Имена событий', hint: 'По одному в строке; пусто\u00a0— все.' },
  eventNameInvert: { label: 'Все, кроме этих', hint: '' },
  customerAccountId: { label: 'Клиент', hint: 'Его номер (ID) в Cloud-iQ.' },
  cloudAccountId: { label: 'Облачный аккаунт', hint: 'Только этот; его номер.' },
  invoiceProfileId: { label: 'Профиль счёта', hint: 'Только этот; его номер.' },
};

export const newExport: Words['newExport'] = {
  title: 'Новая выгрузка',
  connection: 'Подключение',
  connectionWith: (name, vendor) => `${name} · ${vendor}`,
  ask: 'Запросить новую',
  have: 'У меня уже есть номер',
  noConnectionTitle: 'Сначала подключите поставщика',
  noConnection:
    'Выгрузка приходит из учётной записи у поставщика. Подключите её или потренируйтесь на выдуманных данных.',
  connect: 'Подключить поставщика',

  field: (name) => field[name],
  problem: (problem) => problems[problem],
  practiceExamples: {
    mypreferences: 'На тренировке попробуйте «Newsletter opt-ins» или «Customers EU & UK».',
    mytracker: 'На тренировке подойдут любое событие и любые даты.',
    crayon: 'На тренировке номер клиента\u00a0— 4014363.',
  },
  everyProfile: 'Любые',
  criteria: {
    ProfileId: 'эти номера профилей',
    AlternateId: 'эти другие номера',
    PhoneNumber: 'эти телефоны',
    EmailAddress: 'эти адреса почты',
  },
  byDevice: 'По устройствам',
  byUser: 'По пользователям',
  event: (name) => eventNames.ru[name],
  addColumn: 'Добавить',
  addColumnNamed: (name) => `Добавить столбец ${name}`,
  moreFilters: 'Другие фильтры',
  narrow: 'Только некоторые профили',
  either: 'Неважно',
  yes: 'Да',
  no: 'Нет',
  lists: 'Числа через запятую; пусто\u00a0— все.',

  reference: {
    mypreferences: 'Ключ доступа',
    mytracker: 'Номер выгрузки',
    crayon: '',
  },
  referenceHint: (vendor) => referenceHints[vendor],
  referenceProblem: 'Здесь только цифры.',
  trackTitleHint: 'Если оставить пустым, Docket сам подберёт название.',
  show: 'Показать номер',
  hide: 'Скрыть номер',
  crayonComesTitle: 'Вводить ничего не нужно.',
  crayonComes:
    'Docket сам показывает всю очередь этой учётной записи Crayon. То, что запрошено в другом месте, появится в списке при следующей проверке.',

  cancel: 'Отмена',
  close: 'Закрыть',
  askVerb: 'Запросить выгрузку',
  asking: 'Запрашиваем…',
  addVerb: 'Добавить в список',
  adding: 'Добавляем…',
  asked: (title) => `Выгрузка «${title}» запрошена`,
  askedHint: 'Поставщик её готовит. Когда она будет готова, то поднимется в раздел «Ждут вас».',
  added: (title) => `Выгрузка «${title}» в вашем списке`,
};
