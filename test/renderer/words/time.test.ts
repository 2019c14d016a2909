import { beforeAll, describe, expect, test } from 'vitest';
import { setLocale } from '../../../src-renderer/words/locale.ts';
import {
  ago,
  dateAndTime,
  day,
  duration,
  exact,
  hour,
  minute,
  moment,
  momentInSentence,
  second,
  until,
} from '../../../src-renderer/words/time.ts';

const now = Date.UTC(2026, 10, 21, 12, 0, 0);
/** Words as one reads them: the hard spaces keep a number and its unit together, and look like spaces. */
const read = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

beforeAll(() => setLocale({ locale: 'en-GB', timeZone: 'UTC' }));

describe('a length of time', () => {
  test.each([
    [-5 * second, '1 s'],
    [0, '1 s'],
    [40 * second, '40 s'],
    [minute - 1, '59 s'],
    [minute, '1 min'],
    [59 * minute + 59 * second, '59 min'],
    [hour, '1 h'],
    [2 * hour + 10 * minute, '2 h 10 min'],
    [day - 1, '23 h 59 min'],
    [day, '1 day'],
    [3 * day + 5 * hour, '3 days'],
  ])('%i ms reads "%s"', (length, text) => {
    expect(read(duration(length))).toBe(text);
  });

  test('keeps a number and its unit on one line', () => {
    expect(duration(40 * second)).toBe('40\u00a0s');
  });
});

describe('a time ahead', () => {
  test.each([
    [-hour, 'now'],
    [0, 'now'],
    [40 * second, 'in 40 s'],
    [2 * hour + 10 * minute, 'in 2 h 10 min'],
    [day - minute, 'in 23 h 59 min'],
    [3 * day, 'on 24 Nov, 12:00'],
    [60 * day, 'on 20 Jan 2027, 12:00'],
  ])('%i ms from now reads "%s"', (ahead, text) => {
    expect(read(until(now + ahead, now))).toBe(text);
  });
});

describe('a time past', () => {
  test.each([
    [-hour, 'just now'],
    [30 * second, 'just now'],
    [12 * minute, '12 min ago'],
    [5 * hour, '5 h ago'],
    [2 * day, 'on 19 Nov, 12:00'],
  ])('%i ms before now reads "%s"', (before, text) => {
    expect(read(ago(now - before, now))).toBe(text);
  });
});

test('a step of today shows the time alone, one of another day its date too', () => {
  expect(moment(now - 2 * hour, now)).toBe('10:00');
  expect(moment(now - 20 * hour, now)).toBe('20 Nov, 16:00');
  expect(momentInSentence(now - 2 * hour, now)).toBe('at 10:00');
  expect(momentInSentence(now - 20 * hour, now)).toBe('on 20 Nov, 16:00');
});

test('the exact time has seconds and a zone', () => {
  expect(exact(now + 5 * second)).toMatch(/21 November 2026.*12:00:05 UTC/);
});

test('dates follow the system format', () => {
  setLocale({ locale: 'en-US', timeZone: 'America/New_York' });
  expect(read(dateAndTime(now, now))).toBe('Nov 21, 7:00 AM');
  setLocale({ locale: 'en-GB', timeZone: 'UTC' });
});
