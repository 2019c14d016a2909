import { join } from 'node:path';
import type { FileView } from '../../src-preload/contract/retrievals.ts';
import { Failure } from '../ports/failure.ts';
import type { Disk } from './disk.ts';
import { onDisk } from './disk-failure.ts';
import type { FileChecks } from './file-checks-port.ts';
import { fingerprintOf } from './fingerprint.ts';

/** Files that were read whole and are what was collected. */
export interface VerifiedFiles {
  readonly fingerprint: string;
  /**
   * A look without reading: the name of a file that was touched since its reading began, null when none was. It closes
   * the time between the reading, which may take minutes, and what is done on the strength of it.
   */
  touched(): Promise<string | null>;
}

/** Reads every file of a retrieval again. Throws `file-missing` or `file-changed` with the file's name. */
export async function verifyFiles(
  disk: Pick<Disk, 'size' | 'identity'>,
  checks: Pick<FileChecks, 'hash'>,
  files: readonly FileView[],
  signal: AbortSignal,
): Promise<VerifiedFiles> {
  const seen: { readonly name: string; readonly path: string; readonly identity: string | null }[] = [];
  for (const { name, folder, bytes, sha256 } of files) {
    const path = join(folder, name);
    // Before the reading: what is written while we read shows afterwards.
    const identity = await onDisk(name, () => disk.identity(path));
    const size = await onDisk(name, () => disk.size(path));
    if (size === null) throw new Failure('file-missing', { subject: name });
    if (size !== bytes) throw new Failure('file-changed', { subject: name });
    const real = await onDisk(name, () => checks.hash(path, signal));
    if (real.sha256 !== sha256 || real.bytes !== bytes) throw new Failure('file-changed', { subject: name });
    seen.push({ name, path, identity });
  }
  return {
    fingerprint: fingerprintOf(files),
    async touched() {
      for (const { name, path, identity } of seen) {
        if (identity === null || (await disk.identity(path).catch(() => null)) !== identity) return name;
      }
      return null;
    },
  };
}
