import { once } from 'node:events';
import { createGunzip } from 'node:zlib';
import { Failure } from '../ports/failure.ts';

/**
 * Unpacks a whole gzip, all members, and so checks the CRC and length of each (RFC 1952 §2.3.1). Bytes after the last member
 * are refused, zeros too: a file system may leave a tail of zeros after a power cut. A cut right between two members can't be
 * seen here: the length tells it. Throws `gzip-corrupt`.
 */
export async function readGzip(
  packed: AsyncIterable<Uint8Array>,
  on: { readonly packed: (bytes: Uint8Array) => void; readonly plain: (bytes: Uint8Array) => void },
  subject: string,
  signal: AbortSignal,
): Promise<void> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  let failed: unknown = null;
  const ended = new Promise<void>((resolve) => {
    gunzip.once('end', resolve);
    gunzip.once('error', (error) => {
      failed = error;
      resolve();
    });
  });
  let over = false;
  const watch = ended.then(() => {
    over = true;
  });
  gunzip.on('data', (bytes: Buffer) => {
    try {
      on.plain(bytes);
    } catch (error) {
      gunzip.destroy(error instanceof Error ? error : new Error('plain'));
    }
  });
  let fed = 0;
  try {
    for await (const bytes of packed) {
      signal.throwIfAborted();
      on.packed(bytes);
      fed += bytes.length;
      if (!over && !gunzip.write(bytes)) await Promise.race([once(gunzip, 'drain').catch(() => {}), watch]);
    }
    if (!over) gunzip.end();
    await watch;
  } finally {
    gunzip.destroy();
  }
  signal.throwIfAborted();
  if (failed !== null)
    throw new Failure('gzip-corrupt', { subject, detail: zlibWord(failed), cause: failed });
  if (gunzip.bytesWritten < fed) {
    throw new Failure('gzip-corrupt', {
      subject,
      detail: `${fed - gunzip.bytesWritten} bytes after the end`,
    });
  }
}

function zlibWord(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 100) : 'gzip';
}
