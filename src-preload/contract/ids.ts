import { z } from 'zod';

/** The vendors' APIs that Docket speaks to. */
export const providerIdSchema = z.enum(['mypreferences', 'mytracker', 'crayon']);
export type ProviderId = z.infer<typeof providerIdSchema>;

/** Ids are made by main (`crypto.randomUUID`); the renderer only hands them back. */
export const connectionIdSchema = z.string().min(1).max(64);
export const jobIdSchema = z.string().min(1).max(64);
export const fileIdSchema = z.string().min(1).max(64);

/** Milliseconds since the Unix epoch, by the wall clock. */
export const instantSchema = z.number().int();

/** SHA-256 in lower-case hexadecimal. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
