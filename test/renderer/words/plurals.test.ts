import { beforeEach, describe, expect, test } from 'vitest';
import { exportsCount as english, list as englishList } from '../../../src-renderer/words/en/values.ts';
import { words as englishWords } from '../../../src-renderer/words/en.ts';
import { setLocale } from '../../../src-renderer/words/locale.ts';
import { exportsCount as norwegian, list as norwegianList } from '../../../src-renderer/words/nb/values.ts';
import { words as norwegianWords } from '../../../src-renderer/words/nb.ts';
import {
  exportsCount as russian,
  list as russianList,
  rows as russianRows,
} from '../../../src-renderer/words/ru/values.ts';
import { words as russianWords } from '../../../src-renderer/words/ru.ts';
import { dateAndTime, timeOfDay } from '../../../src-renderer/words/time-in.ts';
import { hour, minute, second } from '../../../src-renderer/words/units-of-time.ts';

const read = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const now = Date.UTC(2026, 10, 21, 12, 0, 0);

beforeEach(() => setLocale({ locale: 'en-GB', timeZone: 'UTC' }));

describe('a number and what it counts', () => {
  test.each([
    [0, '0 exports', '0 eksporter', '0 выгрузок', '0 строк'],
    [1, '1 export', '1 eksport', '1 выгрузка', '1 строка'],
    [2, '2 exports', '2 eksporter', '2 выгрузки', '2 строки'],
    [4, '4 exports', '4 eksporter', '4 выгрузки', '4 строки'],
    [5, '5 exports', '5 eksporter', '5 выгрузок', '5 строк'],
    [11, '11 exports', '11 eksporter', '11 выгрузок', '11 строк'],
    [12, '12 exports', '12 eksporter', '12 выгрузок', '12 строк'],
    [21, '21 exports', '21 eksporter', '21 выгрузка', '21 строка'],
    [22, '22 exports', '22 eksporter', '22 выгрузки', '22 строки'],
    [25, '25 exports', '25 eksporter', '25 выгрузок', '25 строк'],
    [101, '101 exports', '101 eksporter', '101 выгрузка', '101 строка'],
    [111, '111 exports', '111 eksporter', '111 выгрузок', '111 строк'],
    [1_000_001, '1,000,001 exports', '1,000,001 eksporter', '1,000,001 выгрузка', '1,000,001 строка'],
  ])('%i', (value, en, nb, ru, ruRows) => {
    expect([english(value), norwegian(value), russian(value), russianRows(value)].map(read)).toEqual([
      en,
      nb,
      ru,
      ruRows,
    ]);
  });
});

describe('the sentence at the top', () => {
  test.each([
    [1, '1 export needs you', '1 eksport trenger deg', '1 выгрузка ждёт вас'],
    [3, '3 exports need you', '3 eksporter trenger deg', '3 выгрузки ждут вас'],
    [5, '5 exports need you', '5 eksporter trenger deg', '5 выгрузок ждут вас'],
    [21, '21 exports need you', '21 eksporter trenger deg', '21 выгрузка ждёт вас'],
  ])('for %i', (value, en, nb, ru) => {
    const said = [englishWords, norwegianWords, russianWords].map(({ app }) => read(app.needsYou(value)));
    expect(said).toEqual([en, nb, ru]);
  });

  test('a Russian headline fits its number and its gender', () => {
    const { headline } = russianWords.exports;
    expect(read(headline(1, 0, now + 2 * hour + 10 * minute, now))).toBe(
      'Вас ждёт 1 выгрузка. Её срок истекает через 2 ч 10 мин.',
    );
    expect(read(headline(22, 0, null, now))).toBe('Вас ждут 22 выгрузки.');
    expect(read(headline(0, 5, null, now))).toBe('Сейчас ничто вас не ждёт. В пути 5 выгрузок.');
  });
});

describe('a length of time', () => {
  test.each([
    [40 * second, '40 s', '40 s', '40 с'],
    [2 * hour + 10 * minute, '2 h 10 min', '2 t 10 min', '2 ч 10 мин'],
    [24 * hour, '1 day', '1 dag', '1 день'],
    [72 * hour, '3 days', '3 dager', '3 дня'],
    [11 * 24 * hour, '11 days', '11 dager', '11 дней'],
    [21 * 24 * hour, '21 days', '21 dager', '21 день'],
  ])('%i ms', (length, en, nb, ru) => {
    const said = [englishWords, norwegianWords, russianWords].map(({ time }) => read(time.duration(length)));
    expect(said).toEqual([en, nb, ru]);
  });

  test('ahead and past are whole sentences of each language', () => {
    const { until, ago, momentInSentence } = norwegianWords.time;
    expect(read(until(now + 40 * second, now))).toBe('om 40 s');
    expect(read(ago(now - 12 * minute, now))).toBe('for 12 min siden');
    expect(read(momentInSentence(now - hour, now))).toBe('kl. 11:00');
    expect(read(russianWords.time.ago(now - 12 * minute, now))).toBe('12 мин назад');
  });
});

test('things are listed as each language lists them', () => {
  const things = ['a', 'b', 'c'];
  expect([englishList(things), norwegianList(things), russianList(things)]).toEqual([
    'a, b and c',
    'a, b og c',
    'a, b и c',
  ]);
});

describe('dates and numbers', () => {
  const later = Date.UTC(2026, 11, 4, 14, 0, 0);
  const said = (language: 'en' | 'ru' | 'nb', locale: string) => {
    setLocale({ locale, timeZone: 'UTC', language });
    const { until } = { en: englishWords, ru: russianWords, nb: norwegianWords }[language].time;
    return read(until(later, now));
  };

  test.each([
    // The system and the text speak the same: the system's own format.
    ['en', 'en-US', 'on Dec 4, 2:00 PM'],
    ['en', 'en-GB', 'on 4 Dec, 14:00'],
    ['ru', 'ru-RU', '4 дек., 14:00'],
    ['nb', 'nb-NO', '4. des., 14:00'],
    // They don't: the month is the text's, the clock the system's.
    ['ru', 'en-US', '4 дек., 2:00 PM'],
    ['ru', 'nb-NO', '4 дек., 14:00'],
    ['nb', 'en-GB', '4. des., 14:00'],
    ['en', 'nb-NO', 'on 4 Dec, 14:00'],
    ['en', 'ru-RU', 'on 4 Dec, 14:00'],
    ['en', 'de-AT', 'on 4 Dec, 14:00'],
  ] as const)('%s on a system in %s', (language, locale, text) => {
    expect(said(language, locale)).toBe(text);
  });

  test.each([
    ['ru', 'en-US', '9:05 AM', '4 дек., 9:05 AM'],
    ['nb', 'nb-NO', '09:05', '4. des., 09:05'],
    ['ru', 'ru-RU', '09:05', '4 дек., 09:05'],
    ['en', 'es-ES', '09:05', '4 Dec, 09:05'],
    ['en', 'en-US', '9:05 AM', 'Dec 4, 9:05 AM'],
  ] as const)(
    '%s on a system in %s writes an hour alike alone and beside a date',
    (language, locale, alone, dated) => {
      setLocale({ locale, timeZone: 'UTC', language });
      const morning = Date.UTC(2026, 11, 4, 9, 5);
      expect([read(timeOfDay(morning)), read(dateAndTime(morning, now))]).toEqual([alone, dated]);
    },
  );

  test.each([
    ['ru', 'ru-RU'],
    ['nb', 'en-US'],
  ] as const)('%s on a system in %s ends a sentence with one stop', (language, locale) => {
    setLocale({ locale, timeZone: 'UTC', language });
    const say = { ru: russianWords, nb: norwegianWords }[language];
    const said = [
      say.schedules.next(now + hour, now, { from: '2026-11-20', to: '2026-11-20' }),
      say.schedules.again(now + 72 * hour, now),
      say.schedules.asked('a', now, now),
      say.commit.checked(now, now),
      say.exports.headline(1, 0, now + 72 * hour, now),
      say.overview.several(2, now + hour, now),
    ];
    for (const text of said) expect(text).not.toMatch(/\.\./);
    expect(said.filter((text) => !text.endsWith('.') && text !== said[0])).toEqual([]);
  });

  test('numbers stay as the system writes them', () => {
    setLocale({ locale: 'nb-NO', language: 'en' });
    expect(read(english(12_431))).toBe('12 431 exports');
    setLocale({ locale: 'en-GB', language: 'ru' });
    expect(read(russian(12_431))).toBe('12,431 выгрузка');
  });
});
