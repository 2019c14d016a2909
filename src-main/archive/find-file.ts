import { dirname, join } from 'node:path';
import type { FileView } from '../../src-preload/contract/retrievals.ts';
import type { Disk } from '../retrieval/disk.ts';
import type { FileChecks } from '../retrieval/file-checks-port.ts';

/** A search must end soon on a network drive with thousands of folders too. */
const mostFolders = 300;
const mostFiles = 20_000;

interface Seen {
  readonly folder: string;
  readonly name: string;
  readonly bytes: number;
}

/**
 * Looks for files that are not in their place: in the folder itself, beside it and in the folders beside it, which is
 * where a file or a folder ends that a person renamed. Only the same bytes count as found; each folder is read once.
 */
export function createFileFinder(
  disk: Pick<Disk, 'names' | 'size' | 'folderExists'>,
  checks: Pick<FileChecks, 'hash'>,
) {
  const around = new Map<string, Promise<readonly Seen[]>>();

  async function filesIn(folder: string): Promise<readonly Seen[]> {
    const names = await disk.names(folder).catch(() => []);
    const seen: Seen[] = [];
    for (const name of names.slice(0, mostFiles)) {
      const bytes = await disk.size(join(folder, name)).catch(() => null);
      if (bytes !== null) seen.push({ folder, name, bytes });
    }
    return seen;
  }

  async function lookAround(folder: string): Promise<readonly Seen[]> {
    const parent = dirname(folder);
    const seen = [...(await filesIn(folder)), ...(await filesIn(parent))];
    const beside = await disk.names(parent).catch(() => []);
    let folders = 0;
    for (const name of beside) {
      const other = join(parent, name);
      if (other === folder || !(await disk.folderExists(other).catch(() => false))) continue;
      folders += 1;
      if (folders > mostFolders || seen.length > mostFiles) break;
      seen.push(...(await filesIn(other)));
    }
    return seen;
  }

  /** Where a file with these bytes lies now; null when nowhere near. Rejects only with the signal's reason. */
  return async (file: FileView, signal: AbortSignal): Promise<Pick<Seen, 'folder' | 'name'> | null> => {
    const known = around.get(file.folder) ?? lookAround(file.folder);
    around.set(file.folder, known);
    for (const { folder, name, bytes } of await known) {
      if (bytes !== file.bytes || (folder === file.folder && name === file.name)) continue;
      const found = await checks.hash(join(folder, name), signal).catch(() => null);
      signal.throwIfAborted();
      if (found?.sha256 === file.sha256) return { folder, name };
    }
    return null;
  };
}
