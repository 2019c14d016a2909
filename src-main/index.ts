import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import path from 'node:path';
import { app, type BrowserWindow, type Session, session } from 'electron';
import { eventChannel } from '../src-preload/contract/docket-api.ts';
import { serveCalls } from './bridge/serve-calls.ts';
import { composeRooms } from './compose-rooms.ts';
import { openKeytarKeychain } from './credentials/keytar-keychain.ts';
import { systemClock as clock } from './ports/clock.ts';
import { asDocketError } from './ports/failure.ts';
import { systemDisk } from './retrieval/disk.ts';
import { createFileChecks } from './retrieval/file-checks.ts';
import { createThreadChecks } from './retrieval/thread-checks.ts';
import { describeApp } from './shell/app-info.ts';
import { declareAppScheme, serveAppFiles } from './shell/app-protocol.ts';
import { askToQuit } from './shell/ask-to-quit.ts';
import { sayCannotStart } from './shell/cannot-start.ts';
import { createDesktop } from './shell/desktop.ts';
import { createFileLog } from './shell/file-log.ts';
import { bringToFront, guardQuit, runOnce, shutDownBeforeQuit } from './shell/lifecycle.ts';
import { setMenu } from './shell/menu.ts';
import { createNetFetch } from './shell/net-fetch.ts';
import { createPower } from './shell/power.ts';
import { spawnReviewProcess } from './shell/review-process.ts';
import { lockDown } from './shell/security.ts';
import { createStoreFile } from './shell/store-file.ts';
import { openWindow } from './shell/window.ts';

/** The composition root: makes Electron's ports, hands them to the rooms, opens the window. */
function compose(): void {
  const profile = app.getPath('userData');
  const outFolder = path.join(app.getAppPath(), 'out');
  let window: BrowserWindow | null = null;
  const windowOf = () => window;
  const power = createPower(clock);
  const sessions = new Set<Session>();
  const underWay = new Set<AbortController>();
  const log = createFileLog(profile);
  const rooms = composeRooms({
    profile,
    documents: app.getPath('documents'),
    user: userInfo().username,
    clock,
    fetch: createNetFetch((partition) => {
      const own = session.fromPartition(partition);
      sessions.add(own);
      return own;
    }, underWay),
    dropConnections: () => {
      for (const request of underWay) request.abort(new Error('net::ERR_CONNECTION_RESET'));
      for (const own of sessions) void own.closeAllConnections();
    },
    power,
    log,
    checks: createThreadChecks({
      program: path.join(outFolder, 'main', 'check-thread.cjs'),
      clock,
      log,
      instead: createFileChecks(systemDisk),
    }),
    ids: randomUUID,
    random: Math.random,
    storeFile: (name) => createStoreFile(profile, name),
    keychain: openKeytarKeychain(clock),
    spawnReview: spawnReviewProcess(outFolder),
    desktop: createDesktop(windowOf),
    describe: describeApp,
    quitDesktop: {
      bringToFront: () => window !== null && bringToFront(window),
      askNatively: askToQuit,
      end: () => setImmediate(() => app.quit()),
    },
    emit: (event, payload) => {
      if (window !== null && !window.isDestroyed()) window.webContents.send(eventChannel, event, payload);
    },
  });
  serveCalls(rooms.dispatch, windowOf);
  shutDownBeforeQuit([...rooms.endings, () => power.stop()], clock);

  const place = createStoreFile(profile, 'window');
  window = openWindow({
    outFolder,
    readPlace: () => place.read(),
    writePlace: (at) => place.write({ ...at }),
  });
  guardQuit(window, rooms.quitting);
  window.on('closed', () => {
    window = null;
  });
  void rooms.begin();
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
