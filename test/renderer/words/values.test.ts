import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setLocale } from '../../../src-renderer/words/locale.ts';
import { folderTrail } from '../../../src-renderer/words/places.ts';
import {
  files,
  fingerprint,
  list,
  number,
  percent,
  records,
  size,
} from '../../../src-renderer/words/values.ts';

const read = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

beforeEach(() => setLocale({ locale: 'en-GB', timeZone: 'UTC' }));
afterEach(() => setLocale({ locale: 'en-GB', timeZone: 'UTC' }));

describe('a size', () => {
  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [8_200_000, '8.2 MB'],
    [99_940_000, '99.9 MB'],
    [412_600_000, '413 MB'],
    [999_949_999, '1,000 MB'],
    [999_960_000, '1.0 GB'],
    [5e15, '5,000 TB'],
  ])('%i bytes reads "%s"', (bytes, text) => {
    expect(read(size(bytes))).toBe(text);
  });
});

test('one of a thing is not many', () => {
  expect([read(records(0)), read(records(1)), read(records(12_431)), read(files(1)), read(files(3))]).toEqual(
    ['0 records', '1 record', '12,431 records', '1 file', '3 files'],
  );
});

test('99.9 per cent is not yet a hundred', () => {
  expect(read(percent(99.9))).toBe('99%');
  expect(read(percent(100))).toBe('100%');
});

test('numbers follow the system format', () => {
  setLocale({ locale: 'de-DE' });
  expect(number(1_204_118)).toBe('1.204.118');
});

test('digits stay European in a locale that has its own', () => {
  setLocale({ locale: 'ar-EG' });
  expect(number(42)).toBe('42');
});

test('a locale that nobody knows is passed over', () => {
  setLocale({ locale: 'no such thing' });
  expect(number(7)).toBe('7');
});

test('things are listed with an "and"', () => {
  expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

test('a fingerprint is shown in groups of eight, without a trailing space', () => {
  expect(fingerprint('0123456789abcdef')).toBe('01234567 89abcdef');
});

test.each([
  ['/home/marta/Documents/Docket/ACME/2026-11-21 Opt-ins', 'Documents › Docket › ACME › 2026-11-21 Opt-ins'],
  ['C:\\Users\\marta\\Documents\\Docket\\ACME\\x', 'Documents › Docket › ACME › x'],
  ['/data', 'data'],
])('the folder %s reads "%s"', (folder, text) => {
  expect(folderTrail(folder)).toBe(text);
});

test.each([
  ['en-GB', '64%'],
  ['nb-NO', '64 %'],
  ['ru-RU', '64 %'],
  ['tr-TR', '%64'],
])('a share on a system in %s reads %s', (locale, text) => {
  setLocale({ locale });
  expect(read(percent(64))).toBe(text);
});
