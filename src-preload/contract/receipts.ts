import { z } from 'zod';
import { receiptSchema } from './commits.ts';
import { docketErrorSchema } from './errors.ts';
import { instantSchema, jobIdSchema } from './ids.ts';
import { fileViewSchema } from './retrievals.ts';

/** A receipt with all that it is about. It is there as long as the ledger is, also when its export left the list. */
export const receiptPageSchema = z.object({
  receipt: receiptSchema,
  /** The vendor's reference as it may be shown; null once the export left the list. */
  reference: z.string().nullable(),
  onList: z.boolean(),
  /** What was signed for; empty for a receipt of a time when Docket did not keep the list of files with it. */
  files: z.array(fileViewSchema).readonly(),
  /** The text whose SHA-256 is the fingerprint, made of the files above. */
  manifest: z.string(),
  /** The files' list, as it stands here, gives the receipt's fingerprint. */
  listHolds: z.boolean(),
  review: z.object({ by: z.string(), at: instantSchema, remark: z.string().nullable() }).nullable(),
  lastCheck: z.object({ by: z.string(), at: instantSchema, note: z.string().nullable() }).nullable(),
});
export type ReceiptPage = Readonly<z.infer<typeof receiptPageSchema>>;

/** What became of one file since it was signed for. */
export const findingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same') }),
  /** Other bytes under its name; `bytes` is the size found. */
  z.object({ kind: z.literal('changed'), bytes: z.number().int() }),
  /** The same bytes under another name or in another folder nearby. */
  z.object({ kind: z.literal('moved'), folder: z.string(), name: z.string() }),
  z.object({ kind: z.literal('missing') }),
  z.object({ kind: z.literal('in-bin'), at: instantSchema }),
  z.object({ kind: z.literal('unreadable'), error: docketErrorSchema }),
]);
export type Finding = Readonly<z.infer<typeof findingSchema>>;

export const receiptCheckSchema = z.object({
  jobId: jobIdSchema,
  at: instantSchema,
  findings: z.array(z.object({ name: z.string(), finding: findingSchema })).readonly(),
});
export type ReceiptCheck = Readonly<z.infer<typeof receiptCheckSchema>>;

/** How far a check of a receipt or a clean-up is, by bytes read. */
export const proofProgressSchema = z.object({
  task: z.enum(['receipt', 'clean-up']),
  /** The receipt's export; null for a clean-up. */
  jobId: jobIdSchema.nullable(),
  done: z.number().int(),
  total: z.number().int(),
  /** The file that is being read. */
  name: z.string(),
});
export type ProofProgress = Readonly<z.infer<typeof proofProgressSchema>>;
