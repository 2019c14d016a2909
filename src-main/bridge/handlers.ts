import type { AppInfo } from '../../src-preload/contract/app-info.ts';
import type { Settings } from '../../src-preload/contract/settings.ts';
import type { Archive } from '../archive/create-archive.ts';
import type { CommitService } from '../commit/commit-service.ts';
import type { ConnectionService } from '../connections/connection-service.ts';
import { type SizeOf, troubleWithFiles } from '../jobs/files-on-disk.ts';
import type { JobBook } from '../jobs/job-book.ts';
import type { JobsService } from '../jobs/jobs-service.ts';
import type { LeavingJobs } from '../jobs/leaving.ts';
import type { SqliteLedger } from '../jobs/sqlite-ledger.ts';
import { Failure } from '../ports/failure.ts';
import type { QuitKeeper } from '../quitting/quit-keeper.ts';
import type { RetrievalService } from '../retrieval/retrieval-service.ts';
import type { ReviewInsight } from '../review/review-insight.ts';
import type { ReviewSaves } from '../review/review-saves.ts';
import type { ReviewService } from '../review/review-service.ts';
import type { ChoosePlace } from '../review/save-place.ts';
import type { ScheduleService } from '../schedules/schedule-service.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { createArchiveHandlers } from './archive-handlers.ts';
import type { Handlers } from './dispatch.ts';
import { createReviewHandlers } from './review-handlers.ts';

/** What the calls need beyond the rooms: the desktop's own doings. */
export interface DesktopPorts {
  /** Shows the file in the system's file manager. */
  readonly reveal: (file: string) => void;
  /** Opens the file in the program that the system has for it; rejects when there is none. */
  readonly openExternally: (file: string) => Promise<void>;
  /** The folder that the person chose, or null when they cancelled. */
  readonly chooseFolder: (from: string) => Promise<string | null>;
  /** Where to save a table or a page. */
  readonly choosePlace: ChoosePlace;
  readonly exists: (file: string) => boolean;
  readonly joinPath: (folder: string, name: string) => string;
}

export interface Rooms {
  readonly connections: ConnectionService;
  readonly schedules: ScheduleService;
  readonly jobs: JobsService;
  readonly leaving: LeavingJobs;
  readonly book: JobBook;
  readonly ledger: SqliteLedger;
  readonly retrievals: RetrievalService;
  readonly commits: CommitService;
  readonly review: ReviewService;
  readonly insight: ReviewInsight;
  readonly saves: ReviewSaves;
  readonly archive: Archive;
  readonly settings: SettingsStore;
  readonly desktop: DesktopPorts;
  /** Default: by this system's disk. */
  readonly sizeOf?: SizeOf | undefined;
  readonly info: () => Promise<AppInfo>;
  readonly practice: (on: boolean) => Promise<void>;
  readonly quitting: Pick<QuitKeeper, 'answer'>;
}

/** Which room answers which call. No decision is made here. */
export function createHandlers(rooms: Rooms): Handlers {
  const {
    connections,
    schedules,
    jobs,
    leaving,
    book,
    ledger,
    retrievals,
    commits,
    review,
    settings,
    desktop,
  } = rooms;

  function pathOf(fileId: string): string {
    // Also a file whose export left the list: it lies where it was.
    const file = ledger.kept.get(fileId);
    if (file === null) throw new Failure('file-missing');
    const path = desktop.joinPath(file.folder, file.name);
    if (!desktop.exists(path)) {
      throw new Failure(file.binnedAt === undefined ? 'file-missing' : 'file-in-bin', { subject: file.name });
    }
    return path;
  }
  const view = (jobId: string) => book.view(book.get(jobId));

  return {
    'connections.list': () => connections.list(),
    'connections.save': (draft) => connections.save(draft),
    'connections.test': (id) => connections.test(id),
    'connections.remove': async (id) => {
      await connections.remove(id);
      return undefined;
    },
    'connections.collectAutomatically': (input) => connections.collectAutomatically(input.id, input.on),

    'schedules.list': async () => schedules.list(),
    'schedules.preview': async (draft) => schedules.preview(draft),
    'schedules.save': async (draft) => schedules.save(draft),
    'schedules.pause': async ({ id, paused }) => schedules.pause(id, paused),
    'schedules.remove': async (id) => {
      schedules.remove(id);
      return undefined;
    },
    'schedules.run': (id) => schedules.run(id),

    'jobs.list': async (query) => jobs.list(query).filter(({ id }) => !leaving.has(id)),
    'jobs.get': async (id) => jobs.get(id),
    'jobs.track': async (input) => {
      // What was let go a moment ago may be wanted back by its number.
      await leaving.settle();
      return await jobs.track(input);
    },
    'jobs.start': (input) => jobs.start(input),
    'jobs.check': (id) => jobs.check(id),
    'jobs.checkAll': () => jobs.checkAll(),
    'jobs.cancel': (id) => jobs.cancel(id),
    'jobs.repeat': (id) => jobs.repeat(id),
    'jobs.forget': async (id) => {
      await jobs.forget(id);
      return undefined;
    },
    'jobs.letGo': async (id) => {
      leaving.letGo(id);
      return undefined;
    },
    'jobs.keep': async (id) => leaving.keep(id),

    'retrievals.start': async (id) => {
      await retrievals.start(id);
      return view(id);
    },
    'retrievals.pause': async (id) => {
      await retrievals.pause(id);
      return view(id);
    },
    'retrievals.resume': async (id) => {
      await retrievals.resume(id);
      return view(id);
    },
    'retrievals.discard': async (id) => {
      await retrievals.discard(id);
      return view(id);
    },

    'commits.preview': (id) => commits.preview(id),
    'commits.commit': (input) => commits.commit(input),
    'commits.settle': (id) => commits.settle(id),
    'commits.resolve': async (input) => commits.resolve(input),

    ...createReviewHandlers(review, rooms.insight, rooms.saves, desktop.reveal),
    'review.mark': async (input) => {
      // Nobody has reviewed what is no longer there.
      const trouble = await troubleWithFiles(input.jobId, ledger.files.of(input.jobId), rooms.sizeOf);
      if (trouble !== null) throw new Failure(trouble.code, trouble);
      await commits.markReviewed(input);
      return view(input.jobId);
    },

    'files.reveal': async (id) => {
      desktop.reveal(pathOf(id));
      return undefined;
    },
    'files.openExternally': async (id) => {
      await desktop.openExternally(pathOf(id));
      return undefined;
    },

    ...createArchiveHandlers(rooms.archive, desktop.reveal),

    'settings.get': async () => settings.get(),
    'settings.update': async (patch) => settings.update(patch),
    'settings.chooseFolder': async (): Promise<Settings> => {
      const chosen = await desktop.chooseFolder(settings.get().downloadsFolder);
      return chosen === null ? settings.get() : settings.setDownloadsFolder(chosen);
    },

    'app.info': () => rooms.info(),
    'app.practice': async (on) => {
      await rooms.practice(on);
      return rooms.info();
    },
    'app.quit': async (answer) => {
      rooms.quitting.answer(answer);
      return undefined;
    },
  };
}
