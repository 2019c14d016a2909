import type { KeychainState } from '../../src-preload/contract/connections.ts';

/**
 * Secrets, one entry each, by account (`<connectionId>/<field>`, service `Docket`). All methods throw `Failure` with a
 * keychain code; none ever puts a value in an error.
 */
export interface SecretStore {
  /** How secrets are kept now: `unavailable` means for this session only. Asks the keychain with a harmless read. */
  state(): Promise<KeychainState>;
  /** Where this entry lives, without reading its value aloud. */
  placeOf(account: string): Promise<'keychain' | 'session' | 'missing' | 'unreachable'>;
  read(account: string): Promise<string | null>;
  /** `keychain` or, without one, `session`. Throws `secret-too-long` beyond 2,560 bytes of UTF-16, with `subject`. */
  write(account: string, value: string): Promise<'keychain' | 'session'>;
  remove(account: string): Promise<void>;
}
