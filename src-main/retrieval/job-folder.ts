import { basename, dirname, join } from 'node:path';
import type { Job } from '../jobs/job.ts';
import type { Disk } from './disk.ts';
import { onDisk } from './disk-failure.ts';
import { safeFolderName, uniqueFolderName } from './safe-name.ts';

/** `<downloads>/<connection>/<YYYY-MM-DD title>`: made anew and so never shared with another export. Returns its absolute path. */
export async function makeJobFolder(
  disk: Disk,
  downloads: string,
  job: Pick<Job, 'connectionName' | 'title'>,
  now: number,
): Promise<string> {
  const connection = join(downloads, safeFolderName(job.connectionName, 'Connection'));
  const wanted = safeFolderName(`${localDate(now)} ${job.title}`, localDate(now));
  // What can't be made is told by the name of what is missing: a pulled drive takes the downloads folder with it.
  const there = await disk.folderExists(downloads).catch(() => false);
  return onDisk(basename(there ? connection : downloads), async () => {
    await disk.makeFolder(connection);
    const taken = [...(await disk.names(connection))];
    for (;;) {
      const name = uniqueFolderName(wanted, taken);
      const folder = join(connection, name);
      if (await disk.createFolder(folder)) {
        // A folder survives a power cut only with its name in the folder above, and that one with its own; one that was
        // there already may have been made by a run that ended before this.
        for (const above of [connection, downloads, dirname(downloads)]) await disk.syncFolder(above);
        return folder;
      }
      taken.push(name);
    }
  });
}

/** The date by the person's own calendar day: `2026-11-21`. */
export function localDate(instant: number): string {
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
