import { z } from 'zod';
import { commitStateSchema } from './commits.ts';
import { docketErrorSchema } from './errors.ts';
import { connectionIdSchema, instantSchema, jobIdSchema, providerIdSchema } from './ids.ts';
import { exportRequestSchema } from './requests.ts';
import { fileViewSchema, retrievalStateSchema } from './retrievals.ts';

/** What the vendor says of an export. */
export const exportStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queued') }),
  z.object({ kind: z.literal('running'), percent: z.number().min(0).max(100).optional() }),
  z.object({ kind: z.literal('ready'), expiresAt: instantSchema.optional() }),
  z.object({ kind: z.literal('failed'), reason: z.string().max(500), repeatable: z.boolean() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('expired') }),
  z.object({ kind: z.literal('gone') }),
]);
export type ExportState = Readonly<z.infer<typeof exportStateSchema>>;

export const stageSchema = z.enum([
  'preparing',
  'ready',
  'collecting',
  'paused',
  'checking',
  'collected',
  'reviewed',
  'committing',
  'unsettled',
  'committed',
  'failed',
  'cancelled',
  'expired',
  'gone',
  'broken',
]);
export type Stage = z.infer<typeof stageSchema>;

/** The one prominent button of a row. */
export const nextStepSchema = z.enum([
  'collect',
  'pause',
  'resume',
  'collect-again',
  'review',
  'commit',
  'settle',
  'repeat',
  'ask-anew',
  'receipt',
  'wait',
  'forget',
]);
export type NextStep = z.infer<typeof nextStepSchema>;

export const groupSchema = z.enum(['needs-you', 'on-its-way', 'done']);
export type Group = z.infer<typeof groupSchema>;

export const reviewMarkSchema = z.object({
  by: z.string(),
  at: instantSchema,
  remark: z.string().max(2000).nullable(),
  /** The fingerprint that was reviewed: collecting again takes the mark away. */
  fingerprint: z.string(),
});

/** A row of the list, and all that the panel shows. */
export const jobViewSchema = z.object({
  id: jobIdSchema,
  connectionId: connectionIdSchema,
  connectionName: z.string(),
  provider: providerIdSchema,
  practice: z.boolean(),
  title: z.string(),
  /** As it may be shown: a MyPreferences access token is masked. */
  reference: z.string(),
  /** When it was asked for, or came onto the list. */
  createdAt: instantSchema,
  request: exportRequestSchema.nullable(),
  export: exportStateSchema,
  /** The vendor's own word for the status. */
  vendorStatus: z.string(),
  /** True when the vendor's word is not one that its documentation lists. */
  vendorStatusUnknown: z.boolean(),
  /** Rows and bytes as the vendor announced them. */
  announced: z.object({
    rows: z.number().nullable(),
    bytes: z.number().nullable(),
    files: z.number().nullable(),
  }),
  /** The vendor's further words, label to value, for "Details". */
  vendorDetails: z.array(z.object({ label: z.string(), value: z.string() })).readonly(),
  retrieval: retrievalStateSchema,
  commit: commitStateSchema,
  review: reviewMarkSchema.nullable(),
  stage: stageSchema,
  nextStep: nextStepSchema,
  group: groupSchema,
  canCancel: z.boolean(),
  canRepeat: z.boolean(),
  readyAt: instantSchema.nullable(),
  lastCheckedAt: instantSchema.nullable(),
  nextCheckAt: instantSchema.nullable(),
  /** Why the last check failed, until one succeeds. */
  checkError: docketErrorSchema.nullable(),
});
export type JobView = Readonly<z.infer<typeof jobViewSchema>>;

export const jobDetailSchema = jobViewSchema.extend({
  files: z.array(fileViewSchema).readonly(),
  folder: z.string().nullable(),
});
export type JobDetail = Readonly<z.infer<typeof jobDetailSchema>>;

export const jobQuerySchema = z.object({
  search: z.string().max(200).optional(),
  provider: providerIdSchema.optional(),
  group: groupSchema.optional(),
});
export type JobQuery = Readonly<z.infer<typeof jobQuerySchema>>;

export const trackInputSchema = z.object({
  connectionId: connectionIdSchema,
  /** What a person has: a MyPreferences access token or a MyTracker idRawExport; digits. */
  reference: z.string().trim().min(1).max(100),
  title: z.string().trim().max(200).optional(),
});
export const startInputSchema = z.object({
  connectionId: connectionIdSchema,
  request: exportRequestSchema,
  title: z.string().trim().max(200).optional(),
});
