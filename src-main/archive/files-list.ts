import { join } from 'node:path';
import type { FilesPage, FilesQuery, KeptFile, Presence } from '../../src-preload/contract/files.ts';
import type { KeptFiles } from '../jobs/kept-table.ts';
import type { Disk } from '../retrieval/disk.ts';

/** Many drives answer quickly, a network drive takes its time: some at once, none a storm. */
const atOnce = 16;

/** A page of the collected files, each with how it stands on the disk at a glance. */
export function createFilesList(ports: {
  readonly kept: Pick<KeptFiles, 'list' | 'setBinned'>;
  readonly disk: Pick<Disk, 'size'>;
  /** A clean-up notes a file before it moves it. */
  readonly isCleaningUp: () => boolean;
}): (query: FilesQuery) => Promise<FilesPage> {
  async function presenceOf(file: KeptFile): Promise<Presence> {
    try {
      const size = await ports.disk.size(join(file.folder, file.name));
      if (size !== null) return size === file.bytes ? 'here' : 'changed';
      return file.binnedAt === undefined ? 'missing' : 'in-bin';
    } catch {
      return 'unreachable';
    }
  }

  return async (query) => {
    const files = ports.kept.list(query);
    const entries: FilesPage['entries'][number][] = [];
    for (let at = 0; at < files.length; at += atOnce) {
      const some = files.slice(at, at + atOnce);
      const presences = await Promise.all(some.map(presenceOf));
      for (const [index, file] of some.entries()) {
        const presence = presences[index] ?? 'unreachable';
        const back = presence === 'here' && file.binnedAt !== undefined && !ports.isCleaningUp();
        // A person took it out of the bin again.
        if (back) ports.kept.setBinned(file.id, null);
        const { binnedAt, ...rest } = file;
        entries.push({ ...rest, ...(back || binnedAt === undefined ? {} : { binnedAt }), presence });
      }
    }
    return { entries };
  };
}
