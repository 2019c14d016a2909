import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import type { KeyValueFile } from '../settings/key-value-file.ts';
import { createKeyValueFile } from '../settings/store-file.ts';

/** `<name>.json` in `dir`, kept by electron-store, readable by this person only. */
export function createStoreFile(dir: string, name: string): KeyValueFile {
  return createKeyValueFile({
    dir,
    name,
    now: () => Date.now(),
    openStore(place) {
      const store = new ElectronStore<Record<string, unknown>>({
        cwd: place.dir,
        name: place.name,
        configFileMode: 0o600,
        // A damaged file was set aside before the first write.
        clearInvalidConfig: true,
        accessPropertiesByDotNotation: false,
      });
      // electron-store opens a channel of its own for renderers; Docket's bridge is the only way in.
      ipcMain.removeAllListeners('electron-store-get-data');
      return store;
    },
  });
}
