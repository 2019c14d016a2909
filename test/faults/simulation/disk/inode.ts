import type { Random } from '../core/random.ts';

type Unsynced = { readonly version: number } & (
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'cut'; readonly size: number }
);

/** What lies behind a name: the bytes as programs read them, and what of them a power cut would leave. */
export interface Inode {
  readonly id: number;
  /** Put there by somebody else: nothing of ours may change it. */
  readonly foreign: boolean;
  content: Buffer;
  durable: Buffer;
  unsynced: Unsynced[];
  /** Counts every change. */
  version: number;
  writers: number;
}

export function createInode(id: number, foreign: boolean, content: Buffer = Buffer.alloc(0)): Inode {
  return {
    id,
    foreign,
    content,
    durable: foreign ? content : Buffer.alloc(0),
    unsynced: [],
    version: 0,
    writers: 0,
  };
}

export function writeTo(inode: Inode, at: number, bytes: Buffer): void {
  change(inode, { version: inode.version + 1, kind: 'write', at, bytes: Buffer.from(bytes) });
}

export function cutTo(inode: Inode, size: number): void {
  if (size !== inode.content.length) change(inode, { version: inode.version + 1, kind: 'cut', size });
}

function change(inode: Inode, one: Unsynced): void {
  inode.content = applied(inode.content, one);
  inode.unsynced.push(one);
  inode.version = one.version;
}

/** Brings the changes up to a version onto the disk itself: those that came while the sync ran aren't promised. */
export function syncInode(inode: Inode, upTo = inode.version): void {
  for (const one of inode.unsynced) if (one.version <= upTo) inode.durable = applied(inode.durable, one);
  inode.unsynced = inode.unsynced.filter((one) => one.version > upTo);
}

export const isDurable = (inode: Inode) => inode.unsynced.length === 0;

/** The power fails: each unsynced change by itself was kept, lost, torn at some byte, or left zeros. */
export function losePower(inode: Inode, random: Random, onFate: (fate: string) => void): void {
  if (inode.unsynced.length === 0) return;
  let left = inode.durable;
  for (const one of inode.unsynced) {
    const fate = random.pick(
      one.kind === 'cut' ? (['kept', 'lost'] as const) : (['kept', 'lost', 'torn', 'zeros'] as const),
    );
    onFate(fate);
    if (fate === 'lost') continue;
    if (fate === 'kept' || one.kind === 'cut') left = applied(left, one);
    else if (fate === 'zeros') left = applied(left, { ...one, bytes: Buffer.alloc(one.bytes.length) });
    else left = applied(left, { ...one, bytes: one.bytes.subarray(0, random.between(0, one.bytes.length)) });
  }
  inode.content = left;
  inode.durable = left;
  inode.unsynced = [];
  inode.version += 1;
}

function applied(content: Buffer, one: Unsynced): Buffer {
  if (one.kind === 'cut') {
    if (one.size <= content.length) return content.subarray(0, one.size);
    return Buffer.concat([content, Buffer.alloc(one.size - content.length)]);
  }
  const end = one.at + one.bytes.length;
  const next = Buffer.alloc(Math.max(end, content.length));
  content.copy(next);
  one.bytes.copy(next, one.at);
  return next;
}
