import { app } from 'electron';

/**
 * Windows shows notifications, and groups the taskbar's buttons, by this id; the installer's shortcut bears the same. An
 * app that isn't packaged has no shortcut, and goes by its program.
 * https://www.electronjs.org/docs/latest/tutorial/notifications#windows
 */
export function nameForWindows(): void {
  if (process.platform === 'win32') app.setAppUserModelId(app.isPackaged ? 'Docket' : process.execPath);
}
