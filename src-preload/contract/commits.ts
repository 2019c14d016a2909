import { z } from 'zod';
import { docketErrorSchema } from './errors.ts';
import { instantSchema, jobIdSchema, sha256Schema } from './ids.ts';
import { fileViewSchema } from './retrievals.ts';

/** What a commit does at the vendor: design.md, "What commit means". */
export const commitEffectSchema = z.enum(['vendor-closes', 'sign-off-only', 'sign-off-may-delete']);
export type CommitEffect = z.infer<typeof commitEffectSchema>;

/** The durable proof of a commit. */
export const receiptSchema = z.object({
  id: z.string(),
  jobId: jobIdSchema,
  title: z.string(),
  connectionName: z.string(),
  by: z.string(),
  at: instantSchema,
  fingerprint: sha256Schema,
  rows: z.number().int().nullable(),
  files: z.number().int(),
  bytes: z.number().int(),
  keepFiles: z.boolean().nullable(),
  effect: commitEffectSchema,
  /** The vendor's answer in one line ("200", "settled by status Retrieved", "sign-off: no call"). */
  vendorAnswer: z.string(),
});
export type Receipt = Readonly<z.infer<typeof receiptSchema>>;

export const commitAttemptSchema = z.object({
  id: z.string(),
  startedAt: instantSchema,
  fingerprint: sha256Schema,
  keepFiles: z.boolean().nullable(),
  by: z.string(),
});
export type CommitAttempt = Readonly<z.infer<typeof commitAttemptSchema>>;

export const commitStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), lastError: docketErrorSchema.optional() }),
  z.object({ kind: z.literal('committing'), attempt: commitAttemptSchema }),
  z.object({ kind: z.literal('committed'), receipt: receiptSchema }),
  z.object({ kind: z.literal('unknown'), attempt: commitAttemptSchema }),
]);
export type CommitState = Readonly<z.infer<typeof commitStateSchema>>;

/** Everything that the commit dialog says before the person decides. */
export const commitPreviewSchema = z.object({
  jobId: jobIdSchema,
  title: z.string(),
  provider: z.string(),
  connectionName: z.string(),
  /** As it may be shown: a MyPreferences access token is masked. */
  reference: z.string(),
  practice: z.boolean(),
  fingerprint: sha256Schema,
  rows: z.number().int().nullable(),
  bytes: z.number().int(),
  files: z.array(fileViewSchema).readonly(),
  folder: z.string(),
  verifiedAt: instantSchema,
  effect: commitEffectSchema,
  /** Whether "keep the vendor's copy" can be chosen. */
  keepsCopyChoice: z.boolean(),
  review: z.object({ by: z.string(), at: instantSchema, remark: z.string().nullable() }).nullable(),
  /** Present when committing is refused as things stand. */
  refusal: docketErrorSchema.nullable(),
});
export type CommitPreview = Readonly<z.infer<typeof commitPreviewSchema>>;
