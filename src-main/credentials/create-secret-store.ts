import type { KeychainState } from '../../src-preload/contract/connections.ts';
import { Failure } from '../ports/failure.ts';
import type { Keychain } from './keychain.ts';
import type { SecretStore } from './secret-store.ts';
import { createSessionSecrets } from './session-secrets.ts';

/** CRED_MAX_CREDENTIAL_BLOB_SIZE, 5 × 512: https://learn.microsoft.com/windows/win32/api/wincred/ns-wincred-credentialw */
const windowsHolds = 2560;

/**
 * An entry that holds no secret. A locked keyring answers a read with "no such entry"; when this one is readable, the
 * keychain is open and what it doesn't have is truly missing.
 */
const witness = { account: 'keychain-check', value: 'open' } as const;

/**
 * The secret store over the keychain, or over this session's memory where there is none (`keychain: null`, or one that
 * says `keychain-unavailable`). What was kept for the session while there was no keychain is read first: it is newer.
 */
export function createSecretStore({ keychain }: { readonly keychain: Keychain | null }): SecretStore {
  const session = createSessionSecrets();
  let witnessed = false;
  let found: KeychainState | null = null;

  /** Runs a call on the keychain, minding what it tells of the keychain's state; null when there is none. */
  async function attempt<T>(call: () => Promise<T>): Promise<{ readonly value: T } | null> {
    try {
      const value = await call();
      return { value };
    } catch (thrown) {
      witnessed = false;
      if (!(thrown instanceof Failure)) throw thrown;
      found = thrown.code === 'keychain-unavailable' ? 'unavailable' : 'locked';
      if (found === 'unavailable') return null;
      throw thrown;
    }
  }

  /** Throws when the keychain doesn't open; leaves the witness there when it does. */
  async function proveOpen(asked: Keychain): Promise<void> {
    if ((await asked.get(witness.account)) === null) await asked.set(witness.account, witness.value);
    witnessed = true;
    found = 'available';
  }

  async function read(account: string): Promise<string | null> {
    const kept = session.get(account);
    if (kept !== null) return kept;
    if (keychain === null) return null;
    const answer = await attempt(async () => {
      const value = await keychain.get(account);
      if (value === null) await proveOpen(keychain);
      else found = 'available';
      return value;
    });
    return answer?.value ?? null;
  }

  return {
    async state() {
      if (keychain === null) return 'unavailable';
      try {
        const answer = await attempt(() => keychain.get(witness.account));
        if (answer === null) return 'unavailable';
        // Nothing there is a keychain that was never used, unless the last call found it locked.
        if (answer.value !== null || found !== 'locked') found = 'available';
      } catch {
        found = 'locked';
      }
      return found ?? 'available';
    },

    async placeOf(account) {
      if (session.get(account) !== null) return 'session';
      try {
        return (await read(account)) === null ? 'missing' : 'keychain';
      } catch {
        return 'unreachable';
      }
    },

    read,

    async write(account, value) {
      if (tooLongForWindows(value)) throw new Failure('secret-too-long', { subject: fieldOf(account) });
      const written =
        keychain === null
          ? null
          : await attempt(async () => {
              await keychain.set(account, value);
              found = 'available';
              // The secret is kept, whatever becomes of the witness.
              if (!witnessed) await proveOpen(keychain).catch(() => undefined);
            });
      if (written === null) {
        session.set(account, value);
        return 'session';
      }
      session.delete(account);
      return 'keychain';
    },

    async remove(account) {
      if (keychain !== null) {
        await attempt(async () => {
          // A locked keyring answers "done" and keeps the entry.
          await proveOpen(keychain);
          await keychain.delete(account);
        });
      }
      session.delete(account);
    },
  };
}

/** Refused on every platform, so that a connection can be set up anywhere. keytar hands Windows UTF-8, others UTF-16. */
function tooLongForWindows(value: string): boolean {
  return value.length * 2 > windowsHolds || Buffer.byteLength(value, 'utf8') > windowsHolds;
}

function fieldOf(account: string): string {
  return account.slice(account.lastIndexOf('/') + 1);
}
