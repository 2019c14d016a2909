import type { ErrorCode } from '../../src-preload/contract/errors.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

export interface Schedule {
  /**
   * `preparing`: the vendor is at work. `ready`: nothing is held here yet. `held`: it is all on this disk and waits for
   * the person; the vendor's word only tells whether its copy still exists.
   */
  readonly phase: 'preparing' | 'ready' | 'held';
  readonly now: number;
  /** When it was asked for, or last changed: epoch ms. */
  readonly since: number;
  readonly expiresAt: number | null;
  /** The provider's shortest interval, ms. */
  readonly shortest: number;
  /** How many exports share the vendor's patience: 1 where one request serves all. */
  readonly sharing: number;
}

/** By age: quick at first, when a small export is about to be done, slower for one that takes its time. */
const paces: readonly { readonly upTo: number; readonly every: number }[] = [
  { upTo: 2 * minute, every: 10 * second },
  { upTo: 10 * minute, every: 30 * second },
  { upTo: hour, every: minute },
  { upTo: 6 * hour, every: 3 * minute },
  { upTo: 24 * hour, every: 10 * minute },
  { upTo: 7 * 24 * hour, every: 30 * minute },
];
const slowest = hour;

/**
 * Milliseconds until the next check. `random`: 0 ≤ n < 1, spreads it by up to 15 % either way, so that many exports
 * don't ask in step; never below what the vendor allows.
 */
export function nextDelay(schedule: Schedule, random: number): number {
  return Math.max(floorOf(schedule), Math.round(paceOf(schedule) * (0.85 + 0.3 * random)));
}

/**
 * One and a half times the provider's shortest interval for each export that needs a request of its own: two thirds of
 * what the vendor allows at most, which leaves the rest for collecting and for people.
 */
function floorOf({ shortest, sharing }: Schedule): number {
  return sharing <= 1 ? shortest : Math.ceil(shortest * sharing * 1.5);
}

function paceOf({ phase, now, since, expiresAt }: Schedule): number {
  if (phase === 'preparing') return paces.find(({ upTo }) => now - since < upTo)?.every ?? slowest;
  if (phase === 'held') return 6 * hour;
  if (expiresAt === null) return hour;
  const left = expiresAt - now;
  // Past its time: once soon, to learn whether the vendor has let go of it, then seldom.
  if (left <= 0) return -left < 10 * minute ? 2 * minute : hour;
  return Math.min(hour, Math.max(minute, left / 4));
}

/** What a connection's failures in a row ask of it. */
export interface Trouble {
  readonly code: ErrorCode;
  /** 1 after the first failure. */
  readonly failures: number;
  readonly now: number;
  /** Until when the vendor asked to be left alone: epoch ms. */
  readonly until: number | null;
}

/** Answers that only a person can change: asking often brings nothing, and some vendors count refusals. */
const needPerson: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'sign-in-refused',
  'permission-denied',
  'clock-wrong',
  'certificate-untrusted',
  'proxy-sign-in',
  'secret-missing',
  'keychain-locked',
  'keychain-refused',
  'keychain-timeout',
  'keychain-unavailable',
  'connection-not-found',
  'connection-invalid',
]);

/** Milliseconds until the connection is tried again: doubling from 30 s (10 min where a person is needed) to 30 min. */
export function backOff(trouble: Trouble, random: number): number {
  const first = needPerson.has(trouble.code) ? 10 * minute : 30 * second;
  const grown = Math.min(30 * minute, first * 2 ** Math.min(trouble.failures - 1, 10));
  const delay = Math.round(grown * (0.85 + 0.3 * random));
  if (trouble.until === null) return delay;
  // The vendor's own word counts instead, capped: a wrong clock there must not silence an export for days.
  return Math.min(6 * hour, Math.max(second, trouble.until - trouble.now) + Math.round(second * random));
}
