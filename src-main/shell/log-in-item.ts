import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { Failure } from '../ports/failure.ts';
import { autostartEntry } from './autostart-entry.ts';

/** On the command line: Docket starts without showing its window. */
export const hiddenSwitch = 'docket-hidden';

/** Whether Docket starts when the person logs in, as the system keeps it. Throws `folder-unwritable`. */
export function setLogInItem(on: boolean): void {
  // An app that isn't packaged is its Electron with the app's folder.
  const args = [...(app.isPackaged ? [] : [app.getAppPath()]), `--${hiddenSwitch}`];
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: on, path: process.execPath, args });
    return;
  }
  // https://specifications.freedesktop.org/autostart-spec/latest/
  const folder = path.join(app.getPath('appData'), 'autostart');
  const file = path.join(folder, 'docket.desktop');
  try {
    if (!on) {
      rmSync(file, { force: true });
      return;
    }
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, autostartEntry([process.env['APPIMAGE'] ?? process.execPath, ...args]));
  } catch (cause) {
    throw new Failure('folder-unwritable', { subject: folder, cause });
  }
}
