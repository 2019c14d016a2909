import type { Period, Rhythm, Span } from '../../../src-preload/contract/schedules.ts';
import { filePeriod } from '../file-dates.ts';
import { sentence } from '../sentence.ts';
import { timeOfDayText, weekdayName } from '../wall-time.ts';
import { momentInSentence, until } from './time.ts';
import { number } from './values.ts';

function rhythm(when: Rhythm): string {
  const at = timeOfDayText(when.time);
  switch (when.kind) {
    case 'daily':
      return `Every day at ${at}`;
    case 'weekdays':
      return `Monday to Friday at ${at}`;
    case 'weekly':
      return `Every ${weekdayName(when.weekday)} at ${at}`;
    case 'monthly':
      return `Every month on day ${when.day} at ${at}`;
  }
}

const periods: Readonly<Record<Period, string>> = {
  'day-before': 'for the day before',
  'seven-days': 'for the last seven days',
  'month-before': 'for the month before',
  'since-last': 'for what has changed since the last time',
  same: 'for the same each time',
};

/** "Next on 23 Nov, 06:00, for 22 Nov 2026." */
function next(at: number, now: number, span: Span | null): string {
  const when = at <= now ? 'Next as soon as this computer is online' : `Next ${until(at, now)}`;
  return sentence(span === null ? when : `${when}, for ${filePeriod(span)}`);
}

/** The screen of requests that Docket repeats. */
export const schedules = {
  title: 'Schedules',
  listLabel: 'Schedules',
  emptyTitle: 'Nothing repeats yet',
  empty:
    'Docket can ask a vendor for the same export every day, Monday to Friday, every week or every month. Choose “Repeat” when you ask for one.',
  newSchedule: 'New schedule',
  intro: 'Docket asks while it runs. It never commits anything by itself.',

  rhythm,
  period: (period: Period) => periods[period],
  next,
  paused: 'Paused',
  noConnection: 'Its connection is not there.',

  asked: (title: string, at: number, now: number) =>
    sentence(`“${title}” was asked for ${momentInSentence(at, now)}`),
  missed: (times: number, at: number, now: number) =>
    times === 0
      ? `It was due ${momentInSentence(at, now)}, when Docket was not running.`
      : `Docket was not running at ${number(times + 1)} of its times; it has asked once for all of them.`,
  failed: (title: string, at: number, now: number) =>
    sentence(`${title}: not asked for ${momentInSentence(at, now)}`),
  again: (at: number, now: number) => sentence(`Docket tries again ${until(at, now)}`),
  notAgain: 'Docket waits for the next time; what is missing then comes along.',
  unclear:
    'Docket was closed while it was asking. Nothing came onto the list, so the next export covers these days too.',

  show: 'Show export',
  showNamed: (title: string) => `Show export: “${title}”`,
  run: 'Ask now',
  runNamed: (title: string) => `Ask now: “${title}”`,
  pause: 'Pause',
  pauseNamed: (title: string) => `Pause “${title}”`,
  goOn: 'Go on',
  goOnNamed: (title: string) => `Go on with “${title}”`,
  edit: 'Edit',
  editNamed: (title: string) => `Edit “${title}”`,
  editTitle: (title: string) => `Edit the schedule “${title}”`,
  removeNamed: (title: string) => `Remove the schedule “${title}”`,
  removed: (title: string) => `The schedule “${title}” is removed`,
  removedHint: 'Its exports stay on your list.',
  undo: 'Undo',
  licences: (account: number) => `License report of account ${account}`,
  ranOn: (title: string) => `“${title}” is asked for`,
  ranHint: 'As its schedule says.',
  ranLateHint: 'Its schedule was due while Docket was not running.',
} as const;
