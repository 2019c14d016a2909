import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import path from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { eventChannel } from '../src-preload/contract/docket-api.ts';
import { serveCalls } from './bridge/serve-calls.ts';
import { composeRooms } from './compose-rooms.ts';
import { openKeytarKeychain } from './credentials/keytar-keychain.ts';
import { systemClock as clock } from './ports/clock.ts';
import { asDocketError } from './ports/failure.ts';
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

/** The composition root: makes Electron's ports, hands them to the rooms, opens the window. */
function compose(): void {
  const profile = app.getPath('userData');
  const outFolder = path.join(app.getAppPath(), 'out');
  let window: BrowserWindow | null = null;
  const windowOf = () => window;
  const power = createPower(clock);
  const rooms = composeRooms({
    profile,
    documents: app.getPath('documents'),
    user: userInfo().username,
    clock,
    fetch: createNetFetch((partition) => session.fromPartition(partition)),
    power,
    log: createFileLog(profile),
    ids: randomUUID,
    random: Math.random,
    storeFile: (name) => createStoreFile(profile, name),
    keychain: openKeytarKeychain(clock),
    spawnReview: spawnReviewProcess(outFolder),
    desktop: createDesktop(windowOf),
    describe: describeApp,
    emit: (event, payload) => {
      if (window !== null && !window.isDestroyed()) window.webContents.send(eventChannel, event, payload);
    },
  });
  serveCalls(rooms.dispatch, windowOf);
  shutDownBeforeQuit([...rooms.endings, () => power.stop()]);

  const place = createStoreFile(profile, 'window');
  window = openWindow({
    outFolder,
    readPlace: () => place.read(),
    writePlace: (at) => place.write({ ...at }),
  });
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
