import { expect, it } from 'vitest';
import type { ScheduleView } from '../../../../src-preload/contract/schedules.ts';
import {
  blockedConnections,
  failedSchedules,
  overviewOf,
} from '../../../../src-renderer/features/jobs/overview.ts';
import { listOf } from '../../../../src-renderer/state/job-list.ts';
import { collected, jobView, noon } from '../../support/job-views.ts';

const hour = 3_600_000;

it('counts what there is to do in the order of the work', () => {
  const list = listOf([
    jobView({ id: 'a', readyAt: 1 }),
    jobView({ id: 'b', readyAt: 2 }),
    jobView({ id: 'c', stage: 'collected', nextStep: 'review', retrieval: collected() }),
    jobView({ id: 'd', stage: 'reviewed', nextStep: 'commit', retrieval: collected() }),
    jobView({ id: 'e', stage: 'broken', nextStep: 'collect-again' }),
    jobView({ id: 'f', stage: 'unsettled', nextStep: 'settle' }),
    jobView({ id: 'g', stage: 'preparing', nextStep: 'wait', group: 'on-its-way' }),
    jobView({ id: 'h', stage: 'committed', nextStep: 'receipt', group: 'done' }),
  ]);
  expect(overviewOf(list, noon).parts).toEqual([
    { part: 'collect', count: 2 },
    { part: 'review', count: 1 },
    { part: 'commit', count: 1 },
    { part: 'trouble', count: 1 },
    { part: 'settle', count: 1 },
    { part: 'on-its-way', count: 1 },
  ]);
});

it('where nothing is to be done nothing is counted', () => {
  const list = listOf([jobView({ id: 'h', stage: 'committed', nextStep: 'receipt', group: 'done' })]);
  expect(overviewOf(list, noon)).toEqual({ parts: [], losses: [] });
});

it('what will be lost is told, the soonest first, but not what is collected', () => {
  const expiring = (id: string, inHours: number, change = {}) =>
    jobView({ id, export: { kind: 'ready', expiresAt: noon + inHours * hour }, ...change });
  const list = listOf([
    expiring('a', 20),
    expiring('b', 2),
    expiring('c', 1, { retrieval: collected(), stage: 'collected', nextStep: 'review' }),
    expiring('d', 100),
  ]);
  expect(overviewOf(list, noon).losses.map(({ job, loss }) => [job.id, loss.level])).toEqual([
    ['b', 'hours'],
    ['a', 'day'],
  ]);
});

it('a connection that waits for a person is told once', () => {
  const refused = {
    code: 'sign-in-refused',
    action: { kind: 'edit-connection', connectionId: 'connection-1' },
  } as const;
  const list = listOf([
    jobView({ id: 'a', checkError: refused }),
    jobView({ id: 'b', checkError: refused }),
    jobView({ id: 'c', connectionId: 'connection-2', checkError: { code: 'unreachable' } }),
  ]);
  expect(blockedConnections(list).map(({ connectionId }) => connectionId)).toEqual(['connection-1']);
});

it('a schedule that failed is told until it asks again, unless it is paused or tries by itself', () => {
  const schedule = (againAt: number | null, paused = false) =>
    ({
      paused,
      lastRun: { outcome: { kind: 'failed', error: { code: 'sign-in-refused' }, againAt } },
    }) as unknown as ScheduleView;
  expect(failedSchedules([schedule(null), schedule(5), schedule(null, true)])).toHaveLength(1);
});
