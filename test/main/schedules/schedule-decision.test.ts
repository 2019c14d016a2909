import { describe, expect, it } from 'vitest';
import {
  decideSchedule,
  type ScheduleState,
  tryAgainAt,
} from '../../../src-main/schedules/schedule-decision.ts';
import { errorCodes } from '../../../src-preload/contract/errors.ts';

const at = (text: string) => Date.parse(text);
const oslo = 'Europe/Oslo';
const base: ScheduleState = {
  rhythm: { kind: 'daily', time: '06:00' },
  paused: false,
  handledTo: at('2026-11-22T05:00:00Z'),
  again: null,
  vendor: 'there',
};
const due = at('2026-11-23T05:00:00Z');
const next = at('2026-11-24T05:00:00Z');
const hour = 3_600_000;

describe('rest, wait or ask', () => {
  it.each([
    ['before its time it waits', {}, due - 1, { kind: 'wait', until: due }],
    ['at its time it asks', {}, due, { kind: 'ask', dueAt: due, missed: 0 }],
    ['late it asks for the same time', {}, due + 5 * hour, { kind: 'ask', dueAt: due, missed: 0 }],
    ['after days away it asks once', {}, due + 76 * hour, { kind: 'ask', dueAt: due + 72 * hour, missed: 3 }],
    ['what is dealt with is not asked again', { handledTo: due }, due + hour, { kind: 'wait', until: next }],
    ['paused it rests', { paused: true }, due, { kind: 'rest' }],
    ['without its connection it rests', { vendor: 'absent' }, due, { kind: 'rest' }],
    [
      'without a network it waits for one',
      { vendor: 'out-of-reach' },
      due,
      { kind: 'wait-for-network', dueAt: due },
    ],
    [
      'without a network before its time it waits for its time',
      { vendor: 'out-of-reach' },
      due - 1,
      { kind: 'wait', until: due },
    ],
    [
      'a failed one is tried again in between',
      { handledTo: due, again: { at: due + hour, dueAt: due } },
      due + 1,
      { kind: 'wait', until: due + hour },
    ],
    [
      'and asked then',
      { handledTo: due, again: { at: due + hour, dueAt: due } },
      due + hour,
      { kind: 'ask', dueAt: due, missed: 0 },
    ],
    [
      'its next time takes the place of trying again',
      { handledTo: due, again: { at: next + hour, dueAt: due } },
      next,
      { kind: 'ask', dueAt: next, missed: 0 },
    ],
    [
      'a clock that was set back a little asks nothing twice',
      { handledTo: due },
      due - hour,
      { kind: 'wait', until: next },
    ],
    [
      'a clock that was a year ahead does not silence it for a year',
      { handledTo: due + 365 * 24 * hour },
      due - hour,
      { kind: 'wait', until: due },
    ],
  ] as const)('%s', (_name, change, now, expected) => {
    expect(decideSchedule({ ...base, ...change }, now, oslo)).toEqual(expected);
  });
});

describe('trying again', () => {
  it('after what time may cure, ever more seldom, and at least each hour', () => {
    const pauses = [1, 2, 3, 4, 5, 50].map((failures) => tryAgainAt({ code: 'unreachable' }, failures, 0));
    expect(pauses.map((pause) => (pause ?? 0) / 60_000)).toEqual([5, 10, 20, 40, 60, 60]);
  });
  it('not before the vendor allows it', () => {
    const action = { kind: 'wait', until: 2 * hour } as const;
    expect(tryAgainAt({ code: 'rate-limited', action }, 1, 0)).toBe(2 * hour);
  });
  it('never after a lost answer: the export may exist', () => {
    expect(tryAgainAt({ code: 'connection-lost' }, 1, 0)).toBeNull();
    expect(tryAgainAt({ code: 'timeout' }, 1, 0)).toBeNull();
  });
  it('of all codes, only those after which nothing exists at the vendor', () => {
    expect(errorCodes.filter((code) => tryAgainAt({ code }, 1, 0) !== null)).toEqual([
      'offline',
      'unreachable',
      'proxy-sign-in',
      'proxy-unreachable',
      'not-the-vendor',
      'rate-limited',
      'vendor-unavailable',
      'keychain-locked',
      'keychain-timeout',
    ]);
  });
});
