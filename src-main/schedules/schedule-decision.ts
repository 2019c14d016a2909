import type { ErrorAction, ErrorCode } from '../../src-preload/contract/errors.ts';
import type { Rhythm } from '../../src-preload/contract/schedules.ts';
import { latestTime, nextTime } from './occurrences.ts';

/** All that decides whether a schedule asks now. */
export interface ScheduleState {
  readonly rhythm: Rhythm;
  readonly paused: boolean;
  /** Its times up to here are dealt with; epoch ms. */
  readonly handledTo: number;
  /** A request that failed and is tried again: when, and for which of its times. */
  readonly again: { readonly at: number; readonly dueAt: number } | null;
  /** Its connection: not there (practice is off), out of reach (no network), or to be asked. */
  readonly vendor: 'absent' | 'out-of-reach' | 'there';
}

export type ScheduleDecision =
  | { readonly kind: 'rest' }
  /** Something is due, and is asked for as soon as there is a network. */
  | { readonly kind: 'wait-for-network'; readonly dueAt: number }
  | { readonly kind: 'wait'; readonly until: number }
  /** `missed`: its earlier times that nobody dealt with; they are not made up for one by one. */
  | { readonly kind: 'ask'; readonly dueAt: number; readonly missed: number };

const day = 86_400_000;

/**
 * Rest, wait or ask. However many times were missed, it asks once. A clock that was set back by more than a day doesn't
 * silence a schedule until it has caught up.
 */
export function decideSchedule(state: ScheduleState, now: number, zone: string): ScheduleDecision {
  if (state.paused || state.vendor === 'absent') return { kind: 'rest' };
  const handledTo = state.handledTo > now + day ? now : state.handledTo;
  const due = latestTime(state.rhythm, handledTo, now, zone);
  const again = state.again !== null && state.again.at <= now ? state.again : null;
  const dueAt = due?.at ?? again?.dueAt ?? null;
  if (dueAt === null) {
    const next = nextTime(state.rhythm, Math.max(now, handledTo), zone);
    return { kind: 'wait', until: Math.min(next, state.again?.at ?? next) };
  }
  if (state.vendor === 'out-of-reach') return { kind: 'wait-for-network', dueAt };
  return { kind: 'ask', dueAt, missed: due?.passed ?? 0 };
}

/**
 * Refusals after which nothing exists at the vendor, and which time may cure. After a lost answer (`connection-lost`) the
 * export may exist: a second request would make a second one, so the next time is waited for.
 */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
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

const minute = 60_000;

/** When to try again after a request failed for the `failures`-th time in a row; null: not before its next time. */
export function tryAgainAt(
  error: { readonly code: ErrorCode; readonly action?: ErrorAction | undefined },
  failures: number,
  now: number,
): number | null {
  if (!passing.has(error.code)) return null;
  const pause = Math.min(60, 5 * 2 ** Math.min(failures - 1, 4)) * minute;
  const asked = error.action?.kind === 'wait' ? error.action.until : 0;
  return Math.max(now + pause, Math.min(asked, now + day));
}
