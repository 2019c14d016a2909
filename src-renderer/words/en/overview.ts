import { sentence } from '../sentence.ts';
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
    collect: 'Show only what can be collected',
    review: 'Show only what can be reviewed',
    commit: 'Show only what can be committed',
    trouble: 'Show only what has stopped',
    settle: 'Show only what is committed but not confirmed',
    'on-its-way': 'Show only what is on its way',
  },
  /** Chosen above, and by now there is none left. */
  noneTitle: {
    collect: 'Nothing is left to collect',
    review: 'Nothing is left to review',
    commit: 'Nothing is left to commit',
    trouble: 'Nothing has stopped',
    settle: 'Every commit is confirmed',
    'on-its-way': 'Nothing is on its way',
  },
  none: 'The list is narrowed to these.',
  noMatch: 'The list is narrowed by more than one choice, and nothing fits all of them.',
  warnings: 'Before it is lost',
  expires: (title: string, at: number, now: number) =>
    `“${title}” expires ${until(at, now)} and is not collected.`,
  leavesToday: (title: string) => `“${title}” leaves Crayon’s queue today and is not collected.`,
  leavesTomorrow: (title: string) => `“${title}” leaves Crayon’s queue tomorrow and is not collected.`,
  several: (exports: number, first: number, now: number) =>
    sentence(
      `${count(exports, 'export', 'exports')} will soon be gone from the vendor and are not collected. The first goes ${until(first, now)}`,
    ),
  collect: 'Collect',
  collectAll: (exports: number) => `Collect all ${exports}`,
  show: 'Show',
  blocked: (connection: string) => `“${connection}” needs you.`,
  openConnection: 'Open the connection',
  scheduleFailed: (title: string) => `The schedule “${title}” could not ask.`,
  openSchedules: 'Open the schedules',
} as const;
