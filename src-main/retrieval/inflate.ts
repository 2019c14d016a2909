import { createGunzip, createInflateRaw, gunzipSync, inflateRawSync } from 'node:zlib';

/** Unpacks what is fed to it, in order. Rejects with what zlib says of damage. */
export interface Inflation {
  /** The bytes may be used again when this resolves. */
  write(bytes: Uint8Array): Promise<void>;
  /** After the last byte: everything has been given to `onPlain`, and the checks inside the packed bytes hold. */
  end(): Promise<void>;
  /** Lets go. Idempotent. */
  stop(): void;
}

/** `gzip`: all members, with the CRC and length of each (RFC 1952 §2.3.1). `raw`: bare deflate, as a ZIP holds it. */
export type Inflate = (format: 'gzip' | 'raw', onPlain: (bytes: Uint8Array) => void) => Inflation;

const plainPiece = 256 * 1024;

/** On zlib's streams, which work on other threads: memory stays flat. */
export const streamedInflate: Inflate = (format, onPlain) => {
  const stream =
    format === 'gzip' ? createGunzip({ chunkSize: plainPiece }) : createInflateRaw({ chunkSize: plainPiece });
  let failed: Error | null = null;
  let over = false;
  let fed = 0;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      over = true;
      resolve();
    };
    stream.once('end', end);
    stream.once('close', end);
    stream.once('error', (error) => {
      failed = error;
      end();
    });
  });
  stream.on('data', (bytes: Buffer) => {
    try {
      onPlain(bytes);
    } catch (error) {
      stream.destroy(error instanceof Error ? error : new Error('plain'));
    }
  });
  return {
    async write(bytes) {
      fed += bytes.length;
      if (over) return;
      // The callback comes when zlib is done with these bytes; after its end, or damage, it doesn't come.
      const taken = new Promise<void>((resolve) => stream.write(bytes, () => resolve()));
      await Promise.race([taken, ended]);
    },
    async end() {
      if (!over) stream.end();
      await ended;
      if (failed !== null) throw failed;
      if (format === 'gzip' && stream.bytesWritten < fed)
        throw new Error(`${fed - stream.bytesWritten} bytes after the end`);
    },
    stop() {
      stream.destroy();
    },
  };
};

/**
 * Gathers everything and unpacks it in one go, on the caller's thread: for small bodies, and where nothing may run
 * beside the caller.
 */
export const wholeInflate: Inflate = (format, onPlain) => {
  let pieces: Uint8Array[] = [];
  return {
    async write(bytes) {
      pieces.push(Uint8Array.from(bytes));
    },
    async end() {
      const packed = Buffer.concat(pieces);
      pieces = [];
      if (format === 'raw') {
        onPlain(inflateRawSync(packed));
        return;
      }
      const plain = gunzipSync(packed);
      // zlib passes over zeros after the last member; a gzip that ends with its trailer isn't whole without its last byte.
      if (isWholeGzip(packed.subarray(0, -1))) throw new Error('bytes after the end');
      onPlain(plain);
    },
    stop() {
      pieces = [];
    },
  };
};

function isWholeGzip(packed: Uint8Array): boolean {
  try {
    gunzipSync(packed);
    return true;
  } catch {
    return false;
  }
}
