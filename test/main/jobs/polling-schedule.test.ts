import { describe, expect, it } from 'vitest';
import { backOff, nextDelay, type Schedule } from '../../../src-main/jobs/polling-schedule.ts';
import { noon } from './support/some-job.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const middle = 0.5;

const schedule = (change: Partial<Schedule> = {}): Schedule => ({
  phase: 'preparing',
  now: noon,
  since: noon,
  expiresAt: null,
  shortest: 4 * second,
  sharing: 1,
  ...change,
});

describe('an export that the vendor prepares', () => {
  it.each([
    [0, 10 * second],
    [119 * second, 10 * second],
    [2 * minute, 30 * second],
    [10 * minute, minute],
    [hour, 3 * minute],
    [6 * hour, 10 * minute],
    [24 * hour, 30 * minute],
    [8 * 24 * hour, hour],
    [400 * 24 * hour, hour],
    [-5 * minute, 10 * second],
  ])('of age %i ms is asked about every %i ms', (age, every) => {
    expect(nextDelay(schedule({ since: noon - age }), middle)).toBe(every);
  });

  it('is never asked about more often than the provider allows', () => {
    expect(nextDelay(schedule({ shortest: 15 * second }), 0)).toBe(15 * second);
  });

  it.each([
    [1, 10 * second],
    [2, 12 * second],
    [10, 60 * second],
    [200, 1200 * second],
  ])('shares the vendor with %i others at %i ms each', (sharing, every) => {
    expect(nextDelay(schedule({ sharing }), middle)).toBe(every);
  });
});

describe('a ready export', () => {
  it.each([
    [null, hour],
    [24 * hour, hour],
    [4 * hour, hour],
    [2 * hour, 30 * minute],
    [40 * minute, 10 * minute],
    [4 * minute, minute],
    [1, minute],
    [0, 2 * minute],
    [-9 * minute, 2 * minute],
    [-10 * minute, hour],
  ])('that expires in %s ms is asked about after %i ms', (left, delay) => {
    const expiresAt = left === null ? null : noon + left;
    expect(nextDelay(schedule({ phase: 'ready', expiresAt }), middle)).toBe(delay);
  });

  it('that is held here is seldom asked about, expiry or not', () => {
    expect(nextDelay(schedule({ phase: 'held', expiresAt: noon + minute }), middle)).toBe(6 * hour);
  });
});

it.each([
  [0, 8_500],
  [0.5, 10_000],
  [0.999, 11_497],
])('jitter %d makes 10 s %i ms', (random, delay) => {
  expect(nextDelay(schedule(), random)).toBe(delay);
});

describe('a connection in trouble', () => {
  it.each([
    [1, 30 * second],
    [2, minute],
    [3, 2 * minute],
    [6, 16 * minute],
    [7, 30 * minute],
    [1000, 30 * minute],
  ])('is tried again, after %i failures in a row, in %i ms', (failures, delay) => {
    expect(backOff({ code: 'timeout', failures, now: noon, until: null }, middle)).toBe(delay);
  });

  it.each([
    'sign-in-refused',
    'permission-denied',
    'keychain-locked',
    'secret-missing',
    'clock-wrong',
  ] as const)('that only a person can mend (%s) is left in peace for longer', (code) => {
    expect(backOff({ code, failures: 1, now: noon, until: null }, middle)).toBe(10 * minute);
    expect(backOff({ code, failures: 3, now: noon, until: null }, middle)).toBe(30 * minute);
  });

  it.each([
    ['a time to come', noon + 40 * second, 40 * second],
    ['a time that has passed', noon - hour, second],
    ['a time days away, which is capped', noon + 72 * hour, 6 * hour],
  ])("obeys the vendor's own word: %s", (_what, until, delay) => {
    expect(backOff({ code: 'rate-limited', failures: 9, now: noon, until }, 0)).toBe(delay);
  });

  it("never comes before the vendor's own word, whatever the jitter", () => {
    for (const random of [0, 0.3, 0.999]) {
      expect(
        backOff({ code: 'rate-limited', failures: 1, now: noon, until: noon + minute }, random),
      ).toBeGreaterThanOrEqual(minute);
    }
  });
});

it('two exports on one account that prepare for a day ask far less than 1000 times in any hour', () => {
  const asked: number[] = [];
  for (const start of [noon, noon + 3 * second]) {
    for (let now = start; now < start + 24 * hour; ) {
      asked.push(now);
      now += nextDelay(schedule({ now, since: start, sharing: 2 }), 0);
    }
  }
  const busiest = Math.max(
    ...asked.map((from) => asked.filter((at) => at >= from && at < from + hour).length),
  );
  expect(busiest).toBeLessThan(250);
  expect(busiest).toBeGreaterThan(100);
});
