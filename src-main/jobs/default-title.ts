import { assertNever } from '../../src-preload/contract/assert-never.ts';
import type { ExportRequest, RequestOf } from '../../src-preload/contract/requests.ts';
import type { Titles } from '../words/titles.ts';

/** What an export is called when the person gives no name: what was asked for, in the language of the moment. */
export function defaultTitle(request: ExportRequest, say: Titles): string {
  switch (request.provider) {
    case 'mypreferences':
      return request.segmentName.slice(0, 200);
    case 'mytracker':
      return say.with(say.event(request.event), myTrackerSpan(request, say));
    case 'crayon':
      return say.with(say.report, span(dayOf(request.from), dayOf(request.to), say));
    default:
      return assertNever(request);
  }
}

/**
 * A vendor's title as people read it: Crayon writes the period behind an `@`, in dotted dates. Anything else stays as it
 * is. https://apidocs.crayon.com/scenarios/exportqueue-get
 */
export function readableTitle(title: string, say: Titles): string {
  const found = /^(.+)@(\d{4})\.(\d{2})\.(\d{2}) - (\d{4})\.(\d{2})\.(\d{2})$/.exec(title.trim());
  if (found === null) return title.trim().slice(0, 200);
  const [, name = '', ...dates] = found;
  const period = span(dates.slice(0, 3).join('-'), dates.slice(3).join('-'), say);
  return (period === '' ? title : say.with(name.trim(), period)).slice(0, 200);
}

function myTrackerSpan(request: RequestOf<'mytracker'>, say: Titles): string {
  const from = request.dateFrom ?? dayOfSeconds(request.timestampFrom ?? request.availabilityTimestampFrom);
  const to = request.dateTo ?? dayOfSeconds(request.timestampTo ?? request.availabilityTimestampTo);
  return span(from, to, say);
}

/** Two dates, `YYYY-MM-DD` or null, as one span; empty for none. */
function span(from: string | null, to: string | null, say: Titles): string {
  const a = partsOf(from);
  const b = partsOf(to);
  if (a === null) return b === null ? '' : say.to(b);
  return b === null ? say.from(a) : say.span(a, b);
}

function partsOf(date: string | null) {
  const found = date === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = Number(found?.[2]);
  return found === null || month < 1 || month > 12
    ? null
    : { day: Number(found[3]), month, year: Number(found[1]) };
}

function dayOf(instant: string): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(instant)?.[0] ?? null;
}

function dayOfSeconds(seconds: number | undefined): string | null {
  if (seconds === undefined) return null;
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}
