import type { Clock } from '../ports/clock.ts';
import { Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import { atTime } from '../ports/wait.ts';

/**
 * Who runs when: at most `parallel` exports at once, one run an export, one command an export at a time, and wakings by the
 * wall clock.
 */
export interface RunQueue {
  /** Runs the export when a place is free; nothing happens when it waits or runs already. */
  add(jobId: string): void;
  /** Ends the run and takes the export out of all waiting; returns when its last step is over. */
  stop(jobId: string): Promise<void>;
  isRunning(jobId: string): boolean;
  /** Never later than some hours from now, whatever was noted when the clock was another. */
  wakeAt(jobId: string, at: number): void;
  forgetWake(jobId: string): void;
  /** Sets the timers by the wall clock again, after the computer slept. */
  rearm(): void;
  /** More may run at once than before: begins what waits. */
  makeRoom(): void;
  /** Commands on one export come one after another. */
  exclusively<T>(jobId: string, command: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What a vendor may ask for at most; a wait beyond that was noted by a clock that has been set back since. */
const longestWait = 6 * 3_600_000;

interface Run {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

export function createRunQueue(ports: {
  readonly clock: Clock;
  readonly log: Log;
  readonly parallel: () => number;
  readonly run: (jobId: string, signal: AbortSignal) => Promise<void>;
  readonly onWake: (jobId: string) => void;
}): RunQueue {
  const runs = new Map<string, Run>();
  const wakes = new Map<string, { readonly at: number; readonly cancel: () => void }>();
  const commands = new Map<string, Promise<unknown>>();
  let waiting: readonly string[] = [];
  let closed = false;

  function begin(jobId: string) {
    const controller = new AbortController();
    // The next turn, so that a command that adds a run ends before the run's first step.
    const ended = Promise.resolve()
      .then(() => ports.run(jobId, controller.signal))
      .catch((error: unknown) => {
        ports.log.error('a collection ended unexpectedly', {
          jobId,
          name: error instanceof Error ? error.name : typeof error,
        });
        // The ledger may have refused to note how it ended (a full disk): look again in a while.
        if (!controller.signal.aborted) wakeAt(jobId, ports.clock.now() + 30_000);
      })
      .finally(() => {
        runs.delete(jobId);
        pump();
      });
    runs.set(jobId, { controller, ended });
  }

  function pump() {
    while (!closed && runs.size < Math.max(1, ports.parallel())) {
      const next = waiting.find((jobId) => !runs.has(jobId));
      if (next === undefined) return;
      waiting = waiting.filter((jobId) => jobId !== next);
      begin(next);
    }
  }

  function forgetWake(jobId: string) {
    wakes.get(jobId)?.cancel();
    wakes.delete(jobId);
  }

  function wakeAt(jobId: string, wanted: number) {
    forgetWake(jobId);
    if (closed) return;
    const at = Math.min(wanted, ports.clock.now() + longestWait);
    const cancel = atTime(ports.clock, at, () => {
      wakes.delete(jobId);
      exclusively(jobId, async () => ports.onWake(jobId)).catch((error: unknown) => {
        ports.log.error('could not wake a collection', {
          jobId,
          name: error instanceof Error ? error.name : typeof error,
        });
        wakeAt(jobId, ports.clock.now() + 30_000);
      });
    });
    wakes.set(jobId, { at, cancel });
  }

  function exclusively<T>(jobId: string, command: () => Promise<T>): Promise<T> {
    const before = commands.get(jobId) ?? Promise.resolve();
    const mine = before.then(command, command);
    const settled = mine.then(
      () => {},
      () => {},
    );
    commands.set(jobId, settled);
    settled
      .then(() => {
        if (commands.get(jobId) === settled) commands.delete(jobId);
      })
      .catch(() => {});
    return mine;
  }

  return {
    add(jobId) {
      forgetWake(jobId);
      if (closed || waiting.includes(jobId)) return;
      waiting = [...waiting, jobId];
      pump();
    },
    async stop(jobId) {
      forgetWake(jobId);
      waiting = waiting.filter((other) => other !== jobId);
      const run = runs.get(jobId);
      run?.controller.abort(new Failure('cancelled'));
      await run?.ended;
    },
    isRunning: (jobId) => runs.has(jobId),
    wakeAt,
    forgetWake,
    rearm() {
      for (const [jobId, wake] of Array.from(wakes)) wakeAt(jobId, wake.at);
    },
    makeRoom: pump,
    exclusively,
    async close() {
      closed = true;
      waiting = [];
      for (const jobId of Array.from(wakes.keys())) forgetWake(jobId);
      const ending = Array.from(runs.values());
      for (const run of ending) run.controller.abort(new Failure('cancelled'));
      await Promise.all(ending.map((run) => run.ended));
    },
  };
}
