import { describe, expect, test } from 'vitest';
import { words as english } from '../../../../src-renderer/words/en.ts';
import { words as norwegian } from '../../../../src-renderer/words/nb.ts';
import { words as russian } from '../../../../src-renderer/words/ru.ts';
import { testFindings, testSteps } from '../../../../src-renderer/words/test-findings.ts';

const languages = [
  ['English', english],
  ['Norwegian', norwegian],
  ['Russian', russian],
] as const;
const now = Date.UTC(2026, 10, 22, 12);

describe.each(languages)('%s', (_language, words) => {
  test('what a button is called holds the words on it (WCAG 2.5.3)', () => {
    const { schedules, asking } = words;
    for (const [shown, name] of [
      [schedules.show, schedules.showNamed('X')],
      [schedules.run, schedules.runNamed('X')],
      [schedules.pause, schedules.pauseNamed('X')],
      [schedules.goOn, schedules.goOnNamed('X')],
      [schedules.edit, schedules.editNamed('X')],
      [asking.again, asking.againNamed('X')],
    ] as const)
      expect(name).toContain(shown);
  });

  test('a schedule reads as a sentence, with its time and its days', () => {
    const { schedules } = words;
    const rhythms = (['daily', 'weekdays'] as const).map((kind) => schedules.rhythm({ kind, time: '18:05' }));
    for (const text of [...rhythms, schedules.rhythm({ kind: 'monthly', time: '18:05', day: 31 })])
      expect(text).toMatch(/18[:.]05|6:05/);
    expect(schedules.rhythm({ kind: 'monthly', time: '18:05', day: 31 })).toContain('31');
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
      schedules.rhythm({ kind: 'weekly', time: '18:05', weekday }),
    );
    expect(new Set(weekly).size).toBe(7);
    for (const text of weekly) expect(text).toMatch(/18[:.]05|6:05/);
    const span = { from: '2026-11-20', to: '2026-11-22' };
    expect(schedules.next(now + 3_600_000, now, span)).toMatch(/20.*22/);
    // Due already: it waits for the network.
    expect(schedules.next(now - 1, now, null)).not.toBe(schedules.next(now + 3_600_000, now, null));
    expect(schedules.missed(0, now, now)).not.toBe(schedules.missed(2, now, now));
    expect(schedules.missed(2, now, now)).toContain('3');
  });

  test('each step of a test has a sentence of its own for yes, no and not known', () => {
    const said = testSteps.flatMap((step) =>
      (['yes', 'no', 'unknown'] as const).map((result) => words.connectionTest.step(step, result, 'Crayon')),
    );
    expect(new Set(said).size).toBe(9);
  });
});

test('a failure that the vendor says nothing of leaves open what comes after it', () => {
  expect(testFindings('crayon', { code: 'unexpected' }).steps).toEqual({
    reach: 'unknown',
    'sign-in': 'unknown',
    permission: 'unknown',
  });
});
