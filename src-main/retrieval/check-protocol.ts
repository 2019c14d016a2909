import { z } from 'zod';
import { docketErrorSchema } from '../../src-preload/contract/errors.ts';
import { fileKindSchema } from '../../src-preload/contract/retrievals.ts';

const rulesSchema = z.object({
  name: z.string(),
  content: z.enum(['csv.gz', 'workbook', 'ndjson', 'unknown']),
});

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** What the app says to the thread that checks files. `call` is answered; the others aren't. */
export const checkRequestSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('begin'), check: z.number(), rules: rulesSchema }),
  z.object({ do: z.literal('stop'), check: z.number() }),
  z.object({ do: z.literal('abort'), call: z.number() }),
  z.object({ do: z.literal('write'), call: z.number(), check: z.number(), bytes: bytesSchema }),
  z.object({ do: z.literal('take'), call: z.number(), check: z.number(), bytes: bytesSchema }),
  z.object({
    do: z.literal('feed'),
    call: z.number(),
    check: z.number(),
    path: z.string(),
    bytes: z.number(),
  }),
  z.object({ do: z.literal('sha256'), call: z.number(), check: z.number() }),
  z.object({ do: z.literal('end'), call: z.number(), check: z.number(), path: z.string() }),
  z.object({ do: z.literal('hash'), call: z.number(), path: z.string() }),
]);
export type CheckRequest = Readonly<z.infer<typeof checkRequestSchema>>;
export type CheckCall = Extract<CheckRequest, { readonly call: number }>;

export const hashSchema = z.object({ bytes: z.number(), sha256: z.string() });
export const checkedFileSchema = hashSchema.extend({
  kind: fileKindSchema,
  rows: z.number().nullable(),
  headerSha256: z.string().nullable(),
});

export const checkAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), call: z.number(), value: z.unknown() }),
  /** A hash on its way: bytes read so far. The call's end comes later. */
  z.object({ kind: z.literal('read'), call: z.number(), bytes: z.number() }),
  z.object({ kind: z.literal('failed'), call: z.number(), error: docketErrorSchema }),
  /** An error of the file system, by Node's `code`. */
  z.object({ kind: z.literal('errno'), call: z.number(), errno: z.string() }),
]);
export type CheckAnswer = Readonly<z.infer<typeof checkAnswerSchema>>;
