import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import path from 'node:path';
import { app, type BrowserWindow, type Session, session, shell } from 'electron';
import { eventChannel } from '../src-preload/contract/docket-api.ts';
import type { LanguageChoice } from '../src-preload/contract/languages.ts';
import { zoomAfter } from '../src-preload/contract/zoom.ts';
import type { Emit } from './bridge/event-hub.ts';
import { serveCalls } from './bridge/serve-calls.ts';
import { composeRooms, type Rooms } from './compose-rooms.ts';
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
import { createIcons } from './shell/icons.ts';
import { bringToFront, guardQuit, runOnce, shutDownBeforeQuit } from './shell/lifecycle.ts';
import { hiddenSwitch, setLogInItem } from './shell/log-in-item.ts';
import { setMenu } from './shell/menu.ts';
import { nameForWindows } from './shell/name-for-windows.ts';
import { createNetFetch } from './shell/net-fetch.ts';
import { createOutside } from './shell/outside.ts';
import { createPaperPorts } from './shell/paper.ts';
import { createPower } from './shell/power.ts';
import { spawnReviewProcess } from './shell/review-process.ts';
import { lockDown } from './shell/security.ts';
import { createSettingsFollower } from './shell/settings-follower.ts';
import { createStoreFile } from './shell/store-file.ts';
import { openWindow } from './shell/window.ts';
import { createSpeech, type Speech } from './words/speech.ts';

/** The composition root: makes Electron's ports, hands them to the rooms, opens the window. */
function compose(speech: Speech, hearChoice: (choice: () => LanguageChoice) => void): void {
  const profile = app.getPath('userData');
  const outFolder = path.join(app.getAppPath(), 'out');
  let window: BrowserWindow | null = null;
  const windowOf = () => window;
  const power = createPower(clock);
  const sessions = new Set<Session>();
  const underWay = new Set<AbortController>();
  const log = createFileLog(profile);
  const emit: Emit = (event, payload) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(eventChannel, event, payload);
  };
  const icons = createIcons(outFolder);
  const outside = createOutside({
    windowOf,
    icons,
    speech,
    clock,
    settings: () => rooms.settings.get(),
    setQuietUntil: (quietUntil) => rooms.settings.update({ quietUntil }),
    checkAll: () => void rooms.handlers['jobs.checkAll'](undefined),
    show: (target) => emit('attention', target),
  });
  const rooms: Rooms = composeRooms({
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
    outlets: { moveToBin: (file) => shell.trashItem(file), paper: createPaperPorts(windowOf) },
    describe: describeApp,
    outside,
    quitDesktop: {
      bringToFront: () => window !== null && bringToFront(window),
      askNatively: (busy, signal) => askToQuit(busy, signal, speech.words().quit),
      end: () => setImmediate(() => app.quit()),
    },
    emit,
  });
  hearChoice(() => rooms.settings.get().language);
  const followSettings = createSettingsFollower({
    windowOf,
    setMenu: () =>
      setMenu(speech.words().menu, {
        zoom: (way) => {
          const { zoom } = rooms.settings.get();
          rooms.settings.update({ zoom: zoomAfter(zoom, way) });
        },
        show: (screen) => emit('attention', { kind: 'show', screen }),
      }),
    arrangeOutside: outside.arrange,
    setLogInItem,
    onTrouble: (error) => emit('attention', { kind: 'notice', error }),
    log,
  });
  followSettings(rooms.settings.get());
  rooms.settings.onChange(followSettings);
  serveCalls(rooms.dispatch, windowOf);
  shutDownBeforeQuit([...rooms.endings, () => power.stop()], clock);

  const place = createStoreFile(profile, 'window');
  window = openWindow({
    outFolder,
    readPlace: () => place.read(),
    writePlace: (at) => place.write({ ...at }),
    icon: icons.window(),
    zoom: () => rooms.settings.get().zoom,
    hidden: app.commandLine.hasSwitch(hiddenSwitch) && rooms.settings.get().tray,
  });
  guardQuit(window, rooms.quitting, outside.staysInTray);
  window.on('closed', () => {
    window = null;
  });
  void rooms.begin();
}

declareAppScheme();
nameForWindows();
runOnce({
  start: () => {
    let choice: () => LanguageChoice = () => 'system';
    const speech = createSpeech({
      choice: () => choice(),
      preferred: app.getPreferredSystemLanguages(),
      asked: app.isPackaged ? '' : app.commandLine.getSwitchValue('docket-language'),
    });
    serveAppFiles(path.join(app.getAppPath(), 'out', 'renderer'), speech.page);
    lockDown();
    try {
      compose(speech, (chosen) => {
        choice = chosen;
      });
    } catch (thrown) {
      sayCannotStart(asDocketError(thrown), speech.words().cannotStart);
      app.exit(1);
    }
  },
});
