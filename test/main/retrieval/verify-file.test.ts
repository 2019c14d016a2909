import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import xlsx from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32, crc32ByTable } from '../../../src-main/retrieval/crc32.ts';
import { mostMarked } from '../../../src-main/retrieval/csv-marks.ts';
import { createCsvScan } from '../../../src-main/retrieval/csv-scan.ts';
import { systemDisk } from '../../../src-main/retrieval/disk.ts';
import type { CheckedFile } from '../../../src-main/retrieval/file-checks-port.ts';
import { type FileToCheck, verifyFile } from '../../../src-main/retrieval/verify-file.ts';
import { zipOf } from '../../support/zip.ts';
import { tempFolder } from './support/world.ts';

function check(
  bytes: Uint8Array | string,
  content: FileToCheck['content'],
  name = 'f.csv.gz',
): Promise<CheckedFile> {
  const path = join(tempFolder(), 'f.part');
  writeFileSync(path, bytes);
  return verifyFile(systemDisk, { path, name, content }, new AbortController().signal);
}
const failsWith = (code: string) =>
  expect.objectContaining({ error: expect.objectContaining({ code, subject: 'f.csv.gz' }) });
const csv = 'a,b\n1,2\n3,4\n';
const gz = gzipSync(csv);
const twoMembers = Buffer.concat([gzipSync('a,b\n1,2\n'), gzipSync('3,4\n5,6\n')]);

describe('a csv.gz', () => {
  it('is unpacked whole and its rows are counted', async () => {
    await expect(check(gz, 'csv.gz')).resolves.toMatchObject({ kind: 'csv.gz', rows: 2, bytes: gz.length });
  });
  it('may have several members', async () => {
    await expect(check(twoMembers, 'csv.gz')).resolves.toMatchObject({ rows: 3 });
  });
  it('of some size crosses many chunks', async () => {
    const lines = Array.from({ length: 200_000 }, (_, i) => `${i},"line\nbreak ${i * 7919}"`).join('\n');
    await expect(check(gzipSync(`id,text\n${lines}\n`), 'csv.gz')).resolves.toMatchObject({ rows: 200_000 });
  });
  it('with one flipped bit anywhere in its data is corrupt', async () => {
    for (const at of [10, Math.floor(gz.length / 2), gz.length - 8, gz.length - 1]) {
      const flipped = Buffer.from(gz);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      await expect(check(flipped, 'csv.gz'), `byte ${at}`).rejects.toEqual(failsWith('gzip-corrupt'));
    }
  });
  it('cut at any byte is corrupt', async () => {
    for (let length = 2; length < gz.length; length += 1) {
      await expect(check(gz.subarray(0, length), 'csv.gz'), `${length} bytes`).rejects.toEqual(
        failsWith('gzip-corrupt'),
      );
    }
  });
  it('cut between two members can not be seen inside: the length has to tell', async () => {
    await expect(
      check(twoMembers.subarray(0, gzipSync('a,b\n1,2\n').length), 'csv.gz'),
    ).resolves.toMatchObject({ rows: 1 });
  });
  it.each(['x', 'garbage', '\0', '\0\0\0\0\0\0\0\0'])('followed by %j is corrupt', async (tail) => {
    await expect(check(Buffer.concat([gz, Buffer.from(tail)]), 'csv.gz')).rejects.toEqual(
      failsWith('gzip-corrupt'),
    );
  });
  it('followed by zeros that begin at a read boundary is corrupt', async () => {
    const noise = Buffer.from(
      Array.from({ length: 700_000 }, (_, i) => `${(i * 2654435761) % 4294967296}`).join('\n'),
    );
    const packed = gzipSync(Buffer.concat([Buffer.from('h\n'), noise]), { level: 0 });
    const size = 1024 * 1024 * Math.ceil(packed.length / (1024 * 1024));
    await expect(
      check(Buffer.concat([packed, Buffer.alloc(size - packed.length + 10)]), 'csv.gz'),
    ).rejects.toEqual(failsWith('gzip-corrupt'));
  });
  it('without a header row is refused', async () => {
    await expect(check(gzipSync(''), 'csv.gz')).rejects.toEqual(failsWith('header-missing'));
    await expect(check(gzipSync('\n1,2\n'), 'csv.gz')).rejects.toEqual(failsWith('header-missing'));
    await expect(check('', 'csv.gz')).rejects.toEqual(failsWith('header-missing'));
  });
  it('that is an HTML page is refused', async () => {
    await expect(check(gzipSync('<!DOCTYPE html><p>Sign in</p>'), 'csv.gz')).rejects.toEqual(
      failsWith('header-missing'),
    );
  });
  it('that ends inside a quoted field is cut', async () => {
    await expect(check(gzipSync('a,b\n1,"2'), 'csv.gz')).rejects.toEqual(failsWith('gzip-corrupt'));
  });
  it('with the header alone has no rows', async () => {
    await expect(check(gzipSync('a,b\n'), 'csv.gz')).resolves.toMatchObject({ rows: 0 });
  });
  it('that was unpacked on the way is a csv', async () => {
    await expect(check(csv, 'csv.gz')).resolves.toMatchObject({ kind: 'csv', rows: 2 });
  });
  it('that is neither is corrupt', async () => {
    await expect(check(Buffer.from([0, 1, 2, 0, 4]), 'csv.gz')).rejects.toEqual(failsWith('gzip-corrupt'));
  });
});

describe('the header of a table', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  it.each([
    ['csv.gz', gzipSync('\ufeffa,"b\nc"\r\n1,2\n'), 'a,"b\nc"'],
    ['csv', 'a,b', 'a,b'],
    ['csv', 'sep=;\r\na;b\r\n1;2\r\n', 'a;b'],
  ])('of a %s is known without its byte order mark and line break', async (_kind, bytes, header) => {
    await expect(check(bytes, 'csv.gz')).resolves.toMatchObject({ headerSha256: sha256(header) });
  });
  it('is nothing where there are only lines', async () => {
    await expect(check('{"a":1}\n', 'ndjson')).resolves.toMatchObject({ headerSha256: null });
  });
});

/** The same rules, one byte after another. */
function countByBytes(text: string) {
  let [records, filled, quoted, closing, fieldStart] = [0, false, false, false, true];
  for (const byte of text.slice(text.indexOf('\n') + 1)) {
    if (quoted && !closing) {
      filled = true;
      closing = byte === '"';
      continue;
    }
    if (closing && byte === '"') {
      closing = false;
      continue;
    }
    if (closing) [closing, quoted] = [false, false];
    if (byte === '\n') [records, filled, fieldStart] = [records + (filled ? 1 : 0), false, true];
    else if (byte !== '\r') {
      filled = true;
      quoted = byte === '"' && fieldStart;
      fieldStart = byte === ',';
    }
  }
  const openQuote = quoted && !closing;
  return { header: 'h,i', rows: records + (filled && !openQuote ? 1 : 0), openQuote };
}

describe('counting the records of a CSV', () => {
  const count = (text: string, size = 3) => {
    const scan = createCsvScan();
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size) scan.write(bytes.subarray(at, at + size));
    return scan.end();
  };
  it.each([
    ['a,b\n1,2', 1],
    ['a,b\r\n1,2\r\n', 1],
    ['a,b\n"x\ny",2\n3,4\n', 2],
    ['a,b\n"x ""quoted"" \n",2\n', 1],
    ['a,b\n5" screen,2\n6" screen,3\n', 2],
    ['a,b\n1,2\n\n\n3,4\n\n', 2],
    ['a\n1\n\n3\n', 3],
    ['a,b\n,\n', 1],
    ['"a\nb",c\n1,2\n', 1],
    ['a,b\r\n1,2\r\n\r\n\r\r\n3,4\r\n', 2],
    ['a,b\n,\r"x\n"\n', 1],
    ['a,b\n"x"\r"\n3,4\n', 2],
    ['a;b\n1;"x\ny"\n"z\n";2\n', 2],
    ['a\tb\n1\t"x\ny"\n', 1],
    ['a|"b;\nc"|d\n1|"x\ny"|2\n', 1],
    // The header's most frequent separator counts, outside of its quotes.
    ['Net, EUR;VAT;"x,y,z"\n1;"2\n3";4\n', 1],
    ['a;b\n1;2\n\n\n3;4\n', 2],
    // A quote within a cell opens nothing, whatever else separates elsewhere.
    ['a;b\n1,"2;3\n4;5\n', 2],
    ['a,b\n1;"2,3\n4,5\n', 2],
    ['sep=;\r\na,b;c\r\n1;"x\ny"\r\n', 1],
    ['\ufeffSEP=|\na|b\n1|"x\ny"\n2|3\n', 2],
    ['sep=\n1\n', 1],
  ])('%j has %i rows', (text, rows) => {
    for (const size of [1, 2, 3, 1000]) expect(count(text, size).rows, `pieces of ${size}`).toBe(rows);
  });
  it('is as a reader of single bytes has it, across the bounds of what is looked at in one go', () => {
    const piece = fc.constantFrom('a', ',', '"', '\n', '\r', '\r\n', '""', 'a,"b\n', '"\n', '\n\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 0, max: 40 }), (pieces, before) => {
        const filler = `h,i\n${'x'.repeat(mostMarked - before)}`;
        const text = `${filler}${pieces.join('')}`;
        expect(count(text, text.length)).toEqual(countByBytes(text));
      }),
    );
  });
  it('is so as well where quotes are rare, in whatever pieces it comes', () => {
    const piece = fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom('a', ',', 'b,\n', 'a\r\n', 'x'.repeat(20)) },
      { weight: 1, arbitrary: fc.constantFrom('"', '\n', '\r', '"q\n",', '\r\n') },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 50 }), (pieces, size) => {
        const text = `h,i\n${pieces.join('')}`;
        expect(count(text, size)).toEqual(countByBytes(text));
      }),
      { numRuns: 500 },
    );
  });
  it('is the same in whatever pieces it comes, and as the writer meant it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', 'é', ' ') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), fc.integer({ min: 1, max: 9 }), (rows, size) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = ['h,i', ...rows.map((row) => row.map(quoted).join(','))].join('\n');
        expect(count(text, size)).toEqual({ header: 'h,i', rows: rows.length, openQuote: false });
      }),
    );
  });
});

function workbook(rows: readonly (readonly unknown[])[], type: 'xlsx' | 'csv' = 'xlsx'): Buffer {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows.map((row) => [...row])), 'Licences & more');
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['other'], [1], [2], [3]]), 'Second');
  return Buffer.from(xlsx.write(book, { type: 'buffer', bookType: type, compression: true }) as Uint8Array);
}

describe('a workbook', () => {
  const table = [['Id', 'Name'], ['0012', 'A'], ['0013', 'B'], [], ['0014', 'C']];
  const book = workbook(table);

  it('has the rows of its first sheet, without the header and blank rows', async () => {
    await expect(check(book, 'workbook')).resolves.toMatchObject({ kind: 'xlsx', rows: 3 });
    const read = xlsx.read(book, { dense: true });
    const first = read.Sheets[read.SheetNames[0] ?? ''];
    expect(
      first === undefined ? 0 : xlsx.utils.sheet_to_json(first, { header: 1, blankrows: false }).length,
    ).toBe(4);
  });
  it('of some size is counted as its reader counts', async () => {
    const many = [['n', 't'], ...Array.from({ length: 20_000 }, (_, i) => [i, `text ${i}`])];
    await expect(check(workbook(many), 'workbook')).resolves.toMatchObject({ rows: 20_000 });
  });
  it('inside a zip is found, and nothing is left behind', async () => {
    const folder = tempFolder();
    const path = join(folder, 'f.part');
    writeFileSync(path, zipOf({ 'report/Licences.xlsx': book, 'readme.txt': Buffer.from('hi') }));
    await expect(
      verifyFile(systemDisk, { path, name: 'f.zip', content: 'workbook' }, new AbortController().signal),
    ).resolves.toMatchObject({ kind: 'zip', rows: 3 });
    await expect(systemDisk.names(folder)).resolves.toEqual(['f.part']);
  });
  it.each([
    ['two workbooks in a zip', zipOf({ 'a.xlsx': book, 'b.xlsx': book }), 'not-a-workbook'],
    ['a zip without a workbook', zipOf({ 'a.csv': Buffer.from('a') }), 'not-a-workbook'],
    ['a zip with a file that only claims to be one', zipOf({ 'a.xlsx': Buffer.from('no') }), 'zip-corrupt'],
    ['a zip in a zip in a zip', zipOf({ 'a.xlsx': zipOf({ 'b.xlsx': book }) }), 'not-a-workbook'],
    ['HTML', Buffer.from('<html></html>'), 'not-a-workbook'],
    ['nothing', Buffer.alloc(0), 'answer-empty'],
    ['an empty sheet', workbook([]), 'header-missing'],
    ['a cut directory', book.subarray(0, book.length - 30), 'zip-corrupt'],
    ['a cut anywhere', book.subarray(0, Math.floor(book.length / 2)), 'zip-corrupt'],
  ])('is not: %s', async (_name, bytes, code) => {
    await expect(check(bytes, 'workbook')).rejects.toEqual(failsWith(code));
  });
  it('with a flipped bit in a sheet is corrupt', async () => {
    const stored = zipOf({
      '[Content_Types].xml': Buffer.from('<Types/>'),
      'xl/workbook.xml': Buffer.from('<workbook/>'),
      'x.bin': Buffer.from('payload-payload'),
    });
    const at = stored.indexOf('payload');
    stored[at] = (stored[at] ?? 0) ^ 1;
    await expect(check(stored, 'workbook')).rejects.toEqual(failsWith('zip-corrupt'));
  });
  it('that unpacks beyond measure is refused by its directory, before it is unpacked', async () => {
    const bomb = zipOf({
      '[Content_Types].xml': Buffer.from('<Types/>'),
      'xl/workbook.xml': Buffer.from('<workbook/>'),
    });
    const bombs = Array.from({ length: 5 }, (_, i) => [`b${i}`, Buffer.alloc(1)] as const);
    const zip = zipOf(Object.fromEntries(bombs), { claimedSize: 0xf000_0000 });
    expect(bomb.length).toBeGreaterThan(0);
    await expect(check(zip, 'workbook')).rejects.toEqual(failsWith('not-a-workbook'));
  });
});

describe('content that the vendor does not name', () => {
  it.each([
    ['f.csv', csv, 'csv', 2],
    ['f.json', '{}', 'json', null],
    ['f.bin', 'anything', 'other', null],
  ])('%s is kept as it is', async (name, text, kind, rows) => {
    await expect(check(text, 'unknown', name)).resolves.toMatchObject({ kind, rows });
  });
  it('is looked at by its first bytes', async () => {
    await expect(check(workbook([['a'], [1]]), 'unknown', 'f.bin')).resolves.toMatchObject({
      kind: 'xlsx',
      rows: 1,
    });
    await expect(check(gz, 'unknown')).resolves.toMatchObject({ kind: 'csv.gz', rows: 2 });
    await expect(check(zipOf({ a: Buffer.from('a') }), 'unknown', 'f.zip')).resolves.toMatchObject({
      kind: 'zip',
      rows: null,
    });
  });
  it('must not be empty', async () => {
    await expect(check('', 'unknown')).rejects.toEqual(failsWith('answer-empty'));
  });
});

it('CRC-32 by table is the one of zlib, in one piece or several', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      const whole = Buffer.concat([a, b]);
      expect(crc32ByTable(b, crc32ByTable(a))).toBe(crc32(whole));
    }),
  );
});
