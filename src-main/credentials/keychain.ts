/**
 * The keychain of the operating system, as a port: entries of the service `Docket`, by account. Calls throw `Failure`:
 * `keychain-unavailable` (there is none), `keychain-locked`, `keychain-refused`, `keychain-timeout`.
 */
export interface Keychain {
  /** Null when there is no such entry; on Linux also when it is locked and the person closed the prompt. */
  get(account: string): Promise<string | null>;
  set(account: string, value: string): Promise<void>;
  /** No error when there is no such entry. */
  delete(account: string): Promise<void>;
}
