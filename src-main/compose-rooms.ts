import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import type { AppInfo } from '../src-preload/contract/app-info.ts';
import type { DocketError } from '../src-preload/contract/errors.ts';
import { createArchive } from './archive/create-archive.ts';
import type { PaperPorts } from './archive/paper.ts';
import { createAttention, type Outside } from './attention/attention.ts';
import { type TaskbarProgress, taskbarProgress } from './attention/taskbar.ts';
import { createDispatch } from './bridge/dispatch.ts';
import { createEventHub, type Emit } from './bridge/event-hub.ts';
import { createHandlers, type DesktopPorts } from './bridge/handlers.ts';
import { createCommitService } from './commit/commit-service.ts';
import { createSteadyPower } from './computer/steady-power.ts';
import { createConnectionRoster } from './connections/connection-roster.ts';
import { createConnectionService } from './connections/connection-service.ts';
import { openConnectionStore } from './connections/connection-store.ts';
import { createSecretStore } from './credentials/create-secret-store.ts';
import type { Keychain } from './credentials/keychain.ts';
import type { SecretStore } from './credentials/secret-store.ts';
import { createJobBook } from './jobs/create-job-book.ts';
import { createJobsService } from './jobs/jobs-service.ts';
import { createLeavingJobs } from './jobs/leaving.ts';
import { createPoller } from './jobs/poller.ts';
import { openLedger } from './jobs/sqlite-ledger.ts';
import { createVendorDesk } from './jobs/vendor-desk.ts';
import type { Clock } from './ports/clock.ts';
import { asDocketError } from './ports/failure.ts';
import type { Fetch } from './ports/fetch.ts';
import type { Log } from './ports/log.ts';
import type { Power } from './ports/power.ts';
import { createPracticeMode, type PracticeMode } from './practice/practice-mode.ts';
import type { PracticeOptions } from './practice/practice-options.ts';
import { providers } from './providers/registry.ts';
import { createQuitKeeper, type QuitDesktop } from './quitting/quit-keeper.ts';
import { type Disk, systemDisk } from './retrieval/disk.ts';
import { createFileChecks } from './retrieval/file-checks.ts';
import type { FileChecks } from './retrieval/file-checks-port.ts';
import { createRetrievalService } from './retrieval/retrieval-service.ts';
import type { Start } from './review/protocol.ts';
import { createReviewInsight } from './review/review-insight.ts';
import { reviewLimits } from './review/review-limits.ts';
import { createReviewMemory } from './review/review-memory.ts';
import { createReviewSaves } from './review/review-saves.ts';
import { createReviewService } from './review/review-service.ts';
import type { WorkerProcess } from './review/worker-link.ts';
import { createCollectWhenReady } from './schedules/collect-when-ready.ts';
import { createScheduleService } from './schedules/schedule-service.ts';
import { openScheduleStore } from './schedules/schedule-store.ts';
import { knownZone } from './schedules/wall-clock.ts';
import type { KeyValueFile } from './settings/key-value-file.ts';
import { createSettings, defaultSettings } from './settings/settings-store.ts';
import { mainWords } from './words/main-words.ts';

/** What the rooms need of the world around them. */
export interface RoomPorts {
  /** Absolute folder of all that Docket keeps, downloads aside. */
  readonly profile: string;
  /** The person's documents folder. */
  readonly documents: string;
  /** The operating system's user, for the history. */
  readonly user: string;
  readonly clock: Clock;
  readonly fetch: Fetch;
  readonly power: Power;
  readonly log: Log;
  readonly ids: () => string;
  /** 0 ≤ n < 1. */
  readonly random: () => number;
  /** This computer's time zone, an IANA name. Default: the system's, as it is at the moment. */
  readonly zone?: () => string;
  /** `<name>.json` in the profile. */
  readonly storeFile: (name: string) => KeyValueFile;
  readonly keychain: Keychain | null;
  readonly spawnReview: (start: Start) => WorkerProcess;
  /** Memory and threads of the review engine. */
  readonly reviewLimits?: Start['limits'];
  readonly desktop: DesktopPorts;
  readonly describe: (about: {
    readonly user: string;
    readonly secrets: SecretStore;
    readonly practice: PracticeMode;
    readonly power: Power;
    readonly notices: readonly DocketError[];
  }) => Promise<AppInfo>;
  /** Tells the renderer. */
  readonly emit: Emit;
  readonly disk?: Disk;
  /** Default: on this thread. */
  readonly checks?: FileChecks;
  /** The system's bin and the printer. Default: there is none. */
  readonly outlets?: { readonly moveToBin: (path: string) => Promise<void>; readonly paper: PaperPorts };
  /** Ends every request under way, as a lost connection, and every connection that is kept for the next. */
  readonly dropConnections?: () => void;
  /** What lies outside of the window. Default: nothing does. */
  readonly outside?: Outside & { readonly showProgress: (progress: TaskbarProgress) => void };
  /** Default: the app can't be quit by a person. */
  readonly quitDesktop?: QuitDesktop;
  readonly practiceOptions?: PracticeOptions;
}

export type Rooms = ReturnType<typeof composeRooms>;

/** Wires the rooms together. Throws `Failure` when the ledger can't be opened: nothing runs then. */
export function composeRooms(ports: RoomPorts) {
  const { clock, emit, fetch, ids, log, profile, random, storeFile, user } = ports;
  const power = createSteadyPower(ports.power, clock, () => ports.dropConnections?.());
  const disk = ports.disk ?? systemDisk;
  const checks = ports.checks ?? createFileChecks(disk);
  const sizeOf = (path: string) => disk.size(path);
  const { ledger, notices: ledgerNotices } = openLedger({
    file: path.join(profile, 'ledger.sqlite'),
    clock,
    user,
  });
  const settings = createSettings({
    file: storeFile('settings'),
    defaults: defaultSettings(ports.documents),
  });
  const kept = openConnectionStore(storeFile('connections'));
  const outside = ports.outside ?? nothingOutside;
  const titles = () => outside.say().titles;
  const roster = createConnectionRoster(kept.store, (connection) => practice.connectionChanged(connection));
  const hub = createEventHub(emit, clock);

  const book = createJobBook({ ledger, clock, user, nextCheckAt: (jobId) => poller.nextCheckAt(jobId), log });
  const practice = createPracticeMode({
    titles: () => titles().practice,
    file: storeFile('practice'),
    setConnections: (connections) => {
      roster.setPractice(connections);
      hub.connectionsChanged();
      for (const { id } of connections) poller.connectionChanged(id);
      schedules.connectionsChanged();
    },
    dropClient: (id) => desk.drop(id),
    track: (input) => jobs.track(input),
    practiceJobs: () => book.all().filter((job) => job.practice),
    forget: async (jobId) => {
      await retrievals.pause(jobId);
      book.remove(jobId);
    },
    clock,
    log,
    ...(ports.practiceOptions === undefined ? {} : { options: ports.practiceOptions }),
  });
  const secrets = practice.wrap(createSecretStore({ keychain: ports.keychain }));
  const desk = createVendorDesk({ connections: roster, providers, secrets, fetch, clock, log, random });
  const poller = createPoller({
    book,
    ledger,
    desk,
    connections: roster,
    clock,
    power,
    log,
    random,
    ids,
    titles,
  });
  const jobs = createJobsService({
    book,
    ledger,
    desk,
    poller,
    connections: roster,
    secrets,
    clock,
    ids,
    log,
    titles,
  });
  const retrievals = createRetrievalService({
    book,
    ledger,
    desk,
    clock,
    power,
    log,
    ids,
    settings: () => settings.get(),
    onProgress: (all) => {
      hub.transfersChanged(all);
      ports.outside?.showProgress(taskbarProgress(all));
    },
    disk,
    checks,
  });
  const commits = createCommitService({
    book,
    ledger,
    desk,
    verify: (jobId) => retrievals.verifyOnDisk(jobId),
    sizeOf,
    clock,
    power,
    user,
    ids,
    log,
  });
  const connections = createConnectionService({
    store: roster,
    secrets,
    desk,
    book,
    history: ledger.history,
    clock,
    ids,
    user,
    log,
    onChange: (id) => {
      hub.connectionsChanged();
      poller.connectionChanged(id);
      schedules.connectionsChanged();
      collecting.look();
    },
  });
  const keptSchedules = openScheduleStore(storeFile('schedules'));
  const schedules = createScheduleService({
    store: keptSchedules.store,
    connections: roster,
    ask: (input) => jobs.start(input, 'Docket'),
    jobs: () => book.all(),
    history: ledger.history,
    clock,
    power,
    zone: ports.zone ?? (() => knownZone(Intl.DateTimeFormat().resolvedOptions().timeZone)),
    practising: () => settings.get().practice,
    ids,
    user,
    log,
    onChange: () => {
      hub.schedulesChanged();
      attention.schedulesChanged(schedules.list());
    },
  });
  const collecting = createCollectWhenReady({
    book,
    history: ledger.history,
    connections: roster,
    collect: (jobId) => retrievals.start(jobId, 'Docket'),
    power,
    log,
    onTrouble: (error) => {
      hub.attention({ kind: 'notice', error });
      attention.trouble(error.code);
    },
  });
  const attention = createAttention({
    ...outside,
    book,
    isLeaving: (id) => leaving.has(id),
    settings: () => settings.get(),
    clock,
  });
  const leaving = createLeavingJobs({
    book,
    forget: (id) => jobs.forget(id),
    clock,
    log,
    show: (changed, removed) => {
      hub.jobsChanged(changed, removed);
      attention.listChanged();
    },
  });
  const reviewMemory = createReviewMemory(storeFile('review'));
  const review = createReviewService({
    folder: path.join(profile, 'review'),
    limits:
      ports.reviewLimits ??
      reviewLimits(
        { memoryBytes: totalmem(), processors: availableParallelism() },
        settings.get().reviewMemory,
      ),
    spawn: ports.spawnReview,
    book,
    ledger,
    memory: reviewMemory,
    log,
    clock,
    ids,
    onChange: (change) => emit('review-changed', change),
  });
  const insight = createReviewInsight({ review, book, ledger, memory: reviewMemory });
  const archive = createArchive({
    book,
    ledger,
    disk,
    checks,
    clock,
    user,
    log,
    ids,
    choosePlace: ports.desktop.choosePlace,
    folder: () => settings.get().downloadsFolder,
    ...(ports.outlets ?? noOutlets),
    onProgress: (progress) => emit('proof-progress', progress),
  });
  const saves = createReviewSaves({ review, place: archive.place });
  settings.onChange(() => retrievals.settingsChanged());
  power.onChange(() => hub.attention({ kind: 'online', online: power.isOnline() }));

  const notices = [...settings.notices, ...kept.notices, ...keptSchedules.notices, ...ledgerNotices];

  async function setPractice(on: boolean): Promise<void> {
    const changed = on ? await practice.start(true) : await practice.stop();
    settings.setPractice(on);
    schedules.connectionsChanged();
    if (!changed) return;
    ledger.history.append({
      ...practiceLine,
      at: clock.now(),
      by: user,
      kind: on ? 'practice-started' : 'practice-stopped',
    });
    hub.attention({ kind: 'practice', on });
  }

  const quitting = createQuitKeeper({
    bringToFront: () => {},
    askNatively: async () => 'quit',
    end: () => {},
    ...ports.quitDesktop,
    clock,
    underWay: () => ({
      transfers: book.all().filter(({ retrieval: { kind } }) => kind === 'collecting' || kind === 'verifying')
        .length,
      commits: commits.underWay(),
    }),
    commitsAtRest: () => commits.idle(),
    show: (phase, underWay) => hub.attention({ kind: 'quit', phase, commits: underWay }),
  });

  const handlers = createHandlers({
    connections,
    schedules,
    jobs,
    leaving,
    book,
    ledger,
    retrievals,
    commits,
    review,
    insight,
    saves,
    archive,
    settings,
    desktop: ports.desktop,
    sizeOf,
    info: () => ports.describe({ user, secrets, practice, power, notices }),
    practice: setPractice,
    quitting,
  });

  /** Practice vendors that don't start are told, and keep nothing else from going on. */
  async function takeUpPractice(): Promise<void> {
    if (settings.get().practice) await practice.start(false);
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
        notices.push(error);
        hub.attention({ kind: 'notice', error });
      }
    }
    collecting.start();
    schedules.start();
    attention.schedulesChanged(schedules.list());
  }

  return {
    begin,
    dispatch: createDispatch(handlers, log),
    handlers,
    quitting,
    settings,
    book,
    ledger,
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

const notHere = () => Promise.reject(new Error('not on this system'));
const noOutlets = { moveToBin: notHere, paper: { toPdf: notHere, print: notHere } } as const;

const nothingOutside: Outside = {
  say: () => mainWords('en'),
  isWatched: () => true,
  notify: () => {},
  showCounts: () => {},
};

const practiceLine = {
  jobId: null,
  title: '',
  connectionName: '',
  provider: null,
  practice: true,
  rows: null,
  files: null,
  bytes: null,
  fingerprint: null,
  note: null,
} as const;
