import { z } from 'zod';
import { docketErrorSchema } from './errors.ts';
import { jobIdSchema } from './ids.ts';
import { jobViewSchema } from './jobs.ts';
import { quitPhaseSchema } from './quitting.ts';
import { transferProgressSchema } from './retrievals.ts';
import { reviewChangedSchema } from './review.ts';

/** What main tells the renderer unasked; frequent ones are coalesced to five a second. */
export const eventSchemas = {
  'jobs-changed': z.object({
    changed: z.array(jobViewSchema).readonly(),
    removed: z.array(jobIdSchema).readonly(),
  }),
  'transfers-changed': z.object({ transfers: z.array(transferProgressSchema).readonly() }),
  'connections-changed': z.object({}),
  'review-changed': reviewChangedSchema,
  attention: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('notice'), error: docketErrorSchema }),
    z.object({ kind: z.literal('online'), online: z.boolean() }),
    z.object({ kind: z.literal('show-job'), jobId: jobIdSchema }),
    z.object({ kind: z.literal('practice'), on: z.boolean() }),
    /** `commits`: how many are under way. */
    z.object({ kind: z.literal('quit'), phase: quitPhaseSchema, commits: z.number().int() }),
  ]),
} as const;

export type EventName = keyof typeof eventSchemas;
export type EventPayload<E extends EventName> = Readonly<z.infer<(typeof eventSchemas)[E]>>;
