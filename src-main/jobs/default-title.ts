import { assertNever } from '../../src-preload/contract/assert-never.ts';
import type { ExportRequest, RequestOf } from '../../src-preload/contract/requests.ts';

/** What an export is called when the person gives no name: the vendor's own words of what was asked for. */
export function defaultTitle(request: ExportRequest): string {
  switch (request.provider) {
    case 'mypreferences':
      return request.segmentName.slice(0, 200);
    case 'mytracker':
      return [request.event, myTrackerSpan(request)].filter((part) => part !== '').join(' ');
    case 'crayon':
      return ['License report', span(dayOf(request.from), dayOf(request.to))]
        .filter((part) => part !== '')
        .join(' ');
    default:
      return assertNever(request);
  }
}

/**
 * A vendor's title as people read it: Crayon writes the period behind an `@`, in dotted dates. Anything else stays as it
 * is. https://apidocs.crayon.com/scenarios/exportqueue-get
 */
export function readableTitle(title: string): string {
  const found = /^(.+)@(\d{4})\.(\d{2})\.(\d{2}) - (\d{4})\.(\d{2})\.(\d{2})$/.exec(title.trim());
  if (found === null) return title.trim().slice(0, 200);
  const [, name = '', ...dates] = found;
  const period = span(dates.slice(0, 3).join('-'), dates.slice(3).join('-'));
  return (period === '' ? title : `${name.trim()}, ${period}`).slice(0, 200);
}

function myTrackerSpan(request: RequestOf<'mytracker'>): string {
  const from = request.dateFrom ?? dayOfSeconds(request.timestampFrom ?? request.availabilityTimestampFrom);
  const to = request.dateTo ?? dayOfSeconds(request.timestampTo ?? request.availabilityTimestampTo);
  return span(from, to);
}

/** Two dates as one span: `1–31 Oct 2026`, `28 Sep – 3 Oct 2026`, `from 1 Oct 2026`. Dates are `YYYY-MM-DD` or null. */
function span(from: string | null, to: string | null): string {
  const a = partsOf(from);
  const b = partsOf(to);
  if (a === null) return b === null ? '' : `to ${whole(b)}`;
  if (b === null) return `from ${whole(a)}`;
  if (a.year !== b.year) return `${whole(a)} – ${whole(b)}`;
  if (a.month !== b.month) return `${a.day} ${a.month} – ${whole(b)}`;
  return a.day === b.day ? whole(a) : `${a.day}–${whole(b)}`;
}

interface DateParts {
  readonly day: number;
  readonly month: string;
  readonly year: number;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function partsOf(date: string | null): DateParts | null {
  const found = date === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = months[Number(found?.[2]) - 1];
  return found === null || month === undefined
    ? null
    : { day: Number(found[3]), month, year: Number(found[1]) };
}

function whole({ day, month, year }: DateParts): string {
  return `${day} ${month} ${year}`;
}

function dayOf(instant: string): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(instant)?.[0] ?? null;
}

function dayOfSeconds(seconds: number | undefined): string | null {
  if (seconds === undefined) return null;
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}
