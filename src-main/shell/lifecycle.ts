import { app, BrowserWindow, powerMonitor } from 'electron';
import { runEndings } from '../computer/run-endings.ts';
import type { Clock } from '../ports/clock.ts';
import type { QuitKeeper } from '../quitting/quit-keeper.ts';
import { hasSessionBus } from './session-bus.ts';

/** One Docket a profile: a second start shows the first one's window. `--user-data-dir` makes another profile. */
export function runOnce({ start }: { readonly start: () => void }): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window !== undefined) bringToFront(window);
  });
  // https://www.electronjs.org/docs/latest/api/app#event-activate-macos: a click on the dock's icon
  app.on('activate', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window !== undefined) bringToFront(window);
  });
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(start, () => app.exit(1));
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/**
 * A person who quits, by the menu or by closing the window, is asked when something is under way. The end of the session
 * is never held up: by log-out and shutdown (https://www.electronjs.org/docs/latest/api/power-monitor#event-shutdown-linux-macos,
 * Windows tells the window) or by a signal, which Chromium alone would take for a person's wish.
 */
export function guardQuit(
  window: BrowserWindow,
  quitting: QuitKeeper,
  /** Closing the window puts it away: Docket stays at work in the tray. */
  staysInTray: () => boolean,
): void {
  let quits = false;
  const ask = (event: { preventDefault(): void }) => {
    if (!quitting.mayQuit()) event.preventDefault();
  };
  app.on('before-quit', (event) => {
    ask(event);
    quits = !event.defaultPrevented;
  });
  window.on('close', (event) => {
    if (!quits && !quitting.isEnding() && staysInTray()) {
      event.preventDefault();
      window.hide();
      return;
    }
    ask(event);
  });
  window.on('session-end', () => quitting.sessionEnds());
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    // The system then waits for the app's own end, for as long as it is ready to.
    event?.preventDefault();
    quitting.sessionEnds();
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    onSignal(signal, () => quitting.sessionEnds());
}

/**
 * Chromium put its own handlers in when it started. Node puts its in only for a signal's first listener, so one that was
 * there before Chromium started (libraries have them) would leave the signal to Chromium.
 */
function onSignal(signal: NodeJS.Signals, run: () => void): void {
  const others = process.listeners(signal);
  process.removeAllListeners(signal);
  for (const listener of [run, ...others]) process.on(signal, listener);
}

/** Longest that the steps together may hold up quitting; what isn't done by then is mended at the next start. */
const patience = 5_000;

/** Runs the steps, in order, before the app ends. */
export function shutDownBeforeQuit(steps: readonly (() => void | Promise<void>)[], clock: Clock): void {
  let state: 'running' | 'ending' | 'ended' = 'running';
  app.once('quit', () => {
    // Everything is done and on disk. Without a session's bus this Electron may spin for ever while it is torn down.
    if (!hasSessionBus(process.platform, process.env)) process.kill(process.pid, 'SIGKILL');
  });
  app.on('will-quit', (event) => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state === 'ending') return;
    state = 'ending';
    void runEndings(steps, clock, patience).then(() => {
      state = 'ended';
      // Within the event that was prevented, Electron still takes itself for quitting and would ignore the call.
      setImmediate(() => app.quit());
    });
  });
}
