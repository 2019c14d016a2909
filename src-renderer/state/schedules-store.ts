import { create } from 'zustand';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { ScheduleView } from '../../src-preload/contract/schedules.ts';
import { words } from '../words/words.ts';
import { ask, docket } from './docket.ts';
import { tellDone, tellError } from './messages.ts';

interface SchedulesState {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly error: DocketError | null;
  readonly schedules: readonly ScheduleView[];
}

export const useSchedules = create<SchedulesState>()(() => ({
  phase: 'loading',
  error: null,
  schedules: [],
}));

let newest = 0;

/** Reads all schedules anew, and says in passing what has run since; an answer that a later call has overtaken is dropped. */
export async function loadSchedules(): Promise<void> {
  newest += 1;
  const mine = newest;
  const answer = await ask(docket().schedules.list());
  if (mine !== newest) return;
  const { phase, schedules } = useSchedules.getState();
  if (!answer.ok) return useSchedules.setState({ phase: 'failed', error: answer.error });
  useSchedules.setState({ phase: 'ready', error: null, schedules: answer.value });
  for (const schedule of ranSince(phase === 'ready' ? schedules : null, answer.value, Date.now()))
    say(schedule);
}

/** A start takes no longer than this: what ran before it was said in its own time. */
const start = 60_000;

/** The schedules whose last run is news: begun since the list was read before, or at the start of this app. */
export function ranSince(
  before: readonly ScheduleView[] | null,
  after: readonly ScheduleView[],
  now: number,
): readonly ScheduleView[] {
  return after.filter(({ id, lastRun }) => {
    if (lastRun === null) return false;
    if (before === null) return lastRun.at <= now && now - lastRun.at < start;
    const known = before.find((one) => one.id === id)?.lastRun ?? null;
    return known === null || known.at !== lastRun.at || known.outcome.kind !== lastRun.outcome.kind;
  });
}

/** Late by more than this, ms: Docket wasn't running, or the computer slept. */
const punctual = 5 * 60_000;

export function ranLate({ lastRun }: ScheduleView): boolean {
  return lastRun !== null && (lastRun.missed > 0 || lastRun.at - lastRun.dueAt > punctual);
}

/** A run that a person asked for needs no reason. */
function hintOf(schedule: ScheduleView): string | undefined {
  if (ranLate(schedule)) return words.schedules.ranLateHint;
  const { lastRun } = schedule;
  return lastRun === null || lastRun.at === lastRun.dueAt ? undefined : words.schedules.ranHint;
}

function say(schedule: ScheduleView): void {
  const outcome = schedule.lastRun?.outcome;
  if (outcome?.kind === 'asked') tellDone(words.schedules.ranOn(outcome.title), hintOf(schedule));
  // Tried again by itself: the screen of the schedules tells, and nobody is called for it.
  else if (outcome?.kind === 'failed' && outcome.againAt === null) tellError(outcome.error);
}
