import { z } from 'zod';
import { columnIndexSchema, handleSchema } from './review.ts';

/**
 * Saves what is shown: the rows of a view in its order, these columns in this order. Main asks for the place; the
 * path never comes from the window. A collected file is never overwritten.
 * - csv: the cells exactly as in the file, UTF-8, CRLF (RFC 4180)
 * - xlsx: numbers, days and times typed where the column is of that type; ids and all else as text; nothing is a formula
 * - parquet: numbers, days and times typed, the rest text; a column with odd cells among these rows as text
 */
export const saveInputSchema = z.object({
  handle: handleSchema,
  viewId: z.string().max(64).optional(),
  columns: z.array(columnIndexSchema).min(1).max(5000),
  format: z.enum(['csv', 'xlsx', 'parquet']),
  /** For csv: begin with a byte order mark, by which Excel knows UTF-8. */
  byteOrderMark: z.boolean().optional(),
  /** For csv: a comma when absent. Excel takes the other one where the system writes decimals with a comma. */
  delimiter: z.enum([',', ';']).optional(),
});
export type SaveInput = Readonly<z.infer<typeof saveInputSchema>>;

/** Null when the person cancelled the choice of a place. */
export const savedSchema = z
  .object({
    /** Hand it to `review.revealSaved`. */
    savedId: z.string(),
    name: z.string(),
    folder: z.string(),
    rows: z.number().int(),
    bytes: z.number().int(),
    /**
     * Names of columns that are text in the file, since some of their cells are no number or time: parquet has one type
     * for all cells of a column.
     */
    textColumns: z.array(z.string()).optional(),
  })
  .nullable();
export type Saved = Readonly<z.infer<typeof savedSchema>>;

/** Rows that a sheet of Excel holds, its header included. */
export const sheetRows = 1_048_576;
