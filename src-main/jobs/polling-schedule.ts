import type { ErrorCode } from '../../src-preload/contract/errors.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** What decides how often an export is asked about. Instants are epoch ms. */
export interface Polled {
  /**
   * `preparing`: the vendor is at work. `ready`: nothing is held here yet. `held`: it is all on this disk and waits for
   * the person; the vendor's word only tells whether its copy still exists.
   */
  readonly phase: 'preparing' | 'ready' | 'held';
  /** When it was asked for, or last changed. */
  readonly since: number;
  readonly expiresAt: number | null;
  /** The provider's shortest interval, ms. */
  readonly shortest: number;
  /** How many exports share the vendor's patience: 1 where one request serves all. */
  readonly sharing: number;
}

/** What came of asking, as far as it is known. */
export type Outcome =
  | { readonly kind: 'never-asked' }
  | { readonly kind: 'answered'; readonly at: number }
  | ({ readonly kind: 'failed' } & Trouble);

/** What failures in a row ask of a connection, or of one export. */
export interface Trouble {
  readonly code: ErrorCode;
  /** 1 after the first failure. */
  readonly failures: number;
  /** Until when the vendor asked to be left alone. */
  readonly until: number | null;
}

/** This moment: what the wall clock says, and 0 ≤ `random` < 1, which keeps many exports from asking in step. */
export interface Moment {
  readonly now: number;
  readonly random: number;
}

/**
 * Age × outcome × clock → when to ask next, epoch ms; never in the past. An answer that lies in the future was given
 * before the clock was set back: it counts as given now.
 */
export function nextCheck(polled: Polled, outcome: Outcome, moment: Moment): number {
  const { now } = moment;
  switch (outcome.kind) {
    case 'never-asked':
      return now + polled.shortest;
    case 'answered':
      return Math.max(now, Math.min(now, outcome.at) + interval(polled, moment));
    case 'failed':
      return now + backOff(outcome, moment);
  }
}

/** By age: quick at first, when a small export is about to be done, slower for one that takes its time. */
const paces: readonly { readonly upTo: number; readonly every: number }[] = [
  // Made in the future: the clock was set back, and the true age is not known.
  { upTo: -minute, every: minute },
  { upTo: 2 * minute, every: 10 * second },
  { upTo: 10 * minute, every: 30 * second },
  { upTo: hour, every: minute },
  { upTo: 6 * hour, every: 3 * minute },
  { upTo: 24 * hour, every: 10 * minute },
  { upTo: 7 * 24 * hour, every: 30 * minute },
];
const slowest = hour;

/** Spread by up to 15 % either way, but never below what the vendor allows. */
function interval(polled: Polled, { now, random }: Moment): number {
  return Math.max(floorOf(polled), Math.round(paceOf(polled, now) * (0.85 + 0.3 * random)));
}

/**
 * One and a half times the provider's shortest interval for each export that needs a request of its own: two thirds of
 * what the vendor allows at most, which leaves the rest for collecting and for people.
 */
function floorOf({ shortest, sharing }: Polled): number {
  return sharing <= 1 ? shortest : restAfter(sharing, shortest);
}

function paceOf({ phase, since, expiresAt }: Polled, now: number): number {
  if (phase === 'preparing') return paces.find(({ upTo }) => now - since < upTo)?.every ?? slowest;
  if (phase === 'held') return 6 * hour;
  if (expiresAt === null) return hour;
  const left = expiresAt - now;
  // Past its time: once soon, to learn whether the vendor has let go of it, then seldom.
  if (left <= 0) return -left < 10 * minute ? 2 * minute : hour;
  return Math.min(hour, Math.max(minute, left / 4));
}

/**
 * How long a connection rests after so many requests, ms: whatever made them fall due together (sleep, a clock set
 * ahead, a restart), they go out at the pace of any other hour.
 */
export function restAfter(requests: number, shortest: number): number {
  return Math.ceil(requests * shortest * 1.5);
}

/** Answers that only a person can change: asking often brings nothing, and some vendors count refusals. */
const needPerson: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'sign-in-refused',
  'permission-denied',
  'clock-wrong',
  'certificate-untrusted',
  'proxy-sign-in',
  'proxy-unreachable',
  'secret-missing',
  'keychain-locked',
  'keychain-refused',
  'keychain-timeout',
  'keychain-unavailable',
  'connection-not-found',
  'connection-invalid',
]);

/** Milliseconds until the next try: doubling from 30 s (10 min where a person is needed) to 30 min. */
export function backOff({ code, failures, until }: Trouble, { now, random }: Moment): number {
  const first = needPerson.has(code) ? 10 * minute : 30 * second;
  const grown = Math.min(30 * minute, first * 2 ** Math.min(failures - 1, 10));
  const delay = Math.round(grown * (0.85 + 0.3 * random));
  if (until === null) return delay;
  // The vendor's own word counts instead, capped: a wrong clock there must not silence an export for days.
  return Math.min(6 * hour, Math.max(second, until - now) + Math.round(second * random));
}
