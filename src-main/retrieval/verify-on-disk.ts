import { join } from 'node:path';
import type { FileView } from '../../src-preload/contract/retrievals.ts';
import { Failure } from '../ports/failure.ts';
import type { Disk } from './disk.ts';
import { onDisk } from './disk-failure.ts';
import { fingerprintOf } from './fingerprint.ts';
import { readWhole } from './verify-file.ts';

/** Reads every file of a retrieval again. Throws `file-missing` or `file-changed` with the file's name; returns the fingerprint. */
export async function fingerprintOnDisk(
  disk: Disk,
  files: readonly FileView[],
  signal: AbortSignal,
): Promise<string> {
  for (const file of files) {
    const path = join(file.folder, file.name);
    const size = await onDisk(file.name, () => disk.size(path));
    if (size === null) throw new Failure('file-missing', { subject: file.name });
    if (size !== file.bytes) throw new Failure('file-changed', { subject: file.name });
    const real = await onDisk(file.name, () => readWhole(disk, path, signal, () => {}));
    if (real.sha256 !== file.sha256 || real.bytes !== file.bytes)
      throw new Failure('file-changed', { subject: file.name });
  }
  return fingerprintOf(files);
}
