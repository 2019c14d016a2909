import { createHash } from 'node:crypto';
import { Failure } from '../ports/failure.ts';
import { type ContentScan, createContentScan } from './content-scan.ts';
import type { Disk } from './disk.ts';
import type { CheckedFile, CheckRules, FileCheck } from './file-checks-port.ts';
import type { Inflate } from './inflate.ts';

/** As many first bytes decide what the file is. */
const sniffed = 512;

export function createFileCheck(disk: Disk, inflate: Inflate, rules: CheckRules): FileCheck {
  const hash = createHash('sha256');
  let bytes = 0;
  let start: Uint8Array = new Uint8Array();
  let scan: ContentScan | null = null;
  let stopped = false;

  /** What was called before. */
  let before: Promise<unknown> = Promise.resolve();
  function inOrder<T>(work: () => Promise<T>): Promise<T> {
    const result = before.then(work);
    before = result.catch(() => {});
    return result;
  }

  async function write(piece: Uint8Array): Promise<void> {
    if (stopped) throw new Failure('cancelled', { subject: rules.name });
    hash.update(piece);
    bytes += piece.length;
    if (scan !== null) {
      await scan.write(piece);
      return;
    }
    start = Buffer.concat([start, piece]);
    if (start.length >= sniffed) await begin();
  }

  async function begin(): Promise<ContentScan> {
    const first = start;
    start = new Uint8Array();
    scan = createContentScan({ disk, inflate, rules, start: first.subarray(0, sniffed) });
    await scan.write(first);
    return scan;
  }

  async function feed(path: string, until: number, signal: AbortSignal): Promise<void> {
    let fed = 0;
    if (until > 0) {
      for await (const piece of disk.read(path, { start: 0, end: until - 1 })) {
        signal.throwIfAborted();
        fed += piece.length;
        await write(piece);
      }
    }
    if (fed !== until) throw new Failure('file-changed', { subject: rules.name });
  }

  async function end(path: string, signal: AbortSignal): Promise<CheckedFile> {
    const { kind, rows, header } = await (scan ?? (await begin())).end(path, signal);
    signal.throwIfAborted();
    return {
      kind,
      rows,
      bytes,
      sha256: hash.digest('hex'),
      headerSha256: header === null ? null : createHash('sha256').update(header).digest('hex'),
    };
  }

  return {
    feed: (path, until, signal) => inOrder(() => feed(path, until, signal)),
    write: (piece) => inOrder(() => write(piece)),
    take: (piece) => inOrder(() => write(piece)),
    sha256: () => inOrder(async () => hash.copy().digest('hex')),
    end: (path, signal) => inOrder(() => end(path, signal)),
    stop() {
      stopped = true;
      scan?.stop();
    },
  };
}
