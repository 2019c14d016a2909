import type { Words } from '../words-type.ts';
import { count, exportsCount, list, plural } from './values.ts';

const schedules = (value: number) => count(value, 'расписание', 'расписания', 'расписаний');

/** Beside the form of a connection: pasting, renaming, a new password, removing, collecting by itself. */
export const connecting: Words['connecting'] = {
  pasted: (labels) => `Docket узнал вставленное и заполнил: ${list(labels)}.`,
  pastedToken: 'Это ключ доступа, он действует недолго. Docket входит сам, с ключом, указанным ниже.',
  pasteHint: 'Вставьте адрес, письмо с данными или всё по очереди: Docket разложит по местам.',
  goOn: (id) => (id === 'crayon' ? 'Показать выгрузки' : 'Запросить выгрузку…'),

  rename: 'Переименовать…',
  renameTitle: (name) => `Переименовать «${name}»`,
  renameSave: 'Переименовать',
  renamed: (name) => `Теперь называется «${name}»`,
  changeSecret: 'Сменить пароль или ключ…',
  changeSecretTitle: (name) => `Новый пароль или ключ для «${name}»`,
  changeSecretHint: 'Что оставите пустым, останется как есть.',
  nothingTyped: 'Введите то, что изменилось, или отмените.',

  collects: 'Получать автоматически, когда готово',
  collectsHint:
    'Всё, что станет готово с этого времени, само придёт на этот компьютер, пока Docket открыт. Просматривать и подтверждать по-прежнему будете вы.',
  collectsOn: (name) => `Выгрузки «${name}» теперь получаются автоматически`,
  collectsOff: (name) => `Выгрузки «${name}» снова ждут вас`,

  schedules,

  goesTitle: 'Это исчезнет',
  staysTitle: 'Это останется',
  goesAccount: 'Данные учётной записи и её ключ в хранилище паролей',
  goesSchedules: (value) =>
    `${schedules(value)}: ${plural(value, 'оно больше ничего не запросит', 'они больше ничего не запросят', 'они больше ничего не запросят')}`,
  staysExports: (exports) => `${exportsCount(exports)} в вашем списке`,
  staysFiles: 'Полученные файлы и квитанции к ним',
  staysHistory: 'Журнал',
  uncollected: (exports) =>
    exports === 1
      ? 'Одна выгрузка ещё не получена, и получить её будет уже нельзя. Если она нужна, сначала получите её: новое подключение той же учётной записи начнёт собственный список.'
      : `Ещё не ${plural(exports, 'получена', 'получены', 'получены')} ${exportsCount(exports)}, и получить их будет уже нельзя. Если они нужны, сначала получите их: новое подключение той же учётной записи начнёт собственный список.`,
};
