import { expect, test } from 'vitest';
import { fileNameOf } from '../../../../src-main/providers/crayon/content-disposition.ts';

test.each([
  ['attachment; filename="report.zip"', 'report.zip'],
  ['attachment; filename=report.zip', 'report.zip'],
  ['attachment;FileName = "a b.xlsx" ; size=5', 'a b.xlsx'],
  ['attachment; filename="a \\"b\\" \\\\c.xlsx"', 'a "b" \\c.xlsx'],
  ['attachment; filename="a;b=c.xlsx"', 'a;b=c.xlsx'],
  ['attachment; filename="plain.xlsx"; filename*=UTF-8\'\'%E2%82%AC%20rates.xlsx', '€ rates.xlsx'],
  ["attachment; filename*=utf-8'en'Lizenz%C3%BCbersicht.xlsx; filename=x", 'Lizenzübersicht.xlsx'],
  ["attachment; filename*=ISO-8859-1''%A3.xlsx", '£.xlsx'],
  ["attachment; filename*=UTF-8''%ff.xlsx; filename=plain.xlsx", 'plain.xlsx'],
  ["attachment; filename*=UTF-8''100%.xlsx; filename=plain.xlsx", 'plain.xlsx'],
  ["attachment; filename*=KOI8-R''%C1; filename=plain.xlsx", 'plain.xlsx'],
  ['attachment; filename="Lizenz\u00c3\u00bcbersicht.xlsx"', 'Lizenzübersicht.xlsx'],
  ['attachment; filename="Lizenz\u00fcbersicht.xlsx"', 'Lizenzübersicht.xlsx'],
  ['attachment; filename="../../CON"', '../../CON'],
  ['attachment; filename=""', null],
  ['attachment', null],
  ['', null],
  [null, null],
])('%j names %j', (header, name) => {
  expect(fileNameOf(header)).toBe(name);
});
