import { crc32 } from '../../src-main/retrieval/crc32.ts';

export interface ZipLies {
  /** Unpacked size that the directory states for every entry; they read as packed then. */
  readonly claimedSize?: number;
  /** Entries are packed; their bytes are given as they stand in the file. */
  readonly deflated?: { readonly plain: Uint8Array };
}

/** A ZIP (APPNOTE 4.3); stored unless said otherwise. */
export function zipOf(entries: Readonly<Record<string, Uint8Array>>, lies: ZipLies = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(entries)) {
    const rawName = Buffer.from(name);
    const plain = lies.deflated?.plain ?? bytes;
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(lies.deflated === undefined && lies.claimedSize === undefined ? 0 : 8, 4);
    facts.writeUInt32LE(crc32(plain), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(lies.claimedSize ?? plain.length, 18);
    facts.writeUInt16LE(rawName.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, rawName, bytes]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, tail, rawName]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}
