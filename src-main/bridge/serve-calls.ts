import { type BrowserWindow, ipcMain } from 'electron';
import { callChannel } from '../../src-preload/contract/docket-api.ts';
import type { createDispatch } from './dispatch.ts';

/** Puts the dispatch behind the one IPC channel. `windowOf` is asked at each call: the window may be made anew. */
export function serveCalls(
  dispatch: ReturnType<typeof createDispatch>,
  windowOf: () => BrowserWindow | null,
): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame;
    const main = windowOf()?.webContents.mainFrame;
    // Compared by ids: Electron may hand out two wrappers of one frame.
    const isOwnMainFrame =
      main !== undefined &&
      frame !== null &&
      frame.processId === main.processId &&
      frame.routingId === main.routingId;
    return dispatch({ isOwnMainFrame, url: frame?.url ?? '' }, name, input);
  });
}
