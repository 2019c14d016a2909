import type { Group } from '../../src-preload/contract/jobs.ts';
import type { Job } from '../jobs/job.ts';
import { groupOf } from '../jobs/stage.ts';

/** How many exports there are of each group; of those that are done, this week's, as the list shows them. */
export type Counts = Readonly<Record<Group, number>>;

const week = 7 * 86_400_000;

export function countsOf(jobs: readonly Job[], now: number): Counts {
  const counts = { 'needs-you': 0, 'on-its-way': 0, done: 0 };
  for (const job of jobs) {
    const group = groupOf(job);
    if (group !== 'done' || doneAt(job) >= now - week) counts[group] += 1;
  }
  return counts;
}

function doneAt(job: Job): number {
  return job.commit.kind === 'committed' ? job.commit.receipt.at : (job.readyAt ?? job.createdAt);
}
