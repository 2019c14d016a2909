import { expect, it } from 'vitest';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import type { TransferProgress } from '../../../src-preload/contract/retrievals.ts';
import { progressSteps, stagesToSay } from '../../../src-renderer/app/what-to-say.ts';
import { listOf } from '../../../src-renderer/state/job-list.ts';
import { jobView } from '../support/job-views.ts';

const said = (before: Partial<JobView>, after: Partial<JobView>) =>
  stagesToSay(listOf([jobView(before)]), listOf([jobView(after)])).map(({ stage }) => stage);

it('what an export comes to by itself is read out', () => {
  expect(said({ stage: 'preparing' }, { stage: 'ready' })).toEqual(['ready']);
  expect(said({ stage: 'checking' }, { stage: 'collected' })).toEqual(['collected']);
  expect(said({ stage: 'collecting' }, { stage: 'broken' })).toEqual(['broken']);
});

it('what a person has just done is not, nor what did not change', () => {
  expect(said({ stage: 'ready' }, { stage: 'collecting' })).toEqual([]);
  expect(said({ stage: 'reviewed' }, { stage: 'committing' })).toEqual([]);
  expect(said({ stage: 'ready' }, { stage: 'ready', lastCheckedAt: 5 })).toEqual([]);
  const paused = { kind: 'paused', by: 'person', parts: [] } as const;
  expect(said({ stage: 'collecting' }, { stage: 'paused', retrieval: paused })).toEqual([]);
});

it('that an error has stopped a transfer is read out', () => {
  const retrieval = { kind: 'paused', by: 'error', parts: [] } as const;
  expect(said({ stage: 'collecting' }, { stage: 'paused', retrieval })).toEqual(['paused']);
});

it('one that has just come onto the list is not read out', () => {
  expect(stagesToSay(listOf([]), listOf([jobView()]))).toEqual([]);
});

it('a transfer is read out at each quarter, once, also when it falls back', () => {
  const steps = progressSteps();
  const at = (done: number, total: number | null = 100) => {
    const transfer: TransferProgress = {
      jobId: 'a',
      unit: 'bytes',
      done,
      total,
      perSecond: null,
      secondsLeft: null,
      part: 1,
      parts: 1,
    };
    return steps(new Map([['a', transfer]])).map(({ percent }) => percent);
  };
  expect([0, 10, 26, 27, 20, 40, 80, 90, 100].map((done) => at(done))).toEqual([
    [],
    [],
    [25],
    [],
    [],
    [],
    [75],
    [],
    [],
  ]);
  expect(at(50, null)).toEqual([]);
});
