import { type BrowserWindow, nativeTheme } from 'electron';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { Settings } from '../../src-preload/contract/settings.ts';
import { asDocketError } from '../ports/failure.ts';
import type { Log } from '../ports/log.ts';

/** What of the settings shows outside of the page. */
export function createSettingsFollower(ports: {
  readonly windowOf: () => BrowserWindow | null;
  readonly setMenu: () => void;
  readonly arrangeOutside: () => void;
  readonly setLogInItem: (on: boolean) => void;
  readonly onTrouble: (error: DocketError) => void;
  readonly log: Log;
}): (settings: Settings) => void {
  let before: Settings | null = null;
  return (settings) => {
    const { zoom, startsAtLogIn, theme } = settings;
    // Title bars, menus and boxes of the system's own go along.
    nativeTheme.themeSource = theme === 'contrast' ? 'dark' : theme;
    ports.setMenu();
    ports.arrangeOutside();
    if (zoom !== before?.zoom) ports.windowOf()?.webContents.setZoomFactor(zoom / 100);
    // At the start only what was chosen: the program may have moved since. Nothing is taken away that isn't Docket's doing.
    if (before === null ? startsAtLogIn : startsAtLogIn !== before.startsAtLogIn) {
      try {
        ports.setLogInItem(startsAtLogIn);
      } catch (thrown) {
        const error = asDocketError(thrown);
        ports.log.warn('starting at log-in could not be arranged', { code: error.code });
        ports.onTrouble(error);
      }
    }
    before = settings;
  };
}
