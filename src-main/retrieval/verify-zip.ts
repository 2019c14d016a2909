import { posix } from 'node:path';
import type { Entry, ZipFile } from 'yauzl';
import { Failure } from '../ports/failure.ts';
import { crc32 } from './crc32.ts';
import { type Disk, errnoOf } from './disk.ts';
import { diskFailure } from './disk-failure.ts';
import type { Inflate } from './inflate.ts';
import { createSheetRows } from './sheet-rows.ts';
import { openZip, readEntry } from './zip-entry.ts';

/** What a sound ZIP holds. `rows` are those of the first sheet without its header. */
export type ZipContent =
  | { readonly kind: 'xlsx'; readonly rows: number }
  /** A ZIP around exactly one workbook. */
  | { readonly kind: 'zip'; readonly rows: number }
  | { readonly kind: 'no-workbook' };

export interface ZipToRead {
  readonly subject: string;
  /** A path next to the file for a workbook inside a ZIP; what is written there is removed again. */
  readonly scratch: string;
  readonly inflate: Inflate;
}

const mostEntries = 10_000;
/** A workbook that unpacks to more than this is a bomb or nothing that Excel opens. */
const mostUnpacked = 16 * 1024 ** 3;
const mostIndexXml = 16 * 1024 ** 2;
const contentTypes = '[Content_Types].xml';
const workbookXml = 'xl/workbook.xml';
const workbookRels = 'xl/_rels/workbook.xml.rels';

/**
 * Reads a ZIP whole: its directory, and every entry with size and CRC. Throws `zip-corrupt`, `not-a-workbook` (a bomb), `header-missing` (an empty sheet).
 */
export async function readZip(
  disk: Disk,
  path: string,
  about: ZipToRead,
  signal: AbortSignal,
  depth = 0,
): Promise<ZipContent> {
  const { subject } = about;
  const zip = await guarded(subject, () => openZip(disk, path));
  try {
    const entries = await guarded(subject, () => entriesOf(zip, subject));
    const names = new Map(entries.map((entry) => [entry.fileName, entry]));
    if (names.has(contentTypes) && names.has(workbookXml)) {
      const sheet = await guarded(subject, () => firstSheet(zip, names, about.inflate));
      const rows = createSheetRows();
      const found = await readAll(zip, entries, about, signal, (entry, bytes) => {
        if (entry.fileName === sheet) rows.write(bytes);
      });
      if (sheet === null || !found.has(sheet))
        throw new Failure('not-a-workbook', { subject, detail: 'no sheet' });
      const count = rows.end();
      if (count === 0) throw new Failure('header-missing', { subject });
      return { kind: 'xlsx', rows: count - 1 };
    }
    const workbooks = entries.filter((entry) => isWorkbookName(entry.fileName));
    const only = workbooks[0];
    if (only === undefined || workbooks.length > 1 || depth > 0) {
      await readAll(zip, entries, about, signal, () => {});
      return { kind: 'no-workbook' };
    }
    return await readWorkbookInside(disk, zip, entries, only, about, signal);
  } finally {
    zip.close();
  }
}

async function readWorkbookInside(
  disk: Disk,
  zip: ZipFile,
  entries: readonly Entry[],
  only: Entry,
  about: ZipToRead,
  signal: AbortSignal,
): Promise<ZipContent> {
  try {
    const writer = await disk.openWriter(about.scratch, 0);
    try {
      await readAll(zip, entries, about, signal, (entry, bytes) =>
        entry === only ? writer.write(bytes) : undefined,
      );
    } finally {
      await writer.close();
    }
    const inside = await readZip(disk, about.scratch, about, signal, 1);
    return inside.kind === 'xlsx' ? { kind: 'zip', rows: inside.rows } : { kind: 'no-workbook' };
  } finally {
    await disk.remove(about.scratch);
  }
}

async function entriesOf(zip: ZipFile, subject: string): Promise<readonly Entry[]> {
  if (zip.entryCount > mostEntries)
    throw new Failure('not-a-workbook', { subject, detail: `${zip.entryCount} entries` });
  const entries: Entry[] = [];
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    unpacked += entry.uncompressedSize;
    if (unpacked > mostUnpacked)
      throw new Failure('not-a-workbook', { subject, detail: 'unpacks to more than 16 GB' });
    if (entry.isEncrypted()) throw new Failure('not-a-workbook', { subject, detail: 'encrypted' });
  }
  return entries;
}

/** Streams every entry; its size and CRC are checked. */
async function readAll(
  zip: ZipFile,
  entries: readonly Entry[],
  { subject, inflate }: ZipToRead,
  signal: AbortSignal,
  onBytes: (entry: Entry, bytes: Uint8Array) => Promise<void> | undefined | void,
): Promise<ReadonlySet<string>> {
  const read = new Set<string>();
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue;
    let crc = 0;
    const bodies = readEntry(zip, entry, inflate);
    try {
      for (;;) {
        const next = await guarded(subject, () => bodies.next());
        if (next.done === true) break;
        signal.throwIfAborted();
        crc = crc32(next.value, crc);
        await onBytes(entry, next.value);
      }
    } finally {
      await bodies.return(undefined);
    }
    if (crc !== entry.crc32)
      throw new Failure('zip-corrupt', { subject, detail: `CRC of ${entry.fileName.slice(0, 200)}` });
    read.add(entry.fileName);
  }
  return read;
}

/** The path of the workbook's first sheet, by its relationship (ECMA-376 part 1, §18.2.19). */
async function firstSheet(
  zip: ZipFile,
  names: ReadonlyMap<string, Entry>,
  inflate: Inflate,
): Promise<string | null> {
  const workbook = await textOf(zip, names.get(workbookXml), inflate);
  const rels = await textOf(zip, names.get(workbookRels), inflate);
  const sheet = /<(?:[\w.-]+:)?sheet\s[^>]*>/u.exec(workbook)?.[0];
  const id = sheet === undefined ? undefined : /\s[\w.-]+:id\s*=\s*["']([^"']+)["']/u.exec(sheet)?.[1];
  if (id === undefined) return null;
  for (const [relationship] of rels.matchAll(/<(?:[\w.-]+:)?Relationship\s[^>]*>/gu)) {
    if (/\sId\s*=\s*["']([^"']+)["']/u.exec(relationship)?.[1] !== id) continue;
    const target = /\sTarget\s*=\s*["']([^"']+)["']/u.exec(relationship)?.[1];
    if (target !== undefined)
      return posix.join(target.startsWith('/') ? '' : 'xl', target).replace(/^\/+/u, '');
  }
  return null;
}

async function textOf(zip: ZipFile, entry: Entry | undefined, inflate: Inflate): Promise<string> {
  if (entry === undefined || entry.uncompressedSize > mostIndexXml) return '';
  const pieces: Buffer[] = [];
  for await (const piece of readEntry(zip, entry, inflate)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
}

function isWorkbookName(name: string): boolean {
  const last = posix.basename(name);
  return last.toLowerCase().endsWith('.xlsx') && !last.startsWith('.') && !name.startsWith('__MACOSX/');
}

/** What yauzl and zlib throw about a broken ZIP. */
async function guarded<T>(subject: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) throw error;
    // A disk that can't be read says nothing of the file.
    if (/^E(?!RR_)/u.test(errnoOf(error) ?? '')) throw diskFailure(error, subject);
    throw new Failure('zip-corrupt', {
      subject,
      detail: error instanceof Error ? error.message.slice(0, 200) : 'zip',
      cause: error,
    });
  }
}
