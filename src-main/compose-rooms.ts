import path from 'node:path';
import { createAttention } from './attention/attention.ts';
import { taskbarProgress } from './attention/taskbar.ts';
import { createDispatch } from './bridge/dispatch.ts';
import { createEventHub } from './bridge/event-hub.ts';
import { createHandlers } from './bridge/handlers.ts';
import { createCommitService } from './commit/commit-service.ts';
import { composeReview } from './compose-review.ts';
import { createSteadyPower } from './computer/steady-power.ts';
import { createConnectionRoster } from './connections/connection-roster.ts';
import { createConnectionService } from './connections/connection-service.ts';
import { openConnectionStore } from './connections/connection-store.ts';
import { createSecretStore } from './credentials/create-secret-store.ts';
import { createJobBook } from './jobs/create-job-book.ts';
import { createJobsService } from './jobs/jobs-service.ts';
import { createLeavingJobs } from './jobs/leaving.ts';
import { createPoller } from './jobs/poller.ts';
import { openLedger } from './jobs/sqlite-ledger.ts';
import { createVendorDesk } from './jobs/vendor-desk.ts';
import { createLife } from './life.ts';
import { createPracticeMode } from './practice/practice-mode.ts';
import { providers } from './providers/registry.ts';
import { createQuitKeeper } from './quitting/quit-keeper.ts';
import { systemDisk } from './retrieval/disk.ts';
import { createFileChecks } from './retrieval/file-checks.ts';
import { createRetrievalService } from './retrieval/retrieval-service.ts';
import { nothingOutside, type RoomPorts } from './room-ports.ts';
import { createCollectWhenReady } from './schedules/collect-when-ready.ts';
import { createScheduleService } from './schedules/schedule-service.ts';
import { openScheduleStore } from './schedules/schedule-store.ts';
import { knownZone } from './schedules/wall-clock.ts';
import { createSettings, defaultSettings } from './settings/settings-store.ts';

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
  const { review, insight, archive, saves } = composeReview(ports, { book, ledger, settings, disk, checks });
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

  const { begin, endings } = createLife({
    ...{ attention, schedules, collecting, poller, leaving, commits, retrievals, review, archive, practice },
    ...{ ledger, power, book, hub, log, notices },
    practising: () => settings.get().practice,
  });

  return {
    begin,
    dispatch: createDispatch(handlers, log),
    handlers,
    quitting,
    settings,
    book,
    ledger,
    endings,
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
