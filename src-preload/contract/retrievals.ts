import { z } from 'zod';
import { docketErrorSchema } from './errors.ts';
import { fileIdSchema, instantSchema, jobIdSchema, sha256Schema } from './ids.ts';

/** One of a retrieval's parts: a file behind a link, or the one file that pages are written to. */
export const partStateSchema = z.object({
  key: z.string(),
  name: z.string(),
  done: z.boolean(),
});

/** What we hold of an export. `collected` means: every file verified on this disk under its final name. */
export const retrievalStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('collecting'), parts: z.array(partStateSchema).readonly() }),
  z.object({
    kind: z.literal('paused'),
    by: z.enum(['person', 'offline', 'rate-limit', 'error']),
    parts: z.array(partStateSchema).readonly(),
    error: docketErrorSchema.optional(),
    /** When Docket goes on by itself; absent when it waits for the person. */
    until: instantSchema.optional(),
  }),
  z.object({ kind: z.literal('verifying') }),
  z.object({
    kind: z.literal('collected'),
    fingerprint: sha256Schema,
    files: z.number().int(),
    rows: z.number().int().nullable(),
    bytes: z.number().int(),
    collectedAt: instantSchema,
    verifiedAt: instantSchema,
  }),
  z.object({ kind: z.literal('broken'), error: docketErrorSchema }),
]);
export type RetrievalState = Readonly<z.infer<typeof retrievalStateSchema>>;

/** How far a running transfer is; never stored. */
export const transferProgressSchema = z.object({
  jobId: jobIdSchema,
  unit: z.enum(['rows', 'bytes']),
  done: z.number(),
  total: z.number().nullable(),
  perSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  part: z.number().int(),
  parts: z.number().int(),
});
export type TransferProgress = Readonly<z.infer<typeof transferProgressSchema>>;

export const fileKindSchema = z.enum(['csv', 'csv.gz', 'ndjson', 'json', 'xlsx', 'zip', 'other']);
export type FileKind = z.infer<typeof fileKindSchema>;

/** A collected file. `folder` is the absolute path of the folder that holds it. */
export const fileViewSchema = z.object({
  id: fileIdSchema,
  jobId: jobIdSchema,
  name: z.string(),
  folder: z.string(),
  kind: fileKindSchema,
  bytes: z.number().int(),
  sha256: sha256Schema,
  rows: z.number().int().nullable(),
  /** When a clean-up moved it to the system's bin. */
  binnedAt: instantSchema.optional(),
});
export type FileView = Readonly<z.infer<typeof fileViewSchema>>;
