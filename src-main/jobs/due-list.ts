import { byTheClock, type Wait } from '../ports/wait.ts';
import type { Job } from './job.ts';

/** When each live export is to be checked next, by connection. Times are epoch ms. */
export interface DueList {
  set(job: Pick<Job, 'id' | 'connectionId'>, wait: Wait): void;
  remove(jobId: string): void;
  at(jobId: string): number | null;
  /** Ids of a connection's exports, soonest first. */
  of(connectionId: string): readonly { readonly jobId: string; readonly at: number }[];
  count(connectionId: string): number;
  /** After the clock was set back no wait is longer than it was. */
  holdToClock(now: number): void;
}

export function createDueList(): DueList {
  const byConnection = new Map<string, Map<string, Wait>>();
  const connectionOf = new Map<string, string>();
  return {
    set(job, wait) {
      const known = byConnection.get(job.connectionId);
      const waits = known ?? new Map<string, Wait>();
      if (known === undefined) byConnection.set(job.connectionId, waits);
      waits.set(job.id, wait);
      connectionOf.set(job.id, job.connectionId);
    },
    remove(jobId) {
      byConnection.get(connectionOf.get(jobId) ?? '')?.delete(jobId);
      connectionOf.delete(jobId);
    },
    at: (jobId) => byConnection.get(connectionOf.get(jobId) ?? '')?.get(jobId)?.at ?? null,
    of: (connectionId) =>
      [...(byConnection.get(connectionId) ?? [])]
        .map(([jobId, { at }]) => ({ jobId, at }))
        .toSorted((a, b) => a.at - b.at),
    count: (connectionId) => byConnection.get(connectionId)?.size ?? 0,
    holdToClock(now) {
      for (const waits of byConnection.values())
        for (const [jobId, wait] of waits) waits.set(jobId, byTheClock(wait, now));
    },
  };
}
