import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { Disk } from './disk.ts';
import type { Inflate } from './inflate.ts';

/** yauzl's view of a file, through the disk port. */
class DiskReader extends RandomAccessReader {
  readonly #disk: Disk;
  readonly #path: string;

  constructor(disk: Disk, path: string) {
    super();
    this.#disk = disk;
    this.#path = path;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#disk.read(this.#path, { start, end: end - 1 }));
  }

  override read(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
    callback: (error: unknown) => void,
  ): void {
    this.#fill(buffer, offset, length, position).then(() => callback(null), callback);
  }

  async #fill(buffer: Uint8Array, offset: number, length: number, position: number): Promise<void> {
    let at = offset;
    if (length > 0) {
      for await (const piece of this.#disk.read(this.#path, {
        start: position,
        end: position + length - 1,
      })) {
        buffer.set(piece, at);
        at += piece.length;
      }
    }
    if (at - offset < length) throw new Error('unexpected end of file');
  }
}

/** Opens a ZIP by its directory. The caller closes it. */
export async function openZip(disk: Disk, path: string): Promise<ZipFile> {
  const size = (await disk.size(path)) ?? 0;
  return fromRandomAccessReaderPromise(new DiskReader(disk, path), size, {
    autoClose: false,
    lazyEntries: true,
    validateEntrySizes: true,
  });
}

const stored = 0;
const deflated = 8;
/** Deflate makes at most 1,032 bytes of one: packed pieces of this size keep a bomb's bytes in memory few. */
const packedPiece = 16 * 1024;

/** An entry's bytes, unpacked; rejects unless they are as many as the directory says. */
export async function* readEntry(zip: ZipFile, entry: Entry, inflate: Inflate): AsyncGenerator<Uint8Array> {
  const { compressionMethod, uncompressedSize } = entry;
  if (compressionMethod !== stored && compressionMethod !== deflated) {
    throw new Error(`unsupported compression method: ${compressionMethod}`);
  }
  let size = 0;
  let pieces: Uint8Array[] = [];
  const take = (bytes: Uint8Array) => {
    size += bytes.length;
    if (size > uncompressedSize) throw new Error(`more than ${uncompressedSize} bytes in an entry`);
    pieces.push(bytes);
  };
  const inflation = compressionMethod === deflated ? inflate('raw', take) : null;
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  try {
    for await (const chunk of packed) {
      const bytes: unknown = chunk;
      if (!(bytes instanceof Uint8Array)) continue;
      for (let from = 0; from < bytes.length; from += packedPiece) {
        const piece = bytes.subarray(from, from + packedPiece);
        if (inflation === null) take(piece);
        else await inflation.write(piece);
        yield* pieces;
        pieces = [];
      }
    }
    await inflation?.end();
    yield* pieces;
    if (size < uncompressedSize) throw new Error(`${size} of ${uncompressedSize} bytes in an entry`);
  } finally {
    inflation?.stop();
    packed.destroy();
  }
}
