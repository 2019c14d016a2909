import { describe, expect, test } from 'vitest';
import type { ScheduleRun, ScheduleView } from '../../../src-preload/contract/schedules.ts';
import { ranLate, ranSince } from '../../../src-renderer/state/schedules-store.ts';

const asked = { kind: 'asked', jobId: 'job', title: 'Export', span: null } as const;
const run = (at: number, more: Partial<ScheduleRun> = {}): ScheduleRun => ({
  dueAt: at,
  at,
  missed: 0,
  outcome: asked,
  ...more,
});
const schedule = (lastRun: ScheduleRun | null, id = 'one') => ({ id, lastRun }) as ScheduleView;
const now = 10_000_000;

describe('what has run since', () => {
  test.each([
    ['never', [schedule(null)], [schedule(null)], 0],
    ['the same as before', [schedule(run(1))], [schedule(run(1))], 0],
    ['once more', [schedule(run(1))], [schedule(run(2))], 1],
    ['the first time', [schedule(null)], [schedule(run(2))], 1],
    ['failed after all', [schedule(run(1))], [schedule(run(1, { outcome: { kind: 'unclear' } }))], 1],
    ['a moment before this page was opened', null, [schedule(run(now - 1_000))], 1],
    ['yesterday', null, [schedule(run(now - 86_400_000))], 0],
  ] as const)('%s', (_name, before, after, news) => {
    expect(ranSince(before, after, now)).toHaveLength(news);
  });
});

test('late is what was missed, or begun long after its time', () => {
  expect(ranLate(schedule(null))).toBe(false);
  expect(ranLate(schedule(run(now)))).toBe(false);
  expect(ranLate(schedule(run(now, { missed: 1 })))).toBe(true);
  expect(ranLate(schedule(run(now, { dueAt: now - 600_000 })))).toBe(true);
});
