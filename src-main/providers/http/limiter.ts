import type { Clock } from '../../ports/clock.ts';
import { sleep } from '../../ports/clock.ts';

/** How often a vendor may be called with one credential. */
export interface Limits {
  /** Shortest time between the starts of two calls, ms. */
  readonly spacing?: number;
  /**
   * At most `max` calls in any `ms`. Vendors count in fixed windows whose start we don't know; holding to the sliding
   * window keeps every fixed one.
   */
  readonly windows?: readonly { readonly ms: number; readonly max: number }[];
  /**
   * A pace for the long run: one call every `every` ms, of which up to `burst` may be saved up. So that a person's click
   * isn't slowed by a quota which is meant for the hour: in any hour at most `burst` + 3,600,000 / `every` calls.
   */
  readonly steady?: { readonly every: number; readonly burst: number };
}

export interface Limiter {
  /**
   * Waits for one's turn, first come first served; rejects with the signal's reason, and then takes no turn. When the
   * vendor blocks us for longer than `patience` ms, says until when instead of waiting.
   */
  take(signal: AbortSignal, patience?: number): Promise<Turn>;
  /** The vendor said: no call before this instant. Never shortens an earlier word. */
  blockUntil(instant: number): void;
  /** The instant until which the vendor blocks us; in the past when it doesn't. */
  blockedUntil(): number;
}

export type Turn = { readonly kind: 'taken' } | { readonly kind: 'blocked'; readonly until: number };

export function createLimiter(limits: Limits, clock: Clock): Limiter {
  const longest = Math.max(0, ...(limits.windows ?? []).map((window) => window.ms));
  let blocked = 0;
  let lastCall = Number.NEGATIVE_INFINITY;
  let recent: number[] = [];
  /** The instant at which the saved-up burst would be whole again (generic cell rate algorithm). */
  let wholeAt = Number.NEGATIVE_INFINITY;
  let tail: Promise<unknown> = Promise.resolve();

  function earliest(now: number): number {
    const waits = [now, blocked, lastCall + (limits.spacing ?? 0)];
    for (const { ms, max } of limits.windows ?? []) {
      const oldest = recent[recent.length - max];
      if (oldest !== undefined) waits.push(oldest + ms);
    }
    if (limits.steady !== undefined) waits.push(wholeAt - (limits.steady.burst - 1) * limits.steady.every);
    return Math.max(...waits);
  }

  function note(now: number): void {
    lastCall = now;
    if (longest > 0) {
      recent.push(now);
      if ((recent[0] ?? now) <= now - longest) recent = recent.filter((instant) => instant > now - longest);
    }
    if (limits.steady !== undefined) wholeAt = Math.max(wholeAt, now) + limits.steady.every;
  }

  async function turn(signal: AbortSignal, patience: number): Promise<Turn> {
    // Asked again after each wait: the vendor may have blocked us meanwhile.
    for (;;) {
      signal.throwIfAborted();
      const now = clock.now();
      // A clock that was set back must not make us wait for the old time to come round again.
      if (lastCall > now) forget(now);
      if (blocked - now > patience) return { kind: 'blocked', until: blocked };
      const wait = earliest(now) - now;
      if (wait <= 0) {
        note(now);
        return { kind: 'taken' };
      }
      await sleep(clock, wait, signal);
    }
  }

  function forget(now: number): void {
    const ahead = lastCall - now;
    lastCall -= ahead;
    recent = recent.map((instant) => instant - ahead);
    wholeAt -= ahead;
    if (blocked > now) blocked = Math.max(now, blocked - ahead);
  }

  return {
    take(signal, patience = Number.POSITIVE_INFINITY) {
      const mine = untilFreeOrAborted(tail, signal).then(() => turn(signal, patience));
      // Who gives up while waiting lets the next one pass, but not before those who stand ahead.
      const previous = tail;
      tail = mine.catch(() => previous);
      return mine;
    },
    blockUntil(instant) {
      blocked = Math.max(blocked, instant);
    },
    blockedUntil: () => blocked,
  };
}

function untilFreeOrAborted(free: Promise<unknown>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    free.then(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, reject);
  });
}
