import * as z from 'zod';
import { deletedSegment } from './knobs.ts';
import {
  alternateId,
  editedAt,
  emailAddress,
  phoneNumber,
  profileId,
  type RecordShape,
  recordText,
} from './records.ts';
import type { Generation } from './routes.ts';

/** One export as the vendor keeps it. Its status is computed from these facts and the time, never stored. */
export const myPreferencesExportSchema = z.object({
  token: z.string(),
  segment: z.string(),
  createdAt: z.number(),
  readyAt: z.number(),
  expiresAt: z.number(),
  outcome: z.enum(['complete', 'error', 'failed']),
  total: z.number(),
  /** The indexes that a filter left; null = all up to `total`. */
  chosen: z.array(z.number()).readonly().nullable(),
  /** The index of its first profile, where none are chosen. */
  from: z.number().default(0),
  edition: z.enum(['only', 'earlier', 'later']).default('only'),
  /** Set once the token is used up: by the last block without keepAlive, or by a commit. */
  retrieved: z
    .object({ by: z.enum(['last-block', 'commit']), at: z.number(), keepFiles: z.boolean() })
    .nullable(),
});
export type MyPreferencesExport = Readonly<z.infer<typeof myPreferencesExportSchema>>;

export type MyPreferencesStatus = 'Processing' | 'Error' | 'Expired' | 'Retrieved' | 'Complete' | 'Failed';

export function statusOf(item: MyPreferencesExport, now: number): MyPreferencesStatus {
  if (item.retrieved !== null) return 'Retrieved';
  if (now < item.readyAt) return 'Processing';
  if (item.outcome === 'error') return 'Error';
  if (item.outcome === 'failed') return 'Failed';
  return now < item.expiresAt ? 'Complete' : 'Expired';
}

export function shapeOf(
  segment: string,
  generation: Generation,
  v3Records: 'flat' | 'profiles',
): RecordShape {
  if (segment === deletedSegment) return 'deleted';
  return generation === 'v3' && v3Records === 'flat' ? 'preference' : 'profile';
}

/** The texts of the records from a 0-based position on. */
export function recordsOf(
  item: MyPreferencesExport,
  seed: number,
  shape: RecordShape,
  pretty: boolean,
  from: number,
  count: number,
): readonly string[] {
  const texts: string[] = [];
  const end = Math.min(item.total, from + count);
  for (let position = Math.max(0, from); position < end; position += 1) {
    texts.push(
      recordText(seed, shape, item.chosen?.[position] ?? item.from + position, pretty, item.edition),
    );
  }
  return texts;
}

export interface Selection {
  readonly lastDateTime: number | null;
  readonly criteria: 'ProfileId' | 'AlternateId' | 'PhoneNumber' | 'EmailAddress' | null;
  readonly values: readonly string[];
}

/** The indexes below `population` that a request asks for, or null for all. */
export function choose(selection: Selection, population: number): readonly number[] | null {
  const { criteria, lastDateTime } = selection;
  if (criteria === null && lastDateTime === null) return null;
  const wanted = new Set(selection.values);
  const from = lastDateTime === null ? Number.NEGATIVE_INFINITY : roundUp(lastDateTime);
  const chosen: number[] = [];
  for (let index = 0; index < population; index += 1) {
    if (editedAt(index) < from) continue;
    if (criteria === null || wanted.has(keyOf(criteria, index))) chosen.push(index);
  }
  return chosen;
}

function keyOf(criteria: NonNullable<Selection['criteria']>, index: number): string {
  switch (criteria) {
    case 'ProfileId':
      return profileId(index);
    case 'AlternateId':
      return alternateId(index);
    case 'PhoneNumber':
      return phoneNumber(index);
    case 'EmailAddress':
      return emailAddress(index);
  }
}

/** The vendor rounds milliseconds up to 3, 7 or the next 10: 0–2 become 3, 3–6 become 7, 7–9 the next 10. */
export function roundUp(at: number): number {
  const digit = at % 10;
  return at - digit + (digit < 3 ? 3 : digit < 7 ? 7 : 10);
}
