import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTableBench, names, type TableBench } from './table-bench.ts';

let bench: TableBench;
beforeEach(async () => {
  bench = await createTableBench();
});
afterEach(() => bench.end());

/**
 * The cases of the public CSV torture collections, by what each is about.
 * https://github.com/max-mapper/csv-spectrum and https://www.rfc-editor.org/rfc/rfc4180
 */
const wellFormed: readonly (readonly [
  string,
  string,
  readonly string[],
  readonly (readonly (string | null)[])[],
])[] = [
  ['a simple file', 'a,b,c\n1,2,3\n', ['a', 'b', 'c'], [['1', '2', '3']]],
  ['line breaks of Windows', 'a,b,c\r\n1,2,3\r\n', ['a', 'b', 'c'], [['1', '2', '3']]],
  [
    'line breaks of old Macs',
    'a,b,c\r1,2,3\r4,5,6\r',
    ['a', 'b', 'c'],
    [
      ['1', '2', '3'],
      ['4', '5', '6'],
    ],
  ],
  ['no line break at the end', 'a,b\n1,2', ['a', 'b'], [['1', '2']]],
  [
    'a comma within quotes',
    'first,address\nJohn,"120 any st., ""Apt"", NJ"\n',
    ['first', 'address'],
    [['John', '120 any st., "Apt", NJ']],
  ],
  [
    'empty cells, bare and quoted',
    'a,b,c\n1,"",""\n2,3,4\n5,,\n',
    ['a', 'b', 'c'],
    [
      ['1', null, null],
      ['2', '3', '4'],
      ['5', null, null],
    ],
  ],
  [
    'empty cells and Windows line breaks',
    'a,b,c\r\n1,"",""\r\n2,3,4\r\n',
    ['a', 'b', 'c'],
    [
      ['1', null, null],
      ['2', '3', '4'],
    ],
  ],
  [
    'escaped quotes',
    'a,b\n1,"ha ""ha"" ha"\n3,4\n',
    ['a', 'b'],
    [
      ['1', 'ha "ha" ha'],
      ['3', '4'],
    ],
  ],
  [
    'JSON within a cell',
    'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n',
    ['key', 'val'],
    [['1', '{"type": "Point", "coordinates": [102.0, 0.5]}']],
  ],
  [
    'line breaks within cells',
    'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n',
    ['a', 'b', 'c'],
    [
      ['1', '2', '3'],
      ['Once upon \na time', '5', '6'],
      ['7', '8', '9'],
    ],
  ],
  [
    'Windows line breaks within cells',
    'a,b\r\n"x\r\ny",2\r\n3,4\r\n',
    ['a', 'b'],
    [
      ['x\r\ny', '2'],
      ['3', '4'],
    ],
  ],
  [
    'quotes and line breaks together',
    'a,b\n1,"ha \n""ha"" \nha"\n3,4\n',
    ['a', 'b'],
    [
      ['1', 'ha \n"ha" \nha'],
      ['3', '4'],
    ],
  ],
  [
    'text beyond ASCII',
    'a,b,c\n1,2,3\n4,5,ʤ\n',
    ['a', 'b', 'c'],
    [
      ['1', '2', '3'],
      ['4', '5', 'ʤ'],
    ],
  ],
  ['a byte order mark', '\ufeffa,b\n1,2\n', ['a', 'b'], [['1', '2']]],
  ['a byte order mark before a quoted name', '\ufeff"a b",b\n1,2\n', ['a b', 'b'], [['1', '2']]],
  [
    'semicolons',
    'a;b\n1,5;2\n3,25;4\n',
    ['a', 'b'],
    [
      ['1,5', '2'],
      ['3,25', '4'],
    ],
  ],
  ['tabs', 'a\tb\n1\t2\n', ['a', 'b'], [['1', '2']]],
  ['bars', 'a|b\n1|2\n', ['a', 'b'], [['1', '2']]],
  ['the first line of Excel that names the delimiter', 'sep=;\na;b\n1;2\n', ['a', 'b'], [['1', '2']]],
  [
    'single quotes',
    "a,b\n'1,5','x'\n'2','it''s'\n",
    ['a', 'b'],
    [
      ['1,5', 'x'],
      ['2', "it's"],
    ],
  ],
  ['a quote within a bare cell', 'a,b\n5" pipe,2\n', ['a', 'b'], [['5" pipe', '2']]],
  [
    'blank lines between rows',
    'a,b\n1,2\n\n3,4\n\n',
    ['a', 'b'],
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['a blank line where there is one column', 'a\n1\n\n3\n', ['a'], [['1'], [null], ['3']]],
  ['names that occur twice, and none', 'a,a,\n1,2,3\n', ['a', 'a', ''], [['1', '2', '3']]],
  ['a header alone', 'a,b\n', ['a', 'b'], []],
  ['a header alone without a line break', 'a,b', ['a', 'b'], []],
  [
    'no header, by what it looks like',
    '1,x\n2,y\n3,z\n',
    ['', ''],
    [
      ['1', 'x'],
      ['2', 'y'],
      ['3', 'z'],
    ],
  ],
  ['spaces around cells', 'a,b\n 1 , 2 \n', ['a', 'b'], [[' 1 ', ' 2 ']]],
  [
    'words that databases take for nothing',
    'a,b\nNULL,NA\nnull,\\N\n',
    ['a', 'b'],
    [
      ['NULL', 'NA'],
      ['null', '\\N'],
    ],
  ],
  [
    'a delimiter too much at the end of lines',
    'a,b\n1,2,\n3,4,\n',
    ['a', 'b'],
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
];

describe.each(wellFormed)('%s', (_what, text, columns, rows) => {
  test('opens as it is', async () => {
    const table = await bench.openText(text);
    expect({
      columns: names(table).slice(0, columns.length),
      broken: table.brokenRows,
      short: table.shortRows,
    }).toEqual({ columns, broken: 0, short: 0 });
    expect((await bench.rows()).map((row) => row.slice(0, columns.length))).toEqual(rows);
  });

  test('shows the same first rows before it is read', async () => {
    await bench.openText(text, 'csv', { progressive: true });
    expect((await bench.rows()).map((row) => row.slice(0, columns.length))).toEqual(rows);
  });

  test('reads the same line by line, in another encoding', async () => {
    const wide = Buffer.from(`${text.startsWith('\ufeff') ? '' : '\ufeff'}${text}`, 'utf16le');
    const table = await bench.openText(wide);
    expect(table.dialect?.encoding).toBe('utf-16le');
    expect((await bench.rows()).map((row) => row.slice(0, columns.length))).toEqual(rows);
  });
});

test.each([
  [
    'a line too short is shown and told',
    'a,b,c\n1,2,3\n4,5\n7,8,9\n',
    [
      ['1', '2', '3'],
      ['4', '5', null],
      ['7', '8', '9'],
    ],
    [{ line: 3, why: 'too-few-cells', shown: true, cells: 2, expected: 3 }],
  ],
  [
    'a line too long is told and left out',
    'a,b\n1,2\n3,4,5\n6,7\n',
    [
      ['1', '2'],
      ['6', '7'],
    ],
    [{ line: 3, why: 'too-many-cells', shown: false, text: '3,4,5' }],
  ],
  [
    'a stray quote does not swallow the lines after it',
    'a,b\n1,2\n"3,4\n5,6\n7,8\n',
    [
      ['1', '2'],
      ['5', '6'],
      ['7', '8'],
    ],
    [{ line: 3, why: 'quote-open', text: '"3,4' }],
  ],
  [
    'two stray quotes neither',
    'a,b\n"1,2\n3,4\n5,"6\n7,8\n',
    [
      ['3', '4'],
      ['7', '8'],
    ],
    [
      { line: 2, why: 'text-after-quote' },
      { line: 4, why: 'quote-open' },
    ],
  ],
  ['text after a closing quote', 'a,b\n"1"x,2\n3,4\n', [['3', '4']], [{ line: 2, why: 'text-after-quote' }]],
  [
    'lines count within cells too',
    'a,b\n"x\ny",2\n3\n',
    [
      ['x\ny', '2'],
      ['3', null],
    ],
    [{ line: 4, why: 'too-few-cells' }],
  ],
  [
    'line breaks of all kinds',
    'a,b\r\n1,2\n3,4\n5\r\n',
    [
      ['1', '2'],
      ['3', '4'],
      ['5', null],
    ],
    [{ line: 4 }],
  ],
])('%s', async (_what, text, rows, lines) => {
  const table = await bench.openText(text);
  expect(await bench.rows()).toEqual(rows);
  const told = await bench.engine.broken({ handle: 'h', offset: 0, limit: 10 });
  expect(told.lines).toMatchObject(lines);
  expect(table.brokenRows).toBe(told.lines.filter(({ shown }) => !shown).length);
  expect(table.shortRows).toBe(told.lines.filter(({ shown }) => shown).length);
});

const russian = 'имя,город\nАнна,Москва\nИван,Санкт-Петербург\nОльга,Новосибирск\n';
const bytesOfCodePage = (encoding: string, text: string) => {
  const decoder = new TextDecoder(encoding);
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (char) => table.get(char) ?? 0x3f);
};

test.each(['windows-1251', 'koi8-r', 'ibm866'] as const)('Russian in %s is recognised', async (encoding) => {
  const table = await bench.openText(bytesOfCodePage(encoding, russian));
  expect(table.dialect?.encoding).toBe(encoding);
  expect(names(table)).toEqual(['имя', 'город']);
  expect((await bench.rows())[1]).toEqual(['Иван', 'Санкт-Петербург']);
});

test('every byte of the code pages is read as the standard says', async () => {
  for (const encoding of ['windows-1252', 'windows-1251', 'koi8-r', 'ibm866'] as const) {
    const upper = Uint8Array.from({ length: 128 }, (_, at) => 0x80 + at);
    await bench.openText(Buffer.concat([Buffer.from('a\n'), upper, Buffer.from('\n')]), 'csv', {
      dialect: { encoding, delimiter: ',' },
    });
    expect((await bench.rows())[0]?.[0]).toBe(new TextDecoder(encoding).decode(upper));
    await bench.engine.close({ handle: 'h' });
  }
});

test('Western text is recognised, and can be corrected by hand', async () => {
  const western = Buffer.from('name;city\nJosé;Málaga\nZoë;Köln\n', 'latin1');
  expect((await bench.openText(western)).dialect).toEqual({
    encoding: 'windows-1252',
    delimiter: ';',
    quote: '"',
    header: true,
  });
  expect((await bench.rows())[0]).toEqual(['José', 'Málaga']);
  await bench.engine.close({ handle: 'h' });
  const corrected = await bench.openText(western, 'csv', {
    dialect: { delimiter: ',', header: false, encoding: 'windows-1251' },
  });
  expect(corrected).toMatchObject({
    totalRows: 3,
    dialect: { delimiter: ',', header: false, encoding: 'windows-1251' },
  });
  expect((await bench.rows())[1]?.[0]).toContain('й');
});

test('UTF-16 without a mark is recognised in both orders', async () => {
  const little = Buffer.from('name,city\nÅse,Tromsø\n', 'utf16le');
  expect((await bench.openText(little)).dialect?.encoding).toBe('utf-16le');
  await bench.engine.close({ handle: 'h' });
  expect((await bench.openText(Buffer.from(little).swap16())).dialect?.encoding).toBe('utf-16be');
  expect(await bench.rows()).toEqual([['Åse', 'Tromsø']]);
});

test('a character that is no UTF-8 late in the file keeps the other rows as they are', async () => {
  const good = Array.from({ length: 30_000 }, (_, n) => `${n},é`).join('\n');
  const bytes = Buffer.concat([Buffer.from(`a,b\n${good}\n`), Uint8Array.of(0x78, 0x2c, 0xff, 0x0a)]);
  const table = await bench.openText(bytes);
  expect(table.totalRows).toBe(30_001);
  const last = await bench.engine.rows({ handle: 'h', view: null, offset: 29_999, limit: 2 });
  expect(last.rows).toEqual([
    ['29999', 'é'],
    ['x', '\ufffd'],
  ]);
});

test.each([
  ['an empty file', 'csv', '', 'review-empty'],
  ['nothing but line breaks', 'csv', '\r\n\n  \n', 'review-empty'],
  ['nothing but a byte order mark', 'csv', '\ufeff', 'review-empty'],
  ['a gzip of nothing', 'csv.gz', gzipSync(''), 'review-empty'],
  ['a gzip that is none', 'csv.gz', 'plain text', 'gzip-corrupt'],
  [
    'a gzip that was cut',
    'csv.gz',
    gzipSync(`a,b\n${'1,2\n'.repeat(100_000)}`).subarray(0, 200),
    'gzip-corrupt',
  ],
  [
    'a picture that is called CSV',
    'csv',
    Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
    'review-unreadable',
  ],
  ['an archive that is called CSV', 'csv', Buffer.from('504b030414000000', 'hex'), 'review-unreadable'],
  ['what is no workbook', 'xlsx', 'PK but not really', 'zip-corrupt'],
  ['records that are none', 'ndjson', 'not json\nneither\n', 'review-unreadable'],
  ['no record at all', 'ndjson', '\n\n', 'review-empty'],
  ['an empty JSON document', 'json', '  ', 'review-empty'],
] as const)('%s is told by its own name', async (_what, kind, content, code) => {
  await expect(bench.openText(content, kind)).rejects.toMatchObject({ code });
});

test('five thousand columns open, and a far one can be sorted', async () => {
  const width = 5000;
  const line = (from: number) => Array.from({ length: width }, (_, at) => String(from + at)).join(',');
  const header = Array.from({ length: width }, (_, at) => `column ${at}`).join(',');
  const table = await bench.openText(
    `${header}\n${Array.from({ length: 60 }, (_, n) => line(n * 7919)).join('\n')}\n`,
  );
  expect(table.columns).toHaveLength(width);
  const sort = [{ column: 4999, direction: 'down' }] as const;
  expect((await bench.rows([], sort, [0, 4999]))[0]).toEqual([String(59 * 7919), String(59 * 7919 + 4999)]);
});

test('a cell of 100 MB opens; its beginning is shown and the rest can be read', async () => {
  const size = 100 * 1024 * 1024;
  const file = await bench.file(
    'huge.csv',
    Buffer.concat([Buffer.from('a,b\n1,"'), Buffer.alloc(size, 'xyz\n'), Buffer.from('"\n2,end\n')]),
  );
  const table = await bench.open(file);
  expect(table).toMatchObject({ totalRows: 2, brokenRows: 0 });
  const page = await bench.page();
  expect(page.rows[0]?.[1]).toHaveLength(32_768);
  expect(page.cut).toEqual([{ row: 0, column: 1, length: size }]);
  expect(page.rows[1]).toEqual(['2', 'end']);
  const piece = await bench.engine.cell({ handle: 'h', rowId: 0, column: 1, offset: size - 4, limit: 100 });
  expect(piece).toEqual({ text: 'xyz\n', length: size });
});
