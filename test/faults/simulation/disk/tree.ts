import { dirname, join } from 'node:path';
import type { Random } from '../core/random.ts';
import { createInode, type Inode, isDurable, losePower } from './inode.ts';

type Change =
  | { readonly kind: 'put'; readonly path: string; readonly inode: Inode }
  | { readonly kind: 'drop'; readonly path: string }
  | { readonly kind: 'move'; readonly from: string; readonly to: string; readonly inode: Inode }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'no-folder'; readonly path: string };

interface View {
  readonly files: Map<string, Inode>;
  readonly folders: Set<string>;
}

/**
 * Names and what lies behind them, as programs see them now and as a power cut would leave them: a change in a folder is
 * durable when that folder is synced, and a folder is there only if all above it are.
 */
export interface Tree {
  readonly now: View;
  change(one: Change): void;
  syncFolder(folder: string): void;
  newInode(foreign: boolean, content?: Buffer): Inode;
  /** The bytes that would survive a power cut whatever it does; null when that isn't sure. */
  surely(path: string): Buffer | null;
  losePower(random: Random, onFate: (fate: string) => void): void;
}

export function createTree(root: string): Tree {
  const now: View = { files: new Map(), folders: new Set(foldersUpTo(root)) };
  let durable: View = { files: new Map(), folders: new Set(now.folders) };
  let pending: { readonly folder: string; readonly change: Change }[] = [];
  let inodes = 0;

  function folderOf(one: Change): string {
    return dirname(one.kind === 'move' ? one.to : one.path);
  }

  return {
    now,
    change(one) {
      apply(now, one);
      pending.push({ folder: folderOf(one), change: one });
    },
    syncFolder(folder) {
      for (const one of pending) if (one.folder === folder) apply(durable, one.change);
      pending = pending.filter((one) => one.folder !== folder);
    },
    newInode(foreign, content) {
      inodes += 1;
      return createInode(inodes, foreign, content);
    },
    surely(path) {
      const inode = durable.files.get(path);
      if (inode === undefined || now.files.get(path) !== inode || !isDurable(inode)) return null;
      if (pending.some(({ change }) => touches(change, path))) return null;
      return foldersUpTo(dirname(path)).every((folder) => durable.folders.has(folder)) ? inode.content : null;
    },
    losePower(random, onFate) {
      for (const { change } of pending) {
        const fate = random.pick(
          change.kind === 'move' ? (['kept', 'lost', 'half'] as const) : (['kept', 'lost'] as const),
        );
        onFate(`${change.kind} ${fate}`);
        if (fate === 'kept') apply(durable, change);
        // A rename that doesn't replace is a link and an unlink: the power may fail between them.
        else if (fate === 'half' && change.kind === 'move')
          apply(durable, { kind: 'put', path: change.to, inode: change.inode });
      }
      pending = [];
      const whole = (path: string) =>
        foldersUpTo(dirname(path)).every((folder) => durable.folders.has(folder));
      durable = {
        folders: new Set([...durable.folders].filter((folder) => whole(join(folder, 'x')))),
        files: new Map([...durable.files].filter(([path]) => whole(path))),
      };
      for (const inode of new Set(durable.files.values())) losePower(inode, random, onFate);
      now.files.clear();
      now.folders.clear();
      for (const [path, inode] of durable.files) now.files.set(path, inode);
      for (const folder of durable.folders) now.folders.add(folder);
    },
  };
}

function apply(view: View, one: Change): void {
  switch (one.kind) {
    case 'put':
      view.files.set(one.path, one.inode);
      return;
    case 'drop':
      view.files.delete(one.path);
      return;
    case 'move':
      if (view.files.get(one.from) === one.inode) view.files.delete(one.from);
      view.files.set(one.to, one.inode);
      return;
    case 'folder':
      view.folders.add(one.path);
      return;
    case 'no-folder':
      view.folders.delete(one.path);
  }
}

function touches(one: Change, path: string): boolean {
  return one.kind === 'move' ? one.from === path || one.to === path : one.path === path;
}

export function foldersUpTo(folder: string): readonly string[] {
  const up = dirname(folder);
  return up === folder ? [folder] : [...foldersUpTo(up), folder];
}
