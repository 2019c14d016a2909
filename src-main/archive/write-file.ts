import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** Makes a new file, and returns when its bytes are on the disk itself. Rejects with the system's error. */
export async function writeNewFile(to: string, write: (stream: Writable) => Promise<void>): Promise<void> {
  const stream = createWriteStream(to, { flags: 'wx' });
  // A failure is told by `finished` or by the next write; none may go unheard in between.
  stream.on('error', () => undefined);
  try {
    await write(stream);
    stream.end();
    await finished(stream);
  } catch (thrown) {
    stream.destroy();
    throw thrown;
  }
  const handle = await open(to, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function put(stream: Writable, bytes: string | Uint8Array): Promise<void> {
  if (stream.errored !== null) throw stream.errored;
  if (!stream.write(bytes)) await once(stream, 'drain');
}
