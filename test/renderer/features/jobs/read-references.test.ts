import { describe, expect, test } from 'vitest';
import type { Result } from '../../../../src-preload/contract/errors.ts';
import type { JobView } from '../../../../src-preload/contract/jobs.ts';
import { readReferences } from '../../../../src-renderer/features/jobs/read-references.ts';
import {
  outcomeOf,
  shownReference,
  type Tracked,
  trackAll,
  trackedLines,
} from '../../../../src-renderer/features/jobs/track-several.ts';

const numbersIn = (text: string) => readReferences(text).map(({ reference }) => reference);

describe('the numbers in a paste', () => {
  test.each([
    ['one', ' 9007199254740993 \n', ['9007199254740993']],
    ['one with blanks inside', '123 456', ['123456']],
    ['with invisible marks around it', '\ufeff42\u200b', ['42']],
    ['one on each line', '11040581\r\n11040582\n\n11040583', ['11040581', '11040582', '11040583']],
    ['between commas', '4, 5; 6', ['4', '5', '6']],
    ['long ones between blanks', '11040581 11040582', ['11040581', '11040582']],
    ['a column of a table', '11040581\tinstalls\n11040582\tpayments', ['11040581', null, '11040582', null]],
    [
      'an address of MyTracker',
      'https://tracker.my.com/api/raw/v1/export/get.json?idRawExport=11040581',
      ['11040581'],
    ],
    [
      'a link of MyTracker',
      'https://tracker.my.com/storage/download/raw/4.payment.26c427ac86.0.csv.gz',
      ['4'],
    ],
    [
      'an address of MyPreferences',
      'https://pm.mypreferences.com/Profiles/v4/Async/ACME/Export/123456/Status',
      ['123456'],
    ],
    [
      'an older one',
      'https://pm.mypreferences.com/API/3/async/ACME/export/Segment/123456?limit=10',
      ['123456'],
    ],
    ['an answer as the vendor sent it', '{ "AccessToken": 123456 }', ['123456']],
    ['the same in several lines', '{\n"AccessToken": 123456\n}', [null, '123456', null]],
    ['said in words', 'idRawExport = 4\nAccess token: 77', ['4', '77']],
    ['nothing', ' \n ', []],
  ] as const)('%s', (_name, text, expected) => {
    expect(numbersIn(text)).toEqual(expected);
  });

  test.each(['abc', '12a', '-1', '1.5', 'https://tracker.my.com/export', 'https://', '\u0661\u0662'])(
    'none in %s',
    (text) => {
      expect(numbersIn(text).every((reference) => reference === null)).toBe(true);
    },
  );

  test('each says on which line it stood', () => {
    expect(readReferences('4\n\nx\n5, 6').map(({ line }) => line)).toEqual([1, 3, 4, 4]);
  });
});

describe('adding several', () => {
  const titled = (title: string) => ({ ok: true, value: { title } as JobView }) as const;

  test('one after another, each told as it comes, and no number asked for twice', async () => {
    const told: string[] = [];
    const asked: string[] = [];
    const answers: Record<string, Result<JobView>> = {
      4: titled('October'),
      5: { ok: false, error: { code: 'already-on-list', subject: 'November' } },
      6: { ok: false, error: { code: 'not-found', subject: '6' } },
    };
    const ended = await trackAll(
      trackedLines('4\nnothing\n5\n4\n6'),
      async (reference) => {
        asked.push(reference);
        return answers[reference] ?? { ok: false, error: { code: 'unexpected' } };
      },
      (lines) => told.push(lines.map(({ result }) => result.kind[0]).join('')),
    );
    expect(asked).toEqual(['4', '5', '6']);
    expect(ended.map(({ result }) => result.kind)).toEqual([
      'added',
      'no-number',
      'refused',
      'twice',
      'refused',
    ]);
    expect(outcomeOf(ended)).toEqual({ added: 1, failed: 3 });
    expect(told).toEqual(['anwtw', 'anwtw', 'anatw', 'anrtw', 'anrta', 'anrtr']);
  });

  test('trying again asks only for what was refused', async () => {
    const asked: string[] = [];
    const lines: readonly Tracked[] = [
      { line: 1, reference: '4', result: { kind: 'added', title: 'October' } },
      { line: 2, reference: '5', result: { kind: 'refused', error: { code: 'offline' } } },
    ];
    const ended = await trackAll(
      lines,
      async (reference) => {
        asked.push(reference);
        return titled('November');
      },
      () => {},
    );
    expect(asked).toEqual(['5']);
    expect(outcomeOf(ended)).toEqual({ added: 2, failed: 0 });
  });

  test('of a secret number only its end is shown', () => {
    expect(shownReference('987654321', true)).toBe('••••4321');
    expect(shownReference('987654321', false)).toBe('987654321');
  });
});
