import { app, BrowserWindow } from 'electron';

/** One Docket a profile: a second start shows the first one's window. `--user-data-dir` makes another profile. */
export function runOnce({ start }: { readonly start: () => void }): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(start, () => app.exit(1));
}

/** Longest that the steps together may hold up quitting; what isn't done by then is mended at the next start. */
const patience = 5_000;

/** Runs the steps, in order, before the app ends; one that fails doesn't stop the others. */
export function shutDownBeforeQuit(steps: readonly (() => void | Promise<void>)[]): void {
  let state: 'running' | 'ending' | 'ended' = 'running';
  app.on('will-quit', (event) => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state === 'ending') return;
    state = 'ending';
    const end = () => {
      state = 'ended';
      // Within the event that was prevented, Electron still takes itself for quitting and would ignore the call.
      setImmediate(() => app.quit());
    };
    const timer = setTimeout(end, patience);
    void (async () => {
      for (const step of steps) {
        try {
          await step();
        } catch {
          // The next start recovers from whatever is left half done.
        }
      }
      clearTimeout(timer);
      end();
    })();
  });
}
