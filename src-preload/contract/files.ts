import { z } from 'zod';
import { docketErrorSchema } from './errors.ts';
import { fileIdSchema, instantSchema, jobIdSchema, providerIdSchema } from './ids.ts';
import { fileViewSchema } from './retrievals.ts';

/** A collected file with what it belongs to; it outlives its export's row on the list. */
export const keptFileSchema = fileViewSchema.extend({
  title: z.string(),
  connectionName: z.string(),
  provider: providerIdSchema,
  practice: z.boolean(),
  collectedAt: instantSchema,
  /** Of the newest receipt; null while nothing is signed for. */
  committedAt: instantSchema.nullable(),
  /** Whether its export is still on the list of exports. */
  onList: z.boolean(),
});
export type KeptFile = Readonly<z.infer<typeof keptFileSchema>>;

/** How the file stands on the disk, by a glance at its name and size. */
export const presenceSchema = z.enum(['here', 'missing', 'changed', 'in-bin', 'unreachable']);
export type Presence = z.infer<typeof presenceSchema>;

export const listedFileSchema = keptFileSchema.extend({ presence: presenceSchema });
export type ListedFile = Readonly<z.infer<typeof listedFileSchema>>;

export const filesFilterSchema = z.object({
  search: z.string().max(200).optional(),
  provider: providerIdSchema.optional(),
  connectionName: z.string().max(500).optional(),
  state: z.enum(['open', 'committed', 'in-bin']).optional(),
  /** By date: newest first. By vendor: vendor, connection, then newest first. */
  order: z.enum(['date', 'vendor']).default('date'),
});
export type FilesFilter = Readonly<z.input<typeof filesFilterSchema>>;

export const filesQuerySchema = filesFilterSchema.extend({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(100),
});
export type FilesQuery = Readonly<z.input<typeof filesQuerySchema>>;

export const filesPageSchema = z.object({ entries: z.array(listedFileSchema).readonly() });
export type FilesPage = Readonly<z.infer<typeof filesPageSchema>>;

const sumSchema = z.object({ files: z.number().int(), bytes: z.number().int() });

/** How a list of files lies, in its order: one group a day, or one a connection. */
export const filesOutlineSchema = z.object({
  groups: z
    .array(
      sumSchema.extend({
        /** When its newest file was collected. */
        at: instantSchema,
        /** Of a connection's group; null for a day's. */
        provider: providerIdSchema.nullable(),
        connectionName: z.string().nullable(),
      }),
    )
    .readonly(),
  found: sumSchema,
  /** Of all files, whatever the filter: what still lies here, what of it is signed for, and what was moved to the bin. */
  here: sumSchema,
  committed: sumSchema,
  binned: sumSchema,
  connections: z.array(z.object({ provider: providerIdSchema, connectionName: z.string() })).readonly(),
});
export type FilesOutline = Readonly<z.infer<typeof filesOutlineSchema>>;

/** Committed exports of which files may go to the bin. */
export const cleanUpPlanSchema = z.object({
  exports: z
    .array(
      sumSchema.extend({
        jobId: jobIdSchema,
        title: z.string(),
        connectionName: z.string(),
        provider: providerIdSchema,
        practice: z.boolean(),
        committedAt: instantSchema,
        fileIds: z.array(fileIdSchema).readonly(),
        names: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  total: sumSchema,
  /** Committed and as old, but not as signed for at a glance: these stay. */
  staying: z.array(z.object({ name: z.string(), title: z.string(), error: docketErrorSchema })).readonly(),
});
export type CleanUpPlan = Readonly<z.infer<typeof cleanUpPlanSchema>>;

export const cleanUpInputSchema = z.object({ fileIds: z.array(fileIdSchema).min(1).max(100_000) });

/** What became of each file; `stopped` when the person ended it, or the bin could not be used at all. */
export const cleanUpResultSchema = z.object({
  moved: sumSchema,
  stayed: z.array(z.object({ name: z.string(), title: z.string(), error: docketErrorSchema })).readonly(),
  stopped: z.boolean(),
});
export type CleanUpResult = Readonly<z.infer<typeof cleanUpResultSchema>>;
