import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { type Loss, lossOf } from '../../../src-preload/contract/loss.ts';
import type { ScheduleView } from '../../../src-preload/contract/schedules.ts';
import type { JobList } from '../../state/job-list.ts';
import { type JobPart, jobParts, partOf } from '../../state/job-part.ts';

export interface Overview {
  /** How many there are of each part; parts without any are left out. */
  readonly parts: readonly { readonly part: JobPart; readonly count: number }[];
  /** What will be lost within a day, the soonest first. */
  readonly losses: readonly { readonly job: JobView; readonly loss: Loss }[];
}

/** What needs the person, from the list; `now` decides what is about to be lost. */
export function overviewOf({ byId, order }: JobList, now: number): Overview {
  const counts = new Map<JobPart, number>();
  const losses: { readonly job: JobView; readonly loss: Loss }[] = [];
  for (const id of order['needs-you']) {
    const job = byId.get(id);
    if (job === undefined) continue;
    const part = partOf(job);
    if (part !== null) counts.set(part, (counts.get(part) ?? 0) + 1);
    const loss = lossOf(job, now);
    if (loss !== null) losses.push({ job, loss });
  }
  const moving = order['on-its-way'].length;
  if (moving > 0) counts.set('on-its-way', moving);
  return {
    parts: jobParts.flatMap((part) => {
      const count = counts.get(part);
      return count === undefined ? [] : [{ part, count }];
    }),
    losses: losses.sort((a, b) => a.loss.at - b.loss.at),
  };
}

/** Connections whose exports wait for a person: for each its name and one of its exports' errors. */
export function blockedConnections({ byId, order }: JobList): readonly JobView[] {
  const found = new Map<string, JobView>();
  for (const id of [...order['on-its-way'], ...order['needs-you']]) {
    const job = byId.get(id);
    if (job?.checkError?.action?.kind !== 'edit-connection' || found.has(job.connectionId)) continue;
    found.set(job.connectionId, job);
  }
  return [...found.values()];
}

/** Schedules whose last request came to nothing, and that Docket doesn't try again by itself before its next time. */
export function failedSchedules(schedules: readonly ScheduleView[]): readonly ScheduleView[] {
  return schedules.filter(
    ({ paused, lastRun }) =>
      !paused && lastRun?.outcome.kind === 'failed' && lastRun.outcome.againAt === null,
  );
}
