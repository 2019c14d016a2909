import { z } from 'zod';
import { jobIdSchema } from './ids.ts';
import { cellSchema, columnIndexSchema, handleSchema } from './review.ts';

/** Compares the open table (now) with an earlier retrieval of the same kind (before), from `review.earlier`. */
export const compareInputSchema = z.object({
  handle: handleSchema,
  jobId: jobIdSchema,
  /** Columns of the open table that together name a row; suggested by Docket when absent. */
  key: z.array(columnIndexSchema).min(1).max(10).optional(),
});
export type CompareInput = Readonly<z.infer<typeof compareInputSchema>>;

/** A column of either side; columns are matched by their names. */
const comparedColumnSchema = z.object({
  name: z.string(),
  now: columnIndexSchema.nullable(),
  before: columnIndexSchema.nullable(),
});

export const comparisonSchema = z.object({
  before: z.object({ jobId: jobIdSchema, title: z.string(), rows: z.number().int() }),
  /** Columns used to tell rows apart. Empty when none is fit: then rows are compared as a whole, none is "changed". */
  key: z.array(columnIndexSchema).readonly(),
  /** Other keys that name each row on both sides, best first. */
  suggestions: z.array(z.array(columnIndexSchema).readonly()).readonly(),
  /** All columns in the order to show: those of now, then those gone. */
  columns: z.array(comparedColumnSchema).readonly(),
  rows: z.object({
    added: z.number().int(),
    gone: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    /** Rows (of either side) whose key occurs more than once on a side, or is blank: they can't be matched. */
    unmatched: z.number().int(),
  }),
});
export type Comparison = Readonly<z.infer<typeof comparisonSchema>>;

export const compareRowsInputSchema = z.object({
  handle: handleSchema,
  side: z.enum(['added', 'gone', 'changed', 'unmatched']),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
export type CompareRowsInput = Readonly<z.infer<typeof compareRowsInputSchema>>;

/** Cells by the comparison's `columns`; `now` or `before` is null where the row isn't on that side. */
export const comparePageSchema = z.object({
  offset: z.number().int(),
  total: z.number().int(),
  rows: z
    .array(
      z.object({
        now: z.object({ rowId: z.number().int(), cells: z.array(cellSchema).readonly() }).nullable(),
        before: z.object({ rowId: z.number().int(), cells: z.array(cellSchema).readonly() }).nullable(),
        /** Places in `columns` whose cells differ. */
        changed: z.array(z.number().int()).readonly(),
      }),
    )
    .readonly(),
});
export type ComparePage = Readonly<z.infer<typeof comparePageSchema>>;
