import { z } from 'zod';
import { columnIndexSchema, handleSchema } from './review.ts';

const text = z.string().max(10_000);
/** `2026-10-15`, or with a time `2026-10-15 08:01:00`; read without a time zone, as the file's own clock. */
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?)?$/);

/** What keeps a row in the view. Several filters hold together. Cells that can't be read as the type don't match. */
export const filterSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    column: columnIndexSchema,
    how: z.enum(['contains', 'is', 'starts', 'ends']),
    text,
    /** The rows that don't match, blank ones included. */
    not: z.boolean().optional(),
    caseSensitive: z.boolean().optional(),
  }),
  /** Both ends included; null is open. */
  z.object({
    kind: z.literal('number'),
    column: columnIndexSchema,
    least: z.number().nullable(),
    greatest: z.number().nullable(),
  }),
  /** From the first moment of `from` to the last of `to`: a `to` without a time includes its whole day. */
  z.object({
    kind: z.literal('date'),
    column: columnIndexSchema,
    from: moment.nullable(),
    to: moment.nullable(),
  }),
  /** Exactly one of these texts; null is a blank cell. */
  z.object({
    kind: z.literal('values'),
    column: columnIndexSchema,
    values: z.array(text.nullable()).min(1).max(1000),
    not: z.boolean().optional(),
  }),
  /** Blank: nothing, or white space alone. */
  z.object({ kind: z.literal('blank'), column: columnIndexSchema, blank: z.boolean() }),
  /** Filled cells that can't be read as the column's type (`Column.odd`), or all rows but those. */
  z.object({
    kind: z.literal('odd'),
    column: columnIndexSchema,
    odd: z.boolean(),
    /** What the others are, to say it by. */
    type: z.enum(['number', 'date', 'timestamp']),
  }),
  /** Some cell of the row contains the text, in whichever case. */
  z.object({ kind: z.literal('anywhere'), text: text.min(1) }),
  /** Rows whose text in these columns (all when empty) occurs more than once. */
  z.object({ kind: z.literal('repeated'), columns: z.array(columnIndexSchema).max(5000) }),
]);
export type Filter = Readonly<z.infer<typeof filterSchema>>;

export const sortKeySchema = z.object({ column: columnIndexSchema, direction: z.enum(['up', 'down']) });
export type SortKey = Readonly<z.infer<typeof sortKeySchema>>;

/**
 * A view never changes once it is made: which rows, in which order. Numbers sort as numbers, dates as dates, blanks
 * last in both directions (before them what is none of the column's type), equals as in the file. A new request stops the one under way, which answers `cancelled`.
 * The last few views of a table stay usable; a forgotten one is made again when asked for.
 */
export const viewInputSchema = z.object({
  handle: handleSchema,
  filters: z.array(filterSchema).max(50),
  sort: z.array(sortKeySchema).max(20),
});
export type ViewInput = Readonly<z.infer<typeof viewInputSchema>>;
export const viewSchema = z.object({ viewId: z.string().max(64), total: z.number().int() });
export type View = Readonly<z.infer<typeof viewSchema>>;

/** Where the row with this number (from 0, in the file's order) stands in a view. */
export const placeInputSchema = z.object({
  handle: handleSchema,
  viewId: z.string().max(64).optional(),
  rowId: z.number().int().min(0),
});
export const rowPlaceSchema = z.object({
  /** Null when the view leaves it out. */
  row: z.number().int().nullable(),
  /** Of a row that is left out of a view in the file's order: the next one that isn't, or the last. */
  nearest: z.object({ row: z.number().int(), rowId: z.number().int() }).nullable(),
});
export type RowPlace = Readonly<z.infer<typeof rowPlaceSchema>>;

/** A place in a view: `row` counts from 0 within the view. */
const placeSchema = z.object({ row: z.number().int().min(0), column: columnIndexSchema });

/**
 * Looks for a text, whatever its case. Counts all hits, and finds the next or previous one from a place (that place
 * itself excluded), row by row, within a row in the order of `columns`; goes on at the other end when there is none.
 */
export const findInputSchema = z.object({
  handle: handleSchema,
  viewId: z.string().max(64).optional(),
  text: text.min(1),
  /** Columns to search, in the order shown; all when absent. */
  columns: z.array(columnIndexSchema).min(1).max(5000).optional(),
  from: placeSchema.optional(),
  direction: z.enum(['next', 'previous']).optional(),
});
export type FindInput = Readonly<z.infer<typeof findInputSchema>>;
export const findResultSchema = z.object({
  /** Cells that contain the text, and rows with such a cell. */
  cells: z.number().int(),
  rows: z.number().int(),
  /** The hit found, and the how-many-th it is among `cells` (from 1). */
  at: placeSchema.extend({ ordinal: z.number().int() }).nullable(),
});
export type FindResult = Readonly<z.infer<typeof findResultSchema>>;
