import type { JobView } from './jobs.ts';

const hour = 3_600_000;

/**
 * What is about to be lost: the vendor's copy goes at `at` (epoch ms), and nothing whole of it lies on this disk.
 * `hours`: within three hours; `day`: by the end of tomorrow from a queue that counts in days, else within a day where
 * there were several. (What lives for a day only is not to be warned of from its first minute.)
 */
export interface Loss {
  readonly at: number;
  readonly level: 'hours' | 'day';
  /** A queue that exports leave by themselves, or a link that expires. */
  readonly how: 'leaves-queue' | 'expires';
}

export type Losable = Pick<JobView, 'provider' | 'export' | 'retrieval' | 'commit' | 'readyAt'>;

/** When the vendor's copy goes while not all of it is held here, else null. */
export function lostAt(job: Losable): number | null {
  if (job.export.kind !== 'ready' || job.commit.kind !== 'open') return null;
  if (job.retrieval.kind === 'collected' || job.retrieval.kind === 'verifying') return null;
  return job.export.expiresAt ?? null;
}

/** How near the loss is at `now`; null while it is far, and once it has come. */
export function lossOf(job: Losable, now: number): Loss | null {
  const at = lostAt(job);
  if (at === null || at <= now) return null;
  const how = job.provider === 'crayon' ? 'leaves-queue' : 'expires';
  if (at - now <= 3 * hour) return { at, level: 'hours', how };
  const from = dayLevelFrom(job, at);
  return from !== null && now >= from ? { at, level: 'day', how } : null;
}

/** The next instant after `now` at which the answer of `lossOf` changes, or null. */
export function nextLossChange(job: Losable, now: number): number | null {
  const at = lostAt(job);
  if (at === null) return null;
  return [dayLevelFrom(job, at) ?? 0, at - 3 * hour, at].find((instant) => instant > now) ?? null;
}

function dayLevelFrom(job: Losable, at: number): number | null {
  if (job.provider !== 'crayon') {
    return job.readyAt !== null && at - job.readyAt < 48 * hour ? null : at - 24 * hour;
  }
  // Whole days by this computer's calendar, daylight saving included.
  const day = new Date(at);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - 1);
  return day.getTime();
}
