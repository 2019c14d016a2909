import { countIn, pluralIn } from '../counting.ts';
import { sizeIn } from '../numbers.ts';
import type { Words } from '../words-type.ts';

export { number, percent } from '../numbers.ts';

/*
 * Слова, которыми пользуется вся программа (слева английское):
 *
 * vendor      поставщик            export       выгрузка
 * connection  подключение          to collect   получить, получение
 * to review   просмотреть          commit       подтверждение (получения), подтвердить; его нельзя отменить
 * receipt     квитанция            fingerprint  отпечаток
 * history     журнал               practice     тренировка
 * keychain    хранилище паролей    secret       ключ (пароль или ключ подключения)
 * file, row, column, cell          файл, строка, столбец, ячейка
 *
 * На «вы», спокойно, без канцелярита; вещь названа по имени, и всегда ясно, что делать дальше. «Подтверждено» значит,
 * что поставщик ответил; «сохранено» — что лежит на диске; «проверено» — что проверен каждый байт. Docket не склоняется.
 * Род человека неизвестен: «Данные просмотрены», а не «Я просмотрел». Кавычки «ёлочки», тире с неразрывным пробелом
 * перед ним.
 */

/** `plural(3, 'строка', 'строки', 'строк')` is "строки". */
export const plural = pluralIn<readonly [one: string, few: string, many: string]>('ru', [
  'one',
  'few',
  'many',
]);
/** `count(3, 'строка', 'строки', 'строк')` is "3 строки". */
export const count = countIn(plural);

export const records = (value: number) => count(value, 'запись', 'записи', 'записей');
export const files = (value: number) => count(value, 'файл', 'файла', 'файлов');
export const exportsCount = (value: number) => count(value, 'выгрузка', 'выгрузки', 'выгрузок');
export const rows = (value: number) => count(value, 'строка', 'строки', 'строк');
export const columns = (value: number) => count(value, 'столбец', 'столбца', 'столбцов');

const conjunction = new Intl.ListFormat('ru', { type: 'conjunction' });
/** "а", "а и б", "а, б и в". */
export const list = (items: readonly string[]) => conjunction.format(items);

export const size = sizeIn(['Б', 'кБ', 'МБ', 'ГБ', 'ТБ']);

/** What the screens use of it by themselves. */
export const valueWords: Words['values'] = { records, files, list, size };
