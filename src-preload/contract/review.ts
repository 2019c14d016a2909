import { z } from 'zod';
import { docketErrorSchema } from './errors.ts';
import { fileIdSchema, instantSchema, jobIdSchema } from './ids.ts';

export const handleSchema = z.string().min(1).max(64);
/** A column's place in the file, from 0. Names may be empty or occur twice; indexes don't. */
export const columnIndexSchema = z.number().int().min(0).max(100_000);

/**
 * One column of the table. `type` is what all filled cells, but for `odd` ones, can be read as; it serves sorting, filters, profiles and
 * alignment. Cells always carry the file's own text.
 * - `number`: plain decimal numbers · `id`: whole numbers that are names (leading zeros, more than 15 digits): as text
 * - `date`: days · `timestamp`: days with a time, also seconds since 1970 in a column named as a time
 * - `nested`: JSON arrays, the cell is their exact JSON text
 */
export const columnTypeSchema = z.enum(['text', 'number', 'id', 'date', 'timestamp', 'boolean', 'nested']);
export type ColumnType = z.infer<typeof columnTypeSchema>;

export const columnSchema = z.object({
  index: columnIndexSchema,
  name: z.string(),
  type: columnTypeSchema,
  /**
   * Filled cells that can't be read as `type`, where a few among many others are none (a line of totals, "n/a"). They
   * keep their text, sort behind the others, and lie in no range. `texts`: the different ones, most frequent first.
   */
  odd: z.object({ count: z.number().int().min(1), texts: z.array(z.string()).min(1).readonly() }).optional(),
  /** `part`: made by Docket, not in the file: the number (from 1, as in `parts`) of the file that the row is from. */
  role: z.enum(['cell', 'part']).optional(),
});
export type Column = Readonly<z.infer<typeof columnSchema>>;

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'ibm866',
] as const;

/** How the text of a CSV is cut into cells. */
export const dialectSchema = z.object({
  encoding: z.enum(encodings),
  /** One character. */
  delimiter: z.string().min(1).max(1),
  /** One character, or '' for none. */
  quote: z.string().max(1),
  /** The first line holds the columns' names. */
  header: z.boolean(),
});
export type Dialect = Readonly<z.infer<typeof dialectSchema>>;

/** How far the table is read. Rows that are read can be shown in every state but `failed`. */
export const loadStateSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('loading'),
    /** Bytes of the files on disk (as packed there), read so far and in all. */
    bytes: z.number(),
    totalBytes: z.number(),
    /** Rows read so far, null when not known; `totalRows` of the table is what can be shown now. */
    rows: z.number().nullable(),
  }),
  z.object({ kind: z.literal('ready') }),
  /** Stopped by the person: the first rows can be looked at, nothing else. */
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('failed'), error: docketErrorSchema }),
]);
export type LoadState = Readonly<z.infer<typeof loadStateSchema>>;

/** An open table. All files of one retrieval with the same columns are one table; a workbook has one per sheet. */
export const openTableSchema = z.object({
  handle: handleSchema,
  jobId: jobIdSchema,
  title: z.string(),
  files: z.number().int(),
  /** The parts in their order; `rows` is known when the table is ready. */
  parts: z
    .array(z.object({ name: z.string(), rows: z.number().int().nullable() }))
    .readonly()
    .optional(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()).readonly(),
  columns: z.array(columnSchema).readonly(),
  /** Rows that can be shown now; all of them when `load` is ready. */
  totalRows: z.number().int(),
  /** Lines that can't be read as rows of this table; they stay in the file. */
  brokenRows: z.number().int(),
  /** Lines with fewer cells than the header: shown, filled up with nothing, and listed by `review.broken`. */
  shortRows: z.number().int().optional(),
  /** Rows with bytes that are no text in the encoding: shown with U+FFFD in their place, and listed. */
  undecodableRows: z.number().int().optional(),
  load: loadStateSchema.optional(),
  /** True when `type` of the columns was judged on all rows; before that on the first ones. */
  typesKnown: z.boolean().optional(),
  /** As recognised or asked for; null for what is no CSV. */
  dialect: dialectSchema.nullable().optional(),
  /** What `review.remember` kept for this kind of export, as it was given; null when nothing. */
  remembered: z.string().nullable().optional(),
});
export type OpenTable = Readonly<z.infer<typeof openTableSchema>>;

/** A table with its beginning. */
export const openedTableSchema = openTableSchema.extend({
  /** What `first` asked for, where it can be had. */
  first: z.lazy(() => rowsPageSchema).optional(),
});
export type OpenedTable = Readonly<z.infer<typeof openedTableSchema>>;

/** Rows of a table's beginning, all columns; none where the table has more columns than that. */
export const firstRowsSchema = z.object({
  rows: z.number().int().min(1).max(1000),
  mostColumns: z.number().int().min(1),
});
export type FirstRows = Readonly<z.infer<typeof firstRowsSchema>>;

export const openInputSchema = z.object({
  /** Without it the first file of `jobId` is opened; one of both has to be there. */
  fileId: fileIdSchema.optional(),
  jobId: jobIdSchema.optional(),
  sheet: z.string().max(200).optional(),
  /**
   * Answer as soon as the first rows are known and read the rest behind; `review-changed` tells the progress. Without
   * it the answer waits for all rows.
   */
  progressive: z.boolean().optional(),
  /** With `progressive`: the first rows come with the answer; reading on waits a while for `review.shown`. */
  first: firstRowsSchema.optional(),
  /** Corrections by hand; what is absent is recognised. To correct an open table: close it, open it with these. */
  dialect: dialectSchema.partial().optional(),
  /** Add a column (the last one, role `part`) that tells the part each row is from, when there are several. */
  partColumn: z.boolean().optional(),
});
export type OpenInput = Readonly<z.infer<typeof openInputSchema>>;

export const rowsQuerySchema = z.object({
  handle: handleSchema,
  /** Rows of this view (`review.view`); the file's own order when absent. */
  viewId: z.string().max(64).optional(),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(1000),
  /** Column indexes to return, for wide tables; all when absent. */
  columns: z.array(columnIndexSchema).max(5000).optional(),
  /** Nobody looks at these rows yet: when others are asked for that lie elsewhere, this answers `cancelled`. */
  ahead: z.boolean().optional(),
});
export type RowsQuery = Readonly<z.infer<typeof rowsQuerySchema>>;

export const cellSchema = z.string().nullable();

/** A window of the table: cells as the file's own text, null where the file has nothing. */
export const rowsPageSchema = z.object({
  offset: z.number().int(),
  total: z.number().int(),
  rows: z.array(z.array(cellSchema).readonly()).readonly(),
  /** For each row its place in the file's order, from 0: the row number to show (+ 1), and what names it elsewhere. */
  ids: z.array(z.number().int()).readonly().optional(),
  /** Cells that are longer than `longestCell`: only their beginning is in `rows`. `column` counts within the page. */
  cut: z
    .array(z.object({ row: z.number().int(), column: z.number().int(), length: z.number().int() }))
    .readonly()
    .optional(),
});
export type RowsPage = Readonly<z.infer<typeof rowsPageSchema>>;

/** UTF-16 units of a cell that `review.rows` hands out; `review.cell` reads the rest. */
export const longestCell = 32_768;

/** A piece of one cell's text. */
export const cellQuerySchema = z.object({
  handle: handleSchema,
  rowId: z.number().int().min(0),
  column: columnIndexSchema,
  /** Characters (code points). */
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(1_000_000),
});
export const cellPieceSchema = z.object({ text: cellSchema, length: z.number().int() });

/** The record of a row as the file has it: exact JSON text. Null for a table that isn't made of JSON. */
export const recordQuerySchema = z.object({ handle: handleSchema, rowId: z.number().int().min(0) });
export const recordSchema = z.object({ json: z.string().nullable() });

/** Lines that are no proper rows. `line` counts from 1 in the (unpacked) file, line breaks within cells included. */
export const brokenQuerySchema = z.object({
  handle: handleSchema,
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
export const brokenLineSchema = z.object({
  part: z.string(),
  line: z.number().int(),
  why: z.enum([
    'too-few-cells',
    'too-many-cells',
    'quote-open',
    'text-after-quote',
    'not-json',
    'undecodable',
  ]),
  /** Cells found and cells wanted, where they differ. */
  cells: z.number().int().nullable(),
  expected: z.number().int().nullable(),
  /** True for short and undecodable lines, whose row is in the table. */
  shown: z.boolean(),
  /** The beginning of the line. */
  text: z.string(),
});
export type BrokenLine = Readonly<z.infer<typeof brokenLineSchema>>;
export const brokenPageSchema = z.object({
  /** Lines that can be listed. */
  total: z.number().int(),
  /** Lines beyond those, which are only counted. */
  unlisted: z.number().int().optional(),
  lines: z.array(brokenLineSchema).readonly(),
});

/** What may be stopped; the call that is stopped answers `cancelled`. */
export const reviewCancelSchema = z.object({
  handle: handleSchema,
  what: z.enum(['load', 'view', 'find', 'profile', 'values', 'summary', 'compare', 'save']),
});

/** The columns' order and widths, filters, sort: whatever the table's screen wants to find again. JSON, kept as given. */
export const rememberInputSchema = z.object({ handle: handleSchema, layout: z.string().max(100_000) });

/** Long work other than loading, as `review-changed` tells it, in rows. `total` is null while unknown. */
export const reviewTaskSchema = z.object({
  kind: z.enum(['save', 'compare', 'view', 'find', 'profile', 'summary']),
  done: z.number(),
  total: z.number().nullable(),
});
export type ReviewTask = Readonly<z.infer<typeof reviewTaskSchema>>;

/** The table as it is now: after `load`, `columns` and `totalRows` have changed, or some long work went on. */
export const reviewChangedSchema = z.object({
  table: openTableSchema,
  task: reviewTaskSchema.nullable(),
});

/** Earlier retrievals of the same kind, newest first. */
export const earlierSchema = z.array(
  z.object({
    jobId: jobIdSchema,
    title: z.string(),
    collectedAt: instantSchema,
    rows: z.number().int().nullable(),
  }),
);

export const markReviewedSchema = z.object({
  jobId: jobIdSchema,
  remark: z.string().trim().max(2000).nullable(),
});
