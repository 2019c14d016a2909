/** A file of a public collection for CSV readers, what it tests, and what it must read as. */
export interface TortureFile {
  readonly name: string;
  readonly about: string;
  readonly bytes: Buffer;
  /** Names, then rows; an error's code where the file holds nothing to show. */
  readonly reads: readonly (readonly (string | null)[])[] | string;
  /** Lines that are left out, and short ones, where the file is ill. */
  readonly broken?: number;
  readonly short?: number;
  readonly undecodable?: number;
}

const file = (
  name: string,
  about: string,
  text: string | Buffer,
  reads: TortureFile['reads'],
  more: Pick<TortureFile, 'broken' | 'short' | 'undecodable'> = {},
): TortureFile => ({ name, about, bytes: Buffer.from(text), reads, ...more });
const abc = ['a', 'b', 'c'];
const fooBarBaz = ['foo', 'bar', 'baz'];
const crlf = (text: string) => text.replaceAll('\n', '\r\n');

/** https://github.com/max-mapper/csv-spectrum (BSD-2-Clause), its twelve files byte by byte. */
export const csvSpectrum: readonly TortureFile[] = [
  file(
    'comma_in_quotes',
    'a comma in quotes, a leading zero',
    'first,last,address,city,zip\nJohn,Doe,120 any st.,"Anytown, WW",08123',
    [
      ['first', 'last', 'address', 'city', 'zip'],
      ['John', 'Doe', '120 any st.', 'Anytown, WW', '08123'],
    ],
  ),
  file('empty', 'quoted empty cells', 'a,b,c\n1,"",""\n2,3,4', [abc, ['1', null, null], ['2', '3', '4']]),
  file('empty_crlf', 'the same with CRLF', crlf('a,b,c\n1,"",""\n2,3,4'), [
    abc,
    ['1', null, null],
    ['2', '3', '4'],
  ]),
  file('escaped_quotes', 'quotes in quotes', 'a,b\n1,"ha ""ha"" ha"\n3,4\n', [
    ['a', 'b'],
    ['1', 'ha "ha" ha'],
    ['3', '4'],
  ]),
  file('json', 'JSON in a cell', 'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n', [
    ['key', 'val'],
    ['1', '{"type": "Point", "coordinates": [102.0, 0.5]}'],
  ]),
  file(
    'location_coordinates',
    'single and double quotes within bare cells, U+FFFD that the file has itself',
    'Contact Phone Number,Location Coordinates,Cities,Counties\n2095257564,37\ufffd36\'37.8"N 121\ufffd2\'17.9"W,Modesto,Stanislaus',
    [
      ['Contact Phone Number', 'Location Coordinates', 'Cities', 'Counties'],
      ['2095257564', '37\ufffd36\'37.8"N 121\ufffd2\'17.9"W', 'Modesto', 'Stanislaus'],
    ],
  ),
  file('newlines', 'a line break in a cell', 'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n', [
    abc,
    ['1', '2', '3'],
    ['Once upon \na time', '5', '6'],
    ['7', '8', '9'],
  ]),
  file('newlines_crlf', 'the same with CRLF', crlf('a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n'), [
    abc,
    ['1', '2', '3'],
    ['Once upon \r\na time', '5', '6'],
    ['7', '8', '9'],
  ]),
  file('quotes_and_newlines', 'quotes and line breaks in a cell', 'a,b\n1,"ha \n""ha"" \nha"\n3,4\n', [
    ['a', 'b'],
    ['1', 'ha \n"ha" \nha'],
    ['3', '4'],
  ]),
  file('simple', 'nothing special', 'a,b,c\n1,2,3\n', [abc, ['1', '2', '3']]),
  file('simple_crlf', 'CRLF', crlf('a,b,c\n1,2,3\n'), [abc, ['1', '2', '3']]),
  file('utf8', 'a letter beyond ASCII', 'a,b,c\n1,2,3\n4,5,ʤ', [abc, ['1', '2', '3'], ['4', '5', 'ʤ']]),
];

/** The cases of https://github.com/sineemore/csv-test-data, with its file names. */
export const csvTestData: readonly TortureFile[] = [
  file('all-empty', 'blank lines alone', '\n\n', 'review-empty'),
  file('bad-header-less-fields', 'a line too short', 'foo,bar,baz\n1,2', [fooBarBaz, ['1', '2', null]], {
    short: 1,
  }),
  file(
    'bad-header-more-fields',
    'a line too long',
    'foo,bar,baz\n1,2,3,4\n5,6,7',
    [fooBarBaz, ['5', '6', '7']],
    {
      broken: 1,
    },
  ),
  file('bad-header-no-header', 'no byte at all', '', 'review-empty'),
  file(
    'bad-missing-quote',
    'a quote that never closes',
    'foo,bar,baz\n1,"I forgot to close this one,3',
    [fooBarBaz],
    {
      broken: 1,
    },
  ),
  file(
    'bad-quotes-with-unescaped-quote',
    'text after a closing quote',
    'foo,bar,baz\n1,"Hey, I missed " it",3',
    [fooBarBaz],
    { broken: 1 },
  ),
  file('bad-unescaped-quote', 'quotes within a bare cell', 'foo,bar,baz\n1,This "quotes" must be escaped,3', [
    fooBarBaz,
    ['1', 'This "quotes" must be escaped', '3'],
  ]),
  file('empty-field', 'an empty cell', 'foo,bar,baz\n1,,3', [fooBarBaz, ['1', null, '3']]),
  file('empty-one-column', 'a blank line where there is one column', 'foo\n\n', [['foo'], [null]]),
  file('header-no-rows', 'names alone', 'foo,bar,baz', [fooBarBaz]),
  file('header-simple', 'nothing special', 'foo,bar,baz\n1,2,3', [fooBarBaz, ['1', '2', '3']]),
  file('leading-space', 'a space at the beginning', 'foo,bar,baz\n1, leading space,3', [
    fooBarBaz,
    ['1', ' leading space', '3'],
  ]),
  file('one-column', 'one column', 'foo\n1', [['foo'], ['1']]),
  file('quotes-empty', 'a quoted empty cell', 'foo,bar,baz\n1,"",3', [fooBarBaz, ['1', null, '3']]),
  file('quotes-with-comma', 'a comma in quotes', 'foo,bar,baz\n1,"Luke, I am your father.",3', [
    fooBarBaz,
    ['1', 'Luke, I am your father.', '3'],
  ]),
  file('quotes-with-escaped-quote', 'a quote in quotes', 'foo,bar,baz\n1,"The "" must be escaped",3', [
    fooBarBaz,
    ['1', 'The " must be escaped', '3'],
  ]),
  file('quotes-with-newline', 'a line break in quotes', 'foo,bar,baz\n1,"No man,\nentire of itself",3', [
    fooBarBaz,
    ['1', 'No man,\nentire of itself', '3'],
  ]),
  file('trailing-newline-one-field', 'a line break at the end', 'foo\n1\n', [['foo'], ['1']]),
  file('trailing-space', 'a space at the end', 'foo,bar,baz\n1,trailing space ,3', [
    fooBarBaz,
    ['1', 'trailing space ', '3'],
  ]),
  file('utf8', 'a character of four bytes', 'foo,bar,baz\n1,😎,3', [fooBarBaz, ['1', '😎', '3']]),
];

const western = Buffer.from('name;city\nJosé;Málaga\nZoë;Köln\n', 'latin1');

/** What else vendors and spreadsheets write. */
export const others: readonly TortureFile[] = [
  file('bom', 'a byte order mark before a quoted name', '\ufeff"a b",b\n1,2\n', [
    ['a b', 'b'],
    ['1', '2'],
  ]),
  file('utf-16', 'UTF-16 without a mark', Buffer.from('name,city\nÅse,Tromsø\n', 'utf16le'), [
    ['name', 'city'],
    ['Åse', 'Tromsø'],
  ]),
  file('windows-1252', 'Western letters, semicolons', western, [
    ['name', 'city'],
    ['José', 'Málaga'],
    ['Zoë', 'Köln'],
  ]),
  file(
    'windows-1251',
    'Cyrillic letters',
    Buffer.from('e8ecff2ce3eef0eee40ac0edede02ccceef1eae2e00ac8e2e0ed2ccaeef1f2f0eeece00a', 'hex'),
    [
      ['имя', 'город'],
      ['Анна', 'Москва'],
      ['Иван', 'Кострома'],
    ],
  ),
  file('old-mac', 'bare carriage returns', 'a,b\r1,2\r3,4\r', [
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
  ]),
  file('sep', 'Excel’s own first line', 'sep=;\na;b\n1;2\n', [
    ['a', 'b'],
    ['1', '2'],
  ]),
  file('decimal-comma', 'semicolons and decimal commas', 'a;b\n1,5;2\n3,25;4\n', [
    ['a', 'b'],
    ['1,5', '2'],
    ['3,25', '4'],
  ]),
  file(
    'exact-values',
    '1.10, 19 digits, leading zeros, a formula',
    'a,b,c,d\n1.10,1234567890123456789,007,=1+1\n',
    [
      ['a', 'b', 'c', 'd'],
      ['1.10', '1234567890123456789', '007', '=1+1'],
    ],
  ),
  file('nulls', 'words that databases take for nothing', 'a,b\nNULL,NA\nnull,\\N\n', [
    ['a', 'b'],
    ['NULL', 'NA'],
    ['null', '\\N'],
  ]),
  file(
    'stray-quote',
    'a stray quote and good lines after it',
    'a,b\n1,2\n"3,4\n5,6\n7,8\n',
    [
      ['a', 'b'],
      ['1', '2'],
      ['5', '6'],
      ['7', '8'],
    ],
    { broken: 1 },
  ),
  file(
    'undecodable',
    'a byte that is no UTF-8 among good ones',
    Buffer.concat([Buffer.from(`a\n${'é\n'.repeat(20)}x`), Uint8Array.of(0xff, 0x0a)]),
    [['a'], ...Array.from({ length: 20 }, () => ['é']), ['x\ufffd']],
    { undecodable: 1 },
  ),
];
