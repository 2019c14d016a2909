import zlib from 'node:zlib';

const table = makeTable();

/** CRC-32 as ZIP has it (APPNOTE 4.4.7), continued from `value`. Node's own where there is one (20.15 and later). */
export function crc32(bytes: Uint8Array, value = 0): number {
  if (typeof zlib.crc32 === 'function') return zlib.crc32(bytes, value);
  return crc32ByTable(bytes, value);
}

export function crc32ByTable(bytes: Uint8Array, value = 0): number {
  let crc = ~value;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}

function makeTable(): Int32Array {
  return Int32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
}
