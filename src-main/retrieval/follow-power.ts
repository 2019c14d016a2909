import type { ErrorCode } from '../../src-preload/contract/errors.ts';
import type { Job } from '../jobs/job.ts';
import type { JobBook } from '../jobs/job-book.ts';
import type { Clock } from '../ports/clock.ts';
import { asDocketError } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import { canReach, type Power } from '../ports/power.ts';
import type { RetrievalRun } from './retrieval-run.ts';
import type { RunQueue } from './run-queue.ts';
import type { StateWriter } from './state-writer.ts';

/** After the network changed, a transfer that gets nothing for so long hangs on a dead connection. */
const patience = 5_000;

const lookAgainAfter = 30_000;

/** What a network that works again may put right, though it had not said that it was gone. */
const networkTroubles: ReadonlySet<ErrorCode> = new Set([
  'offline',
  'unreachable',
  'timeout',
  'connection-lost',
  'not-the-vendor',
  'proxy-sign-in',
  'proxy-unreachable',
]);

/**
 * Transfers follow the computer: they end at once when it sleeps or loses its network, rather than when their sockets
 * are found dead, and go on from what is on disk as soon as it is back. Returns what ends the following.
 */
export function followPower(parts: {
  readonly book: JobBook;
  readonly clock: Clock;
  readonly power: Power;
  readonly log: Log;
  readonly queue: RunQueue;
  readonly run: Pick<RetrievalRun, 'movedAt'>;
  readonly states: StateWriter;
  readonly goOn: (jobId: string) => void;
}): () => void {
  const { book, clock, power, queue, run, states, goOn } = parts;
  let cancelLook = () => {};

  /** One step with an export, after whatever else is being done with it, as it is then. */
  function step(jobId: string, take: (job: Job) => void | Promise<void>): void {
    queue
      .exclusively(jobId, async () => {
        const job = book.find(jobId);
        if (job !== null) await take(job);
      })
      .catch((thrown: unknown) => {
        parts.log.error('a transfer could not follow the network', {
          jobId,
          code: asDocketError(thrown).code,
        });
        // Ended, and the ledger didn't take the note of it (a full disk): looked at again, or it would stand still for ever.
        queue.wakeAt(jobId, clock.now() + lookAgainAfter);
      });
  }

  async function letGo(job: Job): Promise<void> {
    if (job.retrieval.kind !== 'collecting' || canReach(power, job)) return;
    await queue.stop(job.id);
    if (book.find(job.id)?.retrieval.kind === 'collecting')
      states.move(job.id, { kind: 'pause', by: 'offline', parts: states.parts(job.id) });
    // It came back while the last step was ending.
    const now = book.find(job.id);
    if (now !== null) takeUp(now);
  }

  function takeUp(job: Job): void {
    if (job.retrieval.kind !== 'paused' || !canReach(power, job)) return;
    const { by, error, until } = job.retrieval;
    const waitsForNetwork =
      by === 'offline' ||
      (by === 'error' && until !== undefined && error !== undefined && networkTroubles.has(error.code));
    if (waitsForNetwork) goOn(job.id);
  }

  function onChange(): void {
    if (power.isAwake()) queue.rearm();
    for (const job of book.all()) {
      if (job.retrieval.kind === 'collecting') step(job.id, letGo);
      else if (job.retrieval.kind === 'paused') step(job.id, takeUp);
    }
  }

  /** Only those that hang: who gets something goes on undisturbed. */
  function onOtherNetwork(): void {
    const changedAt = clock.now();
    for (const job of book.all()) if (job.retrieval.kind === 'paused') step(job.id, takeUp);
    cancelLook();
    cancelLook = clock.after(patience, () => {
      for (const { id } of book.all()) {
        if (!queue.isRunning(id)) continue;
        step(id, async (job) => {
          const moved = run.movedAt(id);
          if (job.retrieval.kind !== 'collecting' || moved === null || moved > changedAt) return;
          await queue.stop(id);
          if (book.find(id)?.retrieval.kind === 'collecting') queue.add(id);
        });
      }
    });
  }

  const ends = [power.onChange(onChange), power.onOtherNetwork?.(onOtherNetwork)];
  return () => {
    for (const end of ends) end?.();
    cancelLook();
  };
}
