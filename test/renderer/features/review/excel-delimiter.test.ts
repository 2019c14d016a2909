import { expect, test } from 'vitest';
import { excelDelimiter } from '../../../../src-renderer/features/review/toolbar/excel-delimiter.ts';
import { setLocale } from '../../../../src-renderer/words/locale.ts';

test.each([
  ['en-US', ','],
  ['en-GB', ','],
  ['ru-RU', ';'],
  ['nb-NO', ';'],
  ['de-DE', ';'],
  ['de-CH', ','],
])('a CSV for Excel in %s is separated by “%s”', (locale, delimiter) => {
  setLocale({ locale });
  expect(excelDelimiter()).toBe(delimiter);
});
