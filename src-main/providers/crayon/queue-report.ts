import type { ExportState } from '../../../src-preload/contract/jobs.ts';
import type { ExportReport } from '../provider.ts';
import { createdAtOf, flags, flagsOf, type QueueItem } from './queue.ts';

const day = 86_400_000;
/** `CreatedDate` has no zone: less than this it proves nothing. */
const zoneDoubt = 14 * 3_600_000;
/** How long a processed report may take until it can be downloaded, before it counts as no longer there. */
const lag = 15 * 60_000;

/** What this client has seen of an item before: "Processed, not downloadable" means "not yet" at first, and later "no more". */
export interface Sightings {
  /** Reports are judged by when they were first seen processed, and by whether they ever were downloadable. */
  note(item: QueueItem, now: number): { readonly processedFor: number; readonly wasDownloadable: boolean };
}

export function createSightings(): Sightings {
  const seen = new Map<number, { readonly processedAt: number; wasDownloadable: boolean }>();
  return {
    note(item, now) {
      const bits = flagsOf(item.status) ?? 0;
      if ((bits & flags.processed) === 0) return { processedFor: 0, wasDownloadable: false };
      const entry = seen.get(item.id) ?? { processedAt: now, wasDownloadable: false };
      entry.wasDownloadable ||= item.downloadable === true;
      seen.set(item.id, entry);
      return { processedFor: now - entry.processedAt, wasDownloadable: entry.wasDownloadable };
    },
  };
}

export interface ListContext {
  /** This computer's time, epoch ms. */
  readonly now: number;
  /** The vendor's own time by the answer's `Date`, epoch ms; null when it didn't say. */
  readonly vendorNow: number | null;
  /** Days in the past that the list covers. */
  readonly daysListed: number | null;
}

/** What the queue says of one export. */
export function reportOf(item: QueueItem, list: ListContext, sightings: Sightings): ExportReport {
  const bits = flagsOf(item.status);
  const known = bits !== null && (bits === 0 || (bits & 15) !== 0);
  const createdAt = createdAtOf(item);
  const leavesAt = createdAt === null || list.daysListed === null ? null : createdAt + list.daysListed * day;
  return {
    reference: String(item.id),
    state: known ? stateOf(item, bits, list, sightings, leavesAt) : { kind: 'running' },
    vendorStatus: String(item.status),
    vendorStatusUnknown: !known,
    rows: null,
    bytes: null,
    files: 1,
    cancellable: false,
    details: detailsOf(item, leavesAt),
    ...(item.actionname ? { title: item.actionname } : {}),
    ...(createdAt === null ? {} : { createdAt }),
  };
}

/** Flags may come combined: what ends an export outweighs what it went through. */
function stateOf(
  item: QueueItem,
  bits: number,
  list: ListContext,
  sightings: Sightings,
  leavesAt: number | null,
): ExportState {
  if ((bits & flags.failed) !== 0) return { kind: 'failed', reason: 'Failed', repeatable: true };
  if ((bits & flags.deleted) !== 0) return { kind: 'gone' };
  if ((bits & flags.processed) === 0) return { kind: 'queued' };
  const { processedFor, wasDownloadable } = sightings.note(item, list.now);
  if (item.downloadable === true) {
    return leavesAt === null || leavesAt <= list.now
      ? { kind: 'ready' }
      : { kind: 'ready', expiresAt: leavesAt };
  }
  if (wasDownloadable || processedFor > lag || isOld(item, list)) return { kind: 'expired' };
  return { kind: 'running' };
}

/** Made so long ago, whatever its zone, that it can't be waiting to become downloadable. */
function isOld(item: QueueItem, list: ListContext): boolean {
  const createdAt = createdAtOf(item);
  return createdAt !== null && (list.vendorNow ?? list.now) - createdAt > day + zoneDoubt;
}

function detailsOf(item: QueueItem, leavesAt: number | null): ExportReport['details'] {
  return [
    { label: 'ActionName', value: item.actionname },
    { label: 'Attempts', value: item.attempts },
    { label: 'RequestedBy', value: item.requestedby },
    { label: 'CreatedDate', value: item.createddate },
    // The vendor states no lifetime of its files: the list's window is the best there is.
    {
      label: 'CreatedDate + NrOfDays',
      value: leavesAt === null ? null : `${new Date(leavesAt).toISOString().slice(0, 16)}Z (estimate)`,
    },
  ].flatMap(({ label, value }) =>
    value === null || value === undefined || value === '' ? [] : [{ label, value: String(value) }],
  );
}
