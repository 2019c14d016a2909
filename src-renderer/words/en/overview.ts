import { until } from './time.ts';
import { count } from './values.ts';

/** The line at the top of the list, and the warnings below it. */
export const overview = {
  label: 'What needs you',
  part: {
    collect: (exports: number) => `${exports} to collect`,
    review: (exports: number) => `${exports} to review`,
    commit: (exports: number) => `${exports} to commit`,
    trouble: (exports: number) => `${exports} stopped`,
    settle: (exports: number) => `${exports} not confirmed`,
    'on-its-way': (exports: number) => `${exports} on the way`,
  },
  partHint: {
    collect: 'Show the first that can be collected',
    review: 'Show the first that can be reviewed',
    commit: 'Show the first that can be committed',
    trouble: 'Show the first that has stopped',
    settle: 'Show the first whose commit is not confirmed',
    'on-its-way': 'Show the first that is on its way',
  },
  warnings: 'Before it is lost',
  expires: (title: string, at: number, now: number) =>
    `“${title}” expires ${until(at, now)} and is not collected.`,
  leavesToday: (title: string) => `“${title}” leaves Crayon’s queue today and is not collected.`,
  leavesTomorrow: (title: string) => `“${title}” leaves Crayon’s queue tomorrow and is not collected.`,
  several: (exports: number, first: number, now: number) =>
    `${count(exports, 'export', 'exports')} will soon be gone from the vendor and are not collected. The first goes ${until(first, now)}.`,
  collect: 'Collect',
  collectAll: (exports: number) => `Collect all ${exports}`,
  show: 'Show',
  blocked: (connection: string) => `“${connection}” needs you.`,
  openConnection: 'Open the connection',
  scheduleFailed: (title: string) => `The schedule “${title}” could not ask.`,
  openSchedules: 'Open the schedules',
} as const;
