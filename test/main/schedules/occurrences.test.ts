import { describe, expect, it } from 'vitest';
import { latestTime, nextTime } from '../../../src-main/schedules/occurrences.ts';
import type { Rhythm } from '../../../src-preload/contract/schedules.ts';

const oslo = 'Europe/Oslo';
const at = (text: string) => Date.parse(text);
const iso = (instant: number | null) =>
  instant === null ? null : new Date(instant).toISOString().slice(0, 16);

const daily: Rhythm = { kind: 'daily', time: '06:00' };
const weekdays: Rhythm = { kind: 'weekdays', time: '06:00' };
const weekly = (weekday: number): Rhythm => ({ kind: 'weekly', weekday, time: '06:00' });
const monthly = (day: number): Rhythm => ({ kind: 'monthly', day, time: '06:00' });

describe('the next time', () => {
  it.each([
    ['today, still to come', daily, '2026-11-23T04:59:59Z', '2026-11-23T05:00'],
    ['exactly now is not after now', daily, '2026-11-23T05:00:00Z', '2026-11-24T05:00'],
    ['over the end of summer time', daily, '2026-10-24T04:00:00Z', '2026-10-25T05:00'],
    ['over its beginning', daily, '2026-03-28T05:00:00Z', '2026-03-29T04:00'],
    ['Friday to Monday', weekdays, '2026-11-27T05:00:00Z', '2026-11-30T05:00'],
    ['on a Sunday', weekdays, '2026-11-29T12:00:00Z', '2026-11-30T05:00'],
    ['Wednesday of this week', weekly(3), '2026-11-23T12:00:00Z', '2026-11-25T05:00'],
    ['its own day, a minute too late', weekly(3), '2026-11-25T05:01:00Z', '2026-12-02T05:00'],
    ['a Sunday over the end of summer time', weekly(7), '2026-10-18T12:00:00Z', '2026-10-25T05:00'],
    ['the 1st', monthly(1), '2026-11-01T05:00:00Z', '2026-12-01T05:00'],
    ['the 31st of a month that has 30', monthly(31), '2026-11-10T00:00:00Z', '2026-11-30T05:00'],
    ['the 31st of February', monthly(31), '2026-01-31T05:00:00Z', '2026-02-28T05:00'],
    ['the 29th of a leap February', monthly(29), '2028-02-01T00:00:00Z', '2028-02-29T05:00'],
  ] as const)('%s', (_name, rhythm, after, expected) => {
    expect(iso(nextTime(rhythm, at(after), oslo))).toBe(expected);
  });

  it('an hour that is left out comes later that day, once', () => {
    const nightly: Rhythm = { kind: 'daily', time: '02:30' };
    const first = nextTime(nightly, at('2026-03-28T12:00:00Z'), oslo);
    expect(iso(first)).toBe('2026-03-29T01:30');
    expect(iso(nextTime(nightly, first, oslo))).toBe('2026-03-30T00:30');
  });

  it('an hour that comes twice counts once', () => {
    const nightly: Rhythm = { kind: 'daily', time: '02:30' };
    const first = nextTime(nightly, at('2026-10-24T12:00:00Z'), oslo);
    expect(iso(first)).toBe('2026-10-25T00:30');
    expect(iso(nextTime(nightly, first, oslo))).toBe('2026-10-26T01:30');
  });
});

describe('the latest time that has come', () => {
  it.each([
    ['none yet', daily, '2026-11-23T05:00:00Z', '2026-11-23T20:00:00Z', null, 0],
    ['one', daily, '2026-11-23T05:00:00Z', '2026-11-24T05:00:00Z', '2026-11-24T05:00', 0],
    ['the last of three', daily, '2026-11-23T05:00:00Z', '2026-11-26T09:00:00Z', '2026-11-26T05:00', 2],
    [
      'a weekend counts for nothing',
      weekdays,
      '2026-11-27T05:00:00Z',
      '2026-11-30T09:00:00Z',
      '2026-11-30T05:00',
      0,
    ],
    ['three weeks away', weekly(1), '2026-11-02T05:00:00Z', '2026-11-24T00:00:00Z', '2026-11-23T05:00', 2],
    ['two months away', monthly(1), '2026-09-01T04:00:00Z', '2026-11-22T00:00:00Z', '2026-11-01T05:00', 1],
    [
      'ten years away are not counted one by one',
      daily,
      '2016-01-01T00:00:00Z',
      '2026-01-01T12:00:00Z',
      '2026-01-01T05:00',
      399,
    ],
  ] as const)('%s', (_name, rhythm, after, now, expected, passed) => {
    const found = latestTime(rhythm, at(after), at(now), oslo);
    expect(iso(found?.at ?? null)).toBe(expected);
    expect(found?.passed ?? 0).toBe(passed);
  });
});
