import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTableBench, names, type TableBench, types } from './table-bench.ts';

let bench: TableBench;
beforeEach(async () => {
  bench = await createTableBench();
});
afterEach(() => bench.end());

const json = async (rowId: number) => (await bench.engine.record({ handle: 'h', rowId })).json;

test('profiles: objects become columns, lists keep their JSON and show what is in them, nothing is dropped', async () => {
  const lines = [
    '{"ProfileId": 1234567890123456789, "Score": 1.10, "Address": {"City": "Oslo", "Geo": {"Lat": 59.90}}, "Emails": [{"Address": "a@x.no", "Old": null}, {"Address": "b@x.no"}]}',
    '{"ProfileId": 2, "Late": true, "Address": {}, "Emails": [], "Tags": ["x", "y"]}',
    'not json',
    '{"ProfileId": 3, "Name": "\\u00c5se", "Address": null}',
  ];
  const table = await bench.openText(`${lines.join('\n')}\n`, 'ndjson');
  expect(names(table)).toEqual([
    'ProfileId',
    'Score',
    'Address.City',
    'Address.Geo.Lat',
    'Emails',
    'Emails.Address',
    'Late',
    'Address',
    'Tags',
    'Name',
  ]);
  expect(table).toMatchObject({ totalRows: 3, brokenRows: 1 });
  expect((await bench.rows()).map((row) => row.slice(0, 6))).toEqual([
    [
      '1234567890123456789',
      '1.10',
      'Oslo',
      '59.90',
      '[{"Address": "a@x.no", "Old": null}, {"Address": "b@x.no"}]',
      'a@x.no; b@x.no',
    ],
    ['2', null, null, null, '[]', null],
    ['3', null, null, null, null, null],
  ]);
  expect(types(table)).toMatchObject({ Emails: 'nested', Tags: 'nested' });
  expect(await json(0)).toBe(lines[0]);
  expect(await json(2)).toBe(lines[3]);
  expect(await json(99)).toBeNull();
  const broken = await bench.engine.broken({ handle: 'h', offset: 0, limit: 5 });
  expect(broken.lines).toMatchObject([{ line: 3, why: 'not-json', text: 'not json', shown: false }]);
  expect((await bench.page([{ kind: 'text', column: 5, how: 'contains', text: 'B@X' }])).ids).toEqual([0]);
});

test('a record can be read before the table is, and from the second part', async () => {
  const one = await bench.file('one.ndjson', '{"a":1}\n{"a":2}\n');
  const two = await bench.file('two.ndjson', '{"a":3,"b":"x"}');
  await bench.open([one, two], 'ndjson', { progressive: true });
  expect(await json(1)).toBe('{"a":2}');
  await expect.poll(() => bench.news.at(-1)?.state.load.kind).toBe('ready');
  expect(await json(2)).toBe('{"a":3,"b":"x"}');
  expect(await bench.rows()).toEqual([
    ['1', null],
    ['2', null],
    ['3', 'x'],
  ]);
});

test.each([
  ['an array', '[{"a": 1}, {"a": [1, {"b": "]}"}]}\n, {"a": "\\"x"}]', 3],
  ['an array of nothing but an object', '[ {"a":1} ]', 1],
  ['one object on many lines', '{\n  "a": 1,\n  "b": {"c": 2}\n}\n', 1],
  ['objects one after the other', '{"a":1}{"a":2}\n{"a":3}', 3],
  ['a byte order mark', '\ufeff[{"a":1}]', 1],
])('a JSON document: %s', async (_what, text, rows) => {
  const table = await bench.openText(text, 'json');
  expect(table).toMatchObject({ totalRows: rows, brokenRows: 0 });
  expect(JSON.parse((await json(0)) ?? '')).toHaveProperty('a');
});

test('elements of a JSON array that are no records are told with their lines', async () => {
  const table = await bench.openText('[{"a":1},\n2,\n"x"]', 'json');
  expect(table).toMatchObject({ totalRows: 1, brokenRows: 2 });
  const { lines } = await bench.engine.broken({ handle: 'h', offset: 0, limit: 5 });
  expect(lines.map(({ line, text }) => [line, text])).toEqual([
    [2, '2'],
    [3, '"x"'],
  ]);
});
