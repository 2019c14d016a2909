import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HttpAnswer } from '../../../../src-main/providers/http/http-client.ts';
import { parseJsonExact } from '../../../../src-main/providers/http/parse-json-exact.ts';
import { quickest } from '../../../support/quickest.ts';

const answer = (text: string): HttpAnswer => ({ status: 200, headers: new Headers(), text });
const parse = (text: string) => parseJsonExact(answer(text), ['UserProfilePreferences', 'Preferences']);

describe('records with their exact text', () => {
  test('numbers beyond 2^53, 1.10, escapes, doubled keys and inner spaces are untouched', () => {
    const records = [
      '{"Id": 9007199254740993123, "Rate":1.10}',
      '{"a":"\\u0041\\/","a":1E+2}',
      ' [ ] '.trim(),
      '"\\"],{"',
      '-0.0',
    ];
    expect(parse(`{"Count":5,"UserProfilePreferences":[${records.join(' , ')}],"HasMore":false}`)).toEqual({
      envelope: { Count: 5, HasMore: false },
      records,
    });
  });

  test('line breaks between tokens become spaces, one for one; escaped ones stay', () => {
    expect(parse('{"preferences":[{\r\n  "a":\n1,"b":"x\\ny"}]}').records).toEqual([
      '{    "a": 1,"b":"x\\ny"}',
    ]);
  });

  test.each([
    ['an empty array', '{"Preferences":[ ]}', []],
    ['null', '{"Preferences":null}', null],
    ['another name', '{"Other":[1]}', null],
    ['a name in other letter case', '{"USERPROFILEPREFERENCES":[1]}', ['1']],
    ['an escaped name', '{"Prefer\\u0065nces":[1]}', ['1']],
    ['the same name further down', '{"x":{"Preferences":[1]}}', null],
    ['an array beside a null', '{"Preferences":null,"UserProfilePreferences":[1]}', ['1']],
    ['an empty object', ' {} ', null],
  ])('%s', (_name, text, records) => {
    expect(parse(text).records).toEqual(records);
  });

  test.each([
    ['two such arrays, of which one would be lost', '{"Preferences":[1],"UserProfilePreferences":[2]}'],
    ['the same array twice', '{"Preferences":[1],"Preferences":[2]}'],
    ['a cut text', '{"Preferences":[{"a":1},{"a":'],
    ['a missing comma', '{"Preferences":[{"a":1} {"a":2}]}'],
    ['a comma too much', '{"Preferences":[{"a":1},]}'],
    ['a bare word in a record', '{"Preferences":[{"a":NaN}]}'],
    ['a raw line break in a string', '{"Preferences":["a\nb"]}'],
    ['something behind the end', '{"Preferences":[1]} x'],
    ['an array on top', '[1]'],
    ['a number on top', '7'],
    ['nesting without end', `{"Preferences":[${'['.repeat(201)}${']'.repeat(201)}]}`],
    ['nesting that could overflow a stack', `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('%s is answer-malformed', (_name, text) => {
    expect(() => parse(text)).toThrow('answer-malformed');
  });

  test('bytes that were no UTF-8 are refused instead of kept as question marks', () => {
    expect(() =>
      parseJsonExact({ ...answer('{"Preferences":["\uFFFD"]}'), damaged: true }, ['Preferences']),
    ).toThrow('answer-malformed');
  });

  test('a page for people and an empty answer are named as such', () => {
    expect(() => parse('<html></html>')).toThrow('not-the-vendor');
    expect(() => parse(' ')).toThrow('answer-empty');
  });

  test('an error does not repeat what stood in the record', () => {
    try {
      parse('{"Preferences":[CANARY]}');
      expect.unreachable();
    } catch (thrown) {
      expect(JSON.stringify(thrown)).not.toContain('CANARY');
    }
  });

  test('agrees with JSON.parse on whatever JSON there is, in any layout', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 6 })),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom(undefined, 1, '\t', ' \n '.trim() === '' ? 2 : 2),
        fc.boolean(),
        (records, rest, indent, arrayFirst) => {
          const others = Object.fromEntries(
            Object.entries(rest).filter(([key]) => !/^preferences$/i.test(key) && key !== '__proto__'),
          );
          const whole = arrayFirst
            ? { Preferences: records, ...others }
            : { ...others, Preferences: records };
          const text = JSON.stringify(whole, null, indent);
          const parsed = parse(text);
          expect(parsed.records?.map((record) => JSON.parse(record))).toEqual(
            JSON.parse(JSON.stringify(records)),
          );
          expect(parsed.envelope).toEqual(JSON.parse(JSON.stringify(others)));
          expect(parsed.records?.some((record) => /[\r\n]/.test(record))).toBe(false);
          if (indent === undefined)
            expect(parsed.records).toEqual(records.map((record) => JSON.stringify(record)));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('takes or refuses exactly what JSON.parse does', () => {
    const scrap = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', '1', 'e', '-', 'a', ' ', '\n'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(scrap, (inside) => {
        const text = `{"Preferences":[${inside}]}`;
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          expect(() => parse(text)).toThrow('answer-malformed');
          return;
        }
        const { records } = parse(text);
        expect({ Preferences: records?.map((record) => JSON.parse(record)) }).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('takes a page ten times as large about ten times as long, and a real one in a moment', async () => {
    const record = JSON.stringify({
      ProfileId: 1,
      Note: `${'x"\\'.repeat(800)}`,
      Emails: Array.from({ length: 40 }, (_, at) => ({ at })),
    });
    const page = `{"UserProfilePreferences":[${Array.from({ length: 1000 }, () => record).join(',')}]}`;
    expect(page.length).toBeGreaterThan(4_000_000);
    expect(await quickest(() => expect(parse(page).records).toHaveLength(1000))).toBeLessThan(2000);
  });
});
