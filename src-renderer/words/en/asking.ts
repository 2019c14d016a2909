import { ago } from './time.ts';
import { count } from './values.ts';

/** In "New export": the last request once more, several numbers at once, and repeating it. */
export const asking = {
  lastTitle: 'Your last request',
  last: (title: string, at: number, now: number) => `“${title}”, asked for ${ago(at, now)}`,
  again: 'Ask again',
  againNamed: (title: string) => `Ask again: “${title}”`,
  fillIn: 'Use as a start',
  filledIn: 'The boxes hold your last request. Change what is different, then ask.',
  filledAnew: 'The boxes hold the request that failed.',
  anewTitle: (title: string) => `Change “${title}” and ask again`,
  removed: (name: string) => `“${name}”, which was asked the first time, is no longer connected.`,
  removedOthers: (vendor: string) => `Choose the ${vendor} connection to ask instead.`,
  removedNone: (vendor: string) => `Connect ${vendor} again to ask once more.`,
  useThis: 'Use this connection',

  several: 'Add several at once',
  one: 'Add one',
  severalLabel: {
    mypreferences: 'Access tokens',
    mytracker: 'Numbers of the exports',
    crayon: '',
  },
  severalHint: 'One on each line, as you have them: numbers, or whole addresses that hold one.',
  severalNone: 'There is no number in it.',
  addSeveral: (numbers: number) => `Add ${count(numbers, 'export', 'exports')}`,
  addingSeveral: (done: number, all: number) => `Adding ${done} of ${all}…`,
  results: 'What came of each line',
  /** A line without a number. */
  noNumber: (line: number) => `Line ${line}: no number`,
  twice: 'Stands above already.',
  waiting: 'Waiting…',
  asked: 'Asking…',
  added: (title: string) => `On your list: “${title}”`,
  addedAll: (exports: number) => `${count(exports, 'export is', 'exports are')} on your list`,
  addedSome: (added: number, failed: number) =>
    `${count(added, 'export is', 'exports are')} on your list; ${count(failed, 'line needs', 'lines need')} another look.`,
  retry: 'Try the others again',

  repeat: 'Repeat',
  once: 'Once, now',
  daily: 'Every day',
  weekdays: 'Monday to Friday',
  weekly: 'Every week',
  monthly: 'Every month',
  time: 'At',
  timeProblem: 'Enter a time, such as 06:00.',
  weekday: 'On which day',
  day: 'On day',
  dayHint: 'In a shorter month, on its last day.',
  period: 'Each time for',
  periods: {
    'day-before': 'the day before',
    'seven-days': 'the last seven days',
    'month-before': 'the month before',
    'since-last': 'what has changed since the last time',
    same: 'the same as now',
  },
  periodHint: {
    'day-before': 'Days that were missed, and weekends, come with the next export: none falls between two.',
    'seven-days': 'Days that were missed come with the next export: none falls between two.',
    'month-before': 'Months that were missed come with the next export: none falls between two.',
    'since-last':
      'Each export begins a day before the last one was asked for, so that nothing falls between two.',
    same: 'With the days that you choose here, every time.',
  },
  whileRunning:
    'Docket asks while it runs. If it is closed at that time, it asks once at the next start. It never commits anything by itself.',
  alsoNow: 'Ask once now as well',
  setUp: 'Set up the schedule',
  settingUp: 'Setting up…',
  saveSchedule: 'Save the schedule',
  setUpDone: 'The schedule is set up',
  changed: 'The schedule is changed',
} as const;
