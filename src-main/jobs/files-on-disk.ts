import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { FileView } from '../../src-preload/contract/retrievals.ts';

/**
 * What is wrong with a retrieval's files at a glance, by existence and size; null when nothing is. The full check, which
 * reads every byte, is made when the person commits.
 */
export async function troubleWithFiles(
  jobId: string,
  files: readonly FileView[],
): Promise<DocketError | null> {
  const action = { kind: 'collect-again', jobId } as const;
  for (const file of files) {
    const found = await lstat(join(file.folder, file.name)).catch(() => null);
    if (found === null) return { code: 'file-missing', subject: file.name, action };
    if (!found.isFile() || found.size !== file.bytes)
      return { code: 'file-changed', subject: file.name, action };
  }
  return null;
}
