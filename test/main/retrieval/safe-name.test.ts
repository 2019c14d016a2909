import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  safeFileName,
  safeFolderName,
  sameName,
  uniqueFolderName,
  uniqueName,
} from '../../../src-main/retrieval/safe-name.ts';

const hostile: readonly (readonly [string, string])[] = [
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\Windows\\system32\\evil.csv', 'evil.csv'],
  ['/absolute/path/report.xlsx', 'report.xlsx'],
  ['C:\\report.xlsx', 'report.xlsx'],
  ['report.csv.gz', 'report.csv.gz'],
  ['re\u0000port\u001f.csv', 'report.csv'],
  ['gnp.exe\u202ecsv.gz', 'gnp.execsv.gz'],
  ['a<b>c:d"e|f?g*h.csv', 'a_b_c_d_e_f_g_h.csv'],
  ['CON', '_CON'],
  ['nul.csv', '_nul.csv'],
  ['com1.csv.gz', '_com1.csv.gz'],
  ['LPT³.txt', '_LPT³.txt'],
  ['console.csv', 'console.csv'],
  ['report.csv. . .', 'report.csv'],
  ['.hidden.csv', 'hidden.csv'],
  ['...', 'fallback.bin'],
  ['', 'fallback.bin'],
  ['   ', 'fallback.bin'],
  ['/', 'fallback.bin'],
  ['???', 'fallback.bin'],
  ['report.xlsx:stream', 'report.xlsx_stream'],
  ['re\u0301sume\u0301.csv', 'r\u00e9sum\u00e9.csv'],
  ['Отчёт за год.xlsx', 'Отчёт за год.xlsx'],
];

describe('a name from a server', () => {
  it.each(hostile)('%j becomes %j', (suggested, expected) => {
    expect(safeFileName(suggested, 'fallback.bin')).toBe(expected);
  });

  it('keeps its extension and whole letters when it is too long', () => {
    const name = safeFileName(`${'é👩‍👩‍👧'.repeat(100)}.csv.gz`, 'f');
    expect(name.endsWith('.csv.gz')).toBe(true);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
    expect(name).not.toContain('\ufffd');
  });

  it('is safe whatever it was', () => {
    const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string()),
        (suggested) => {
          const name = safeFileName(suggested, '');
          expect(name).not.toBe('');
          expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/u);
          expect(name).not.toMatch(/^[.\s]|[.\s]$/u);
          expect(name).not.toMatch(device);
          expect(name).toBe(name.normalize('NFC'));
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(192);
          expect(safeFileName(name, 'f')).toBe(name);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('may keep the separators of a title as underscores in a folder', () => {
    expect(safeFolderName('2026-11-21 A/B test: "Q4"', 'f')).toBe('2026-11-21 A_B test_ _Q4_');
    expect(safeFolderName('../..', 'f')).toBe('f');
  });
});

describe('a unique name', () => {
  it('counts up before the extension', () => {
    expect(uniqueName('a.csv.gz', [])).toBe('a.csv.gz');
    expect(uniqueName('a.csv.gz', ['a.csv.gz'])).toBe('a (2).csv.gz');
    expect(uniqueName('a.csv.gz', ['a.csv.gz', 'a (2).csv.gz'])).toBe('a (3).csv.gz');
    expect(uniqueName('folder', ['folder'])).toBe('folder (2)');
    expect(uniqueFolderName('to 2026.11.21', ['to 2026.11.21'])).toBe('to 2026.11.21 (2)');
  });
  it('takes names that differ in case or in the form of accents as one', () => {
    expect(uniqueName('Report.csv', ['REPORT.CSV'])).toBe('Report (2).csv');
    expect(uniqueName('r\u00e9.csv', ['re\u0301.csv'])).toBe('r\u00e9 (2).csv');
  });
  it('is never one of those taken', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a.csv', 'A.csv', 'a (2).csv', 'a (3).csv', 'b')), (taken) => {
        expect(taken.map(sameName)).not.toContain(sameName(uniqueName('a.csv', taken)));
      }),
    );
  });
});
