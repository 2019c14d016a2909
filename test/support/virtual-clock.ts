import type { Clock } from '../../src-main/ports/clock.ts';

/** A clock that stands still until the test moves it. */
export interface VirtualClock extends Clock {
  /** Moves on by `ms`: runs every timer that falls due, in order of time, and lets promises settle after each. */
  advance(ms: number): Promise<void>;
  /** Moves to the wall-clock time `instant`; never back. */
  advanceTo(instant: number): Promise<void>;
  /** Moves to the next timer and runs it; false when nothing waits. */
  advanceToNext(): Promise<boolean>;
  /** The same at once, without letting anything settle before or after. */
  fireNext(): boolean;
  /** Sets the time without running anything: what a computer does when it wakes up. */
  jump(ms: number): void;
  /**
   * Sets the wall clock ahead, or back, as a person or a time server does: timers follow uptime and keep their distance.
   */
  setWallClock(ms: number): void;
  /** The time by everyone else's clock: what `setWallClock` doesn't touch. */
  readonly trueNow: () => number;
  /** Milliseconds from now until each waiting timer, soonest first. */
  readonly waiting: readonly number[];
  /**
   * Waits (in real time, without sleeping) until some timer is waiting that the condition accepts, so that a test with
   * real servers knows that the code has come to its wait.
   */
  untilWaiting(accepts?: (msFromNow: number) => boolean): Promise<number>;
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** 2026-01-15T09:30:00Z unless the test says otherwise. */
export function createVirtualClock(start = Date.UTC(2026, 0, 15, 9, 30)): VirtualClock {
  let now = start;
  let order = 0;
  let ahead = 0;
  let timers: readonly Timer[] = [];

  const nextDue = (limit: number): Timer | undefined =>
    timers.filter((timer) => timer.at <= limit).sort((a, b) => a.at - b.at || a.order - b.order)[0];

  async function run(timer: Timer): Promise<void> {
    timers = timers.filter((other) => other !== timer);
    now = Math.max(now, timer.at);
    timer.run();
    await settle();
  }

  async function advanceTo(instant: number): Promise<void> {
    await settle();
    for (let timer = nextDue(instant); timer !== undefined; timer = nextDue(instant)) await run(timer);
    now = Math.max(now, instant);
    await settle();
  }

  return {
    now: () => now,
    after(ms, callback) {
      order += 1;
      const timer: Timer = { at: now + Math.max(0, ms), order, run: callback };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((other) => other.order !== timer.order);
      };
    },
    advanceTo,
    advance: (ms) => advanceTo(now + ms),
    async advanceToNext() {
      await settle();
      const timer = nextDue(Number.POSITIVE_INFINITY);
      if (timer === undefined) return false;
      await run(timer);
      return true;
    },
    fireNext() {
      const timer = nextDue(Number.POSITIVE_INFINITY);
      if (timer === undefined) return false;
      timers = timers.filter((other) => other !== timer);
      now = Math.max(now, timer.at);
      timer.run();
      return true;
    },
    jump(ms) {
      now += ms;
    },
    trueNow: () => now - ahead,
    setWallClock(ms) {
      now += ms;
      ahead += ms;
      timers = timers.map((timer) => ({ ...timer, at: timer.at + ms }));
    },
    get waiting() {
      return timers.map((timer) => timer.at - now).sort((a, b) => a - b);
    },
    async untilWaiting(accepts = () => true) {
      const giveUp = Date.now() + 60_000;
      for (;;) {
        const found = timers
          .map((timer) => timer.at - now)
          .sort((a, b) => a - b)
          .find(accepts);
        if (found !== undefined) return found;
        if (Date.now() > giveUp)
          throw new Error(
            `No such timer is waiting; waiting are ${JSON.stringify(timers.map((t) => t.at - now))}`,
          );
        await turn();
      }
    },
  };
}

/** Lets promises that need no network or disk run to where they wait again. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 3; i += 1) await turn();
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
