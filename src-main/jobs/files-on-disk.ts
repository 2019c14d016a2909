import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { FileView } from '../../src-preload/contract/retrievals.ts';

/** Size of a file in bytes; null when there is none. Rejects when the system can't say. */
export type SizeOf = (path: string) => Promise<number | null>;

const byThisSystem: SizeOf = async (path) => {
  const found = await stat(path);
  return found.isFile() ? found.size : null;
};

/**
 * What is wrong with a retrieval's files at a glance, by existence and size; null when nothing is. The full check, which
 * reads every byte, is made when the person commits.
 */
export async function troubleWithFiles(
  jobId: string,
  files: readonly FileView[],
  sizeOf: SizeOf = byThisSystem,
): Promise<DocketError | null> {
  const action = { kind: 'collect-again', jobId } as const;
  for (const file of files) {
    const found = await sizeOf(join(file.folder, file.name)).catch(() => null);
    if (found === null && file.binnedAt !== undefined) return { code: 'file-in-bin', subject: file.name };
    if (found === null) return { code: 'file-missing', subject: file.name, action };
    if (found !== file.bytes) return { code: 'file-changed', subject: file.name, action };
  }
  return null;
}
