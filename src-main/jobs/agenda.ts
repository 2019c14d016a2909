import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Wait } from '../ports/wait.ts';
import { untilOf } from './connection-line.ts';
import { createDueList, type DueList } from './due-list.ts';
import type { Job } from './job.ts';
import { nextCheck, type Outcome, type Polled } from './polling-schedule.ts';
import { isLive, isPreparing } from './stage.ts';
import type { ConnectedVendorDesk } from './vendor-desk.ts';

/** Which export is asked about when: what is known of each goes to the schedule, and its answer onto the due list. */
export interface Agenda extends Pick<DueList, 'at' | 'of' | 'holdToClock'> {
  /** Plans an export that isn't planned yet: a new one soon, one that the ledger knows at its time. */
  plan(job: Job): void;
  drop(jobId: string): void;
  /** The vendor answered: `job` as it is after, `before` as it was. */
  answered(job: Job, before: Job | null): void;
  /** The question about this export failed. */
  failed(job: Job, error: DocketError): void;
  /** Its whole connection is in trouble until then. */
  held(job: Job, hold: Wait): void;
  /** All exports of a connection may be asked about now. */
  hurry(connectionId: string): void;
}

export function createAgenda(ports: {
  readonly desk: Pick<ConnectedVendorDesk, 'traitsOf'>;
  readonly clock: Clock;
  readonly random: () => number;
}): Agenda {
  const { desk, clock, random } = ports;
  const due = createDueList();
  /** When the vendor's state last changed, and the failures in a row, by job. */
  const changedAt = new Map<string, number>();
  const failures = new Map<string, number>();

  function polled(job: Job): Polled {
    const traits = desk.traitsOf(job.provider);
    const held = job.retrieval.kind === 'collected';
    return {
      phase: held ? 'held' : isPreparing(job.export) ? 'preparing' : 'ready',
      since: Math.max(changedAt.get(job.id) ?? 0, job.createdAt),
      expiresAt: job.export.kind === 'ready' ? (job.export.expiresAt ?? null) : null,
      shortest: traits.shortestCheckInterval,
      sharing: traits.listsExports ? 1 : due.count(job.connectionId),
    };
  }

  /** Only what may still bring news is asked about. */
  function set(job: Job, outcome: Outcome): void {
    const now = clock.now();
    if (isLive(job))
      due.set(job, { from: now, at: nextCheck(polled(job), outcome, { now, random: random() }) });
    else drop(job.id);
  }

  function drop(jobId: string): void {
    due.remove(jobId);
    changedAt.delete(jobId);
    failures.delete(jobId);
  }

  return {
    at: due.at,
    of: due.of,
    holdToClock: due.holdToClock,
    plan(job) {
      if (due.at(job.id) !== null && isLive(job)) return;
      const at = job.lastCheckedAt;
      set(job, at === null ? { kind: 'never-asked' } : { kind: 'answered', at });
    },
    drop,
    answered(job, before) {
      const now = clock.now();
      failures.delete(job.id);
      if (before !== null && before.export.kind !== job.export.kind) changedAt.set(job.id, now);
      set(job, { kind: 'answered', at: now });
    },
    failed(job, error) {
      const count = (failures.get(job.id) ?? 0) + 1;
      failures.set(job.id, count);
      set(job, { kind: 'failed', code: error.code, failures: count, until: untilOf(error) });
    },
    held(job, hold) {
      if (isLive(job)) due.set(job, hold);
      else drop(job.id);
    },
    hurry(connectionId) {
      const now = clock.now();
      for (const { jobId } of due.of(connectionId))
        due.set({ id: jobId, connectionId }, { from: now, at: now });
    },
  };
}
