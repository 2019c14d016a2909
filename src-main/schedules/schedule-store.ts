import { z } from 'zod';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import { instantSchema } from '../../src-preload/contract/ids.ts';
import { scheduleDraftSchema, scheduleRunSchema } from '../../src-preload/contract/schedules.ts';
import { readChecked, setAside, writeChecked } from '../settings/checked-file.ts';
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

export interface ScheduleStore {
  list(): readonly Schedule[];
  get(id: string): Schedule | null;
  /** Adds or replaces; on disk when it returns. Throws `disk-full`, `file-locked`, `folder-unwritable`. */
  put(schedule: Schedule): void;
  remove(ids: readonly string[]): void;
}

const fileSchema = z.object({ schedules: z.array(z.unknown()).readonly() });

/** Opens the store; a file, or an entry, that doesn't fit is set aside and told, and the others stay in use. */
export function openScheduleStore(file: KeyValueFile): {
  readonly store: ScheduleStore;
  readonly notices: readonly DocketError[];
} {
  const read = readChecked(file, fileSchema, { schedules: [] });
  const entries = read.value.schedules.map((entry) => scheduleSchema.safeParse(entry));
  const notices = entries.some((entry) => !entry.success) ? [...read.notices, setAside(file)] : read.notices;
  let kept = new Map(
    entries.flatMap((entry) => (entry.success ? [[entry.data.id, entry.data] as const] : [])),
  );

  function replace(next: Map<string, Schedule>): void {
    writeChecked(file, { schedules: [...next.values()] });
    kept = next;
  }

  return {
    notices,
    store: {
      list: () => [...kept.values()],
      get: (id) => kept.get(id) ?? null,
      put: (schedule) => replace(new Map(kept).set(schedule.id, schedule)),
      remove(ids) {
        const gone = new Set(ids);
        if ([...kept.keys()].some((id) => gone.has(id)))
          replace(new Map([...kept].filter(([id]) => !gone.has(id))));
      },
    },
  };
}
