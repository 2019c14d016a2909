import type { Keychain } from '../../src-main/credentials/keychain.ts';
import { Failure } from '../../src-main/ports/failure.ts';

/** A keychain in memory that behaves as gnome-keyring was seen to, and fails when the test says so. */
export interface FakeKeychain extends Keychain {
  readonly entries: Map<string, string>;
  readonly calls: string[];
  /** As a locked gnome-keyring: reads find nothing, removals say done and do nothing, writes are refused. */
  locked: boolean;
  /** Thrown by every call, or by the calls that the function picks. */
  trouble: Failure | ((call: string, account: string) => Failure | null) | null;
}

export function createFakeKeychain(entries: Readonly<Record<string, string>> = {}): FakeKeychain {
  const fake: FakeKeychain = {
    entries: new Map(Object.entries(entries)),
    calls: [],
    locked: false,
    trouble: null,
    async get(account) {
      meet('get', account);
      return fake.locked ? null : (fake.entries.get(account) ?? null);
    },
    async set(account, value) {
      meet('set', account);
      if (fake.locked) throw new Failure('keychain-locked', { action: { kind: 'try-again' } });
      fake.entries.set(account, value);
    },
    async delete(account) {
      meet('delete', account);
      if (!fake.locked) fake.entries.delete(account);
    },
  };
  function meet(call: string, account: string): void {
    fake.calls.push(`${call} ${account}`);
    const failure = typeof fake.trouble === 'function' ? fake.trouble(call, account) : fake.trouble;
    if (failure !== null) throw failure;
  }
  return fake;
}
