import { describe, expect, test } from 'vitest';
import { keychainFailure } from '../../../src-main/credentials/keychain-failure.ts';
import { Failure } from '../../../src-main/ports/failure.ts';

/** Messages as the libraries print them; the Linux ones were seen on Debian with libsecret and gnome-keyring. */
const seen = [
  ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain-unavailable'],
  [
    'Error spawning command line “dbus-launch --autolaunch=3d12 --binary-syntax --close-stderr”: Child process exited with code 1',
    'keychain-unavailable',
  ],
  ['The name org.freedesktop.secrets was not provided by any .service files', 'keychain-unavailable'],
  [
    'GDBus.Error:org.freedesktop.DBus.Error.ServiceUnknown: The name is not activatable',
    'keychain-unavailable',
  ],
  ['Could not connect: No such file or directory', 'keychain-unavailable'],
  ['Could not connect: Connection refused', 'keychain-unavailable'],
  ['Unknown or unsupported transport “disabled” for address “disabled:”', 'keychain-unavailable'],
  ['Address element “/dev/null” does not contain a colon (:)', 'keychain-unavailable'],
  ['The given address is empty', 'keychain-unavailable'],
  ['Failed to load keytar native addon, checked ["../build/Release"] on linux-x64', 'keychain-unavailable'],
  ["Cannot find module 'keytar'", 'keychain-unavailable'],
  ['Cannot create an item in a locked collection', 'keychain-locked'],
  ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'keychain-locked'],
  ['The prompt was dismissed', 'keychain-locked'],
  ['User interaction is not allowed.', 'keychain-locked'],
  ['The user name or passphrase you entered is not correct.', 'keychain-locked'],
  ['The user denied the request', 'keychain-refused'],
  ['Access is denied.', 'keychain-refused'],
  ['Timeout was reached', 'keychain-refused'],
  ['', 'keychain-refused'],
] as const;

describe('what a keychain says', () => {
  test.each(seen)('"%s" reads as %s', (message, code) => {
    const failure = keychainFailure(new Error(message));
    expect(failure.code).toBe(code);
    expect(failure.error.action).toEqual(code === 'keychain-unavailable' ? undefined : { kind: 'try-again' });
  });

  test('a secret in the system’s own words is cut out', () => {
    const failure = keychainFailure(new Error('cannot store "hunter2 canary"'), 'hunter2 canary');
    expect(JSON.stringify(failure.error)).not.toContain('hunter2');
    expect(failure.message).not.toContain('hunter2');
  });

  test('something that is no error reads as refused, without its text', () => {
    expect(keychainFailure('canary').error).toEqual({
      code: 'keychain-refused',
      detail: '',
      action: { kind: 'try-again' },
    });
  });

  test('a failure stays what it is', () => {
    const failure = new Failure('keychain-timeout');
    expect(keychainFailure(failure)).toBe(failure);
  });
});
