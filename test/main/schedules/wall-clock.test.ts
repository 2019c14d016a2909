import { describe, expect, it } from 'vitest';
import {
  addDays,
  instantOf,
  knownZone,
  lastDayOfMonth,
  monthBefore,
  wallOf,
  weekdayOf,
} from '../../../src-main/schedules/wall-clock.ts';

const iso = (instant: number) => new Date(instant).toISOString();

describe('the instant at which the wall shows a time', () => {
  const cases = [
    ['an ordinary day in winter', 'Europe/Oslo', '2026-01-15', '06:00', '2026-01-15T05:00:00.000Z'],
    ['an ordinary day in summer', 'Europe/Oslo', '2026-07-15', '06:00', '2026-07-15T04:00:00.000Z'],
    [
      'an hour that is left out: as long after',
      'Europe/Oslo',
      '2026-03-29',
      '02:30',
      '2026-03-29T01:30:00.000Z',
    ],
    ['the minute after the gap', 'Europe/Oslo', '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    [
      'an hour that comes twice: its first coming',
      'Europe/Oslo',
      '2026-10-25',
      '02:30',
      '2026-10-25T00:30:00.000Z',
    ],
    ['the hour after it', 'Europe/Oslo', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    [
      'half an hour of daylight saving',
      'Australia/Lord_Howe',
      '2026-10-04',
      '02:15',
      '2026-10-03T15:45:00.000Z',
    ],
    ['west of Greenwich, set ahead', 'America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z'],
    ['west of Greenwich, set back', 'America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
    ['a zone without daylight saving', 'Europe/Moscow', '2026-07-15', '00:00', '2026-07-14T21:00:00.000Z'],
    ['quarter hours', 'Asia/Kathmandu', '2026-01-01', '00:00', '2025-12-31T18:15:00.000Z'],
    ['UTC', 'UTC', '2026-02-28', '23:59', '2026-02-28T23:59:00.000Z'],
  ] as const;
  it.each(cases)('%s', (_name, zone, date, time, expected) => {
    expect(iso(instantOf({ date, time }, zone))).toBe(expected);
  });

  it('is read back from the wall, unless the hour is left out', () => {
    for (const [name, zone, date, time] of cases) {
      if (name.includes('left out') || name.includes('ahead') || name.includes('half an hour')) continue;
      expect(wallOf(instantOf({ date, time }, zone), zone)).toEqual({ date, time });
    }
  });
});

describe('days', () => {
  it('go on over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
  it('have their weekday, Monday first', () => {
    expect(['2026-11-23', '2026-11-27', '2026-11-28', '2026-11-29'].map(weekdayOf)).toEqual([1, 5, 6, 7]);
  });
  it('know the length of their month, and the month before', () => {
    expect([
      lastDayOfMonth('2026-02-10'),
      lastDayOfMonth('2028-02-10'),
      lastDayOfMonth('2026-12-01'),
    ]).toEqual([28, 29, 31]);
    expect(monthBefore('2026-01-15')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  });
});

it('a zone that this system does not know reads as UTC', () => {
  expect(knownZone('Mars/Olympus')).toBe('UTC');
  expect(knownZone('Europe/Oslo')).toBe('Europe/Oslo');
});
