import { createHash } from 'node:crypto';
import type { Disk } from './disk.ts';
import { createFileCheck } from './file-check.ts';
import type { FileChecks } from './file-checks-port.ts';
import { type Inflate, streamedInflate } from './inflate.ts';

/** Checks on the caller's own thread. Reads through the disk alone. */
export function createFileChecks(disk: Disk, inflate: Inflate = streamedInflate): FileChecks {
  return {
    begin: (rules) => createFileCheck(disk, inflate, rules),
    async hash(path, signal, onRead) {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const piece of disk.read(path)) {
        signal.throwIfAborted();
        hash.update(piece);
        bytes += piece.length;
        onRead?.(bytes);
      }
      return { bytes, sha256: hash.digest('hex') };
    },
    close: async () => {},
  };
}
