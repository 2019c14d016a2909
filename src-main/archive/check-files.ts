import { join } from 'node:path';
import type { Finding } from '../../src-preload/contract/receipts.ts';
import type { FileView } from '../../src-preload/contract/retrievals.ts';
import { asDocketError, Failure } from '../ports/failure.ts';
import type { Disk } from '../retrieval/disk.ts';
import { onDisk } from '../retrieval/disk-failure.ts';
import type { FileChecks } from '../retrieval/file-checks-port.ts';
import { createFileFinder } from './find-file.ts';

export interface CheckPorts {
  readonly disk: Pick<Disk, 'size' | 'names' | 'folderExists'>;
  readonly checks: Pick<FileChecks, 'hash'>;
}

/** Bytes read so far, of files that lie there to be read, and the name of the one under way. */
export type OnRead = (about: {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}) => void;

/**
 * What became of files that were signed for: each is read whole, in order. What one file refuses is its own finding and
 * keeps no other from being read. Throws only `cancelled`, when the signal says so.
 */
export async function checkFiles(
  { disk, checks }: CheckPorts,
  files: readonly FileView[],
  signal: AbortSignal,
  onRead: OnRead = () => {},
): Promise<readonly { readonly file: FileView; readonly finding: Finding }[]> {
  const find = createFileFinder(disk, checks);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;

  async function look(file: FileView): Promise<Finding> {
    const path = join(file.folder, file.name);
    const size = await onDisk(file.name, () => disk.size(path));
    if (size === null) {
      if (file.binnedAt !== undefined) return { kind: 'in-bin', at: file.binnedAt };
      const place = await find(file, signal);
      return place === null ? { kind: 'missing' } : { kind: 'moved', ...place };
    }
    if (size !== file.bytes) return { kind: 'changed', bytes: size };
    const { sha256, bytes } = await onDisk(file.name, () =>
      checks.hash(path, signal, (read) => onRead({ done: done + read, total, name: file.name })),
    );
    return sha256 === file.sha256 && bytes === file.bytes ? { kind: 'same' } : { kind: 'changed', bytes };
  }

  const found: { file: FileView; finding: Finding }[] = [];
  for (const file of files) {
    if (signal.aborted) throw new Failure('cancelled');
    onRead({ done, total, name: file.name });
    try {
      found.push({ file, finding: await look(file) });
    } catch (thrown) {
      if (signal.aborted) throw new Failure('cancelled');
      found.push({ file, finding: { kind: 'unreadable', error: asDocketError(thrown) } });
    }
    done += file.bytes;
  }
  onRead({ done: total, total, name: '' });
  return found;
}

/** `same:2,changed:1`: what the history keeps of a check. */
export function noteOf(findings: readonly Finding[]): string {
  const counts = new Map<Finding['kind'], number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind}:${count}`).join(',');
}
