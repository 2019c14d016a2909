import type { HistoryEntry } from '../../src-preload/contract/history.ts';
import type { JobView } from '../../src-preload/contract/jobs.ts';
import type { Clock } from '../ports/clock.ts';
import { Failure } from '../ports/failure.ts';
import { type Log, silentLog } from '../ports/log.ts';
import type { Job } from './job.ts';
import type { JobBook } from './job-book.ts';
import type { Ledger } from './ledger.ts';
import { canCancel, canRepeat, groupOf, nextStepOf, stageOf } from './stage.ts';

type Change = Parameters<Parameters<JobBook['onChange']>[0]>[0];

/**
 * All jobs in memory over the ledger. A change is durable first and told afterwards; within `ledger.transaction` the
 * listeners hear when it ends, once, and of nothing that it took back.
 */
/** What happens without a person: the vendor's doing, which Docket noticed. */
const byThemselves: ReadonlySet<HistoryEntry['kind']> = new Set([
  'export-ready',
  'export-failed',
  'export-expired',
]);

export function createJobBook(options: {
  readonly ledger: Ledger;
  readonly clock: Clock;
  /** The operating system's user, for the history. */
  readonly user: string;
  readonly nextCheckAt: (jobId: string) => number | null;
  readonly log?: Log;
}): JobBook {
  const { ledger, clock, user, nextCheckAt, log = silentLog } = options;
  const jobs = new Map(ledger.jobs.all().map((job) => [job.id, job]));
  const listeners = new Set<(change: Change) => void>();
  /** Ids touched since the listeners last heard, and how many of the writes are not settled yet. */
  const touched = new Set<string>();
  let unsettled = 0;

  function get(id: string): Job {
    const job = jobs.get(id);
    if (job === undefined) throw new Failure('job-not-found');
    return job;
  }

  /** After each write: tells now, or when the transaction around it has ended. */
  function settle(id: string): void {
    touched.add(id);
    unsettled += 1;
    const run = (kept: boolean) => {
      // Taken back (a full disk at the last moment): what the ledger holds is the truth.
      if (!kept) reload(id);
      unsettled -= 1;
      if (unsettled > 0) return;
      const ids = [...touched];
      touched.clear();
      tell(ids);
    };
    if (ledger.afterTransaction === undefined) run(true);
    else ledger.afterTransaction(run);
  }

  function reload(id: string): void {
    const kept = ledger.jobs.get(id);
    if (kept === null) jobs.delete(id);
    else jobs.set(id, kept);
  }

  function tell(ids: readonly string[]): void {
    const change: Change = {
      changed: ids.flatMap((id) => jobs.get(id) ?? []),
      removed: ids.filter((id) => !jobs.has(id)),
    };
    for (const listener of listeners) {
      try {
        listener(change);
      } catch (error) {
        log.error('a listener to the job book failed', {
          error: error instanceof Error ? error.name : typeof error,
        });
      }
    }
  }

  return {
    all: () => [...jobs.values()],
    get,
    find: (id) => jobs.get(id) ?? null,
    add(job) {
      if (jobs.has(job.id)) throw new Failure('already-on-list', { subject: job.title });
      ledger.jobs.put(job);
      jobs.set(job.id, job);
      settle(job.id);
    },
    update(id, patch) {
      const job = get(id);
      const changed: Job = { ...job, ...(typeof patch === 'function' ? patch(job) : patch) };
      ledger.jobs.put(changed);
      jobs.set(id, changed);
      settle(id);
      return changed;
    },
    remove(id) {
      if (!jobs.has(id)) return;
      ledger.jobs.remove(id);
      jobs.delete(id);
      settle(id);
    },
    view: (job) => viewOf(job, nextCheckAt(job.id)),
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    record(job, kind, more = {}) {
      ledger.history.append({
        at: clock.now(),
        by: more.by ?? (byThemselves.has(kind) ? 'Docket' : user),
        kind,
        jobId: job.id,
        title: job.title,
        connectionName: job.connectionName,
        provider: job.provider,
        practice: job.practice,
        rows: more.rows ?? null,
        files: more.files ?? null,
        bytes: more.bytes ?? null,
        fingerprint: more.fingerprint ?? null,
        note: more.note ?? null,
      });
    },
  };
}

function viewOf(job: Job, nextCheckAt: number | null): JobView {
  const { folder: _folder, cancellable: _cancellable, ...shown } = job;
  return {
    ...shown,
    stage: stageOf(job),
    nextStep: nextStepOf(job),
    group: groupOf(job),
    canCancel: canCancel(job),
    canRepeat: canRepeat(job),
    nextCheckAt,
  };
}
