import { describe, expect, it } from 'vitest';
import {
  backOff,
  nextCheck,
  type Outcome,
  type Polled,
  restAfter,
} from '../../../src-main/jobs/polling-schedule.ts';
import { noon } from './support/some-job.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const middle = 0.5;

const polled = (change: Partial<Polled> = {}): Polled => ({
  phase: 'preparing',
  since: noon,
  expiresAt: null,
  shortest: 4 * second,
  sharing: 1,
  ...change,
});
const answered = (ago = 0): Outcome => ({ kind: 'answered', at: noon - ago });

/** ms from now. */
const delay = (about: Polled, outcome: Outcome = answered(), random = middle, now = noon): number =>
  nextCheck(about, outcome, { now, random }) - now;

/** Every age, from a clock that was set back to an export of last year: [age, is asked about every …]. */
const ages: readonly (readonly [number, number])[] = [
  [-400 * day, minute],
  [-minute - 1, minute],
  [-minute, 10 * second],
  [-second, 10 * second],
  [0, 10 * second],
  [119 * second, 10 * second],
  [2 * minute, 30 * second],
  [10 * minute, minute],
  [hour, 3 * minute],
  [6 * hour, 10 * minute],
  [day, 30 * minute],
  [8 * day, hour],
  [400 * day, hour],
];
/** Every time that is left of a ready one: [left, is asked about after …]. */
const expiries: readonly (readonly [number | null, number])[] = [
  [null, hour],
  [day, hour],
  [4 * hour, hour],
  [2 * hour, 30 * minute],
  [40 * minute, 10 * minute],
  [4 * minute, minute],
  [1, minute],
  [0, 2 * minute],
  [-9 * minute, 2 * minute],
  [-10 * minute, hour],
  [-400 * day, hour],
];
/** How the clock stands to the last answer: [name, the answer's age, what of the interval is left]. */
const clocks: readonly (readonly [string, number, (interval: number) => number])[] = [
  ['just now', 0, (interval) => interval],
  ['half an interval ago', 0.5, (interval) => interval / 2],
  ['an interval ago', 1, () => 0],
  ['long ago: the computer slept, or the clock was set ahead', 1000, () => 0],
  ['in the future: the clock was set back', -1000, (interval) => interval],
];

describe.each(clocks)('age × outcome × clock: answered %s', (_name, intervals, left) => {
  it.each(ages)('one that prepares for %i ms comes every %i ms', (age, every) => {
    expect(delay(polled({ since: noon - age }), answered(intervals * every))).toBe(left(every));
  });

  it.each(expiries)('one that is ready and expires in %s ms comes every %i ms', (until, every) => {
    const expiresAt = until === null ? null : noon + until;
    expect(delay(polled({ phase: 'ready', expiresAt }), answered(intervals * every))).toBe(left(every));
  });

  it.each(expiries)('one that is held and expires in %s ms comes every 6 hours', (until) => {
    const expiresAt = until === null ? null : noon + until;
    expect(delay(polled({ phase: 'held', expiresAt }), answered(intervals * 6 * hour))).toBe(left(6 * hour));
  });
});

it.each(['preparing', 'ready', 'held'] as const)(
  'one that is %s and was never asked about comes as soon as the vendor allows, whatever the clock says',
  (phase) => {
    for (const [age] of ages)
      expect(delay(polled({ phase, since: noon - age }), { kind: 'never-asked' })).toBe(4 * second);
  },
);

it('is never asked about more often than the provider allows', () => {
  expect(delay(polled({ shortest: 15 * second }), answered(), 0)).toBe(15 * second);
});

it.each([
  [1, 10 * second],
  [2, 12 * second],
  [10, 60 * second],
  [200, 1200 * second],
])('shares the vendor with %i others at %i ms each', (sharing, every) => {
  expect(delay(polled({ sharing }))).toBe(every);
  expect(restAfter(sharing, 4 * second)).toBe(sharing * 6 * second);
});

it.each([
  [0, 8_500],
  [0.5, 10_000],
  [0.999, 11_497],
])('jitter %d makes 10 s %i ms', (random, every) => {
  expect(delay(polled(), answered(), random)).toBe(every);
});

it('no answer of any age, at any clock, is followed by silence of more than six hours and its jitter', () => {
  for (const phase of ['preparing', 'ready', 'held'] as const)
    for (const [age] of ages)
      for (const [until] of expiries)
        for (const ago of [-400 * day, -hour, 0, hour, 400 * day]) {
          const about = polled({ phase, since: noon - age, expiresAt: until === null ? null : noon + until });
          const wait = delay(about, answered(ago), 0.999);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThan(7 * hour);
        }
});

describe('failures in a row', () => {
  it.each([
    [1, 30 * second],
    [2, minute],
    [3, 2 * minute],
    [6, 16 * minute],
    [7, 30 * minute],
    [1000, 30 * minute],
  ])('are followed, after the %i., by a try in %i ms, of any age and in any phase', (failures, wait) => {
    const trouble = { code: 'timeout', failures, until: null } as const;
    for (const phase of ['preparing', 'ready', 'held'] as const)
      for (const [age] of ages)
        expect(delay(polled({ phase, since: noon - age }), { kind: 'failed', ...trouble })).toBe(wait);
  });

  it.each([
    'sign-in-refused',
    'permission-denied',
    'keychain-locked',
    'secret-missing',
    'clock-wrong',
  ] as const)('that only a person can mend (%s) leave the vendor in peace for longer', (code) => {
    const moment = { now: noon, random: middle };
    expect(backOff({ code, failures: 1, until: null }, moment)).toBe(10 * minute);
    expect(backOff({ code, failures: 3, until: null }, moment)).toBe(30 * minute);
  });

  it.each([
    ['a time to come', noon + 40 * second, 40 * second],
    ['a time that has passed', noon - hour, second],
    ['a time days away, which is capped', noon + 3 * day, 6 * hour],
  ])("obey the vendor's own word: %s", (_what, until, wait) => {
    expect(backOff({ code: 'rate-limited', failures: 9, until }, { now: noon, random: 0 })).toBe(wait);
  });

  it("never end before the vendor's own word, whatever the jitter", () => {
    for (const random of [0, 0.3, 0.999]) {
      expect(
        backOff({ code: 'rate-limited', failures: 1, until: noon + minute }, { now: noon, random }),
      ).toBeGreaterThanOrEqual(minute);
    }
  });
});

it('two exports on one account that prepare for a day ask far less than 1000 times in any hour', () => {
  const asked: number[] = [];
  for (const start of [noon, noon + 3 * second]) {
    for (let now = start; now < start + 24 * hour; ) {
      asked.push(now);
      now = nextCheck(
        polled({ since: start, sharing: 2 }),
        { kind: 'answered', at: now },
        { now, random: 0 },
      );
    }
  }
  const busiest = Math.max(
    ...asked.map((from) => asked.filter((at) => at >= from && at < from + hour).length),
  );
  expect(busiest).toBeLessThan(250);
  expect(busiest).toBeGreaterThan(100);
});
