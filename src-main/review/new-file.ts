import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/**
 * Makes a new file, and returns when its bytes are on the disk itself. Rejects with what `write` or the system says, and
 * only when nothing can come to the disk any more: whoever then removes the file removes it for good.
 */
export async function writeNewFile(to: string, write: (stream: Writable) => Promise<void>): Promise<void> {
  const stream = createWriteStream(to, { flags: 'wx' });
  // A failure is told by `finished` or by the next write; none may go unheard in between.
  stream.on('error', () => undefined);
  try {
    await write(stream);
    stream.end();
    await finished(stream);
  } catch (thrown) {
    await closed(stream);
    throw thrown;
  }
  await syncFile(to);
}

/** What was written to this file is on the disk itself. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A stream that is still opening its file would make it after it was given up. */
async function closed(stream: Writable): Promise<void> {
  stream.destroy();
  if (!stream.closed) await new Promise<void>((resolve) => void stream.once('close', resolve));
}

/** Writes when there is room. Rejects with the error that ended the stream. */
export async function put(stream: Writable, bytes: string | Uint8Array): Promise<void> {
  if (stream.errored !== null) throw stream.errored;
  if (!stream.write(bytes)) await once(stream, 'drain');
}
