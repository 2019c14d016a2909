import { z } from 'zod';
import { docketErrorSchema } from './errors.ts';
import { connectionIdSchema, jobIdSchema } from './ids.ts';
import { jobViewSchema } from './jobs.ts';
import { quitPhaseSchema } from './quitting.ts';
import { proofProgressSchema } from './receipts.ts';
import { transferProgressSchema } from './retrievals.ts';
import { reviewChangedSchema } from './review.ts';

const showJobSchema = z.object({ kind: z.literal('show-job'), jobId: jobIdSchema });
const showConnectionSchema = z.object({
  kind: z.literal('show-connection'),
  connectionId: connectionIdSchema,
});
const showSchema = z.object({
  kind: z.literal('show'),
  screen: z.enum(['exports', 'schedules', 'settings', 'palette', 'shortcuts']),
});

/** Where a notification, the tray or the menu leads. */
export const showTargetSchema = z.discriminatedUnion('kind', [
  showJobSchema,
  showConnectionSchema,
  showSchema,
]);
export type ShowTarget = Readonly<z.infer<typeof showTargetSchema>>;

/** What main tells the renderer unasked; frequent ones are coalesced to five a second. */
export const eventSchemas = {
  'jobs-changed': z.object({
    changed: z.array(jobViewSchema).readonly(),
    removed: z.array(jobIdSchema).readonly(),
  }),
  'transfers-changed': z.object({ transfers: z.array(transferProgressSchema).readonly() }),
  'connections-changed': z.object({}),
  'schedules-changed': z.object({}),
  'review-changed': reviewChangedSchema,
  'proof-progress': proofProgressSchema,
  attention: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('notice'), error: docketErrorSchema }),
    z.object({ kind: z.literal('online'), online: z.boolean() }),
    showJobSchema,
    showConnectionSchema,
    showSchema,
    z.object({ kind: z.literal('practice'), on: z.boolean() }),
    /** `commits`: how many are under way. */
    z.object({ kind: z.literal('quit'), phase: quitPhaseSchema, commits: z.number().int() }),
  ]),
} as const;

export type EventName = keyof typeof eventSchemas;
export type EventPayload<E extends EventName> = Readonly<z.infer<(typeof eventSchemas)[E]>>;
