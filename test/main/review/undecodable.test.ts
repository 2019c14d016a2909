import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTextReader } from '../../../src-main/review/text-encodings.ts';
import { createTableBench, type TableBench } from './table-bench.ts';

let bench: TableBench;
beforeEach(async () => {
  bench = await createTableBench();
});
afterEach(() => bench.end());

const bytes = (...parts: readonly (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Uint8Array.of(part))));
const told = async () => (await bench.engine.broken({ handle: 'h', offset: 0, limit: 50 })).lines;

test('bytes that are no text in the encoding are shown as such, counted and listed with their lines', async () => {
  const good = 'x,é\n'.repeat(2000);
  const table = await bench.openText(bytes('a,b\n1,', 0xff, 'x\n2,good\n', good, '3,', 0xc3, '\n'), 'csv', {
    dialect: { encoding: 'utf-8' },
  });
  expect(table).toMatchObject({ totalRows: 2003, brokenRows: 0, shortRows: 0, undecodableRows: 2 });
  expect((await bench.rows())[0]).toEqual(['1', '\ufffdx']);
  expect(await told()).toMatchObject([
    { line: 2, why: 'undecodable', shown: true, text: '1,\ufffdx' },
    { line: 2004, why: 'undecodable', shown: true },
  ]);
});

test('a U+FFFD that the file has itself is a character like any other', async () => {
  const table = await bench.openText('a,b\n1,\ufffd\n"x"y,2\n');
  expect(table).toMatchObject({ undecodableRows: 0, brokenRows: 1 });
  expect(await bench.rows()).toEqual([['1', '\ufffd']]);
});

test('the wrong encoding chosen by hand changes nothing silently', async () => {
  const western = Buffer.from('name,city\nZoë,Köln\nAnn,Rome\n', 'latin1');
  const table = await bench.openText(western, 'csv', { dialect: { encoding: 'utf-8' } });
  expect(table.undecodableRows).toBe(1);
  expect((await told())[0]).toMatchObject({ line: 2, why: 'undecodable' });
});

test('half a pair in UTF-16 is told, a whole one is not, wherever the pieces are cut', async () => {
  const units = Buffer.from('\ufeffa,b\n😀,1\nx\ud83d,2\n', 'utf16le');
  const table = await bench.openText(units);
  expect(table).toMatchObject({ totalRows: 2, undecodableRows: 1, dialect: { encoding: 'utf-16le' } });
  expect(await bench.rows()).toEqual([
    ['😀', '1'],
    ['x\ufffd', '2'],
  ]);
  const reader = createTextReader('utf-16le');
  const text = [...units].map((byte) => reader.read(Uint8Array.of(byte))).join('') + reader.end();
  expect(text).toBe('\ufeffa,b\n😀,1\nx\ufffd,2\n');
  expect(reader.hasBad()).toBe(true);
});

test.each([
  ['é😀\ufffd', false],
  ['\ufffd\ufffd', false],
])('UTF-8 in pieces of one byte: %j is text', (text, bad) => {
  const reader = createTextReader('utf-8');
  const read = [...Buffer.from(text)].map((byte) => reader.read(Uint8Array.of(byte))).join('') + reader.end();
  expect(read).toBe(text);
  expect(reader.hasBad()).toBe(bad);
});

test.each([
  ['ndjson', bytes('{"a":"', 0xff, '"}\n{"a":"\ufffd"}\n')],
  ['json', bytes('[{"a":"', 0xff, '"},\n{"a":"\ufffd"}]')],
] as const)('in %s too', async (kind, content) => {
  const table = await bench.openText(content, kind);
  expect(table).toMatchObject({ totalRows: 2, undecodableRows: 1 });
  expect(await told()).toMatchObject([{ line: 1, why: 'undecodable', shown: true }]);
});

test('lines beyond those that are listed are counted', async () => {
  const table = await bench.openText(`a,b\n1,2\n${'x\n'.repeat(10_500)}`);
  expect(table).toMatchObject({ shortRows: 10_500 });
  const page = await bench.engine.broken({ handle: 'h', offset: 9_990, limit: 50 });
  expect(page).toMatchObject({ total: 10_000, unlisted: 500 });
  expect(page.lines).toHaveLength(10);
});
