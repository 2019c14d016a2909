import type { Job } from '../jobs/job.ts';
import { addDays, instantOf, knownZone } from '../schedules/wall-clock.ts';

type Asked = Pick<Job, 'request'>;

/** MyTracker reads days so where a request names no zone. https://docs.tracker.my.com/api/export-api/raw/create */
const usualZone = 'Europe/Moscow';

/** The days that were asked for, as far as the request says. */
export function askedPeriod({ request }: Asked): { readonly from: string; readonly to: string } | null {
  if (request?.provider === 'mytracker' && request.dateFrom !== undefined && request.dateTo !== undefined) {
    return { from: request.dateFrom, to: request.dateTo };
  }
  if (request?.provider === 'crayon') return { from: request.from.slice(0, 10), to: request.to.slice(0, 10) };
  return null;
}

/**
 * The moments that may lie within those days, as a file writes them: from `from`, and before `before`. Days are those of
 * the request's time zone, moments stand in UTC or in that zone: what either allows is not called outside.
 */
export function askedMoments(job: Asked): { readonly from: string; readonly before: string } | null {
  const period = askedPeriod(job);
  if (period === null) return null;
  const next = addDays(period.to, 1);
  const [first, last] = [midnight(period.from), midnight(next)];
  if (job.request?.provider !== 'mytracker') return { from: first, before: last };
  const zone = knownZone(job.request.timezone ?? usualZone);
  const inUtc = (date: string) => text(instantOf({ date, time: '00:00' }, zone));
  const [from = first] = [first, inUtc(period.from)].sort();
  const [before = last] = [last, inUtc(next)].sort().reverse();
  return { from, before };
}

const midnight = (date: string) => `${date} 00:00:00`;
const text = (instant: number) => new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
