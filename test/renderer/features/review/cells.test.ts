import { expect, test } from 'vitest';
import {
  asHtml,
  asTabbed,
  cellsIn,
  rangeOf,
} from '../../../../src-renderer/features/review/table/cell-range.ts';
import { cellText } from '../../../../src-renderer/features/review/table/cell-text.ts';
import { hitPattern } from '../../../../src-renderer/features/review/table/hit-pattern.ts';

test('two corners span the cells between them, in the shown order', () => {
  const range = rangeOf({ row: 9, column: 4 }, { row: 7, column: 1 }, [3, 1, 0, 4, 2]);
  expect(range).toEqual({ firstRow: 7, lastRow: 9, columns: [1, 0, 4] });
  expect(range === null ? 0 : cellsIn(range)).toBe(9);
});

test('a corner that is hidden spans nothing', () => {
  expect(rangeOf({ row: 1, column: 1 }, { row: 2, column: 9 }, [0, 1])).toBeNull();
});

test('copied cells with tabs, quotes or line breaks stay whole', () => {
  expect(
    asTabbed([
      ['00481', 'a\tb'],
      ['say "hi"', 'x\ny'],
    ]),
  ).toBe('00481\t"a\tb"\r\n"say ""hi"""\t"x\ny"');
});

test('a copied table can’t bring markup along, and its ids stay texts', () => {
  const html = asHtml(['<b>'], [['<img src=x onerror=alert(1)>&"']]);
  expect(html).not.toMatch(/<(img|b)[ >]/);
  expect(html).toContain('&lt;img');
  expect(html).toContain("mso-number-format:'\\@'");
});

test('a cell is shown on one line; spaces and signs stay', () => {
  expect(cellText('  a\r\nb\nc  ')).toBe('  a ⏎ b ⏎ c  ');
  expect(cellText(null)).toBe('');
  expect(cellText('x'.repeat(5000)).length).toBeLessThan(500);
});

test('a search text is no pattern', () => {
  expect('a.c (1) abc'.match(hitPattern('a.c (1)') ?? /$/g)).toEqual(['a.c (1)']);
  expect('Oslo OSLO oslo'.match(hitPattern('oslo') ?? /$/g)).toHaveLength(3);
  expect(hitPattern('')).toBeNull();
});
