import { z } from 'zod';
import { commitStateSchema } from '../../src-preload/contract/commits.ts';
import { docketErrorSchema } from '../../src-preload/contract/errors.ts';
import {
  connectionIdSchema,
  instantSchema,
  jobIdSchema,
  providerIdSchema,
} from '../../src-preload/contract/ids.ts';
import { exportStateSchema, reviewMarkSchema } from '../../src-preload/contract/jobs.ts';
import { exportRequestSchema } from '../../src-preload/contract/requests.ts';
import { retrievalStateSchema } from '../../src-preload/contract/retrievals.ts';

/** An export on our list, as the ledger keeps it. The three facets change only through the pure transitions. */
export const jobSchema = z.object({
  id: jobIdSchema,
  connectionId: connectionIdSchema,
  /** Kept here too, so that the row still reads well after its connection is removed. */
  connectionName: z.string(),
  provider: providerIdSchema,
  practice: z.boolean(),
  title: z.string(),
  /** The vendor's reference; for a provider whose reference is a secret, its masked form (the value is in the keychain). */
  reference: z.string(),
  createdAt: instantSchema,
  request: exportRequestSchema.nullable(),
  export: exportStateSchema,
  vendorStatus: z.string(),
  vendorStatusUnknown: z.boolean(),
  announced: z.object({
    rows: z.number().nullable(),
    bytes: z.number().nullable(),
    files: z.number().nullable(),
  }),
  vendorDetails: z.array(z.object({ label: z.string(), value: z.string() })),
  cancellable: z.boolean(),
  retrieval: retrievalStateSchema,
  /** Absolute folder of the retrieval's files; chosen once, at its first start. */
  folder: z.string().nullable(),
  commit: commitStateSchema,
  review: reviewMarkSchema.nullable(),
  readyAt: instantSchema.nullable(),
  lastCheckedAt: instantSchema.nullable(),
  checkError: docketErrorSchema.nullable(),
});
export type Job = Readonly<z.infer<typeof jobSchema>>;

/** What may change in a job after it is made. */
export type JobPatch = Partial<Omit<Job, 'id' | 'connectionId' | 'provider' | 'practice' | 'createdAt'>>;
