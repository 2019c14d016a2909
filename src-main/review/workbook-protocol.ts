import { z } from 'zod';
import { docketErrorSchema } from '../../src-preload/contract/errors.ts';

/** What the thread that reads a sheet is started with. */
export const sheetTaskSchema = z.object({
  file: z.string(),
  /** The first one when null, or when there is none of that name. */
  sheet: z.string().nullable(),
  /** Rows that are told ahead. */
  first: z.number().int(),
});
export type SheetTask = Readonly<z.infer<typeof sheetTaskSchema>>;

const rowsSchema = z.array(z.array(z.string().nullable()).readonly()).readonly();

/** What it tells, in this order; the row of the names is the first one. */
export const sheetNewsSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('first'),
    sheet: z.string(),
    sheets: z.array(z.string()).readonly(),
    rows: rowsSchema,
  }),
  z.object({ kind: z.literal('rows'), rows: rowsSchema, total: z.number().int() }),
  z.object({ kind: z.literal('end') }),
  z.object({ kind: z.literal('failed'), error: docketErrorSchema }),
]);
export type SheetNews = Readonly<z.infer<typeof sheetNewsSchema>>;
