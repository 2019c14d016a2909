import type { DocketError } from '../src-preload/contract/errors.ts';
import type { Attention } from './attention/attention.ts';
import type { EventHub } from './bridge/event-hub.ts';
import type { CommitService } from './commit/commit-service.ts';
import type { JobBook } from './jobs/job-book.ts';
import type { LeavingJobs } from './jobs/leaving.ts';
import type { Poller } from './jobs/poller.ts';
import { asDocketError } from './ports/failure.ts';
import type { Log } from './ports/log.ts';
import type { PracticeMode } from './practice/practice-mode.ts';
import type { RetrievalService } from './retrieval/retrieval-service.ts';
import type { ReviewService } from './review/review-service.ts';
import type { ScheduleService } from './schedules/schedule-service.ts';

export interface LivingRooms {
  readonly archive: { readonly stop: () => void | Promise<void> };
  readonly attention: Attention;
  readonly book: JobBook;
  readonly collecting: { readonly start: () => void; readonly stop: () => void };
  readonly commits: CommitService;
  readonly hub: EventHub;
  readonly leaving: LeavingJobs;
  readonly ledger: { readonly close: () => void };
  readonly log: Log;
  /** What can't be told as it should; more comes in while the rooms begin. */
  readonly notices: DocketError[];
  readonly poller: Poller;
  readonly power: { readonly stop: () => void };
  readonly practice: PracticeMode;
  readonly practising: () => boolean;
  readonly retrievals: RetrievalService;
  readonly review: ReviewService;
  readonly schedules: ScheduleService;
}

/** How the rooms begin, and how they end. */
export function createLife(rooms: LivingRooms) {
  const { archive, attention, book, collecting, commits, hub, leaving, ledger, log } = rooms;
  const { poller, power, practice, retrievals, review, schedules } = rooms;

  /** Practice vendors that don't start are told, and keep nothing else from going on. */
  async function takeUpPractice(): Promise<void> {
    if (rooms.practising()) await practice.start(false);
    // What an end in the middle of starting or stopping left behind.
    else if (book.all().some((job) => job.practice)) await practice.stop();
  }

  /** Takes up what the last run left; each step by itself, so that one that fails doesn't stop the others. */
  async function begin(): Promise<void> {
    // Before the poller: what the first checks find is news.
    attention.start();
    poller.start();
    // After the poller, whose plans the views show.
    book.onChange(({ changed, removed }) =>
      hub.jobsChanged(
        changed.filter((job) => !leaving.has(job.id)).map((job) => book.view(job)),
        removed,
      ),
    );
    for (const step of [takeUpPractice, commits.settleAtStart, retrievals.recoverAtStart]) {
      try {
        await step();
      } catch (thrown) {
        const error = asDocketError(thrown);
        log.error('a step of the start failed', { code: error.code });
        rooms.notices.push(error);
        hub.attention({ kind: 'notice', error });
      }
    }
    collecting.start();
    schedules.start();
    attention.schedulesChanged(schedules.list());
  }

  return {
    begin,
    /** In order, before the app ends. */
    endings: [
      () => {
        attention.stop();
        schedules.stop();
        collecting.stop();
        return poller.stop();
      },
      () => leaving.settle(),
      () => commits.stop(),
      () => retrievals.shutdown(),
      () => review.shutdown(),
      () => archive.stop(),
      () => practice.shutdown(),
      () => ledger.close(),
      () => power.stop(),
    ] as readonly (() => void | Promise<void>)[],
  };
}
