import { expect, it } from 'vitest';
import { countsOf } from '../../../src-main/attention/counts.ts';
import { taskbarProgress } from '../../../src-main/attention/taskbar.ts';
import type { TransferProgress } from '../../../src-preload/contract/retrievals.ts';
import { sampleJob } from '../../support/sample-job.ts';

const transfer = (
  done: number,
  total: number | null,
  unit: 'rows' | 'bytes' = 'bytes',
): TransferProgress => ({
  jobId: 'a',
  unit,
  done,
  total,
  perSecond: null,
  secondsLeft: null,
  part: 1,
  parts: 1,
});

it('the taskbar shows the share of all transfers, each weighing the same', () => {
  expect(taskbarProgress([])).toBe('none');
  expect(taskbarProgress([transfer(0, 10)])).toBe(0);
  expect(taskbarProgress([transfer(50, 100), transfer(1, 1, 'rows')])).toBe(0.75);
  expect(taskbarProgress([transfer(120, 100)])).toBe(1);
});

it('a transfer of unknown length only says that something runs', () => {
  expect(taskbarProgress([transfer(50, 100), transfer(5, null)])).toBe('running');
  expect(taskbarProgress([transfer(5, 0)])).toBe('running');
});

it('of what is done this week’s is counted', () => {
  const now = 100 * 86_400_000;
  const done = (readyAt: number) => sampleJob({ export: { kind: 'cancelled' }, readyAt });
  expect(countsOf([done(now - 86_400_000), done(now - 8 * 86_400_000), sampleJob()], now)).toEqual({
    'needs-you': 1,
    'on-its-way': 0,
    done: 1,
  });
});
