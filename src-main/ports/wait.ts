import type { Clock } from './clock.ts';

/** A wait by the wall clock: begun at `from`, over at `at`; epoch ms. */
export interface Wait {
  readonly from: number;
  readonly at: number;
}

/** A wait never grows: one that the clock, set back, says was begun in the future begins anew. */
export function byTheClock(wait: Wait, now: number): Wait {
  return wait.from <= now ? wait : { from: now, at: now + (wait.at - wait.from) };
}

/** Timers follow uptime, which stands still while the computer sleeps: the wall clock is looked at this often, ms. */
const lookEvery = 30_000;

/**
 * Calls `run` once: when the wall clock has come to `at`, however it got there (sleep, a clock set ahead), and at the
 * latest after as long as it was until then at first (a clock set back). The returned function cancels.
 */
export function atTime(clock: Clock, at: number, run: () => void): () => void {
  let left = Math.max(0, at - clock.now());
  let cancel = () => {};
  const next = () => {
    const step = Math.min(left, lookEvery);
    cancel = clock.after(step, () => {
      left -= step;
      if (left <= 0 || clock.now() >= at) run();
      else next();
    });
  };
  next();
  return () => cancel();
}
