import type { ScheduleView } from '../../../src-preload/contract/schedules.ts';
import { whileBusy } from '../../state/busy-store.ts';
import { ask, docket } from '../../state/docket.ts';
import { tellDone, tellError } from '../../state/messages.ts';
import { loadSchedules } from '../../state/schedules-store.ts';
import { words } from '../../words/words.ts';
import { scheduleTitle } from './schedule-title.ts';

export function pauseSchedule({ id, paused }: ScheduleView): Promise<void> {
  return whileBusy(id, async () => {
    const answer = await ask(docket().schedules.pause({ id, paused: !paused }));
    await loadSchedules();
    if (!answer.ok) tellError(answer.error);
  });
}

/** Asks now; what came of it is said as for any run. */
export function runSchedule({ id }: ScheduleView): Promise<void> {
  return whileBusy(id, async () => {
    const answer = await ask(docket().schedules.run(id));
    await loadSchedules();
    if (!answer.ok) tellError(answer.error);
  });
}

/** Removed at once, and brought back by the same button that says so. */
export function removeSchedule(schedule: ScheduleView): Promise<void> {
  const { id, connectionId, title, request, period, rhythm } = schedule;
  return whileBusy(id, async () => {
    const answer = await ask(docket().schedules.remove(id));
    await loadSchedules();
    if (!answer.ok) return tellError(answer.error);
    const undo = async () => {
      const back = await ask(docket().schedules.save({ connectionId, title, request, period, rhythm }));
      await loadSchedules();
      if (!back.ok) tellError(back.error);
    };
    tellDone(words.schedules.removed(scheduleTitle(schedule)), words.schedules.removedHint, {
      kind: 'undo',
      label: words.schedules.undo,
      run: () => void undo(),
    });
  });
}
