import type { Words } from '../words-type.ts';
import { exportsCount, percent, plural } from './values.ts';

export const app: Words['app'] = {
  name: 'Docket',
  navigation: 'Главное меню',
  exports: 'Выгрузки',
  files: 'Файлы',
  history: 'Журнал',
  connections: 'Подключения',
  settings: 'Настройки',
  needsYou: (exports) => `${exportsCount(exports)} ${plural(exports, 'ждёт', 'ждут', 'ждут')} вас`,

  practising: 'Тренировка',
  practisingHint: 'Поставщиков изображает этот компьютер, данные выдуманы. Наружу ничего не уходит.',
  practisingShort: 'Данные выдуманы. Настоящих поставщиков здесь нет.',
  practisingStop: 'Идёт тренировка на выдуманных данных. Нажмите, чтобы закончить.',
  stopPractising: 'Закончить тренировку',
  practiceStopped: 'Тренировка закончена',
  practiceStoppedHint: 'Полученные вами файлы остались на месте.',

  offlineTitle: 'Компьютер не в сети.',
  offline: 'То, что уже получено, можно просматривать. Когда связь появится, Docket продолжит сам.',
  keychainLockedTitle: 'Хранилище паролей заблокировано.',
  keychainLocked: 'Docket не может прочитать свои пароли, пока вы его не разблокируете.',
  keychainUnavailableTitle: 'На этом компьютере нет хранилища паролей, которым мог бы пользоваться Docket.',
  keychainUnavailable: 'Пароли хранятся только до закрытия программы; после запуска Docket спросит их снова.',

  search: 'Поиск',
  clearSearch: 'Очистить поиск',
  tryAgain: 'Повторить',
  undo: 'Отменить',
  dismiss: 'Убрать',
  close: 'Закрыть',
  cancel: 'Отмена',
  details: 'Подробности',
  moreActions: (title) => `Ещё для «${title}»`,
  saysStage: (title, stage) => `«${title}»: ${stage}.`,
  saysProgress: (title, done) => `«${title}»: получено ${percent(done)}.`,
  loading: 'Минутку',
  brokenTitle: 'Этот экран остановился.',
  broken:
    'Ваши выгрузки и файлы в сохранности. Откройте экран снова; если он опять остановится, перезапустите Docket.',
  openAgain: 'Открыть снова',
  copyDetails: 'Скопировать сведения для поддержки',
  copied: 'Скопировано',
  notCopied: 'Скопировать не удалось',
};
