import { expect, test } from 'vitest';
import type { JobView } from '../../../../src-preload/contract/jobs.ts';
import { boxToChange, failureOf } from '../../../../src-renderer/features/jobs/ask-anew.ts';
import { stepsOf } from '../../../../src-renderer/features/jobs/job-steps.ts';
import { menuOf } from '../../../../src-renderer/features/jobs/menu-of.ts';
import { rowFacts } from '../../../../src-renderer/features/jobs/row-facts.ts';
import { words } from '../../../../src-renderer/words/words.ts';
import { jobView, noon } from '../../support/job-views.ts';

function failed(reason: string, change: Partial<JobView> = {}): JobView {
  return jobView({
    provider: 'mytracker',
    stage: 'failed',
    nextStep: 'ask-anew',
    group: 'needs-you',
    request: { provider: 'mytracker', event: 'installs', selectors: ['idDevice'], timezone: 'Europe/Oslo' },
    export: { kind: 'failed', reason, repeatable: false },
    ...change,
  });
}

test('who doesn’t want to ask anew takes what failed off the list from its menu', () => {
  expect(menuOf(failed('Too many lines')).harmful).toEqual(['forget']);
});

test.each(['Too many lines', 'Too many lines in one export', 'Too much export data'])(
  '“%s” is said in words of ours, in the row and in its steps, and the days are what to change',
  (reason) => {
    const job = failed(reason);
    const say = words.panel.tooMuch;
    expect(failureOf(job.export)).toBe(say);
    expect(rowFacts(job, undefined, noon).map(({ text }) => text)).toEqual([say]);
    expect(stepsOf(job, noon).find(({ key }) => key === 'prepared')?.note).toBe(say);
    expect(boxToChange(job)).toBe('from');
  },
);

test('any other reason stays the vendor’s own, and the form begins at its beginning', () => {
  const job = failed('Invalid selector');
  expect(failureOf(job.export)).toBe('Invalid selector');
  expect(boxToChange(job)).toBe('event');
  expect(boxToChange({ ...job, provider: 'mypreferences' })).toBe('segmentName');
  expect(boxToChange({ ...job, provider: 'crayon' })).toBe('from');
});

test('a failure without a word has ours in its steps, and none in its row', () => {
  expect(rowFacts(failed(''), undefined, noon)).toEqual([]);
  expect(stepsOf(failed(''), noon).find(({ key }) => key === 'prepared')?.note).toBe(words.panel.failed);
});
