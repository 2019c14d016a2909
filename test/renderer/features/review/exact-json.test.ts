import { expect, test } from 'vitest';
import { exactJson, pretty } from '../../../../src-renderer/features/review/panel/exact-json.ts';

const shown = (source: string) => {
  const value = exactJson(source);
  return value === null ? null : pretty(value);
};

test.each([['12345678901234567890'], ['1.10'], ['-0'], ['1E400'], ['"\\u00e9\\n"'], ['true'], ['null']])(
  '%s keeps every sign',
  (source) => {
    expect(shown(source)).toBe(source);
  },
);

test('objects keep their order and repeated names', () => {
  expect(shown('{"b":1.0,"a":[1,2,{}],"b":[]}')).toBe(
    '{\n  "b": 1.0,\n  "a": [\n    1,\n    2,\n    {}\n  ],\n  "b": []\n}',
  );
});

test('nothing but blanks between the signs is changed', () => {
  const source = '{"Emails":[{"Address":"a@b","OptIn":true}],"Id":00,"N":1.50}'.replace('00', '10');
  expect(shown(source)?.replace(/[\s]/g, '')).toBe(source);
});

test.each(['', '{', '[1,', '{"a"}', '{"a":1,}', '[1 2]', 'nope', '"open', '1 2', '{"a":1}}'])(
  '%s is no JSON',
  (source) => {
    expect(exactJson(source)).toBeNull();
  },
);

test('what is nested without end is not followed', () => {
  expect(exactJson('['.repeat(100_000))).toBeNull();
});
