import { number } from '../numbers.ts';
import { timeIn } from '../time-in.ts';
import { count } from './values.ts';

export { dateAndTime } from '../time-in.ts';

const hardSpace = '\u00a0';

export const time = timeIn({
  seconds: (value) => `${number(value)}${hardSpace}s`,
  minutes: (value) => `${number(value)}${hardSpace}min`,
  hours: (value) => `${number(value)}${hardSpace}t`,
  days: (value) => count(value, 'dag', 'dager'),
  now: 'nå',
  justNow: 'akkurat nå',
  ahead: (length) => `om ${length}`,
  past: (length) => `for ${length} siden`,
  atTime: (clock) => `kl.${hardSpace}${clock}`,
  onDay: (dateAndTime) => dateAndTime,
});
export const { ago, duration, momentInSentence, until } = time;
