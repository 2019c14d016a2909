import { z } from 'zod';
import { docketErrorSchema } from '../../src-preload/contract/errors.ts';
import { fileKindSchema } from '../../src-preload/contract/retrievals.ts';
import {
  brokenPageSchema,
  brokenQuerySchema,
  cellPieceSchema,
  cellQuerySchema,
  dialectSchema,
  firstRowsSchema,
  handleSchema,
  openTableSchema,
  recordQuerySchema,
  recordSchema,
  reviewCancelSchema,
  reviewTaskSchema,
  rowsPageSchema,
  rowsQuerySchema,
} from '../../src-preload/contract/review.ts';
import {
  comparePageSchema,
  compareRowsInputSchema,
  comparisonSchema,
} from '../../src-preload/contract/review-compare.ts';
import {
  profileInputSchema,
  profileSchema,
  valuesInputSchema,
  valuesSchema,
} from '../../src-preload/contract/review-insight.ts';
import { savedSchema, saveInputSchema } from '../../src-preload/contract/review-save.ts';
import {
  filterSchema,
  findInputSchema,
  findResultSchema,
  placeInputSchema,
  rowPlaceSchema,
  sortKeySchema,
} from '../../src-preload/contract/review-view.ts';

/** What the review process is started with, as JSON. */
export const startSchema = z.object({
  /** For temporary tables. */
  folder: z.string().min(1),
  limits: z.object({
    /** DuckDB's memory; what exceeds it goes to disk, into the folder. */
    memoryMegabytes: z.number().int().min(64),
    threads: z.number().int().min(1).max(64),
  }),
});
export type Start = Readonly<z.infer<typeof startSchema>>;

/** A dialect in parts; an absent one may also be there as undefined. */
const saidSchema = dialectSchema.partial().transform((said) => {
  const { encoding, delimiter, quote, header } = said;
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(quote === undefined ? {} : { quote }),
    ...(header === undefined ? {} : { header }),
  };
});

/** What a table is read from. */
export const sourceSchema = z.object({
  files: z.array(z.string()).min(1),
  kind: fileKindSchema,
  sheet: z.string().nullable(),
  dialect: saidSchema,
  partColumn: z.boolean(),
});
export type Source = Readonly<z.infer<typeof sourceSchema>>;

/** An open table as the review process knows it. */
export const tableStateSchema = openTableSchema
  .pick({ sheet: true, sheets: true, columns: true, totalRows: true, brokenRows: true })
  .required()
  .extend({
    shortRows: z.number().int(),
    undecodableRows: z.number().int(),
    load: openTableSchema.shape.load.unwrap(),
    typesKnown: z.boolean(),
    dialect: dialectSchema.nullable(),
    parts: z.array(z.object({ name: z.string(), rows: z.number().int().nullable() })),
  });
export type TableState = Readonly<z.infer<typeof tableStateSchema>>;

/** Views go by what they are: the process makes one that it doesn't have. */
const viewSpecSchema = z
  .object({ filters: z.array(filterSchema).readonly(), sort: z.array(sortKeySchema).readonly() })
  .nullable();
const ofView = { viewId: true } as const;

/** What the review process finds out about a whole table; main makes flags of it. */
export const factsSchema = z.object({
  rows: z.number().int(),
  columns: z.array(
    z.object({
      name: z.string(),
      blank: z.number().int(),
      /** Its only value, where all filled cells hold the same. */
      constant: z.string().nullable(),
      isConstant: z.boolean(),
      /** Filled cells that are none of the column's type, with their texts; absent where there is none. */
      odd: z
        .object({
          type: z.enum(['number', 'date', 'timestamp']),
          count: z.number().int(),
          texts: z.array(z.string()).min(1),
        })
        .optional(),
      /** Rows that repeat an id; null where the column is no id. */
      repeated: z.number().int().nullable(),
    }),
  ),
  /** Null where the table is too large to be searched for them at once. */
  repeatedRows: z.number().int().nullable(),
  period: z
    .object({ column: z.number().int(), from: z.string(), to: z.string(), outside: z.number().int() })
    .nullable(),
});
export type Facts = Readonly<z.infer<typeof factsSchema>>;

const nothing = z.undefined();
const ask = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output }) as const;

/** What main asks of the review process. */
export const askSchemas = {
  open: ask(
    z.object({
      handle: handleSchema,
      source: sourceSchema,
      progressive: z.boolean(),
      first: firstRowsSchema.optional(),
    }),
    tableStateSchema.extend({ first: rowsPageSchema.optional() }),
  ),
  shown: ask(z.object({ handle: handleSchema }), nothing),
  rows: ask(rowsQuerySchema.omit(ofView).extend({ view: viewSpecSchema }), rowsPageSchema),
  close: ask(z.object({ handle: handleSchema }), nothing),
  warm: ask(z.object({}), nothing),
  cancel: ask(reviewCancelSchema, nothing),
  view: ask(z.object({ handle: handleSchema, view: viewSpecSchema }), z.object({ total: z.number().int() })),
  place: ask(placeInputSchema.omit(ofView).extend({ view: viewSpecSchema }), rowPlaceSchema),
  find: ask(findInputSchema.omit(ofView).extend({ view: viewSpecSchema }), findResultSchema),
  cell: ask(cellQuerySchema, cellPieceSchema),
  record: ask(recordQuerySchema, recordSchema),
  broken: ask(brokenQuerySchema, brokenPageSchema),
  profile: ask(profileInputSchema.omit(ofView).extend({ view: viewSpecSchema }), profileSchema),
  values: ask(valuesInputSchema, valuesSchema),
  facts: ask(
    z.object({
      handle: handleSchema,
      /** From the first moment that was asked for, and before the first one that wasn't. */
      asked: z.object({ from: z.string(), before: z.string() }).nullable(),
    }),
    factsSchema,
  ),
  /** The like of an earlier retrieval's files, which are not opened for it. */
  earlierFacts: ask(
    z.object({ handle: handleSchema, other: sourceSchema }),
    z.object({
      rows: z.number().int(),
      columns: z.array(z.object({ name: z.string(), blank: z.number().int(), isConstant: z.boolean() })),
    }),
  ),
  compare: ask(
    z.object({ handle: handleSchema, other: sourceSchema, key: z.array(z.number().int()).nullable() }),
    comparisonSchema.omit({ before: true }).extend({ beforeRows: z.number().int() }),
  ),
  compareRows: ask(compareRowsInputSchema, comparePageSchema),
  save: ask(
    saveInputSchema.omit(ofView).extend({ view: viewSpecSchema, to: z.string() }),
    savedSchema.unwrap().pick({ rows: true, textColumns: true }),
  ),
} as const;

export type AskName = keyof typeof askSchemas;
export type AskInput<A extends AskName> = z.output<(typeof askSchemas)[A]['input']>;
export type AskOutput<A extends AskName> = z.output<(typeof askSchemas)[A]['output']>;

export const requestSchema = z.object({
  id: z.number().int(),
  do: z.string(),
  input: z.unknown().optional(),
});
export type Request = Readonly<z.infer<typeof requestSchema>>;

/** What the review process says: an answer to a request, or news of a table. */
export const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id: z.number().int(), value: z.unknown().optional() }),
  z.object({ kind: z.literal('failed'), id: z.number().int(), error: docketErrorSchema }),
  z.object({
    kind: z.literal('changed'),
    handle: handleSchema,
    state: tableStateSchema,
    task: reviewTaskSchema.nullable(),
  }),
  /** Something went wrong that no question waited for. `name`: what kind of error. */
  z.object({ kind: z.literal('trouble'), name: z.string(), error: docketErrorSchema }),
]);
export type Message = z.input<typeof messageSchema>;
