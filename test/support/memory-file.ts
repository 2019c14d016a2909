import type { KeyValueFile } from '../../src-main/settings/key-value-file.ts';

/** A `KeyValueFile` in memory; `text` is what would lie on disk, `refuses` what the disk answers to a write. */
export interface MemoryFile extends KeyValueFile {
  text: string | null;
  refuses: { readonly code: string } | null;
  readonly aside: string[];
}

export function createMemoryFile(name: string, text: string | null = null): MemoryFile {
  const file: MemoryFile = {
    name,
    text,
    refuses: null,
    aside: [],
    read: () => (file.text === null ? undefined : JSON.parse(file.text)),
    write(value) {
      if (file.refuses !== null) throw Object.assign(new Error('disk'), file.refuses);
      file.text = JSON.stringify(value);
    },
    setAside() {
      file.aside.push(file.text ?? '');
      return `${name}.corrupt-${file.aside.length}`;
    },
  };
  return file;
}
