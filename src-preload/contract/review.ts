import { z } from 'zod';
import { fileIdSchema, jobIdSchema } from './ids.ts';

/** One column of the table; `type` is for alignment only, cells always carry the file's own text. */
export const columnSchema = z.object({
  index: z.number().int(),
  name: z.string(),
  type: z.enum(['text', 'number', 'timestamp', 'nested']),
});

export type Column = Readonly<z.infer<typeof columnSchema>>;

/** An open table. All files of one retrieval with the same columns are one table; a workbook has one per sheet. */
export const openTableSchema = z.object({
  handle: z.string(),
  jobId: jobIdSchema,
  title: z.string(),
  files: z.number().int(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()).readonly(),
  columns: z.array(columnSchema).readonly(),
  totalRows: z.number().int(),
  /** Lines that can't be read as rows of this table; they stay in the file. */
  brokenRows: z.number().int(),
});
export type OpenTable = Readonly<z.infer<typeof openTableSchema>>;

export const openInputSchema = z.object({ fileId: fileIdSchema, sheet: z.string().max(200).optional() });

export const rowsQuerySchema = z.object({
  handle: z.string().max(64),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(1000),
  /** Column indexes to return, for wide tables; all when absent. */
  columns: z.array(z.number().int().min(0)).max(5000).optional(),
});
export type RowsQuery = Readonly<z.infer<typeof rowsQuerySchema>>;

/** A window of the table: cells as the file's own text, null where the file has nothing. */
export const rowsPageSchema = z.object({
  offset: z.number().int(),
  total: z.number().int(),
  rows: z.array(z.array(z.string().nullable()).readonly()).readonly(),
});
export type RowsPage = Readonly<z.infer<typeof rowsPageSchema>>;

export const markReviewedSchema = z.object({
  jobId: jobIdSchema,
  remark: z.string().trim().max(2000).nullable(),
});
