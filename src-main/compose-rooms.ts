import path from 'node:path';
import type { AppInfo } from '../src-preload/contract/app-info.ts';
import type { DocketError } from '../src-preload/contract/errors.ts';
import { createDispatch } from './bridge/dispatch.ts';
import { createEventHub, type Emit } from './bridge/event-hub.ts';
import { createHandlers, type DesktopPorts } from './bridge/handlers.ts';
import { createCommitService } from './commit/commit-service.ts';
import { createConnectionRoster } from './connections/connection-roster.ts';
import { createConnectionService } from './connections/connection-service.ts';
import { openConnectionStore } from './connections/connection-store.ts';
import { createSecretStore } from './credentials/create-secret-store.ts';
import type { Keychain } from './credentials/keychain.ts';
import type { SecretStore } from './credentials/secret-store.ts';
import { createJobBook } from './jobs/create-job-book.ts';
import { createJobsService } from './jobs/jobs-service.ts';
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
import type { Disk } from './retrieval/disk.ts';
import { createRetrievalService } from './retrieval/retrieval-service.ts';
import { createReviewService, type WorkerProcess } from './review/review-service.ts';
import type { KeyValueFile } from './settings/key-value-file.ts';
import { createSettings, defaultSettings } from './settings/settings-store.ts';

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
  /** `<name>.json` in the profile. */
  readonly storeFile: (name: string) => KeyValueFile;
  readonly keychain: Keychain | null;
  readonly spawnReview: (folder: string) => WorkerProcess;
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
  readonly practiceOptions?: PracticeOptions;
}

export type Rooms = ReturnType<typeof composeRooms>;

/** Wires the rooms together. Throws `Failure` when the ledger can't be opened: nothing runs then. */
export function composeRooms(ports: RoomPorts) {
  const { clock, emit, fetch, ids, log, power, profile, random, storeFile, user } = ports;
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
  const roster = createConnectionRoster(kept.store);
  const hub = createEventHub(emit, clock);

  const book = createJobBook({ ledger, clock, user, nextCheckAt: (jobId) => poller.nextCheckAt(jobId), log });
  const practice = createPracticeMode({
    file: storeFile('practice'),
    setConnections: (connections) => {
      roster.setPractice(connections);
      hub.connectionsChanged();
      for (const { id } of connections) poller.connectionChanged(id);
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
  const poller = createPoller({ book, ledger, desk, connections: roster, clock, power, log, random, ids });
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
    onProgress: (all) => hub.transfersChanged(all),
    ...(ports.disk === undefined ? {} : { disk: ports.disk }),
  });
  const commits = createCommitService({
    book,
    ledger,
    desk,
    verify: (jobId) => retrievals.verifyOnDisk(jobId),
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
    },
  });
  const review = createReviewService({
    folder: path.join(profile, 'review'),
    spawn: ports.spawnReview,
    book,
    ledger,
    log,
    ids,
  });
  settings.onChange(() => retrievals.settingsChanged());
  power.onChange(() => hub.attention({ kind: 'online', online: power.isOnline() }));

  const notices = [...settings.notices, ...kept.notices, ...ledgerNotices];

  async function setPractice(on: boolean): Promise<void> {
    const changed = on ? await practice.start(true) : await practice.stop();
    settings.setPractice(on);
    if (!changed) return;
    ledger.history.append({
      ...practiceLine,
      at: clock.now(),
      by: user,
      kind: on ? 'practice-started' : 'practice-stopped',
    });
    hub.attention({ kind: 'practice', on });
  }

  const handlers = createHandlers({
    connections,
    jobs,
    book,
    ledger,
    retrievals,
    commits,
    review,
    settings,
    desktop: ports.desktop,
    info: () => ports.describe({ user, secrets, practice, power, notices }),
    practice: setPractice,
  });

  /** Practice vendors that don't start are told, and keep nothing else from going on. */
  async function takeUpPractice(): Promise<void> {
    if (settings.get().practice) await practice.start(false);
    // What an end in the middle of starting or stopping left behind.
    else if (book.all().some((job) => job.practice)) await practice.stop();
  }

  /** Takes up what the last run left; each step by itself, so that one that fails doesn't stop the others. */
  async function begin(): Promise<void> {
    poller.start();
    // After the poller, whose plans the views show.
    book.onChange(({ changed, removed }) =>
      hub.jobsChanged(
        changed.map((job) => book.view(job)),
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
  }

  return {
    begin,
    dispatch: createDispatch(handlers, log),
    handlers,
    book,
    ledger,
    /** In order, before the app ends. */
    endings: [
      () => poller.stop(),
      () => commits.stop(),
      () => retrievals.shutdown(),
      () => review.shutdown(),
      () => practice.shutdown(),
      () => ledger.close(),
    ] as readonly (() => void | Promise<void>)[],
  };
}

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
