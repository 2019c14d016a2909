import { z } from 'zod';
import type { ExportState } from '../../../src-preload/contract/jobs.ts';
import type { ExportReport } from '../provider.ts';

/**
 * The vendor's status answer, keys in lower case. Counts are null, 0 or absent while an export is processed; `expires`
 * exists in v3 only, empty while it is processed.
 */
export const statusSchema = z.object({
  status: z.string(),
  rowcount: z.unknown().optional(),
  bytecount: z.unknown().optional(),
  expires: z.unknown().optional(),
});
export type StatusAnswer = Readonly<z.infer<typeof statusSchema>>;

/** The documented words; `Failed` stands on the page of segment groups. */
export type StatusWord = 'processing' | 'complete' | 'retrieved' | 'expired' | 'error' | 'failed';

export function statusWord(text: string): StatusWord | null {
  const word = text.trim().toLowerCase();
  switch (word) {
    case 'processing':
    case 'complete':
    case 'retrieved':
    case 'expired':
    case 'error':
    case 'failed':
      return word;
    default:
      return null;
  }
}

/** What a status answer says of the export, by the vendor's meanings of its words. */
export function reportOf(reference: string, answer: StatusAnswer, now: number): ExportReport {
  const word = statusWord(answer.status);
  const counted = word !== 'processing' && word !== null;
  const rows = counted ? countOf(answer.rowcount) : null;
  const bytes = counted ? countOf(answer.bytecount) : null;
  const expires = typeof answer.expires === 'string' ? answer.expires.trim() : '';
  return {
    reference,
    state: stateOf(word, answer, now),
    vendorStatus: answer.status,
    vendorStatusUnknown: word === null,
    rows,
    bytes,
    files: null,
    cancellable: false,
    details: expires === '' ? [] : [{ label: 'Expires', value: expires.slice(0, 100) }],
    ...(word === null ? {} : { acknowledged: word === 'retrieved' }),
  };
}

function stateOf(word: StatusWord | null, answer: StatusAnswer, now: number): ExportState {
  switch (word) {
    case null:
    case 'processing':
      return { kind: 'running' };
    case 'complete': {
      const expiresAt = expiryOf(answer.expires);
      // The vendor's word outweighs a date whose zone it doesn't state.
      return expiresAt === null || expiresAt <= now ? { kind: 'ready' } : { kind: 'ready', expiresAt };
    }
    // Someone has told the vendor that the data is held; it can't be collected again.
    case 'retrieved':
      return { kind: 'gone' };
    case 'expired':
      return { kind: 'expired' };
    case 'error':
      return { kind: 'failed', reason: answer.status, repeatable: true };
    // The user lacks the permission to retrieve: asking again would fail again.
    case 'failed':
      return { kind: 'failed', reason: answer.status, repeatable: false };
  }
}

/**
 * `Expires` as epoch ms: ISO 8601 with a zone, or without one (read as UTC; the vendor doesn't say), or the forms of
 * older .NET services. Null when it is empty or unreadable.
 */
export function expiryOf(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const ticks = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/.exec(text)?.[1];
  if (ticks !== undefined) return Number(ticks);
  const iso = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/i.exec(text);
  const american = /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d(:\d\d)?( [AP]M)?$/i.test(text);
  if (iso === null && !american) return null;
  const at = Date.parse(iso === null ? `${text} UTC` : `${iso[1]}T${iso[2]}${zoneOf(iso[3])}`);
  return Number.isNaN(at) ? null : at;
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return 'Z';
  return zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
}

function countOf(value: unknown): number | null {
  const count = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
}
