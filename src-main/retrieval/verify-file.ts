import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FileKind } from '../../src-preload/contract/retrievals.ts';
import { Failure } from '../ports/failure.ts';
import { createCsvScan } from './csv-scan.ts';
import type { Disk } from './disk.ts';
import { kindOfName } from './file-kind.ts';
import { readGzip } from './verify-gzip.ts';
import { readZip } from './verify-zip.ts';

/** What a file on disk was found to be. */
export interface CheckedFile {
  readonly kind: FileKind;
  /** Records without the header; null where the kind has no rows. */
  readonly rows: number | null;
  readonly bytes: number;
  readonly sha256: string;
}

export interface FileToCheck {
  readonly path: string;
  /** Its final name: the subject of failures. */
  readonly name: string;
  readonly content: 'csv.gz' | 'workbook' | 'ndjson' | 'unknown';
}

/** Reads a file whole, from the disk, and proves what can be proved of its inside. Throws `Failure` with the file's name. */
export async function verifyFile(disk: Disk, file: FileToCheck, signal: AbortSignal): Promise<CheckedFile> {
  const start = await firstBytes(disk, file.path);
  if (start.length === 0 && file.content !== 'ndjson') {
    throw new Failure(file.content === 'csv.gz' ? 'header-missing' : 'answer-empty', { subject: file.name });
  }
  switch (file.content) {
    case 'ndjson':
      return verifyLines(disk, file, signal);
    case 'csv.gz':
      if (isGzip(start)) return verifyCsvGz(disk, file, 'csv.gz', signal);
      // The vendor may give "a single file or a GZIP archive", and a server may unpack on the way.
      if (!looksLikeText(start))
        throw new Failure('gzip-corrupt', { subject: file.name, detail: 'no gzip header' });
      return verifyCsv(disk, file, signal);
    case 'workbook':
      if (!isZip(start)) throw new Failure('not-a-workbook', { subject: file.name });
      return verifyWorkbook(disk, file, true, signal);
    case 'unknown':
      if (isZip(start)) return verifyWorkbook(disk, file, false, signal);
      if (isGzip(start)) {
        const named = kindOfName(file.name) === 'csv.gz';
        return verifyCsvGz(disk, file, named ? 'csv.gz' : 'other', signal);
      }
      if (kindOfName(file.name) === 'csv') return verifyCsv(disk, file, signal);
      return verifyOther(disk, file, signal);
  }
}

async function verifyCsvGz(
  disk: Disk,
  file: FileToCheck,
  kind: 'csv.gz' | 'other',
  signal: AbortSignal,
): Promise<CheckedFile> {
  const hash = createHash('sha256');
  const scan = createCsvScan();
  let bytes = 0;
  await readGzip(
    disk.read(file.path),
    {
      packed(piece) {
        hash.update(piece);
        bytes += piece.length;
      },
      plain: (piece) => scan.write(piece),
    },
    file.name,
    signal,
  );
  const rows = kind === 'csv.gz' ? rowsOf(scan.end(), file.name, 'gzip-corrupt') : null;
  return { kind, rows, bytes, sha256: hash.digest('hex') };
}

async function verifyCsv(disk: Disk, file: FileToCheck, signal: AbortSignal): Promise<CheckedFile> {
  const scan = createCsvScan();
  const facts = await readWhole(disk, file.path, signal, (piece) => scan.write(piece));
  return { kind: 'csv', rows: rowsOf(scan.end(), file.name, 'length-mismatch'), ...facts };
}

function rowsOf(
  facts: { readonly header: string | null; readonly rows: number; readonly openQuote: boolean },
  subject: string,
  cut: 'gzip-corrupt' | 'length-mismatch',
): number {
  if (facts.header === null) throw new Failure('header-missing', { subject });
  // An error page under a table's name.
  if (/^\s*<(?:!doctype|html|\?xml)/iu.test(facts.header))
    throw new Failure('header-missing', { subject, detail: 'HTML or XML' });
  if (facts.openQuote) throw new Failure(cut, { subject, detail: 'ends inside a quoted field' });
  return facts.rows;
}

async function verifyWorkbook(
  disk: Disk,
  file: FileToCheck,
  must: boolean,
  signal: AbortSignal,
): Promise<CheckedFile> {
  const facts = await readWhole(disk, file.path, signal, () => {});
  const content = await readZip(
    disk,
    file.path,
    { subject: file.name, scratch: `${file.path}.check` },
    signal,
  );
  if (content.kind !== 'no-workbook') return { kind: content.kind, rows: content.rows, ...facts };
  if (must) throw new Failure('not-a-workbook', { subject: file.name });
  return { kind: 'zip', rows: null, ...facts };
}

async function verifyLines(disk: Disk, file: FileToCheck, signal: AbortSignal): Promise<CheckedFile> {
  let rows = 0;
  let last = 0x0a;
  const facts = await readWhole(disk, file.path, signal, (piece) => {
    for (let at = piece.indexOf(0x0a); at !== -1; at = piece.indexOf(0x0a, at + 1)) rows += 1;
    last = piece.at(-1) ?? last;
  });
  if (last !== 0x0a)
    throw new Failure('count-mismatch', { subject: file.name, detail: 'the last record is cut' });
  return { kind: 'ndjson', rows, ...facts };
}

async function verifyOther(disk: Disk, file: FileToCheck, signal: AbortSignal): Promise<CheckedFile> {
  const named = kindOfName(file.name);
  const kind = named === 'json' || named === 'ndjson' ? named : 'other';
  return { kind, rows: null, ...(await readWhole(disk, file.path, signal, () => {})) };
}

/** SHA-256 and size of what lies on disk. */
export async function readWhole(
  disk: Disk,
  path: string,
  signal: AbortSignal,
  onBytes: (bytes: Uint8Array) => void,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of disk.read(path)) {
    signal.throwIfAborted();
    hash.update(piece);
    bytes += piece.length;
    onBytes(piece);
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** The header of a table part; null for kinds without one. Reads no more than it needs. */
export async function readHeader(disk: Disk, path: string, kind: FileKind): Promise<string | null> {
  if (kind !== 'csv' && kind !== 'csv.gz') return null;
  const scan = createCsvScan();
  const packed = Readable.from(disk.read(path));
  const plain = kind === 'csv' ? packed : packed.pipe(createGunzip());
  packed.once('error', (error) => plain.destroy(error));
  try {
    for await (const piece of plain) {
      if (piece instanceof Uint8Array) scan.write(piece);
      if (scan.headerRead()) break;
    }
  } finally {
    packed.destroy();
    plain.destroy();
  }
  return scan.end().header;
}

async function firstBytes(disk: Disk, path: string): Promise<Uint8Array> {
  for await (const bytes of disk.read(path, { start: 0, end: 511 })) return bytes;
  return new Uint8Array();
}

function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

/** A local file header, or the directory's end of an empty archive. */
function isZip(start: Uint8Array): boolean {
  return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5);
}

function looksLikeText(start: Uint8Array): boolean {
  return !start.includes(0);
}
