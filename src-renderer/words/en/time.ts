import { number } from '../numbers.ts';
import { timeIn } from '../time-in.ts';
import { count } from './values.ts';

export { dateAndTime } from '../time-in.ts';

const hardSpace = '\u00a0';

export const time = timeIn({
  seconds: (value) => `${number(value)}${hardSpace}s`,
  minutes: (value) => `${number(value)}${hardSpace}min`,
  hours: (value) => `${number(value)}${hardSpace}h`,
  days: (value) => count(value, 'day', 'days'),
  now: 'now',
  justNow: 'just now',
  ahead: (length) => `in ${length}`,
  past: (length) => `${length} ago`,
  atTime: (clock) => `at ${clock}`,
  onDay: (dateAndTime) => `on ${dateAndTime}`,
});
export const { ago, duration, momentInSentence, until } = time;
