import { dateFormat } from './locale.ts';
import { number } from './values.ts';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

const hardSpace = '\u00a0';

/** "40 s", "12 min", "2 h 10 min", "3 days"; a length of time is never less than a second. */
export function duration(milliseconds: number): string {
  const length = Math.max(milliseconds, second);
  if (length < minute) return `${number(Math.floor(length / second))}${hardSpace}s`;
  if (length < hour) return `${number(Math.floor(length / minute))}${hardSpace}min`;
  if (length < day) {
    const minutes = Math.floor((length % hour) / minute);
    const hours = `${number(Math.floor(length / hour))}${hardSpace}h`;
    return minutes === 0 ? hours : `${hours} ${number(minutes)}${hardSpace}min`;
  }
  const days = Math.floor(length / day);
  return `${number(days)}${hardSpace}${days === 1 ? 'day' : 'days'}`;
}

/** "in 2 h 10 min" up to a day, then "on 24 Nov, 14:00"; what has passed is "now". */
export function until(at: number, now: number): string {
  const left = at - now;
  if (left < second) return 'now';
  return left < day ? `in ${duration(left)}` : `on ${dateAndTime(at, now)}`;
}

/** "just now", "12 min ago" up to a day, then "on 24 Nov, 14:00". */
export function ago(at: number, now: number): string {
  const passed = now - at;
  if (passed < minute) return 'just now';
  return passed < day ? `${duration(passed)} ago` : `on ${dateAndTime(at, now)}`;
}

/** "09:14" today, "24 Nov, 09:14" on another day: for steps that lie in the past. */
export function moment(at: number, now: number): string {
  return sameDay(at, now) ? timeOfDay(at) : dateAndTime(at, now);
}

/** The same, to stand after a noun: "checked 09:14", "checked on 24 Nov, 09:14". */
export function momentInSentence(at: number, now: number): string {
  return sameDay(at, now) ? `at ${timeOfDay(at)}` : `on ${dateAndTime(at, now)}`;
}

export function timeOfDay(at: number): string {
  return dateFormat({ timeStyle: 'short' }).format(at);
}

/** Date and time in the system's format; the year only where it isn't this one. */
export function dateAndTime(at: number, now: number): string {
  const year = yearOf(at) === yearOf(now) ? {} : ({ year: 'numeric' } as const);
  return dateFormat({
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    ...year,
  }).format(at);
}

/** To the second and with its zone: what hover and focus show. */
export function exact(at: number): string {
  return dateFormat({ dateStyle: 'full', timeStyle: 'long' }).format(at);
}

function sameDay(a: number, b: number): boolean {
  const days = dateFormat({ year: 'numeric', month: 'numeric', day: 'numeric' });
  return days.format(a) === days.format(b);
}

function yearOf(at: number): string {
  return dateFormat({ year: 'numeric' }).format(at);
}
