import { existsSync } from 'node:fs';
import path from 'node:path';
import { type BrowserWindow, dialog, shell } from 'electron';
import type { DesktopPorts } from '../bridge/handlers.ts';
import { Failure } from '../ports/failure.ts';

/** The doings that only the desktop can do for us. */
export function createDesktop(windowOf: () => BrowserWindow | null): DesktopPorts {
  return {
    reveal: (file) => shell.showItemInFolder(file),
    async openExternally(file) {
      const problem = await shell.openPath(file);
      if (problem !== '') throw new Failure('no-program', { subject: path.basename(file) });
    },
    async chooseFolder(from) {
      const window = windowOf();
      const options = {
        defaultPath: from,
        properties: ['openDirectory' as const, 'createDirectory' as const],
      };
      const answer =
        window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    exists: existsSync,
    joinPath: path.join,
  };
}
