import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import path from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { eventChannel } from '../src-preload/contract/docket-api.ts';
import { createDispatch } from './bridge/dispatch.ts';
import { createEventHub } from './bridge/event-hub.ts';
import { createHandlers } from './bridge/handlers.ts';
import { serveCalls } from './bridge/serve-calls.ts';
import { createCommitService } from './commit/commit-service.ts';
import { createConnectionRoster } from './connections/connection-roster.ts';
import { createConnectionService } from './connections/connection-service.ts';
import { openConnectionStore } from './connections/connection-store.ts';
import { createSecretStore } from './credentials/create-secret-store.ts';
import { openKeytarKeychain } from './credentials/keytar-keychain.ts';
import { createJobBook } from './jobs/create-job-book.ts';
import { createJobsService } from './jobs/jobs-service.ts';
import { createPoller } from './jobs/poller.ts';
import { openLedger } from './jobs/sqlite-ledger.ts';
import { createVendorDesk } from './jobs/vendor-desk.ts';
import { systemClock as clock } from './ports/clock.ts';
import { asDocketError } from './ports/failure.ts';
import { createPracticeMode } from './practice/practice-mode.ts';
import { providers } from './providers/registry.ts';
import { createRetrievalService } from './retrieval/retrieval-service.ts';
import { createReviewService } from './review/review-service.ts';
import { createSettings, defaultSettings } from './settings/settings-store.ts';
import { describeApp } from './shell/app-info.ts';
import { declareAppScheme, serveAppFiles } from './shell/app-protocol.ts';
import { sayCannotStart } from './shell/cannot-start.ts';
import { createDesktop } from './shell/desktop.ts';
import { createFileLog } from './shell/file-log.ts';
import { runOnce, shutDownBeforeQuit } from './shell/lifecycle.ts';
import { setMenu } from './shell/menu.ts';
import { createNetFetch } from './shell/net-fetch.ts';
import { createPower } from './shell/power.ts';
import { spawnReviewProcess } from './shell/review-process.ts';
import { lockDown } from './shell/security.ts';
import { createStoreFile } from './shell/store-file.ts';
import { openWindow } from './shell/window.ts';

/** The composition root: makes the ports, wires the rooms, opens the window. */
function compose(): void {
  const profile = app.getPath('userData');
  const outFolder = path.join(app.getAppPath(), 'out');
  const log = createFileLog(profile);
  const ids = randomUUID;
  const random = Math.random;
  const user = userInfo().username;
  let window: BrowserWindow | null = null;
  const windowOf = () => window;

  const fetch = createNetFetch((partition) => session.fromPartition(partition));
  const power = createPower(clock);
  const settings = createSettings({
    file: createStoreFile(profile, 'settings'),
    defaults: defaultSettings(app.getPath('documents')),
  });
  const kept = openConnectionStore(createStoreFile(profile, 'connections'));
  const roster = createConnectionRoster(kept.store);
  const { ledger, notices: ledgerNotices } = openLedger({
    file: path.join(profile, 'ledger.sqlite'),
    clock,
    user,
  });
  const hub = createEventHub((event, payload) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(eventChannel, event, payload);
  }, clock);

  const book = createJobBook({ ledger, clock, user, nextCheckAt: (jobId) => poller.nextCheckAt(jobId), log });
  const practice = createPracticeMode({
    file: createStoreFile(profile, 'practice'),
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
  });
  const secrets = practice.wrap(createSecretStore({ keychain: openKeytarKeychain(clock) }));
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
    spawn: spawnReviewProcess(outFolder),
    book,
    ledger,
    log,
    ids,
  });

  book.onChange(({ changed, removed }) =>
    hub.jobsChanged(
      changed.map((job) => book.view(job)),
      removed,
    ),
  );
  power.onChange(() => hub.attention({ kind: 'online', online: power.isOnline() }));

  const notices = [...settings.notices, ...kept.notices, ...ledgerNotices];
  const handlers = createHandlers({
    connections,
    jobs,
    book,
    ledger,
    retrievals,
    commits,
    review,
    settings,
    desktop: createDesktop(windowOf),
    info: () => describeApp({ user, secrets, practice, power, notices }),
    practice: async (on) => {
      if (on === practice.isOn()) return;
      if (on) await practice.start(true);
      else await practice.stop();
      settings.setPractice(on);
      hub.attention({ kind: 'practice', on });
    },
  });
  serveCalls(createDispatch(handlers, log), windowOf);

  shutDownBeforeQuit([
    () => poller.stop(),
    () => commits.stop(),
    () => retrievals.shutdown(),
    () => review.shutdown(),
    () => practice.shutdown(),
    () => power.stop(),
    () => ledger.close(),
  ]);

  const place = createStoreFile(profile, 'window');
  window = openWindow({
    outFolder,
    readPlace: () => place.read(),
    writePlace: (at) => place.write({ ...at }),
  });
  window.on('closed', () => {
    window = null;
  });

  void (async () => {
    if (settings.get().practice) await practice.start(false);
    poller.start();
    await commits.settleAtStart();
    await retrievals.recoverAtStart();
  })().catch((thrown: unknown) => {
    log.error('the start was not completed', { name: thrown instanceof Error ? thrown.name : typeof thrown });
  });
}

declareAppScheme();
runOnce({
  start: () => {
    serveAppFiles(path.join(app.getAppPath(), 'out', 'renderer'));
    lockDown();
    setMenu();
    try {
      compose();
    } catch (thrown) {
      sayCannotStart(asDocketError(thrown));
      app.exit(1);
    }
  },
});
