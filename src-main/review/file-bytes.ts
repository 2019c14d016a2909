import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Failure } from '../ports/failure.ts';

export const isPacked = (file: string) => file.toLowerCase().endsWith('.gz');

/** A file's bytes, unpacked; `onRead` gets the bytes read on disk so far. Ends at once when the signal says so. */
export async function* bytesOf(
  file: string,
  signal?: AbortSignal,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const raw = createReadStream(file, { highWaterMark: 256 * 1024 });
  // `pipeline` hands an error of the file on to the stream that is read, and closes both; `pipe` would wait for ever.
  const stream = isPacked(file) ? pipeline(raw, createGunzip({ chunkSize: 256 * 1024 }), () => {}) : raw;
  try {
    for await (const chunk of stream) {
      if (signal?.aborted === true) throw new Failure('cancelled');
      onRead(raw.bytesRead);
      yield chunk as Uint8Array;
    }
  } catch (thrown) {
    throw isPacked(file) && hasCode(thrown, /^Z_/) ? new Failure('gzip-corrupt', { cause: thrown }) : thrown;
  } finally {
    raw.destroy();
    stream.destroy();
  }
}

function hasCode(thrown: unknown, pattern: RegExp): boolean {
  return thrown instanceof Error && 'code' in thrown && pattern.test(String(thrown.code));
}

/** Up to `count` bytes of the file's (unpacked) beginning, and whether that is all of it. */
export async function firstBytes(
  file: string,
  count: number,
): Promise<{ readonly bytes: Uint8Array; readonly whole: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytesOf(file)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= count) return { bytes: Buffer.concat(chunks), whole: false };
  }
  return { bytes: Buffer.concat(chunks), whole: true };
}

/** The bytes from `start` to `end` of a file that isn't packed. */
export async function bytesBetween(file: string, start: number, end: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const bytes = Buffer.alloc(end - start);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
