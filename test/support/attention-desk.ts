import { createAttention } from '../../src-main/attention/attention.ts';
import type { Counts } from '../../src-main/attention/counts.ts';
import type { Notification } from '../../src-main/attention/notification.ts';
import type { Job, JobPatch } from '../../src-main/jobs/job.ts';
import { mainWords } from '../../src-main/words/main-words.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { ScheduleView } from '../../src-preload/contract/schedules.ts';
import type { Settings } from '../../src-preload/contract/settings.ts';
import { sampleJob } from './sample-job.ts';
import { createVirtualClock } from './virtual-clock.ts';

type Change = { readonly changed: readonly Job[]; readonly removed: readonly string[] };

/** A list that a test changes, and all that is seen of it outside of the window. */
export function attentionDesk(jobs: readonly Job[] = []) {
  const clock = createVirtualClock();
  const held = new Map(jobs.map((job) => [job.id, job]));
  const shown: Notification[] = [];
  const counted: Counts[] = [];
  const listeners = new Set<(change: Change) => void>();
  const state: {
    watched: boolean;
    notifications: Settings['notifications'];
    quietUntil: Settings['quietUntil'];
  } = {
    watched: false,
    notifications: 'all',
    quietUntil: null,
  };
  const leaving = new Set<string>();
  const attention = createAttention({
    book: {
      all: () => [...held.values()],
      find: (id) => held.get(id) ?? null,
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    isLeaving: (id) => leaving.has(id),
    settings: () => state,
    clock,
    say: () => mainWords('en'),
    isWatched: () => state.watched,
    notify: (notification) => shown.push(notification),
    showCounts: (counts) => counted.push(counts),
  });
  attention.start();
  const tell = (change: Change) => {
    for (const listener of [...listeners]) listener(change);
  };
  return {
    clock,
    state,
    shown,
    counted,
    attention,
    letGo(id: string) {
      leaving.add(id);
      attention.listChanged();
    },
    keep(id: string) {
      leaving.delete(id);
      attention.listChanged();
    },
    put(id: string, patch: JobPatch) {
      const before = held.get(id) ?? sampleJob({ id, title: id.toUpperCase(), export: { kind: 'running' } });
      const job = { ...before, ...patch };
      held.set(id, job);
      tell({ changed: [job], removed: [] });
    },
    remove(id: string) {
      held.delete(id);
      tell({ changed: [], removed: [id] });
    },
    async afterStart() {
      await clock.advance(60_000);
    },
  };
}

export const running = (id: string, over: Partial<Job> = {}): Job =>
  sampleJob({ id, title: id.toUpperCase(), export: { kind: 'running' }, ...over });
export const ready: JobPatch = { export: { kind: 'ready' } };

/** A schedule whose last request came to nothing at that time; `againAt`: when Docket tries it again by itself. */
export const failedSchedule = (
  at: number,
  error: DocketError,
  againAt: number | null = null,
): ScheduleView => ({
  id: 's',
  connectionId: 'connection-1',
  title: 'Installs',
  request: { provider: 'crayon', account: 'x' } as unknown as ScheduleView['request'],
  period: 'same',
  rhythm: { kind: 'daily', time: '06:00' },
  connectionName: 'Games',
  provider: 'mytracker',
  practice: false,
  paused: false,
  createdAt: 1,
  nextAt: null,
  nextSpan: null,
  lastRun: { dueAt: at, at, missed: 0, outcome: { kind: 'failed', error, againAt } },
});
