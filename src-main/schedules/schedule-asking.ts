import { isDeepStrictEqual } from 'node:util';
import type { ErrorCode } from '../../src-preload/contract/errors.ts';
import type { JobView } from '../../src-preload/contract/jobs.ts';
import type { ExportRequest } from '../../src-preload/contract/requests.ts';
import type { ScheduleRun, Span } from '../../src-preload/contract/schedules.ts';
import type { Job } from '../jobs/job.ts';
import type { Clock } from '../ports/clock.ts';
import { asDocketError } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';
import { movedRequest } from './moved-request.ts';
import { tryAgainAt } from './schedule-decision.ts';
import type { Schedule, ScheduleStore } from './schedule-store.ts';

/** One request of a schedule: the intent on disk before, the outcome after, and never two at once. */
export interface Asking {
  isAsking(id: string): boolean;
  /** False when the disk took the intent or the outcome not: nothing was asked for, or its outcome is not kept. */
  ask(schedule: Schedule, dueAt: number, missed: number): Promise<boolean>;
  /** What an end in the middle of asking left behind: the list tells whether the vendor's answer still came. */
  settleCutOff(schedule: Schedule): void;
}

export interface AskingParts {
  readonly store: ScheduleStore;
  /** Asks the vendor, once; resolves when the export is on the list. */
  readonly ask: (input: {
    readonly connectionId: string;
    readonly request: ExportRequest;
    readonly title?: string;
  }) => Promise<Pick<JobView, 'id' | 'title'>>;
  readonly jobs: () => readonly Job[];
  readonly clock: Clock;
  /** This computer's time zone, an IANA name. */
  readonly zone: () => string;
  readonly log: Log;
  /** Keeps and tells. */
  readonly put: (schedule: Schedule) => void;
  readonly onFailed: (schedule: Schedule, code: ErrorCode) => void;
}

export function createAsking(parts: AskingParts): Asking {
  const { store, clock, zone, put } = parts;
  const running = new Set<string>();

  async function outcomeOf(schedule: Schedule, at: number): Promise<ScheduleRun['outcome']> {
    const { request, span } = movedRequest(schedule, schedule.covered, at, zone());
    const title = titleOf(schedule.title, span);
    try {
      const { connectionId } = schedule;
      const job = await parts.ask({ connectionId, request, ...(title === null ? {} : { title }) });
      return { kind: 'asked', jobId: job.id, title: job.title, span };
    } catch (thrown) {
      const error = asDocketError(thrown);
      return { kind: 'failed', error, againAt: tryAgainAt(error, schedule.failures + 1, clock.now()) };
    }
  }

  async function askOnce(first: Schedule, dueAt: number, missed: number): Promise<void> {
    const at = clock.now();
    put({ ...first, handledTo: Math.max(at, dueAt), asking: { dueAt, at, missed } });
    const outcome = await outcomeOf(first, at);
    const now = store.get(first.id);
    // Removed meanwhile: what was asked for is on the list all the same.
    if (now === null) return;
    const asked = outcome.kind === 'asked';
    const { covers } = movedRequest(first, first.covered, at, zone());
    put({
      ...now,
      asking: null,
      // A time that came while the vendor was slow to answer is dealt with as well.
      handledTo: Math.max(now.handledTo, clock.now()),
      covered: asked ? (covers ?? now.covered) : now.covered,
      failures: asked ? 0 : now.failures + 1,
      lastRun: { dueAt, at, missed, outcome },
    });
    if (outcome.kind === 'failed') parts.onFailed(now, outcome.error.code);
  }

  return {
    isAsking: (id) => running.has(id),
    async ask(schedule, dueAt, missed) {
      if (running.has(schedule.id)) return true;
      running.add(schedule.id);
      try {
        await askOnce(schedule, dueAt, missed);
        return true;
      } catch (thrown) {
        parts.log.error('a schedule could not be written', { code: asDocketError(thrown).code });
        return false;
      } finally {
        running.delete(schedule.id);
      }
    },
    settleCutOff(schedule) {
      const { asking } = schedule;
      if (asking === null) return;
      const moved = movedRequest(schedule, schedule.covered, asking.at, zone());
      const job = parts
        .jobs()
        .find(
          (one) =>
            one.connectionId === schedule.connectionId &&
            one.createdAt >= asking.at &&
            isDeepStrictEqual(one.request, moved.request),
        );
      store.put({
        ...schedule,
        asking: null,
        covered: job === undefined ? schedule.covered : (moved.covers ?? schedule.covered),
        lastRun: {
          ...asking,
          outcome:
            job === undefined
              ? { kind: 'unclear' }
              : { kind: 'asked', jobId: job.id, title: job.title, span: moved.span },
        },
      });
    },
  };
}

/** What the person called it, with its days: two exports of one schedule are told apart. */
function titleOf(title: string, days: Span | null): string | null {
  if (title === '') return null;
  if (days === null) return title;
  const { from, to } = days;
  return `${title.slice(0, 170)}, ${from === to ? from : `${from} – ${to}`}`;
}
