import { z } from 'zod';
import { errorCodeSchema } from '../../src-preload/contract/errors.ts';
import { fileKindSchema } from '../../src-preload/contract/retrievals.ts';
import { columnSchema, rowsPageSchema } from '../../src-preload/contract/review.ts';

/** What the main process and the review process say to each other. */
export const sourceSchema = z.object({
  files: z.array(z.string()).min(1),
  kind: fileKindSchema,
  sheet: z.string().nullable(),
});
export type Source = Readonly<z.infer<typeof sourceSchema>>;

export const requestSchema = z.discriminatedUnion('do', [
  z.object({ id: z.number(), do: z.literal('open'), handle: z.string(), source: sourceSchema }),
  z.object({
    id: z.number(),
    do: z.literal('rows'),
    handle: z.string(),
    offset: z.number().int(),
    limit: z.number().int(),
    columns: z.array(z.number().int()).nullable(),
  }),
  z.object({ id: z.number(), do: z.literal('close'), handle: z.string() }),
]);
export type Request = Readonly<z.infer<typeof requestSchema>>;

export const tableSchema = z.object({
  columns: z.array(columnSchema),
  totalRows: z.number().int(),
  brokenRows: z.number().int(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
});
export type Table = Readonly<z.infer<typeof tableSchema>>;

export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ id: z.number(), kind: z.literal('table'), table: tableSchema }),
  z.object({ id: z.number(), kind: z.literal('rows'), page: rowsPageSchema }),
  z.object({ id: z.number(), kind: z.literal('closed') }),
  z.object({
    id: z.number(),
    kind: z.literal('failed'),
    code: errorCodeSchema,
    detail: z.string().optional(),
  }),
]);
export type Answer = z.infer<typeof answerSchema>;
