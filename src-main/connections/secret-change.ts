import type { SecretStore } from '../credentials/secret-store.ts';
import type { Log } from '../ports/log.ts';

/** Undoes what was written so far. Never throws: what can't be undone is logged by its account. */
export type Undo = () => Promise<void>;

/**
 * Writes (or with null removes) several secrets, all or none: when one is refused, those before it are put back and
 * the refusal is thrown. The answer undoes the whole, for when a later step fails.
 */
export async function changeSecrets(
  secrets: SecretStore,
  changes: readonly (readonly [account: string, value: string | null])[],
  log: Log,
): Promise<Undo> {
  const before: (readonly [string, string | null])[] = [];

  async function undo(): Promise<void> {
    for (const [account, value] of [...before].reverse()) {
      await put(secrets, account, value).catch(() =>
        log.error('A secret could not be put back', { account }),
      );
    }
  }

  try {
    for (const [account, value] of changes) {
      before.push([account, await secrets.read(account)]);
      await put(secrets, account, value);
    }
  } catch (thrown) {
    await undo();
    throw thrown;
  }
  return undo;
}

async function put(secrets: SecretStore, account: string, value: string | null): Promise<void> {
  if (value === null) await secrets.remove(account);
  else await secrets.write(account, value);
}
