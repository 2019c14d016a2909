import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Looks again each turn of the event loop, so that a moment of less than a millisecond is met; `calmly` leaves the processor
 * to what is watched. False when it never came.
 */
export async function until(holds: () => boolean, patience: number, pace: 'closely' | 'calmly' = 'closely') {
  const giveUp = performance.now() + patience;
  while (!holds()) {
    if (performance.now() > giveUp) return false;
    await (pace === 'closely' ? nextTurn() : new Promise((resolve) => setTimeout(resolve, 3)));
  }
  return true;
}

/** As `until`; throws when it never comes true. */
export async function surely(what: string, holds: () => boolean | Promise<boolean>, patience = 20_000) {
  const giveUp = performance.now() + patience;
  while (!(await holds())) {
    if (performance.now() > giveUp) throw new Error(`${what} never came true`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
