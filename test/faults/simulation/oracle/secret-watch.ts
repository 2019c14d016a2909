import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../the-world.ts';

export interface SecretWatch {
  check(where: string, value: unknown): void;
  /** What lies on disk: the ledger's own bytes, the stores, the names of files. */
  checkKept(): void;
}

export function createSecretWatch(world: () => World): SecretWatch {
  function look(where: string, text: string) {
    const { vendors, violated } = world();
    for (const vendor of vendors) {
      for (const secret of vendor.secrets)
        if (text.includes(secret)) violated(`a secret of ${vendor.provider} in ${where}`);
    }
  }
  return {
    check: (where, value) => look(where, JSON.stringify(value) ?? ''),
    checkKept() {
      const { profile, stores, tree } = world();
      for (const name of ['ledger.sqlite', 'ledger.sqlite-wal']) {
        try {
          look(name, readFileSync(join(profile, name), 'latin1'));
        } catch {
          // There need not be a log.
        }
      }
      for (const [name, text] of stores) look(`${name}.json`, text);
      for (const path of tree.now.files.keys()) look(`the name ${path}`, path);
    },
  };
}
