import { number } from '../numbers.ts';
import { timeIn } from '../time-in.ts';
import { count } from './values.ts';

export { dateAndTime } from '../time-in.ts';

const hardSpace = '\u00a0';

export const time = timeIn({
  seconds: (value) => `${number(value)}${hardSpace}с`,
  minutes: (value) => `${number(value)}${hardSpace}мин`,
  hours: (value) => `${number(value)}${hardSpace}ч`,
  days: (value) => count(value, 'день', 'дня', 'дней'),
  now: 'сейчас',
  justNow: 'только что',
  ahead: (length) => `через ${length}`,
  past: (length) => `${length} назад`,
  atTime: (clock) => `в${hardSpace}${clock}`,
  onDay: (dateAndTime) => dateAndTime,
});
export const { ago, duration, momentInSentence, until } = time;
