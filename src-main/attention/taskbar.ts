import type { TransferProgress } from '../../src-preload/contract/retrievals.ts';

/** What the taskbar shows: nothing, that something runs, or which share of it is done (0 to 1). */
export type TaskbarProgress = 'none' | 'running' | number;

/** The share of all that is being collected, each export weighing the same: rows and bytes don't add up. */
export function taskbarProgress(transfers: readonly TransferProgress[]): TaskbarProgress {
  if (transfers.length === 0) return 'none';
  let sum = 0;
  for (const { done, total } of transfers) {
    if (total === null || total <= 0) return 'running';
    sum += Math.min(1, Math.max(0, done / total));
  }
  // Steps of a hundredth: more can't be seen.
  return Math.floor((sum / transfers.length) * 100) / 100;
}
