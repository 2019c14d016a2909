import { Failure } from '../ports/failure.ts';

/** No bus, no secret service on it, or no libsecret: as libsecret, GDBus and keytar's loader say it. */
const unavailable = [
  /autolaunch D-Bus/i,
  /dbus-launch/i,
  /org\.freedesktop\.secrets was not provided/i,
  /ServiceUnknown/i,
  /unsupported transport/i,
  /does not contain a colon/i,
  /given address is empty/i,
  /Could not connect/i,
  /Connection refused/i,
  /Failed to load keytar/i,
  /Cannot find (module|package) '?keytar/i,
];

/** There is a keychain, and it is not open: gnome-keyring after a closed prompt, macOS without a person to ask. */
const locked = [
  /locked collection/i,
  /is locked/i,
  /Object does not exist at path/i, // the login keyring could not be made, because its prompt was closed
  /dismissed/i,
  /interaction is not allowed/i,
  /passphrase you entered/i,
];

/** The `Failure` for what a keychain call threw. `secret` is cut out of the system's own words, should it be there. */
export function keychainFailure(thrown: unknown, secret?: string): Failure {
  if (thrown instanceof Failure) return thrown;
  const words = thrown instanceof Error ? thrown.message : '';
  const safe = secret === undefined || secret === '' ? words : words.replaceAll(secret, '…');
  const detail = safe.slice(0, 300);
  if (unavailable.some((pattern) => pattern.test(words)))
    return new Failure('keychain-unavailable', { detail });
  const code = locked.some((pattern) => pattern.test(words)) ? 'keychain-locked' : 'keychain-refused';
  return new Failure(code, { detail, action: { kind: 'try-again' } });
}
