import type { Connection } from '../../src-preload/contract/connections.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { Job } from '../jobs/job.ts';
import type { JobBook } from '../jobs/job-book.ts';
import type { Ledger } from '../jobs/ledger.ts';
import { asDocketError } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import { canReach, type Power } from '../ports/power.ts';

export interface CollectWhenReadyParts {
  readonly book: Pick<JobBook, 'all' | 'onChange'>;
  readonly history: Pick<Ledger['history'], 'list'>;
  readonly connections: { readonly get: (id: string) => Connection | null };
  /** Begins to collect; everything after it is as if a person had. */
  readonly collect: (jobId: string) => Promise<unknown>;
  readonly power: Power;
  readonly log: Log;
  /** An export could not be begun: it waits for the person. */
  readonly onTrouble: (error: DocketError) => void;
}

/**
 * Whether Docket begins to collect this export by itself: its connection says so, it became ready since then, and nobody
 * has touched it. What comes after collecting (review, commit) is always the person's.
 */
export function collectsItself(
  job: Pick<Job, 'export' | 'retrieval' | 'commit' | 'readyAt'>,
  connection: Pick<Connection, 'collectsSince'> | null,
  begunBefore: () => boolean,
): boolean {
  const since = connection?.collectsSince;
  if (since === undefined) return false;
  if (job.export.kind !== 'ready' || job.retrieval.kind !== 'none' || job.commit.kind !== 'open')
    return false;
  return job.readyAt !== null && job.readyAt >= since && !begunBefore();
}

/** Collects what becomes ready, for connections that ask for it. `look` after a connection has changed. */
export function createCollectWhenReady(parts: CollectWhenReadyParts): {
  start(): void;
  stop(): void;
  look(): void;
} {
  const { book, connections, power, log } = parts;
  /** Each is begun once a run: one that can't be begun must not be tried with every change of the list. */
  const tried = new Set<string>();
  let started = false;
  let ends: readonly (() => void)[] = [];

  /** Also one whose files the person has discarded since: it doesn't come back by itself. */
  const begunBefore = (jobId: string) =>
    parts.history.list({ jobId, limit: 500 }).entries.some(({ kind }) => kind === 'retrieval-started');

  function lookAt(jobs: readonly Job[]): void {
    if (!started) return;
    for (const job of jobs) {
      if (tried.has(job.id) || !canReach(power, job)) continue;
      if (!collectsItself(job, connections.get(job.connectionId), () => begunBefore(job.id))) continue;
      tried.add(job.id);
      parts.collect(job.id).catch((thrown: unknown) => {
        const error = asDocketError(thrown);
        log.warn('could not collect by itself', { jobId: job.id, code: error.code });
        parts.onTrouble(error);
      });
    }
  }
  const look = () => lookAt(book.all());

  return {
    start() {
      started = true;
      ends = [book.onChange(({ changed }) => lookAt(changed)), power.onChange(look)];
      look();
    },
    stop() {
      started = false;
      for (const end of ends) end();
    },
    look,
  };
}
