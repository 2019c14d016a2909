import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { createDeflateRaw } from 'node:zlib';
import { crc32 } from '../retrieval/crc32.ts';

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const limit = 0xffffffff;

/** Sizes beyond 4 GB would need ZIP64. */
export class ZipTooLarge extends Error {
  override readonly name = 'ZipTooLarge';
}

/**
 * Writes a ZIP as it goes, sizes behind each entry (data descriptors): a sheet needn't be in memory.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function createZipWriter(to: Writable) {
  const entries: Entry[] = [];
  let offset = 0;

  async function put(bytes: Uint8Array): Promise<void> {
    offset += bytes.length;
    if (!to.write(bytes)) await once(to, 'drain');
  }

  /** Adds an entry of these pieces of text. */
  async function add(name: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const nameBytes = Buffer.from(name);
    const start = offset;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    // Bit 3: sizes follow the data; bit 11: names are UTF-8.
    head.writeUInt16LE(0x0808, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(0x00210000, 10);
    head.writeUInt16LE(nameBytes.length, 26);
    await put(Buffer.concat([head, nameBytes]));
    let crc = 0;
    const deflate = createDeflateRaw({ level: 4 });
    let size = 0;
    let packed = 0;
    const writing = (async () => {
      for await (const chunk of deflate) {
        packed += (chunk as Uint8Array).length;
        await put(chunk as Uint8Array);
      }
    })();
    // A failure shows at the end; until then it must not count as unhandled.
    writing.catch(() => undefined);
    try {
      for await (const piece of pieces) {
        const bytes = Buffer.from(piece);
        size += bytes.length;
        crc = crc32(bytes, crc);
        if (!deflate.write(bytes)) await Promise.race([once(deflate, 'drain'), writing]);
      }
    } catch (thrown) {
      deflate.destroy();
      throw thrown;
    }
    deflate.end();
    await writing;
    if (size > limit || packed > limit || offset > limit) throw new ZipTooLarge();
    const tail = Buffer.alloc(16);
    tail.writeUInt32LE(0x08074b50, 0);
    tail.writeUInt32LE(crc, 4);
    tail.writeUInt32LE(packed, 8);
    tail.writeUInt32LE(size, 12);
    await put(tail);
    entries.push({ name: nameBytes, crc, packed, size, offset: start });
  }

  async function end(): Promise<void> {
    const start = offset;
    for (const entry of entries) {
      const head = Buffer.alloc(46);
      head.writeUInt32LE(0x02014b50, 0);
      head.writeUInt16LE(20, 4);
      head.writeUInt16LE(20, 6);
      head.writeUInt16LE(0x0808, 8);
      head.writeUInt16LE(8, 10);
      head.writeUInt32LE(0x00210000, 12);
      head.writeUInt32LE(entry.crc, 16);
      head.writeUInt32LE(entry.packed, 20);
      head.writeUInt32LE(entry.size, 24);
      head.writeUInt16LE(entry.name.length, 28);
      head.writeUInt32LE(entry.offset, 42);
      await put(Buffer.concat([head, entry.name]));
    }
    const tail = Buffer.alloc(22);
    tail.writeUInt32LE(0x06054b50, 0);
    tail.writeUInt16LE(entries.length, 8);
    tail.writeUInt16LE(entries.length, 10);
    tail.writeUInt32LE(offset - start, 12);
    tail.writeUInt32LE(start, 16);
    await put(tail);
  }

  return { add, end };
}
