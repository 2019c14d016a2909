import { expect, it } from 'vitest';
import { kindOfName, nameForKind } from '../../../src-main/retrieval/file-kind.ts';
import { createSheetRows } from '../../../src-main/retrieval/sheet-rows.ts';

it.each([
  ['a.csv', 'csv'],
  ['a.csv.gz', 'csv.gz'],
  ['A.CSV.GZ', 'csv.gz'],
  ['a.ndjson', 'ndjson'],
  ['a.json', 'json'],
  ['a.xlsx', 'xlsx'],
  ['a.zip', 'zip'],
  ['a.gz', 'other'],
  ['a', 'other'],
  ['csv', 'other'],
  ['a.csv.bak', 'other'],
] as const)('%s promises %s', (name, kind) => expect(kindOfName(name)).toBe(kind));

it.each([
  ['report.zip', 'xlsx', 'report.xlsx'],
  ['report.xls', 'xlsx', 'report.xlsx'],
  ['report', 'xlsx', 'report.xlsx'],
  ['report.2024', 'xlsx', 'report.2024.xlsx'],
  ['report.xlsx', 'zip', 'report.zip'],
  ['a.csv.gz', 'csv', 'a.csv'],
  ['a.gz', 'csv.gz', 'a.csv.gz'],
  ['a.csv', 'csv', 'a.csv'],
  ['a.bin', 'other', 'a.bin'],
] as const)('%s that is a %s is called %s', (name, kind, expected) =>
  expect(nameForKind(name, kind)).toBe(expected),
);

it('counts the rows of a sheet with a value, in whatever pieces its XML comes', () => {
  const xml =
    '<x:sheetData><x:row r="1"><x:c t="s"><x:v>0</x:v></x:c></x:row><x:row r="2"/><row r="3"><c r="A3" s="1"/></row><row><c t="inlineStr"><is><t>é &lt;row&gt; v</t></is></c></row></x:sheetData><rowBreaks/>';
  const bytes = Buffer.from(xml);
  for (let size = 1; size <= bytes.length; size += 1) {
    const rows = createSheetRows();
    for (let at = 0; at < bytes.length; at += size) rows.write(bytes.subarray(at, at + size));
    expect(rows.end(), `pieces of ${size}`).toBe(2);
  }
});
