import { z } from 'zod';
import { docketErrorSchema } from './errors.ts';
import { connectionIdSchema, instantSchema, type ProviderId, providerIdSchema } from './ids.ts';
import { exportRequestSchema } from './requests.ts';

const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** By this computer's clock, `06:00`. */
const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When a schedule asks. A day that a month doesn't have is its last. */
export const rhythmSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daily'), time: timeSchema }),
  z.object({ kind: z.literal('weekdays'), time: timeSchema }),
  /** `weekday`: 1 is Monday, 7 is Sunday. */
  z.object({ kind: z.literal('weekly'), time: timeSchema, weekday: z.number().int().min(1).max(7) }),
  z.object({ kind: z.literal('monthly'), time: timeSchema, day: z.number().int().min(1).max(31) }),
]);
export type Rhythm = Readonly<z.infer<typeof rhythmSchema>>;

/**
 * What each request asks for: its dates move on with the calendar. Days that no request has asked for yet (Docket was
 * closed, a weekend, a refusal) are added, so that none falls between two exports.
 */
export const periodSchema = z.enum([
  'day-before',
  'seven-days',
  'month-before',
  /** MyPreferences: what has changed since the day before the last request. */
  'since-last',
  /** As it stands in the request, each time. */
  'same',
]);
export type Period = z.infer<typeof periodSchema>;

/** The periods that a vendor's request can move by. */
export const periodsOf: Readonly<Record<ProviderId, readonly Period[]>> = {
  mypreferences: ['since-last', 'same'],
  mytracker: ['day-before', 'seven-days', 'month-before', 'same'],
  crayon: ['day-before', 'seven-days', 'month-before', 'same'],
};

/** First and last day, both included. */
export const spanSchema = z.object({ from: dateSchema, to: dateSchema });
export type Span = Readonly<z.infer<typeof spanSchema>>;

export const scheduleIdSchema = z.string().min(1).max(64);

export const scheduleRunSchema = z.object({
  /** When it was to be asked, and when it was. */
  dueAt: instantSchema,
  at: instantSchema,
  /** How many earlier times were passed over because Docket was closed or the computer asleep. */
  missed: z.number().int().nonnegative(),
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('asked'), jobId: z.string(), title: z.string(), span: spanSchema.nullable() }),
    /** `againAt`: when Docket tries again by itself; null when it waits for the next time. */
    z.object({ kind: z.literal('failed'), error: docketErrorSchema, againAt: instantSchema.nullable() }),
    /** Docket was ended in the middle of asking: perhaps the vendor has heard it. */
    z.object({ kind: z.literal('unclear') }),
  ]),
});
export type ScheduleRun = Readonly<z.infer<typeof scheduleRunSchema>>;

export const scheduleDraftSchema = z.object({
  /** An existing one is changed. */
  id: scheduleIdSchema.optional(),
  connectionId: connectionIdSchema,
  /** Empty: each export is named by what is asked for. */
  title: z.string().trim().max(200),
  /** With the dates of the first time; see `period`. */
  request: exportRequestSchema,
  period: periodSchema,
  rhythm: rhythmSchema,
});
export type ScheduleDraft = Readonly<z.infer<typeof scheduleDraftSchema>>;

/** A request that Docket makes again and again, while it runs. It never commits anything. */
export const scheduleViewSchema = scheduleDraftSchema.extend({
  id: scheduleIdSchema,
  connectionName: z.string(),
  provider: providerIdSchema,
  practice: z.boolean(),
  paused: z.boolean(),
  createdAt: instantSchema,
  lastRun: scheduleRunSchema.nullable(),
  /** Null while it is paused, or its connection isn't there. In the past: it waits for the network. */
  nextAt: instantSchema.nullable(),
  /** The days that the next request asks for, where it asks by days. */
  nextSpan: spanSchema.nullable(),
});
export type ScheduleView = Readonly<z.infer<typeof scheduleViewSchema>>;

/** What saving such a draft would mean. */
export const schedulePreviewSchema = z.object({
  nextAt: instantSchema,
  nextSpan: spanSchema.nullable(),
});
export type SchedulePreview = Readonly<z.infer<typeof schedulePreviewSchema>>;
