import type { Clock } from './clock.ts';
import { Failure } from './failure.ts';

/**
 * Runs work that takes a signal, for at most `ms`: then aborts it and throws `timeout`, whether or not the work minds
 * the signal.
 */
export function withinTime<T>(
  clock: Clock,
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const cancel = clock.after(ms, () => {
      const late = new Failure('timeout');
      reject(late);
      controller.abort(late);
    });
    void Promise.resolve()
      .then(() => work(controller.signal))
      .then(resolve, reject)
      .finally(cancel);
  });
}
