import { crc32 } from '../../../src-main/retrieval/crc32.ts';

const mostInBlock = 65_535;

/**
 * A CSV of exactly so many bytes: a header, then rows that all differ, so that a byte in a wrong place is noticed. A row
 * holds 16 bytes, the last one more or less.
 */
export function csvOf(bytes: number, header = 'id,amount'): Buffer {
  const rows: string[] = [`${header}\n`];
  let left = bytes - header.length - 1;
  for (let row = 1; left > 0; row += 1) {
    const text = `${String(row).padStart(7, '0')},${String((row * 7919) % 1_000_000).padStart(7, '0')}`;
    const taken = left < 32 ? left : 16;
    rows.push(`${text.padEnd(taken - 1, '9').slice(0, taken - 1)}\n`);
    left -= taken;
  }
  return Buffer.from(rows.join(''));
}

/** A gzip (RFC 1952) of stored blocks, so that its size is known beforehand. */
export function gzipStored(plain: Uint8Array): Buffer {
  const blocks: Uint8Array[] = [Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])];
  for (let at = 0; at === 0 || at < plain.length; at += mostInBlock) {
    const block = plain.subarray(at, at + mostInBlock);
    const head = Buffer.alloc(5);
    head.writeUInt8(at + mostInBlock >= plain.length ? 1 : 0, 0);
    head.writeUInt16LE(block.length, 1);
    head.writeUInt16LE(~block.length & 0xffff, 3);
    blocks.push(head, block);
  }
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(plain), 0);
  trailer.writeUInt32LE(plain.length >>> 0, 4);
  return Buffer.concat([...blocks, trailer]);
}

/** A table as the vendor packs it, of exactly so many bytes packed. */
export function csvGz(bytes: number, header?: string): Buffer {
  let blocks = 1;
  while (bytes - 18 - 5 * blocks > mostInBlock * blocks) blocks += 1;
  return gzipStored(csvOf(bytes - 18 - 5 * blocks, header));
}

/** The same bytes but for one flipped bit. */
export function flipped(bytes: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8((copy[at] ?? 0) ^ 1, at);
  return copy;
}

/** `{"ProfileId":1,…}` to n, with numbers that a parser would spoil. */
export function recordTexts(first: number, last: number): readonly string[] {
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `{"ProfileId":${first + index},"Balance":1.10,"Big":9007199254740993${first + index}}`,
  );
}

export const linesOf = (records: readonly string[]): string =>
  records.map((record) => `${record}\n`).join('');
