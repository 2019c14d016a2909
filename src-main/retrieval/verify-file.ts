import type { Disk } from './disk.ts';
import { createFileCheck } from './file-check.ts';
import type { CheckedFile, CheckRules } from './file-checks-port.ts';
import { streamedInflate } from './inflate.ts';

export interface FileToCheck extends CheckRules {
  readonly path: string;
}

/** Reads a file whole, from the disk, and proves what can be proved of its inside. Throws `Failure` with the file's name. */
export async function verifyFile(disk: Disk, file: FileToCheck, signal: AbortSignal): Promise<CheckedFile> {
  const check = createFileCheck(disk, streamedInflate, file);
  try {
    await check.feed(file.path, (await disk.size(file.path)) ?? 0, signal);
    return await check.end(file.path, signal);
  } finally {
    check.stop();
  }
}
