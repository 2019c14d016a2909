import { z } from 'zod';
import { instantSchema } from './ids.ts';

export const historyKinds = [
  'connection-added',
  'connection-changed',
  'connection-removed',
  'export-tracked',
  'export-started',
  'export-cancelled',
  'export-forgotten',
  'export-ready',
  'export-failed',
  'export-expired',
  'retrieval-started',
  'retrieval-collected',
  'retrieval-broken',
  'retrieval-discarded',
  'reviewed',
  'commit-started',
  'commit-refused',
  'committed',
  'commit-unknown',
  'commit-settled',
  'commit-confirmed-by-hand',
  'commit-reopened-by-hand',
  'practice-started',
  'practice-stopped',
  'ledger-replaced',
] as const;

export const historyEntrySchema = z.object({
  id: z.number().int(),
  at: instantSchema,
  /** The operating system's user. */
  by: z.string(),
  kind: z.enum(historyKinds),
  jobId: z.string().nullable(),
  title: z.string(),
  connectionName: z.string(),
  provider: z.string().nullable(),
  practice: z.boolean(),
  rows: z.number().int().nullable(),
  files: z.number().int().nullable(),
  bytes: z.number().int().nullable(),
  fingerprint: z.string().nullable(),
  /** The vendor's answer, an error code, or the reviewer's remark. */
  note: z.string().nullable(),
});
export type HistoryEntry = Readonly<z.infer<typeof historyEntrySchema>>;
export type HistoryKind = HistoryEntry['kind'];

export const historyQuerySchema = z.object({
  search: z.string().max(200).optional(),
  jobId: z.string().max(64).optional(),
  before: z.number().int().optional(),
  limit: z.number().int().min(1).max(500).default(200),
});
export type HistoryQuery = Readonly<z.input<typeof historyQuerySchema>>;

export const historyPageSchema = z.object({
  entries: z.array(historyEntrySchema).readonly(),
  total: z.number().int(),
});
export type HistoryPage = Readonly<z.infer<typeof historyPageSchema>>;
