import { join } from 'node:path';
import type { Job } from '../jobs/job.ts';
import type { Ledger } from '../jobs/ledger.ts';
import type { Disk } from './disk.ts';
import { onDisk } from './disk-failure.ts';
import { pathsOf } from './part-book.ts';

/** Deletes what this retrieval wrote, and nothing else: other files in the folder, and so the folder, stay. */
export async function discardFiles(disk: Disk, ledger: Ledger, job: Job): Promise<void> {
  for (const file of ledger.files.of(job.id)) {
    await onDisk(file.name, () => disk.remove(join(file.folder, file.name)));
  }
  const folder = job.folder;
  if (folder === null) return;
  for (const part of ledger.parts.of(job.id)) {
    const paths = pathsOf(folder, part.name);
    await onDisk(part.name, () => disk.remove(paths.part));
    await onDisk(part.name, () => disk.remove(`${paths.part}.check`));
    // A final name is ours only once it was checked under it.
    if (part.state === 'done') await onDisk(part.name, () => disk.remove(paths.final));
  }
  await disk.removeEmptyFolder(folder).catch(() => false);
}
