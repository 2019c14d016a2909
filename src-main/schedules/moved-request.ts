import { assertNever } from '../../src-preload/contract/assert-never.ts';
import type { ExportRequest } from '../../src-preload/contract/requests.ts';
import type { Period, Span } from '../../src-preload/contract/schedules.ts';
import { addDays, knownZone, monthBefore, wallOf } from './wall-clock.ts';

export interface MovedRequest {
  readonly request: ExportRequest;
  /** The days that it asks for, where it asks by days. */
  readonly span: Span | null;
  /** The last day that is covered once the vendor has accepted it; null when it covers none for good. */
  readonly covers: string | null;
}

/** MyTracker's own, where none is named: https://docs.tracker.my.com/api/export-api/raw/create */
const trackerZone = 'Europe/Moscow';

/**
 * The request as it is to be asked at `now`. `covered` is the last day that an earlier one has asked for: days after it
 * are asked for too, however long ago. `zone` is this computer's.
 */
export function movedRequest(
  { request, period }: { readonly request: ExportRequest; readonly period: Period },
  covered: string | null,
  now: number,
  zone: string,
): MovedRequest {
  switch (request.provider) {
    case 'mypreferences': {
      if (period !== 'since-last') return { request, span: null, covers: null };
      const today = wallOf(now, zone).date;
      // In which zone the vendor reads the time is not documented: a whole day of overlap leaves nothing out.
      const since = covered === null ? request.lastDateTime : `${addDays(covered, -1)}T00:00:00.000`;
      const { lastDateTime: _, ...rest } = request;
      return {
        request: since === undefined ? rest : { ...rest, lastDateTime: since },
        span: null,
        covers: today,
      };
    }
    case 'mytracker': {
      const span = spanOf(period, covered, wallOf(now, knownZone(request.timezone || trackerZone)).date);
      if (span === null) return { request, span, covers: null };
      return { request: { ...request, dateFrom: span.from, dateTo: span.to }, span, covers: span.to };
    }
    case 'crayon': {
      // Its instants are UTC: https://apidocs.crayon.com/scenarios/exportqueue-create
      const span = spanOf(period, covered, wallOf(now, 'UTC').date);
      if (span === null) return { request, span, covers: null };
      const { from, to } = span;
      return { request: { ...request, from: `${from}T00:00:00Z`, to: `${to}T23:59:59Z` }, span, covers: to };
    }
    default:
      return assertNever(request);
  }
}

/** Whole days that have ended, seen from `today`; null for dates that don't move. */
function spanOf(period: Period, covered: string | null, today: string): Span | null {
  const yesterday = addDays(today, -1);
  switch (period) {
    case 'day-before':
      return reachingBack({ from: yesterday, to: yesterday }, covered);
    case 'seven-days':
      return reachingBack({ from: addDays(today, -7), to: yesterday }, covered);
    case 'month-before':
      return reachingBack(monthBefore(today), covered);
    case 'since-last':
    case 'same':
      return null;
    default:
      return assertNever(period);
  }
}

function reachingBack({ from, to }: Span, covered: string | null): Span {
  const next = covered === null ? from : addDays(covered, 1);
  return { from: next < from ? next : from, to };
}
