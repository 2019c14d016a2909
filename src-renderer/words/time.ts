import { words } from './words.ts';

export { dateAndTime, exact, moment, timeOfDay } from './time-in.ts';
export { day, hour, minute, second } from './units-of-time.ts';

/** In the page's language. */
export const { ago, duration, momentInSentence, until } = words.time;
