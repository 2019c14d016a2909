import { link, lstat, open, rename, stat, unlink } from 'node:fs/promises';

/** The calls that a rename is made of; the system's own outside of tests. */
export interface RenameCalls {
  readonly link: (from: string, to: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly unlink: (path: string) => Promise<void>;
}

const systemCalls: RenameCalls = { link, rename, unlink };

/**
 * Gives a file a name that nothing has. `rename` replaces silently on every system, and Node offers no `RENAME_NOREPLACE`
 * (https://man7.org/linux/man-pages/man2/renameat2.2.html); `link` is the one call that looks and names in one step.
 * Where a file can't have two names (FAT, many network drives), an empty file of that name is made first, which fails when
 * the name is taken, and is then replaced. Throws `EEXIST` when it is taken; any failure leaves the file under its old name.
 */
export async function renameNew(from: string, to: string, calls: RenameCalls = systemCalls): Promise<void> {
  try {
    await calls.link(from, to);
  } catch (error) {
    // An error that renaming would meet as well says more than the one of a drive without links.
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') throw error;
    return renameOverPlaceholder(from, to, calls);
  }
  try {
    await calls.unlink(from);
  } catch (error) {
    // Held by another program: one of the two names goes, and the caller may try again.
    await calls.unlink(to);
    throw error;
  }
}

async function renameOverPlaceholder(from: string, to: string, calls: RenameCalls): Promise<void> {
  const placeholder = await open(to, 'wx');
  const { ino } = await placeholder.stat().finally(() => placeholder.close());
  try {
    await stat(from);
    await calls.rename(from, to);
  } catch (error) {
    const found = await lstat(to).catch(() => null);
    if (found?.isFile() === true && found.size === 0 && found.ino === ino) await calls.unlink(to);
    throw error;
  }
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
}
