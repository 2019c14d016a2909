import { beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../src-renderer/words/en.ts';
import { setLocale } from '../../../src-renderer/words/locale.ts';
import { hour, minute } from '../../../src-renderer/words/time.ts';
import { jobView, noon } from '../support/job-views.ts';

const read = (text: string) => text.replace(/\u00a0/g, ' ');

beforeAll(() => setLocale({ locale: 'en-GB', timeZone: 'UTC' }));

describe('the headline', () => {
  const soon = noon + 2 * hour + 10 * minute;
  test.each([
    [0, 0, null, 'Nothing needs you.'],
    [0, 1, null, 'Nothing needs you now. One export is on its way.'],
    [0, 2, null, 'Nothing needs you now. 2 exports are on their way.'],
    [1, 5, null, 'One export needs you.'],
    [1, 0, soon, 'One export needs you. It expires in 2 h 10 min.'],
    [3, 2, soon, '3 exports need you. One expires in 2 h 10 min.'],
    [3, 2, noon - 1, '3 exports need you.'],
  ])('%i that need you and %i on their way, the first expiring at %s: "%s"', (needs, way, expiry, text) => {
    expect(read(words.exports.headline(needs, way, expiry, noon))).toBe(text);
  });
});

describe('the stage', () => {
  test('of an export whose vendor tells no percentage has none', () => {
    expect(words.exports.stage(jobView({ stage: 'preparing', export: { kind: 'running' } }))).toBe(
      'Preparing',
    );
  });

  test('of one in the vendor’s queue is not called preparing', () => {
    expect(words.exports.stage(jobView({ stage: 'preparing', export: { kind: 'queued' } }))).toBe(
      'Waiting its turn',
    );
  });

  test.each([
    ['offline', 'Paused: offline'],
    ['rate-limit', 'Paused: MyPreferences asks to wait'],
    ['person', 'Paused'],
    ['error', 'Paused'],
  ] as const)('of one paused by %s reads "%s"', (by, text) => {
    expect(
      words.exports.stage(jobView({ stage: 'paused', retrieval: { kind: 'paused', by, parts: [] } })),
    ).toBe(text);
  });
});
