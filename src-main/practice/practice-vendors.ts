import * as z from 'zod';
import { type PracticeCrayon, startPracticeCrayon } from './crayon/practice-crayon.ts';
import { crayonItemSchema } from './crayon/queue.ts';
import { myPreferencesExportSchema } from './mypreferences/exports.ts';
import {
  type PracticeMyPreferences,
  startPracticeMyPreferences,
} from './mypreferences/practice-mypreferences.ts';
import { trackerExportSchema } from './mytracker/exports.ts';
import { type PracticeMyTracker, startPracticeMyTracker } from './mytracker/practice-mytracker.ts';
import { type PracticeOptions, resolveOptions } from './practice-options.ts';

/** Everything the practice vendors must know to go on after a restart; plain JSON. Its tokens and links open made-up data only. */
export const practiceSnapshotSchema = z.object({
  version: z.literal(1),
  seed: z.number(),
  mypreferences: z.array(myPreferencesExportSchema),
  mytracker: z.array(trackerExportSchema),
  crayon: z.array(crayonItemSchema),
});
export type PracticeSnapshot = Readonly<z.infer<typeof practiceSnapshotSchema>>;

/**
 * The three vendors as real HTTP servers on 127.0.0.1: strict where the vendors are strict, with sample exports that
 * take a while, and with faults on demand. Nothing here reaches beyond this machine.
 */
export interface PracticeVendors {
  readonly mypreferences: PracticeMyPreferences;
  readonly mytracker: PracticeMyTracker;
  readonly crayon: PracticeCrayon;
  snapshot(): PracticeSnapshot;
  /** Closes listeners and connections at once. */
  stop(): Promise<void>;
}

export async function startPracticeVendors(options: PracticeOptions = {}): Promise<PracticeVendors> {
  const resolved = resolveOptions(options);
  let started = false;
  // The sample exports are no news: who is told of a change can ask for the snapshot at once.
  const settings = { ...resolved, onChange: () => (started ? resolved.onChange() : undefined) };
  const parsed = practiceSnapshotSchema.safeParse(options.snapshot);
  // Ids and records depend on the seed, so another seed's exports could not be served.
  const restored = parsed.success && parsed.data.seed === settings.seed ? parsed.data : null;
  const [mypreferences, mytracker, crayon] = await Promise.all([
    startPracticeMyPreferences(settings, restored?.mypreferences ?? []),
    startPracticeMyTracker(settings, restored?.mytracker ?? []),
    startPracticeCrayon(settings, restored?.crayon ?? []),
  ]);
  started = true;
  return {
    mypreferences,
    mytracker,
    crayon,
    snapshot: () => ({
      version: 1,
      seed: settings.seed,
      mypreferences: [...mypreferences.snapshot()],
      mytracker: [...mytracker.snapshot()],
      crayon: [...crayon.snapshot()],
    }),
    async stop() {
      await Promise.all([mypreferences.stop(), mytracker.stop(), crayon.stop()]);
    },
  };
}
