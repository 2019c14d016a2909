import type { Clock } from '../ports/clock.ts';
import { Failure } from '../ports/failure.ts';

/**
 * Runs one keychain call at a time, each answered within `ms` or told as `keychain-timeout`. One at a time, because a
 * call that waits for a person holds one of libuv's four threads for as long: more of them would stop the disk too.
 * A call whose time ran out before its turn came is never made.
 */
export function createBoundedLane(clock: Clock, ms: number): <T>(work: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      let overdue = false;
      const cancel = clock.after(ms, () => {
        overdue = true;
        reject(new Failure('keychain-timeout', { action: { kind: 'try-again' } }));
      });
      tail = tail.then(async () => {
        if (overdue) return;
        try {
          resolve(await work());
        } catch (thrown) {
          reject(thrown);
        } finally {
          cancel();
        }
      });
    });
}
