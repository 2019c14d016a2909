import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { type Loss, lossOf } from '../../../src-preload/contract/loss.ts';
import type { ScheduleView } from '../../../src-preload/contract/schedules.ts';
import type { JobList } from '../../state/job-list.ts';

export const overviewParts = ['collect', 'review', 'commit', 'trouble', 'settle', 'on-its-way'] as const;
/** What is to be done, in the order in which an export comes to it. */
export type OverviewPart = (typeof overviewParts)[number];

export interface Overview {
  /** How many there are of each part, and the first of them; parts without any are left out. */
  readonly parts: readonly { readonly part: OverviewPart; readonly count: number; readonly first: string }[];
  /** What will be lost within a day, the soonest first. */
  readonly losses: readonly { readonly job: JobView; readonly loss: Loss }[];
}

/** What needs the person, from the list; `now` decides what is about to be lost. */
export function overviewOf({ byId, order }: JobList, now: number): Overview {
  const counts = new Map<OverviewPart, { count: number; first: string }>();
  const add = (part: OverviewPart, id: string) => {
    const held = counts.get(part);
    if (held === undefined) counts.set(part, { count: 1, first: id });
    else held.count += 1;
  };
  const losses: { readonly job: JobView; readonly loss: Loss }[] = [];
  for (const id of order['needs-you']) {
    const job = byId.get(id);
    if (job === undefined) continue;
    add(partOf(job), id);
    const loss = lossOf(job, now);
    if (loss !== null) losses.push({ job, loss });
  }
  const [moving] = order['on-its-way'];
  if (moving !== undefined) counts.set('on-its-way', { count: order['on-its-way'].length, first: moving });
  return {
    parts: overviewParts.flatMap((part) => {
      const held = counts.get(part);
      return held === undefined ? [] : [{ part, ...held }];
    }),
    losses: losses.sort((a, b) => a.loss.at - b.loss.at),
  };
}

function partOf(job: JobView): OverviewPart {
  switch (job.nextStep) {
    case 'collect':
      return 'collect';
    case 'review':
      return 'review';
    case 'commit':
      return 'commit';
    case 'settle':
      return 'settle';
    default:
      return 'trouble';
  }
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
