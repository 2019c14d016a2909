import { type Clock, sleep } from '../ports/clock.ts';

/** What each later step is left with when one before it doesn't end, ms. */
const reserve = 250;

/**
 * Runs the steps one after another, within `patience` ms in all. One that fails doesn't stop the others, and one that
 * hangs (a disk that doesn't answer) is left behind in time for those after it: the ledger is closed in any case.
 */
export async function runEndings(
  steps: readonly (() => void | Promise<void>)[],
  clock: Clock,
  patience: number,
): Promise<void> {
  const whole = new AbortController();
  await Promise.race([oneByOne(steps, clock, patience), pause(clock, patience, whole.signal)]);
  whole.abort();
}

async function oneByOne(
  steps: readonly (() => void | Promise<void>)[],
  clock: Clock,
  patience: number,
): Promise<void> {
  const until = clock.now() + patience;
  for (const [index, step] of steps.entries()) {
    const later = (steps.length - index - 1) * reserve;
    const mine = Math.max(reserve, until - clock.now() - later);
    const over = new AbortController();
    const work = Promise.resolve()
      .then(step)
      // The next start recovers from whatever is left half done.
      .catch(() => {});
    await Promise.race([work, pause(clock, mine, over.signal)]);
    over.abort();
  }
}

const pause = (clock: Clock, ms: number, signal: AbortSignal) => sleep(clock, ms, signal).catch(() => {});
