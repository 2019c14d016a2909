import type { Clock } from '../../ports/clock.ts';
import { Failure } from '../../ports/failure.ts';

/**
 * One try of a request: its abort signal, and the watchdog that ends it when nothing arrives for too long. The race is
 * run here and not left to the network stack, since not every stack ends a stalled body when its signal aborts.
 */
export interface Attempt {
  /** For the network stack: aborts with the caller's signal, with the watchdog, and at `end`. */
  readonly signal: AbortSignal;
  /** Waits for the network; rejects with the caller's reason, or `timeout` after `idle` ms of waiting. */
  wait<T>(arriving: Promise<T>): Promise<T>;
  /** Frees the connection and the listeners. Idempotent. */
  end(): void;
}

export function beginAttempt(outer: AbortSignal, clock: Clock, idle: number, host: string): Attempt {
  const controller = new AbortController();
  const onOuterAbort = () => controller.abort(outer.reason);
  if (outer.aborted) controller.abort(outer.reason);
  else outer.addEventListener('abort', onOuterAbort, { once: true });

  return {
    signal: controller.signal,
    wait(arriving) {
      return new Promise((resolve, reject) => {
        const settle = () => {
          cancelTimer();
          controller.signal.removeEventListener('abort', onAbort);
        };
        const onAbort = () => {
          settle();
          reject(controller.signal.reason);
        };
        const cancelTimer = clock.after(idle, () => {
          controller.abort(new Failure('timeout', { subject: host, detail: `${Math.round(idle / 1000)} s` }));
        });
        if (controller.signal.aborted) onAbort();
        else controller.signal.addEventListener('abort', onAbort, { once: true });
        arriving.then(
          (value) => {
            settle();
            resolve(value);
          },
          (thrown: unknown) => {
            settle();
            // A stack that does end with the signal may dress the reason up; ours is the true one.
            reject(controller.signal.aborted ? controller.signal.reason : thrown);
          },
        );
      });
    },
    end() {
      outer.removeEventListener('abort', onOuterAbort);
      if (!controller.signal.aborted)
        controller.abort(new DOMException('The request is over.', 'AbortError'));
    },
  };
}
