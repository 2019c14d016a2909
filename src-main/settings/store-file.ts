import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corruptNameOf, type KeyValueFile } from './key-value-file.ts';

/** The part of electron-store (and of `conf` below it) that writes: the whole store at once, by an atomic rename. */
export interface WholeStore {
  store: Record<string, unknown>;
}

/**
 * A `KeyValueFile` named `<name>.json` in `dir`, written through electron-store. It is read here, byte by byte as it
 * is: electron-store takes a file that holds no object for an empty one, and nobody would hear that it was damaged.
 */
export function createKeyValueFile(options: {
  readonly dir: string;
  readonly name: string;
  readonly openStore: (place: { readonly dir: string; readonly name: string }) => WholeStore;
  readonly now: () => number;
}): KeyValueFile {
  const { dir } = options;
  const name = `${options.name}.json`;
  const path = join(dir, name);
  let opened: WholeStore | null = null;

  return {
    name,
    read() {
      if (!existsSync(path)) return undefined;
      const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new TypeError('The file holds no JSON object');
      }
      return value;
    },
    write(value) {
      opened ??= options.openStore({ dir, name: options.name });
      opened.store = { ...value };
    },
    setAside() {
      const aside = corruptNameOf(name, options.now());
      copyFileSync(path, join(dir, aside));
      return aside;
    },
  };
}
