import { lossOf, nextLossChange } from '../../src-preload/contract/loss.ts';
import type { ScheduleView } from '../../src-preload/contract/schedules.ts';
import type { Settings } from '../../src-preload/contract/settings.ts';
import type { Job } from '../jobs/job.ts';
import type { JobBook } from '../jobs/job-book.ts';
import type { Clock } from '../ports/clock.ts';
import type { MainWords } from '../words/en.ts';
import { type Counts, countsOf } from './counts.ts';
import { isImportant, newsOf, stillHolds } from './news.ts';
import { type News, type Notification, notificationOf } from './notification.ts';

/** What lies outside of the window, as ports: the system's notifications, the tray, the taskbar. */
export interface Outside {
  readonly say: () => MainWords;
  /** Somebody looks at the window: what is on screen needs no notification. */
  readonly isWatched: () => boolean;
  readonly notify: (notification: Notification) => void;
  readonly showCounts: (counts: Counts) => void;
}

export interface AttentionOptions extends Outside {
  readonly book: Pick<JobBook, 'all' | 'find' | 'onChange'>;
  /** Taken off the list, and forgotten unless that is undone: nothing of it is counted or told. */
  readonly isLeaving: (jobId: string) => boolean;
  readonly settings: () => Pick<Settings, 'notifications' | 'quietUntil'>;
  readonly clock: Clock;
}

export interface Attention {
  /** Takes up its watch; what is about to be lost at this moment is told as news. */
  start(): void;
  stop(): void;
  /** Something left the list, or came back, that the book still holds. */
  listChanged(): void;
  schedulesChanged(schedules: readonly ScheduleView[]): void;
  /** Something that Docket does by itself has met trouble; the window holds the particulars. */
  trouble(code: string): void;
}

/** News gathers for so long, so that what comes together is told together … */
const gathering = 3_000;
/** … and for so long after the last notification. */
const atMostEvery = 30_000;
/** At the start all vendors are asked; what has happened since the last time comes within seconds. */
const gatheringAtStart = 12_000;
/** Tray and warnings follow the list at this pace. */
const following = 1_000;

/** Decides, while the person is elsewhere, what is told and when; keeps the tray's counts. Writes nothing. */
export function createAttention(options: AttentionOptions): Attention {
  const { book, clock, settings, say } = options;
  let known = new Map<string, Job>();
  const waiting = new Map<string, News>();
  /** Warnings that were given in this run. */
  const warned = new Set<string>();
  /** Runs of schedules whose failure was told, or had happened before this start. */
  const toldRuns = new Set<string>();
  let schedulesKnown = false;
  let lastShown = Number.NEGATIVE_INFINITY;
  let startedAt = Number.NEGATIVE_INFINITY;
  let cancelFlush: (() => void) | null = null;
  let cancelFollow: (() => void) | null = null;
  let cancelWarn = () => {};
  let counts: Counts | null = null;
  let stopListening = () => {};

  function add(news: News): void {
    // The newest word on something goes to the end of the line.
    waiting.delete(news.key);
    waiting.set(news.key, news);
    if (cancelFlush !== null) return;
    const now = clock.now();
    const pace = now - startedAt < gatheringAtStart ? gatheringAtStart : gathering;
    const sinceLast = now - lastShown;
    // A clock set back must not silence anything.
    const wait = Math.max(pace, sinceLast >= 0 ? atMostEvery - sinceLast : 0);
    cancelFlush = clock.after(wait, flush);
  }

  function flush(): void {
    cancelFlush = null;
    const news = [...waiting.values()];
    waiting.clear();
    const now = clock.now();
    const { notifications, quietUntil } = settings();
    if (notifications === 'none' || (quietUntil !== null && now < quietUntil)) return;
    if (options.isWatched()) return;
    const worth = news.filter((one) => (notifications === 'all' || isImportant(one.kind)) && holds(one, now));
    const notification = notificationOf(worth, say().news, now);
    if (notification === null) return;
    lastShown = now;
    options.notify(notification);
  }

  function holds(news: News, now: number): boolean {
    if (news.at !== null && news.at <= now) return false;
    if (news.target.kind !== 'show-job') return true;
    const job = book.find(news.target.jobId);
    return job !== null && !options.isLeaving(job.id) && stillHolds(news.kind, job);
  }

  function changed(jobs: readonly Job[], removed: readonly string[]): void {
    for (const job of jobs) {
      const kind = newsOf(known.get(job.id) ?? null, job);
      known.set(job.id, job);
      if (kind !== null) add(kind === 'blocked' ? ofConnection(job) : ofJob(kind, job));
    }
    for (const id of removed) {
      known.delete(id);
      waiting.delete(id);
    }
    followSoon();
  }

  function followSoon(): void {
    cancelFollow ??= clock.after(following, follow);
  }

  function follow(): void {
    cancelFollow = null;
    const now = clock.now();
    const jobs = [...known.values()].filter(({ id }) => !options.isLeaving(id));
    const next = countsOf(jobs, now);
    if (counts === null || !sameCounts(counts, next)) options.showCounts(next);
    counts = next;
    warn(jobs, now);
  }

  function warn(jobs: readonly Job[], now: number): void {
    let soonest: number | null = null;
    for (const job of jobs) {
      const loss = lossOf(job, now);
      if (loss !== null) {
        const key = `${job.id} ${loss.level} ${loss.at}`;
        if (!warned.has(key)) {
          warned.add(key);
          add({ ...ofJob(loss.how, job), at: loss.at });
        }
      }
      const change = nextLossChange(job, now);
      if (change !== null && (soonest === null || change < soonest)) soonest = change;
    }
    cancelWarn();
    cancelWarn = soonest === null ? () => {} : clock.after(soonest - now, () => follow());
  }

  return {
    start() {
      startedAt = clock.now();
      known = new Map(book.all().map((job) => [job.id, job]));
      stopListening = book.onChange((change) => changed(change.changed, change.removed));
      // The window comes first.
      cancelFollow = clock.after(following, follow);
    },
    stop() {
      stopListening();
      cancelFlush?.();
      cancelFollow?.();
      cancelWarn();
    },
    listChanged: followSoon,
    schedulesChanged(schedules) {
      for (const { id, lastRun, title, connectionName, practice } of schedules) {
        if (lastRun === null || lastRun.outcome.kind !== 'failed') continue;
        const run = `${id} ${lastRun.at}`;
        if (toldRuns.has(run)) continue;
        toldRuns.add(run);
        // One that Docket tries again by itself is no news yet.
        if (!schedulesKnown || lastRun.outcome.againAt !== null) continue;
        add({
          kind: 'schedule-failed',
          key: `schedule ${id}`,
          title: title === '' ? connectionName : title,
          from: title === '' ? '' : connectionName,
          practice,
          at: null,
          target: { kind: 'show', screen: 'schedules' },
        });
      }
      schedulesKnown = true;
    },
    trouble(code) {
      add({
        kind: 'trouble',
        key: `trouble ${code}`,
        title: '',
        from: '',
        practice: false,
        at: null,
        target: { kind: 'show', screen: 'exports' },
      });
    },
  };
}

function ofJob(kind: News['kind'], job: Job): News {
  return {
    kind,
    key: job.id,
    title: job.title,
    from: job.connectionName,
    practice: job.practice,
    at: null,
    target: { kind: 'show-job', jobId: job.id },
  };
}

/** Many exports wait for one connection: it is told once. */
function ofConnection(job: Job): News {
  return {
    kind: 'blocked',
    key: `connection ${job.connectionId}`,
    title: job.connectionName,
    from: '',
    practice: job.practice,
    at: null,
    target: { kind: 'show-connection', connectionId: job.connectionId },
  };
}

function sameCounts(a: Counts, b: Counts): boolean {
  return a['needs-you'] === b['needs-you'] && a['on-its-way'] === b['on-its-way'] && a.done === b.done;
}
