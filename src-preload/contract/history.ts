import { z } from 'zod';
import { instantSchema, providerIdSchema } from './ids.ts';

export const historyKinds = [
  'connection-added',
  'connection-changed',
  'connection-removed',
  'schedule-added',
  'schedule-changed',
  'schedule-paused',
  'schedule-resumed',
  'schedule-removed',
  'schedule-failed',
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
  'receipt-checked', // `note`: what was found, as `same:2,changed:1`
  'file-binned', // `note`: the file's name
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

/** Which entries: all that is given must hold. */
export const historyFilterSchema = z.object({
  search: z.string().max(200).optional(),
  jobId: z.string().max(64).optional(),
  /** From this instant on. */
  from: instantSchema.optional(),
  /** Before this instant. */
  to: instantSchema.optional(),
  provider: providerIdSchema.optional(),
  connectionName: z.string().max(500).optional(),
  kinds: z.array(z.enum(historyKinds)).max(100).optional(),
  by: z.string().max(500).optional(),
});
export type HistoryFilter = Readonly<z.infer<typeof historyFilterSchema>>;

export const historyQuerySchema = historyFilterSchema.extend({
  before: z.number().int().optional(),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(200),
});
export type HistoryQuery = Readonly<z.input<typeof historyQuerySchema>>;

export const historyPageSchema = z.object({
  entries: z.array(historyEntrySchema).readonly(),
  total: z.number().int(),
});
export type HistoryPage = Readonly<z.infer<typeof historyPageSchema>>;

/** How a list of entries lies: its days, newest first, by this computer's calendar. `at` is the first entry's time. */
export const historyOutlineSchema = z.object({
  total: z.number().int(),
  days: z.array(z.object({ at: instantSchema, count: z.number().int() })).readonly(),
});
export type HistoryOutline = Readonly<z.infer<typeof historyOutlineSchema>>;

/** What the filters can be set to. */
export const historyFacetsSchema = z.object({
  people: z.array(z.string()).readonly(),
  connections: z.array(z.object({ provider: providerIdSchema, connectionName: z.string() })).readonly(),
});
export type HistoryFacets = Readonly<z.infer<typeof historyFacetsSchema>>;

export const historyColumns = [
  'at',
  'by',
  'kind',
  'title',
  'provider',
  'connectionName',
  'rows',
  'files',
  'bytes',
  'fingerprint',
  'note',
  'practice',
  'id',
] as const;
export type HistoryColumn = (typeof historyColumns)[number];

const word = z.string().max(1000);

/**
 * Saves the entries of a filter as a table, newest first. Main reads them from the ledger and asks for the place; the
 * window only lends its words. Numbers and times are typed in a workbook; no text can run as a formula.
 */
export const historySaveSchema = z.object({
  filter: historyFilterSchema,
  format: z.enum(['csv', 'xlsx']),
  words: z.object({
    /** Suggested name of the file, without its ending. */
    fileName: z.string().min(1).max(200),
    columns: z.record(z.enum(historyColumns), word),
    kinds: z.record(z.enum(historyKinds), word),
    providers: z.record(providerIdSchema, word),
    /** An error's title, by its code: notes hold codes. */
    codes: z.record(z.string().max(100), word),
    practice: word,
  }),
});
export type HistorySave = Readonly<z.infer<typeof historySaveSchema>>;
