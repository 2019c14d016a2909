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
    async choosePlace({ folder, name, format }) {
      const window = windowOf();
      const options = {
        defaultPath: path.join(folder, name),
        filters: [
          {
            name: { csv: 'CSV', xlsx: 'Excel', parquet: 'Parquet', pdf: 'PDF' }[format],
            extensions: [format],
          },
        ],
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      };
      const answer =
        window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
      if (answer.canceled || answer.filePath === undefined || answer.filePath === '') return null;
      // Not every system adds the ending by itself.
      return path.extname(answer.filePath) === '' ? `${answer.filePath}.${format}` : answer.filePath;
    },
    exists: existsSync,
    joinPath: path.join,
  };
}
