import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { Period, Rhythm } from '../../../src-preload/contract/schedules.ts';

/** The boxes under "Repeat", as typed. */
export interface RepeatValues {
  readonly repeat: 'once' | Rhythm['kind'];
  readonly time: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: string;
  readonly day: string;
  readonly period: Period;
  readonly alsoNow: boolean;
}

export function startRepeat(provider: ProviderId, repeats: boolean): RepeatValues {
  return {
    repeat: repeats ? 'daily' : 'once',
    time: '06:00',
    weekday: '1',
    day: '1',
    period: usualPeriod(provider, 'daily'),
    alsoNow: false,
  };
}

/** What people mean by "every day", "every week" and "every month". */
function usualPeriod(provider: ProviderId, repeat: RepeatValues['repeat']): Period {
  if (provider === 'mypreferences') return 'since-last';
  switch (repeat) {
    case 'weekly':
      return 'seven-days';
    case 'monthly':
      return 'month-before';
    default:
      return 'day-before';
  }
}

/** The boxes of a schedule that is edited. */
export function repeatOf(rhythm: Rhythm, period: Period): RepeatValues {
  return {
    repeat: rhythm.kind,
    time: rhythm.time,
    weekday: rhythm.kind === 'weekly' ? String(rhythm.weekday) : '1',
    day: rhythm.kind === 'monthly' ? String(rhythm.day) : '1',
    period,
    alsoNow: false,
  };
}

/** Another rhythm brings its usual period, unless the person has chosen another than the usual one. */
export function withRepeat(
  values: RepeatValues,
  repeat: RepeatValues['repeat'],
  provider: ProviderId,
): RepeatValues {
  const usual = (of: RepeatValues['repeat']) => usualPeriod(provider, of);
  const untouched = values.repeat === 'once' || values.period === usual(values.repeat);
  return { ...values, repeat, period: untouched ? usual(repeat) : values.period };
}

/** Null for a time that is none. */
export function rhythmOf({ repeat, time, weekday, day }: RepeatValues): Rhythm | null {
  if (repeat === 'once' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  switch (repeat) {
    case 'weekly':
      return { kind: repeat, time, weekday: Number(weekday) };
    case 'monthly':
      return { kind: repeat, time, day: Number(day) };
    default:
      return { kind: repeat, time };
  }
}

/** Whether the form's own dates are asked for, or move on by themselves. */
export function datesMove({ repeat, period }: RepeatValues): boolean {
  return repeat !== 'once' && period !== 'same' && period !== 'since-last';
}
