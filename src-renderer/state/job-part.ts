import type { JobView } from '../../src-preload/contract/jobs.ts';

export const jobParts = ['collect', 'review', 'commit', 'trouble', 'settle', 'on-its-way'] as const;
/** What is to be done, in the order in which an export comes to it. */
export type JobPart = (typeof jobParts)[number];

/** The part of the work that an export waits in; null when it is done. */
export function partOf({ group, nextStep }: Pick<JobView, 'group' | 'nextStep'>): JobPart | null {
  if (group === 'done') return null;
  if (group === 'on-its-way') return 'on-its-way';
  switch (nextStep) {
    case 'collect':
    case 'review':
    case 'commit':
    case 'settle':
      return nextStep;
    default:
      return 'trouble';
  }
}
