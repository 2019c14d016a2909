import { assertNever } from '../../src-preload/contract/assert-never.ts';
import type { Rhythm } from '../../src-preload/contract/schedules.ts';
import { addDays, instantOf, lastDayOfMonth, wallOf, weekdayOf } from './wall-clock.ts';

/** More than any rhythm leaves between two of its times. */
const longestGap = 70;
/** Of a longer absence than this many days nobody wants to hear how often Docket was missed. */
const longestAbsence = 400;

function fallsOn(rhythm: Rhythm, date: string): boolean {
  switch (rhythm.kind) {
    case 'daily':
      return true;
    case 'weekdays':
      return weekdayOf(date) <= 5;
    case 'weekly':
      return weekdayOf(date) === rhythm.weekday;
    case 'monthly':
      return Number(date.slice(8)) === Math.min(rhythm.day, lastDayOfMonth(date));
    default:
      return assertNever(rhythm);
  }
}

/** The first time after `after`; epoch ms. */
export function nextTime(rhythm: Rhythm, after: number, zone: string): number {
  const { date } = wallOf(after, zone);
  for (let days = 0; days <= longestGap; days += 1) {
    const candidate = addDays(date, days);
    if (!fallsOn(rhythm, candidate)) continue;
    const at = instantOf({ date: candidate, time: rhythm.time }, zone);
    if (at > after) return at;
  }
  throw new RangeError(`${rhythm.kind} never falls due`);
}

/** The latest of its times in (`after`, `now`], and how many others lie before it there; null when none has come. */
export function latestTime(
  rhythm: Rhythm,
  after: number,
  now: number,
  zone: string,
): { readonly at: number; readonly passed: number } | null {
  let latest: number | null = null;
  let found = 0;
  let from = Math.max(after, now - longestAbsence * 86_400_000);
  for (;;) {
    const at = nextTime(rhythm, from, zone);
    if (at > now) break;
    latest = at;
    found += 1;
    from = at;
  }
  return latest === null ? null : { at: latest, passed: found - 1 };
}
