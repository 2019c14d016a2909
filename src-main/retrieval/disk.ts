import { constants, createReadStream } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, rmdir, stat, statfs, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { renameNew } from './rename-new.ts';

/** The disk as a port, so that full and unwritable ones can be played. All paths are absolute; errors are Node's, with `code`. */
export interface Disk {
  /** Makes the folder and those above it; fine when it exists. */
  makeFolder(folder: string): Promise<void>;
  /** Makes one folder; false when the name is taken. */
  createFolder(folder: string): Promise<boolean>;
  folderExists(folder: string): Promise<boolean>;
  names(folder: string): Promise<readonly string[]>;
  /** Size in bytes; null when there is no such file, or something else under its name: a folder, a link. */
  size(path: string): Promise<number | null>;
  /** A text that changes whenever the file's content may have changed, at no cost of reading; null when there is no such file. */
  identity(path: string): Promise<string | null>;
  /** Opens for writing, cut to its first `keep` bytes; makes it when absent. */
  openWriter(path: string, keep: number): Promise<DiskWriter>;
  read(path: string, range?: { readonly start: number; readonly end: number }): AsyncIterable<Uint8Array>;
  /** Gives a file another name. Never replaces: `EEXIST` when something has that name, whenever it came. */
  rename(from: string, to: string): Promise<void>;
  /** Fine when it is gone already. */
  remove(path: string): Promise<void>;
  /** Removes the folder if nothing is in it; false when something is. */
  removeEmptyFolder(folder: string): Promise<boolean>;
  /** Makes renames in the folder durable, where the system can. */
  syncFolder(folder: string): Promise<void>;
  /** Bytes that this user may still write there; null when the system doesn't say. */
  freeBytes(folder: string): Promise<number | null>;
}

export interface DiskWriter {
  /** Each goes behind the one that was called before it; several may be under way at once. */
  write(bytes: Uint8Array): Promise<void>;
  /** Returns when what was written before the call is on the disk itself. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

const readSize = 1024 * 1024;

export const systemDisk: Disk = {
  makeFolder: makeWithParents,
  async createFolder(folder) {
    try {
      await mkdir(folder);
      return true;
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') return false;
      throw error;
    }
  },
  async folderExists(folder) {
    const found = await statOrNull(folder);
    return found?.isDirectory() ?? false;
  },
  names: (folder) => readdir(folder),
  async size(path) {
    const found = await lstatOrNull(path);
    return found?.isFile() === true ? found.size : null;
  },
  async identity(path) {
    try {
      const found = await lstat(path, { bigint: true });
      if (!found.isFile()) return null;
      return [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join('-');
    } catch (error) {
      if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null;
      throw error;
    }
  },
  async openWriter(path, keep) {
    const handle = await openOrMake(path);
    try {
      await handle.truncate(keep);
    } catch (error) {
      await handle.close();
      throw error;
    }
    return writerAt(handle, keep);
  },
  read(path, range) {
    return createReadStream(path, { highWaterMark: readSize, ...range });
  },
  rename: renameNew,
  async remove(path) {
    try {
      await unlink(path);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
    }
  },
  async removeEmptyFolder(folder) {
    try {
      await rmdir(folder);
      return true;
    } catch (error) {
      const code = errnoOf(error);
      if (code === 'ENOENT') return true;
      if (code === 'ENOTEMPTY' || code === 'EEXIST') return false;
      throw error;
    }
  },
  async syncFolder(folder) {
    // Windows can't open a folder, some network drives can't sync one: the rename is then as durable as they make it.
    try {
      const handle = await open(folder, 'r');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (error) {
      const code = errnoOf(error);
      if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EIO') throw error;
    }
  },
  async freeBytes(folder) {
    try {
      const facts = await statfs(folder);
      return facts.bavail * facts.bsize;
    } catch {
      return null;
    }
  },
};

/**
 * Node's own `recursive` reads a drive that may only be read as a folder that isn't there: it reports what it finds at the
 * end, and not why the folder couldn't be made.
 */
async function makeWithParents(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = errnoOf(error);
    const parent = dirname(folder);
    if (code === 'ENOENT' && parent !== folder) {
      await makeWithParents(parent);
      await mkdir(folder).catch((again: unknown) => {
        if (errnoOf(again) !== 'EEXIST') throw again;
      });
      return;
    }
    // Some systems refuse before they look: a folder that is there is fine whatever they say.
    const found = await statOrNull(folder);
    if (found?.isDirectory() !== true) throw error;
  }
}

async function openOrMake(path: string): Promise<FileHandle> {
  try {
    // Not through a link: the file behind it is somebody else's.
    return await open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return open(path, 'wx+');
  }
}

function writerAt(handle: FileHandle, start: number): DiskWriter {
  let position = start;
  return {
    async write(bytes) {
      const at = position;
      position += bytes.length;
      let from = 0;
      while (from < bytes.length) {
        const { bytesWritten } = await handle.write(bytes, from, bytes.length - from, at + from);
        from += bytesWritten;
      }
    },
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

async function lstatOrNull(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

async function statOrNull(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

/** Node's `code` of a system error; null for anything else. */
export function errnoOf(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return null;
  return thrown.code;
}
