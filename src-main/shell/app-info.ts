import { app } from 'electron';
import type { AppInfo } from '../../src-preload/contract/app-info.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { SecretStore } from '../credentials/secret-store.ts';
import type { Power } from '../ports/power.ts';

/** Electron's oldest major that still gets fixes is far above this one, which closed networks evaluate Docket on. */
const oldestSupportedMajor = 40;

export async function describeApp(about: {
  readonly user: string;
  readonly secrets: SecretStore;
  readonly practice: { isOn(): boolean };
  readonly power: Power;
  readonly notices: readonly DocketError[];
}): Promise<AppInfo> {
  return {
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    chromium: process.versions.chrome ?? '',
    platform: process.platform,
    runtimeOutOfSupport: Number.parseInt(process.versions.electron ?? '0', 10) < oldestSupportedMajor,
    user: about.user,
    dataFolder: app.getPath('userData'),
    locale: app.getLocale(),
    keychain: await about.secrets.state(),
    practice: about.practice.isOn(),
    online: about.power.isOnline(),
    notices: about.notices,
  };
}
