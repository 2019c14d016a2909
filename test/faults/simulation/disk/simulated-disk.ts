import { dirname, join } from 'node:path';
import type { Disk, DiskWriter } from '../../../../src-main/retrieval/disk.ts';
import { diskError } from './disk-error.ts';
import type { DiskFaults } from './disk-faults.ts';
import { cutTo, type Inode, syncInode, writeTo } from './inode.ts';
import { foldersUpTo, type Tree } from './tree.ts';

/** What a run of the app needs to use the disk: each step takes time, and none returns once the run is dead. */
export interface DiskDoor {
  /**
   * Does the work after the disk's own time. A run that dies meanwhile never hears of it. `crash`: names the places right
   * before and after the work where the run may be made to die.
   */
  step<T>(what: string, path: string, work: () => T): Promise<T>;
  /** True while the person has asked that these files be deleted. */
  mayRemove(path: string): boolean;
  violated(what: string): void;
}

/**
 * The `Disk` port over a tree in memory. As strict as POSIX allows: only a synced file's bytes and a synced folder's
 * names survive a power cut, and a rename never replaces.
 */
export function createSimulatedDisk(tree: Tree, faults: DiskFaults, door: DiskDoor): Disk {
  const { files, folders } = tree.now;
  const writing = new Set<Inode>();

  function fileAt(path: string, syscall: string): Inode {
    const inode = files.get(path);
    if (inode === undefined || faults.unplugged) throw diskError('ENOENT', syscall, path);
    return inode;
  }
  function needFolder(folder: string, syscall: string) {
    if (!folders.has(folder) || faults.unplugged) throw diskError('ENOENT', syscall, folder);
  }
  function needOurs(inode: Inode, path: string, what: string) {
    if (inode.foreign) door.violated(`${what} somebody else's file ${path}`);
  }
  const exists = (path: string) => !faults.unplugged && (files.has(path) || folders.has(path));

  function openForWriting(path: string, keep: number): Inode {
    faults.meet('open', path);
    const found = faults.unplugged ? undefined : files.get(path);
    if (found !== undefined) {
      needOurs(found, path, 'cuts');
      if (!path.endsWith('.part') && !path.endsWith('.check'))
        door.violated(`writes into a finished file ${path}`);
      cutTo(found, keep);
      return found;
    }
    needFolder(dirname(path), 'open');
    const made = tree.newInode(false);
    tree.change({ kind: 'put', path, inode: made });
    cutTo(made, keep);
    return made;
  }

  function writerOf(inode: Inode, path: string, start: number): DiskWriter {
    let position = start;
    let open = true;
    if (writing.has(inode)) door.violated(`two writers at once in ${path}`);
    writing.add(inode);
    return {
      write(bytes) {
        const copy = Buffer.from(bytes);
        const at = position;
        position += copy.length;
        return door.step('write', path, () => {
          const room = faults.roomFor(copy.length);
          if (room > 0) writeTo(inode, at, copy.subarray(0, room));
          if (room < copy.length) throw diskError('ENOSPC', 'write', path);
          faults.meet('write', path);
        });
      },
      sync: () => {
        const upTo = inode.version;
        return door.step('sync', path, () => {
          faults.meet('sync', path);
          syncInode(inode, upTo);
        });
      },
      close: () =>
        door.step('close', path, () => {
          if (open) writing.delete(inode);
          open = false;
        }),
    };
  }

  return {
    makeFolder: (folder) =>
      door.step('mkdir', folder, () => {
        faults.meet('mkdir', folder);
        if (faults.unplugged) throw diskError('ENOENT', 'mkdir', folder);
        for (const each of foldersUpTo(folder))
          if (!folders.has(each)) tree.change({ kind: 'folder', path: each });
      }),
    createFolder: (folder) =>
      door.step('mkdir', folder, () => {
        faults.meet('mkdir', folder);
        if (exists(folder)) return false;
        needFolder(dirname(folder), 'mkdir');
        tree.change({ kind: 'folder', path: folder });
        return true;
      }),
    folderExists: (folder) => door.step('stat', folder, () => !faults.unplugged && folders.has(folder)),
    names: (folder) =>
      door.step('readdir', folder, () => {
        needFolder(folder, 'scandir');
        return [...files.keys(), ...folders]
          .filter((path) => dirname(path) === folder)
          .map((path) => path.slice(folder.length + 1))
          .sort();
      }),
    size: (path) =>
      door.step('stat', path, () => {
        faults.meet('stat', path);
        return faults.unplugged ? null : (files.get(path)?.content.length ?? null);
      }),
    identity: (path) =>
      door.step('stat', path, () => {
        const inode = faults.unplugged ? undefined : files.get(path);
        return inode === undefined ? null : `${inode.id}/${inode.version}/${inode.content.length}`;
      }),
    openWriter: async (path, keep) => {
      const inode = await door.step('open', path, () => openForWriting(path, keep));
      return writerOf(inode, path, keep);
    },
    read: (path, range) => readFrom(path, range),
    rename: (from, to) =>
      door.step('rename', `${from} → ${to}`, () => {
        faults.meet('rename', to);
        const inode = fileAt(from, 'rename');
        needFolder(dirname(to), 'rename');
        if (exists(to)) throw diskError('EEXIST', 'rename', to);
        needOurs(inode, from, 'renames');
        tree.change({ kind: 'move', from, to, inode });
      }),
    remove: (path) =>
      door.step('unlink', path, () => {
        faults.meet('unlink', path);
        const inode = faults.unplugged ? undefined : files.get(path);
        if (inode === undefined) return;
        needOurs(inode, path, 'deletes');
        const twin = [...files].some(([other, one]) => one === inode && other !== path);
        if (!path.endsWith('.check') && !twin && !door.mayRemove(path))
          door.violated(`deletes ${path} unasked`);
        tree.change({ kind: 'drop', path });
      }),
    removeEmptyFolder: (folder) =>
      door.step('rmdir', folder, () => {
        if (faults.unplugged || !folders.has(folder)) return true;
        const inside = (path: string) => dirname(path) === folder;
        if ([...files.keys()].some(inside) || [...folders].some(inside)) return false;
        tree.change({ kind: 'no-folder', path: folder });
        return true;
      }),
    syncFolder: (folder) =>
      door.step('folder sync', folder, () => {
        faults.meet('sync', folder);
        if (!faults.unplugged) tree.syncFolder(folder);
      }),
    freeBytes: (folder) => door.step('statfs', folder, () => faults.freeBytes()),
  };

  async function* readFrom(
    path: string,
    range: { readonly start: number; readonly end: number } | undefined,
  ): AsyncIterable<Uint8Array> {
    let at = range?.start ?? 0;
    for (;;) {
      const piece = await door.step('read', path, () => {
        faults.meet('read', path);
        const { content } = fileAt(path, 'open');
        const end = Math.min(content.length, range === undefined ? content.length : range.end + 1);
        return content.subarray(at, Math.min(end, at + faults.pieceSize()));
      });
      if (piece.length === 0) return;
      at += piece.length;
      yield new Uint8Array(piece);
    }
  }
}

export function placeForeign(tree: Tree, folder: string, name: string, content: Buffer): void {
  const inode = tree.newInode(true, content);
  tree.change({ kind: 'put', path: join(folder, name), inode });
  tree.syncFolder(folder);
}
