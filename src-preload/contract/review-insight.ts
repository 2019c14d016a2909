import { z } from 'zod';
import { instantSchema, jobIdSchema } from './ids.ts';
import { columnIndexSchema, columnTypeSchema, handleSchema } from './review.ts';

export const profileInputSchema = z.object({
  handle: handleSchema,
  /** Of the rows of this view; of all rows when absent. */
  viewId: z.string().max(64).optional(),
  column: columnIndexSchema,
});

const countedValueSchema = z.object({ value: z.string().nullable(), count: z.number().int() });

export const profileSchema = z.object({
  column: columnIndexSchema,
  type: columnTypeSchema,
  rows: z.number().int(),
  blank: z.number().int(),
  distinct: z.object({ count: z.number().int(), exact: z.boolean() }),
  /** As written in the file, by the order of the type; null when all cells are blank. */
  least: z.string().nullable(),
  greatest: z.string().nullable(),
  /** Of numbers only. */
  mean: z.number().nullable(),
  sum: z.number().nullable(),
  /** Filled cells that are none of `type`, and the most frequent of their texts; absent when there is none. */
  odd: z.object({ count: z.number().int(), texts: z.array(countedValueSchema).readonly() }).optional(),
  shape: z.discriminatedUnion('kind', [
    /** Up to 24 bins, `from` ≤ x < `to`, the last one closed. Click: a `number` filter. */
    z.object({
      kind: z.literal('numbers'),
      bins: z.array(z.object({ from: z.number(), to: z.number(), count: z.number().int() })).readonly(),
    }),
    /** The same over time; ends are `YYYY-MM-DD HH:MM:SS`, ready for a `date` filter. */
    z.object({
      kind: z.literal('times'),
      bins: z.array(z.object({ from: z.string(), to: z.string(), count: z.number().int() })).readonly(),
    }),
    /** The most frequent values, and the count of the rows that hold others. Click: a `values` filter. */
    z.object({
      kind: z.literal('values'),
      top: z.array(countedValueSchema).readonly(),
      others: z.number().int(),
    }),
  ]),
});
export type Profile = Readonly<z.infer<typeof profileSchema>>;

/** A column's values with their counts, most frequent first, for choosing among them. */
export const valuesInputSchema = z.object({
  handle: handleSchema,
  column: columnIndexSchema,
  contains: z.string().max(1000).optional(),
  limit: z.number().int().min(1).max(1000),
});
export type ValuesInput = Readonly<z.infer<typeof valuesInputSchema>>;
export const valuesSchema = z.object({
  values: z.array(countedValueSchema).readonly(),
  /** There are more than `limit`. */
  more: z.boolean(),
});
export type Values = Readonly<z.infer<typeof valuesSchema>>;

const named = { column: columnIndexSchema, name: z.string() } as const;
const count = z.number().int();

/** Something about the whole file that a person should know; shares from 0 to 1. Worst first. */
export const flagSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count-differs'), shown: count, collected: count }),
  z.object({ kind: z.literal('broken-lines'), count, short: count }),
  /** Rows that are shown with U+FFFD, since some of their bytes are no text in the encoding. */
  z.object({ kind: z.literal('undecodable-rows'), count }),
  /** Half or less, or twice or more, of last time. */
  z.object({ kind: z.literal('rows-changed'), rows: count, before: count }),
  z.object({ kind: z.literal('column-gone'), name: z.string() }),
  z.object({ kind: z.literal('column-new'), ...named }),
  z.object({ kind: z.literal('blank-share'), ...named, share: z.number(), before: z.number().nullable() }),
  /** Some filled cells are not what the column's others are (`Column.odd`): no range holds them, no mean counts them. */
  z.object({
    kind: z.literal('odd-cells'),
    ...named,
    type: z.enum(['number', 'date', 'timestamp']),
    count,
    texts: z.array(z.string()).min(1).readonly(),
  }),
  /** Several such columns, told at once. */
  z.object({ kind: z.literal('odd-columns'), columns: z.array(z.object(named)).min(2).readonly() }),
  z.object({ kind: z.literal('outside-period'), ...named, count, from: z.string(), to: z.string() }),
  /** Rows that repeat another one in every cell. */
  z.object({ kind: z.literal('repeated-rows'), count }),
  /** Rows that repeat another one's value in a column that is named and otherwise filled as an id. */
  z.object({ kind: z.literal('repeated-ids'), ...named, count }),
  z.object({ kind: z.literal('constant'), ...named, value: z.string().nullable() }),
  /** Several of them, told at once. */
  z.object({ kind: z.literal('constants'), columns: z.array(z.object(named)).min(2).readonly() }),
]);
export type Flag = Readonly<z.infer<typeof flagSchema>>;

export const summarySchema = z.object({
  rows: count,
  columns: count,
  /** What the best time column covers; ends as `YYYY-MM-DD HH:MM:SS`. */
  period: z.object({ ...named, from: z.string(), to: z.string() }).nullable(),
  /** The earlier retrieval that the flags compare with. */
  previous: z
    .object({
      jobId: jobIdSchema,
      title: z.string(),
      collectedAt: instantSchema,
      rows: count,
      /** Its columns and their blank shares are known; without, only the count of its rows was compared. */
      columnsKnown: z.boolean().optional(),
    })
    .nullable(),
  flags: z.array(flagSchema).readonly(),
  /** Blank share of every column, by index. */
  blanks: z.array(z.number()).readonly(),
});
export type Summary = Readonly<z.infer<typeof summarySchema>>;
