import type { HistoryFilter, HistoryKind } from '../../../src-preload/contract/history.ts';
import type { ProviderId } from '../../../src-preload/contract/ids.ts';
import type { HistoryGroup, HistoryRange } from '../../words/kinds.ts';
import { day } from '../../words/units-of-time.ts';

/** What the history's filters are set to. */
export interface HistoryChoice {
  readonly search: string;
  readonly range: HistoryRange;
  /** `2026-11-21`, or empty; for the range of days. */
  readonly fromDay: string;
  readonly toDay: string;
  readonly group: HistoryGroup;
  readonly person: string | null;
  readonly vendor: { readonly provider: ProviderId; readonly connectionName: string | null } | null;
}

export const everything: HistoryChoice = {
  search: '',
  range: 'all',
  fromDay: '',
  toDay: '',
  group: 'all',
  person: null,
  vendor: null,
};

export const ranges: readonly HistoryRange[] = ['all', 'today', 'week', 'month', 'year', 'days'];

const groupOf = {
  'connection-added': 'connections',
  'connection-changed': 'connections',
  'connection-removed': 'connections',
  'export-tracked': 'vendor',
  'export-started': 'vendor',
  'export-cancelled': 'vendor',
  'export-forgotten': 'vendor',
  'export-ready': 'vendor',
  'export-failed': 'vendor',
  'export-expired': 'vendor',
  'retrieval-started': 'collecting',
  'retrieval-collected': 'collecting',
  'retrieval-broken': 'collecting',
  'retrieval-discarded': 'collecting',
  reviewed: 'reviews',
  'commit-started': 'commits',
  'commit-refused': 'commits',
  committed: 'commits',
  'commit-unknown': 'commits',
  'commit-settled': 'commits',
  'commit-confirmed-by-hand': 'commits',
  'commit-reopened-by-hand': 'commits',
  'receipt-checked': 'commits',
  'file-binned': 'files',
  'practice-started': 'docket',
  'practice-stopped': 'docket',
  'ledger-replaced': 'docket',
  'schedule-added': 'connections',
  'schedule-changed': 'connections',
  'schedule-paused': 'connections',
  'schedule-resumed': 'connections',
  'schedule-removed': 'connections',
  'schedule-failed': 'connections',
} as const satisfies Readonly<Record<HistoryKind, Exclude<HistoryGroup, 'all'>>>;

export const groups: readonly HistoryGroup[] = [
  'all',
  'commits',
  'reviews',
  'collecting',
  'vendor',
  'connections',
  'files',
  'docket',
];

export function kindsOf(group: HistoryGroup): readonly HistoryKind[] {
  return (Object.keys(groupOf) as HistoryKind[]).filter((kind) => groupOf[kind] === group);
}

const longestSearch = 200;

/** What main is asked for; times by this computer's calendar. */
export function filterOf(choice: HistoryChoice, jobId: string | undefined, now: number): HistoryFilter {
  const { search, group, person, vendor } = choice;
  const { from, to } = spanOf(choice, now);
  const wanted = search.trim().slice(0, longestSearch);
  return {
    ...(wanted === '' ? {} : { search: wanted }),
    ...(jobId === undefined ? {} : { jobId }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(group === 'all' ? {} : { kinds: [...kindsOf(group)] }),
    ...(person === null ? {} : { by: person }),
    ...(vendor === null ? {} : { provider: vendor.provider }),
    ...(vendor === null || vendor.connectionName === null ? {} : { connectionName: vendor.connectionName }),
  };
}

interface Span {
  readonly from: number | null;
  /** Not included. */
  readonly to: number | null;
}

function spanOf({ range, fromDay, toDay }: HistoryChoice, now: number): Span {
  const today = new Date(now).setHours(0, 0, 0, 0);
  switch (range) {
    case 'all':
      return { from: null, to: null };
    case 'today':
      return { from: today, to: null };
    case 'week':
      return { from: daysAfter(today, -6), to: null };
    case 'month':
      return { from: daysAfter(today, -29), to: null };
    case 'year':
      return { from: new Date(new Date(now).getFullYear(), 0, 1).getTime(), to: null };
    case 'days': {
      const until = startOf(toDay);
      return { from: startOf(fromDay), to: until === null ? null : daysAfter(until, 1) };
    }
  }
}

/** By the calendar: a day has 23 or 25 hours where the clocks change. */
function daysAfter(at: number, days: number): number {
  const date = new Date(at);
  date.setDate(date.getDate() + days);
  return date.getTime();
}

function startOf(text: string): number | null {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return null;
  const at = new Date(Number(year), Number(month) - 1, Number(dayOfMonth)).getTime();
  return Number.isFinite(at) && Math.abs(at) < 100_000_000 * day ? at : null;
}

export function isFiltered(choice: HistoryChoice): boolean {
  const { search, range, group, person, vendor } = choice;
  return search.trim() !== '' || range !== 'all' || group !== 'all' || person !== null || vendor !== null;
}
