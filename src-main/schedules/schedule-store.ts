import { z } from 'zod';
import { instantSchema } from '../../src-preload/contract/ids.ts';
import { scheduleDraftSchema, scheduleRunSchema } from '../../src-preload/contract/schedules.ts';
import { type Entries, openEntries } from '../settings/entry-file.ts';
import type { KeyValueFile } from '../settings/key-value-file.ts';

/** A schedule as it is kept in schedules.json. */
export const scheduleSchema = scheduleDraftSchema.extend({
  id: z.string().min(1).max(64),
  /** Kept here too, so that it still reads well while its connection isn't there. */
  connectionName: z.string(),
  practice: z.boolean(),
  paused: z.boolean(),
  createdAt: instantSchema,
  /** Its times up to here are dealt with. */
  handledTo: instantSchema,
  /** The last day that a request has asked for; null before the first. */
  covered: z.string().nullable(),
  /** Set before the vendor is asked and cleared after: one that is found at the start was cut off. */
  asking: z.object({ dueAt: instantSchema, at: instantSchema, missed: z.number().int() }).nullable(),
  /** Failures in a row. */
  failures: z.number().int().nonnegative(),
  lastRun: scheduleRunSchema.nullable(),
});
export type Schedule = Readonly<z.infer<typeof scheduleSchema>>;

export type ScheduleStore = Entries<Schedule>;

/** Opens schedules.json. */
export function openScheduleStore(file: KeyValueFile) {
  return openEntries(file, 'schedules', scheduleSchema);
}
