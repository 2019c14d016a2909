import type { Job } from './job.ts';

/** When each live export is to be checked next, by connection. Times are epoch ms. */
export interface DueList {
  set(job: Pick<Job, 'id' | 'connectionId'>, at: number): void;
  remove(jobId: string): void;
  at(jobId: string): number | null;
  /** Ids of a connection's exports, soonest first. */
  of(connectionId: string): readonly { readonly jobId: string; readonly at: number }[];
  count(connectionId: string): number;
}

export function createDueList(): DueList {
  const byConnection = new Map<string, Map<string, number>>();
  const connectionOf = new Map<string, string>();
  return {
    set(job, at) {
      const known = byConnection.get(job.connectionId);
      const times = known ?? new Map<string, number>();
      if (known === undefined) byConnection.set(job.connectionId, times);
      times.set(job.id, at);
      connectionOf.set(job.id, job.connectionId);
    },
    remove(jobId) {
      byConnection.get(connectionOf.get(jobId) ?? '')?.delete(jobId);
      connectionOf.delete(jobId);
    },
    at: (jobId) => byConnection.get(connectionOf.get(jobId) ?? '')?.get(jobId) ?? null,
    of: (connectionId) =>
      [...(byConnection.get(connectionId) ?? [])]
        .map(([jobId, at]) => ({ jobId, at }))
        .toSorted((a, b) => a.at - b.at),
    count: (connectionId) => byConnection.get(connectionId)?.size ?? 0,
  };
}
