import type { JobView } from '../../src-preload/contract/jobs.ts';
import type { Clock } from '../ports/clock.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import type { JobBook } from './job-book.ts';
import { isBusy } from './stage.ts';

/**
 * Exports that a person has let go: they are off the list at once, and forgotten a minute later, so that it can be
 * undone. Kept in memory alone: after a crash they stand on the list again, and nothing is lost.
 */
export interface LeavingJobs {
  /** Throws 'job-not-found', and 'job-busy' while anything of it runs. */
  letGo(id: string): void;
  /** Back onto the list. Throws 'job-not-found' once it is forgotten. */
  keep(id: string): JobView;
  has(id: string): boolean;
  /** Forgets now what is leaving. */
  settle(): Promise<void>;
}

/** Longer than the offer to undo it is shown, however long a pointer rests on it. */
export const keptFor = 60_000;

export function createLeavingJobs(options: {
  readonly book: Pick<JobBook, 'get' | 'find' | 'view'>;
  readonly forget: (id: string) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  /** Tells the list. */
  readonly show: (changed: readonly JobView[], removed: readonly string[]) => void;
}): LeavingJobs {
  const { book, clock, log, show } = options;
  /** Export to what cancels its timer. */
  const leaving = new Map<string, () => void>();

  async function forgetNow(id: string): Promise<void> {
    leaving.get(id)?.();
    leaving.delete(id);
    try {
      await options.forget(id);
    } catch (error) {
      const { code } = asDocketError(error);
      // It began to move meanwhile, or the disk is full: it stays, and is seen again.
      const job = book.find(id);
      if (job !== null) show([book.view(job)], []);
      log.warn('an export that was let go stays', { code });
    }
  }

  return {
    letGo(id) {
      const job = book.get(id);
      if (isBusy(job)) throw new Failure('job-busy', { subject: job.title });
      if (leaving.has(id)) return;
      leaving.set(
        id,
        clock.after(keptFor, () => void forgetNow(id)),
      );
      show([], [id]);
    },
    keep(id) {
      const view = book.view(book.get(id));
      leaving.get(id)?.();
      if (leaving.delete(id)) show([view], []);
      return view;
    },
    has: (id) => leaving.has(id),
    async settle() {
      for (const id of [...leaving.keys()]) await forgetNow(id);
    },
  };
}
