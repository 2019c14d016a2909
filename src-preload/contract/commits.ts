import { z } from 'zod';
import { docketErrorSchema } from './errors.ts';
import { instantSchema, jobIdSchema, providerIdSchema, sha256Schema } from './ids.ts';
import { fileViewSchema } from './retrievals.ts';

/** What a commit does at the vendor: design.md, "What commit means". */
export const commitEffectSchema = z.enum(['vendor-closes', 'sign-off-only', 'sign-off-may-delete']);
export type CommitEffect = z.infer<typeof commitEffectSchema>;

/**
 * What a receipt rests on: the vendor's answer to our call; that answer, come after we had stopped waiting; what the
 * vendor's status said later; or a person's word, after the vendor could not say.
 */
export const commitProofSchema = z.enum(['answer', 'late-answer', 'status', 'hand']);
export type CommitProof = z.infer<typeof commitProofSchema>;

/** The durable proof of a commit. Receipts of earlier versions lack what is optional here. */
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
  provider: providerIdSchema.optional(),
  practice: z.boolean().optional(),
  proof: commitProofSchema.optional(),
  /** When the commit was sent; `at` is when it was known to have arrived. */
  sentAt: instantSchema.optional(),
  /** Present when a person decided: who, their remark, and the vendor's last word, if it had one. */
  decision: z
    .object({ by: z.string(), remark: z.string().nullable(), vendorSaid: z.string().nullable() })
    .optional(),
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

/** The last time that the vendor was asked what became of a commit. */
export const commitAskedSchema = z.object({
  at: instantSchema,
  /** `not-yet`: the vendor doesn't have it, but it was sent so recently that it may still be at work on it. */
  answer: z.enum(['not-yet', 'unclear', 'unanswered']),
  /** The vendor's own word for the export, if it had one. */
  vendorStatus: z.string().nullable(),
  /** Why the vendor could not be asked. */
  error: docketErrorSchema.optional(),
  /** Asking further may never help: a person may decide. */
  decidable: z.boolean(),
});
export type CommitAsked = Readonly<z.infer<typeof commitAskedSchema>>;

export const commitStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), lastError: docketErrorSchema.optional() }),
  z.object({ kind: z.literal('committing'), attempt: commitAttemptSchema }),
  z.object({ kind: z.literal('committed'), receipt: receiptSchema }),
  z.object({
    kind: z.literal('unknown'),
    attempt: commitAttemptSchema,
    /** Why the answer was lost; absent when Docket itself ended meanwhile. */
    lost: docketErrorSchema.optional(),
    asked: commitAskedSchema.optional(),
  }),
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

/** A person's word on a commit that the vendor can't speak of; `attemptId` is the one that they were shown. */
export const resolveInputSchema = z.object({
  jobId: jobIdSchema,
  attemptId: z.string().min(1).max(64),
  outcome: z.enum(['done', 'not-done']),
  remark: z.string().max(2000).nullable(),
});
export type ResolveInput = Readonly<z.infer<typeof resolveInputSchema>>;
