/** A moment as the clock on the wall of a time zone shows it. */
export interface WallTime {
  /** `2026-10-31` */
  readonly date: string;
  /** `06:00` */
  readonly time: string;
}

const day = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** `zone`: an IANA name; one that this system doesn't know reads as UTC. */
export function knownZone(zone: string): string {
  try {
    formatOf(zone);
    return zone;
  } catch {
    return 'UTC';
  }
}

/** Epoch ms of the wall's figures, read as if they were UTC. */
function asUtc(instant: number, zone: string): number {
  const figures: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) figures[type] = Number(value);
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = figures;
  return Date.UTC(year, month - 1, date, hour, minute, second);
}

export function wallOf(instant: number, zone: string): WallTime {
  const text = new Date(asUtc(instant, zone)).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

/**
 * The instant at which the wall shows this. An hour that comes twice (the clock is set back) means its first coming; one
 * that is left out (set ahead) means as long after the last minute before it as was meant.
 */
export function instantOf({ date, time }: WallTime, zone: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const offsetAt = (instant: number) => asUtc(instant, zone) - instant;
  const before = wanted - offsetAt(wanted - day);
  const after = wanted - offsetAt(wanted + day);
  const shown = [before, after].sort((a, b) => a - b).find((instant) => asUtc(instant, zone) === wanted);
  return shown ?? before;
}

/** `2026-10-31` and so many days on, or back. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

export function lastDayOfMonth(date: string): number {
  return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
}

/** The first day of the month before that of `date`. */
export function monthBefore(date: string): { readonly from: string; readonly to: string } {
  const to = addDays(`${date.slice(0, 7)}-01`, -1);
  return { from: `${to.slice(0, 7)}-01`, to };
}
