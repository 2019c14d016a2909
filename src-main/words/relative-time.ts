/** `in 3 hours`, `tomorrow`: how far away an instant is, in one language. */
export interface RelativeTime {
  /** In minutes below an hour, else in hours; never more than is left. */
  readonly within: (at: number, now: number) => string;
  /** By the calendar: today, tomorrow, in 3 days. */
  readonly day: (at: number, now: number) => string;
}

export function relativeTimeIn(language: string): RelativeTime {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return {
    within(at, now) {
      const minutes = Math.max(1, Math.floor((at - now) / 60_000));
      return minutes < 60
        ? format.format(minutes, 'minute')
        : format.format(Math.floor(minutes / 60), 'hour');
    },
    day: (at, now) => format.format(Math.round((startOfDay(at) - startOfDay(now)) / 86_400_000), 'day'),
  };
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
