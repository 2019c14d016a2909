import { dateFormat, hourWidth } from './locale.ts';
import { day, hour, minute, second } from './units-of-time.ts';

/** How a language speaks of time. */
export interface TimeWords {
  readonly seconds: (value: number) => string;
  readonly minutes: (value: number) => string;
  readonly hours: (value: number) => string;
  readonly days: (value: number) => string;
  readonly now: string;
  readonly justNow: string;
  /** "in 2 h 10 min" */
  readonly ahead: (length: string) => string;
  /** "2 h 10 min ago" */
  readonly past: (length: string) => string;
  /** "at 14:00" */
  readonly atTime: (time: string) => string;
  /** "on 24 Nov, 14:00" */
  readonly onDay: (dateAndTime: string) => string;
}

/** Sentences about time, made of a language's words and the system's format. Times are in milliseconds since 1970. */
export function timeIn(say: TimeWords) {
  /** "40 s", "12 min", "2 h 10 min", "3 days"; a length of time is never less than a second. */
  function duration(milliseconds: number): string {
    const length = Math.max(milliseconds, second);
    if (length < minute) return say.seconds(Math.floor(length / second));
    if (length < hour) return say.minutes(Math.floor(length / minute));
    if (length >= day) return say.days(Math.floor(length / day));
    const minutes = Math.floor((length % hour) / minute);
    const hours = say.hours(Math.floor(length / hour));
    return minutes === 0 ? hours : `${hours} ${say.minutes(minutes)}`;
  }

  /** "in 2 h 10 min" up to a day, then "on 24 Nov, 14:00"; what has passed is "now". */
  function until(at: number, now: number): string {
    const left = at - now;
    if (left < second) return say.now;
    return left < day ? say.ahead(duration(left)) : say.onDay(dateAndTime(at, now));
  }

  /** "just now", "12 min ago" up to a day, then "on 24 Nov, 14:00". */
  function ago(at: number, now: number): string {
    const passed = now - at;
    if (passed < minute) return say.justNow;
    return passed < day ? say.past(duration(passed)) : say.onDay(dateAndTime(at, now));
  }

  /** To stand after a verb: "checked at 09:14", "checked on 24 Nov, 09:14". */
  function momentInSentence(at: number, now: number): string {
    return sameDay(at, now) ? say.atTime(timeOfDay(at)) : say.onDay(dateAndTime(at, now));
  }

  return { duration, until, ago, momentInSentence } as const;
}

/** "09:14" today, "24 Nov, 09:14" on another day: for steps that lie in the past. */
export function moment(at: number, now: number): string {
  return sameDay(at, now) ? timeOfDay(at) : dateAndTime(at, now);
}

export function timeOfDay(at: number): string {
  return dateFormat({ hour: hourWidth(), minute: '2-digit' }).format(at);
}

/** Date and time in the system's format; the year only where it isn't this one. */
export function dateAndTime(at: number, now: number): string {
  const year = yearOf(at) === yearOf(now) ? {} : ({ year: 'numeric' } as const);
  return dateFormat({
    day: 'numeric',
    month: 'short',
    hour: hourWidth(),
    minute: '2-digit',
    ...year,
  }).format(at);
}

/** To the second and with its zone: what hover and focus show. */
export function exact(at: number): string {
  return dateFormat({ dateStyle: 'full', timeStyle: 'long' }).format(at);
}

/** "Monday 2 March": the heading of a day; with the year where it isn't this one. */
export function dayHeading(at: number, now: number): string {
  return dateFormat({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(yearOf(at) === yearOf(now) ? {} : { year: 'numeric' }),
  }).format(at);
}

/** "2 Mar": a day in a column; with the year where it isn't this one. */
export function shortDay(at: number, now: number): string {
  return dateFormat({
    day: 'numeric',
    month: 'short',
    ...(yearOf(at) === yearOf(now) ? {} : { year: 'numeric' }),
  }).format(at);
}

/** Today or yesterday, by the calendar. */
export function nearDay(at: number, now: number): 'today' | 'yesterday' | null {
  if (sameDay(at, now)) return 'today';
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  return sameDay(at, yesterday.getTime()) ? 'yesterday' : null;
}

function sameDay(a: number, b: number): boolean {
  const days = dateFormat({ year: 'numeric', month: 'numeric', day: 'numeric' });
  return days.format(a) === days.format(b);
}

function yearOf(at: number): string {
  return dateFormat({ year: 'numeric' }).format(at);
}
