import { readFile } from 'node:fs/promises';
import type { PracticeSettings } from '../practice-options.ts';
import { csvSlices, gzipSlices, splitCsv } from './csv-parts.ts';
import type { TrackerExport } from './exports.ts';
import type { MyTrackerKnobs } from './knobs.ts';

export interface PartStore {
  /** The bytes of one part as the vendor serves them; made on first use and kept. */
  file(item: TrackerExport, part: number, damage: MyTrackerKnobs['fileDamage']): Promise<Buffer>;
  /** The export's parts are these, whatever else it would hold. */
  give(id: string, content: readonly (string | Uint8Array)[]): void;
}

export function createPartStore(settings: PracticeSettings): PartStore {
  const made = new Map<string, Promise<Buffer>>();
  const given = new Map<string, readonly (string | Uint8Array)[]>();
  let publicParts: Promise<readonly string[]> | null = null;

  async function publicPart(item: TrackerExport, part: number): Promise<string> {
    publicParts ??= readPublicFile(settings.publicFile, item.files.length);
    return (await publicParts)[part] ?? '';
  }

  async function make(item: TrackerExport, part: number, header: boolean): Promise<Buffer> {
    const content = given.get(item.id)?.[part];
    if (content !== undefined) return gzipSlices([content]);
    if (item.fromPublicFile) {
      const text = await publicPart(item, part);
      return gzipSlices([header ? text : text.slice(text.indexOf('\n') + 1)]);
    }
    const { id, selectors, rowsPerPart: rows, period } = item;
    const parts = item.files.length;
    return gzipSlices(csvSlices({ seed: settings.seed, id, part, selectors, rows, header, period, parts }));
  }

  return {
    async file(item, part, damage) {
      const header = damage !== 'headerless';
      const key = `${item.id}.${part}.${header}`;
      const pending = made.get(key) ?? make(item, part, header);
      made.set(key, pending);
      return damaged(await pending, damage);
    },
    give: (id, content) => {
      given.set(id, content);
    },
  };
}

async function readPublicFile(path: string | null, parts: number): Promise<readonly string[]> {
  if (path === null) throw new Error('The export was made from a public file that is not given any more');
  return splitCsv((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''), parts);
}

function damaged(file: Buffer, damage: MyTrackerKnobs['fileDamage']): Buffer {
  switch (damage) {
    case 'none':
    case 'headerless':
      return file;
    case 'crc': {
      // The trailer is CRC32 and ISIZE, four bytes each (RFC 1952, section 2.3.1).
      const copy = Buffer.from(file);
      copy.writeUInt32LE((copy.readUInt32LE(copy.length - 8) ^ 0xffff_ffff) >>> 0, copy.length - 8);
      return copy;
    }
    case 'truncated':
      return file.subarray(0, Math.floor(file.length * 0.6));
    case 'not-gzip':
      return Buffer.from('<html><body>Service temporarily unavailable</body></html>');
  }
}
