import { beforeAll, describe, expect, test } from 'vitest';
import type { JobView } from '../../../../src-preload/contract/jobs.ts';
import { stepsOf, troubleOf } from '../../../../src-renderer/features/jobs/job-steps.ts';
import { setLocale } from '../../../../src-renderer/words/locale.ts';
import { collected, fingerprint, jobView, noon, receipt } from '../../support/job-views.ts';

beforeAll(() => setLocale({ locale: 'en-GB', timeZone: 'UTC' }));

const review = { by: 'Marta', at: noon, remark: null, fingerprint };
const attempt = { id: 'x', startedAt: noon, fingerprint, keepFiles: null, by: 'Marta' };
const way = (change: Partial<JobView>) =>
  stepsOf(jobView(change), noon)
    .map((step) => step.state)
    .join(' ');

describe('the way of an export', () => {
  test.each<[string, Partial<JobView>, string]>([
    ['queued', { export: { kind: 'queued' } }, 'done now later later later'],
    ['being prepared', { export: { kind: 'running' } }, 'done now later later later'],
    [
      'failed',
      { export: { kind: 'failed', reason: 'x', repeatable: true } },
      'done stopped later later later',
    ],
    ['cancelled', { export: { kind: 'cancelled' } }, 'done stopped later later later'],
    ['expired before it was collected', { export: { kind: 'expired' } }, 'done stopped later later later'],
    ['ready', {}, 'done done now later later'],
    ['collecting', { retrieval: { kind: 'collecting', parts: [] } }, 'done done now later later'],
    [
      'broken',
      { retrieval: { kind: 'broken', error: { code: 'disk-full' } } },
      'done done stopped later later',
    ],
    ['collected', { retrieval: collected() }, 'done done done now later'],
    [
      'gone at the vendor, but held here',
      { export: { kind: 'gone' }, retrieval: collected() },
      'done done done now later',
    ],
    ['reviewed', { retrieval: collected(), review }, 'done done done done now'],
    [
      'being committed',
      { retrieval: collected(), review, commit: { kind: 'committing', attempt } },
      'done done done done now',
    ],
    [
      'committed, without an answer',
      { retrieval: collected(), review, commit: { kind: 'unknown', attempt } },
      'done done done done now',
    ],
    [
      'committed',
      { retrieval: collected(), review, commit: { kind: 'committed', receipt: receipt() } },
      'done done done done done',
    ],
  ])('%s', (_, change, states) => {
    expect(way(change)).toBe(states);
  });

  test('a review of other files than those that lie here does not count', () => {
    expect(way({ retrieval: collected(), review: { ...review, fingerprint: 'b'.repeat(64) } })).toBe(
      'done done done now later',
    );
  });

  test('what lies ahead is named as a deed, what is done as done', () => {
    const labels = stepsOf(jobView({ retrieval: collected() }), noon).map((step) => step.label);
    expect(labels.slice(2)).toEqual(['Collected and checked', 'Review', 'Commit']);
  });

  test('an export that was found on the vendor’s list was not asked for here', () => {
    expect(stepsOf(jobView(), noon)[0]?.label).toBe('Came onto the list');
  });
});

describe('the trouble of an export', () => {
  const checkError = { code: 'offline' } as const;
  test('a refused commit weighs more than a failed check', () => {
    const commit = { kind: 'open', lastError: { code: 'commit-refused' } } as const;
    expect(troubleOf(jobView({ commit, checkError }))).toEqual({ code: 'commit-refused' });
  });
  test('broken files weigh more than a failed check', () => {
    const retrieval = { kind: 'broken', error: { code: 'gzip-corrupt' } } as const;
    expect(troubleOf(jobView({ retrieval, checkError }))).toEqual({ code: 'gzip-corrupt' });
  });
  test('a pause that nobody need mind is none', () => {
    expect(troubleOf(jobView({ retrieval: { kind: 'paused', by: 'person', parts: [] } }))).toBeNull();
  });
});
