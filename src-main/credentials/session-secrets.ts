/** Secrets of this session: in memory, gone when the app ends, never on disk. */
export interface SessionSecrets {
  get(account: string): string | null;
  set(account: string, value: string): void;
  delete(account: string): void;
}

export function createSessionSecrets(): SessionSecrets {
  const values = new Map<string, string>();
  return {
    get: (account) => values.get(account) ?? null,
    set: (account, value) => void values.set(account, value),
    delete: (account) => void values.delete(account),
  };
}
