import type { Clock } from '../ports/clock.ts';
import { createBoundedLane } from './bounded-lane.ts';
import type { Keychain } from './keychain.ts';
import { keychainFailure } from './keychain-failure.ts';

/** The part of keytar that Docket uses. Its `findCredentials` is left alone: it crashes on a locked gnome-keyring. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

const service = 'Docket';
const answerWithin = 15_000;

/** Loaded at its first use: a machine without libsecret must still start. */
async function loadKeytar(): Promise<Keytar> {
  const loaded = await import('keytar');
  // A CommonJS module shows its exports as `default` to an ES import, and directly to a bundled `require`.
  return 'default' in loaded ? (loaded.default as Keytar) : loaded;
}

/** The keychain of this computer: macOS Keychain, Windows Credential Manager, or a Secret Service on Linux. */
export function openKeytarKeychain(clock: Clock, load: () => Promise<Keytar> = loadKeytar): Keychain {
  const inTurn = createBoundedLane(clock, answerWithin);
  let loading: Promise<Keytar> | null = null;

  async function ask<T>(call: (keytar: Keytar) => Promise<T>, secret?: string): Promise<T> {
    loading ??= load();
    try {
      const keytar = await loading;
      return await inTurn(() => call(keytar));
    } catch (thrown) {
      throw keychainFailure(thrown, secret);
    }
  }

  return {
    get: (account) => ask((keytar) => keytar.getPassword(service, account)),
    set: (account, value) => ask((keytar) => keytar.setPassword(service, account, value), value),
    delete: (account) => ask(async (keytar) => void (await keytar.deletePassword(service, account))),
  };
}
