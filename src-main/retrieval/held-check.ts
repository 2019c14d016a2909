import type { CollectContext } from './collect-context.ts';
import { onDisk } from './disk-failure.ts';
import type { CheckRules, FileCheck } from './file-checks-port.ts';

/** The check of one file that grows, over several answers: it has always seen exactly the file's first bytes. */
export interface HeldCheck {
  /** Begins to read the first `bytes` bytes from the disk, unless they were seen already. */
  prepare(bytes: number): void;
  /** The check, when it has seen exactly the first `bytes` bytes. */
  of(bytes: number): Promise<FileCheck>;
  /** The check has been given more, up to `bytes` in all. */
  grew(bytes: number): void;
  /** Stops it; the next one begins at the file's start. */
  forget(): void;
}

export function createHeldCheck(
  rules: CheckRules,
  path: string,
  { checks, signal }: Pick<CollectContext, 'checks' | 'signal'>,
): HeldCheck {
  let current: { readonly check: FileCheck; readonly fed: Promise<void>; bytes: number } | null = null;

  function forget() {
    current?.check.stop();
    current = null;
  }

  function begin(bytes: number) {
    if (current?.bytes === bytes) return current;
    forget();
    const check = checks.begin(rules);
    const fed = bytes === 0 ? Promise.resolve() : onDisk(rules.name, () => check.feed(path, bytes, signal));
    // Heard where it is waited for; an answer may make the reading needless.
    fed.catch(() => {});
    current = { check, fed, bytes };
    return current;
  }

  return {
    prepare: (bytes) => void begin(bytes),
    async of(bytes) {
      const { check, fed } = begin(bytes);
      await fed;
      return check;
    },
    grew(bytes) {
      if (current !== null) current.bytes = bytes;
    },
    forget,
  };
}
