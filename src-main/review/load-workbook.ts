import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { type Entry, fromBufferPromise } from 'yauzl';
import type { FileKind } from '../../src-preload/contract/retrievals.ts';
import { Failure } from '../ports/failure.ts';
import type { Loaded, Loading } from './loading.ts';
import { createRowWriter } from './row-writer.ts';

/** A workbook larger than this unpacked is opened in its own program instead: SheetJS holds all of it in memory. */
const largestWorkbook = 300 * 1024 * 1024;

/** One sheet of a workbook. Cells show what Excel shows; text cells keep their leading zeros. */
export async function loadWorkbook(loading: Loading, wanted: string | null): Promise<Loaded> {
  const { connection, table, files, signal } = loading;
  const [file] = files;
  if (file === undefined) throw new Failure('review-unreadable');
  const workbook = await openWorkbook(await readFile(file));
  const sheet = workbook.SheetNames.find((name) => name === wanted) ?? workbook.SheetNames[0];
  const cells = sheet === undefined ? undefined : workbook.Sheets[sheet];
  if (sheet === undefined || cells === undefined) throw new Failure('not-a-workbook');
  const rows: unknown[][] = utils.sheet_to_json(cells, {
    header: 1,
    raw: false,
    defval: null,
    blankrows: false,
  });
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0 && workbook.SheetNames.length === 1) throw new Failure('review-empty');
  const [header = [], ...body] = rows;
  const writer = await createRowWriter(connection, table, Math.max(width, 1), []);
  try {
    for (const row of body) {
      if (signal.aborted) throw new Failure('cancelled');
      writer.write(
        row.map((cell) => (cell === null || cell === undefined || cell === '' ? null : String(cell))),
        [],
      );
    }
  } finally {
    writer.close();
  }
  return {
    names: Array.from({ length: Math.max(width, 1) }, (_, index) => String(header[index] ?? '')),
    nested: new Set(),
    sheet,
    sheets: workbook.SheetNames,
    hasParts: false,
    hasRecords: false,
  };
}

async function openWorkbook(bytes: Buffer): Promise<WorkBook> {
  const zip = await openZip(bytes);
  let unpacked = 0;
  let isWorkbook = false;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    isWorkbook ||= entry.fileName === 'xl/workbook.xml';
  }
  if (!isWorkbook) throw new Failure('not-a-workbook');
  if (unpacked > largestWorkbook) throw new Failure('answer-too-large');
  try {
    return read(bytes, { type: 'buffer', dense: true });
  } catch (thrown) {
    throw new Failure('zip-corrupt', { cause: thrown });
  }
}

async function openZip(bytes: Buffer) {
  return fromBufferPromise(bytes, { autoClose: false, lazyEntries: true }).catch((cause: unknown) => {
    throw new Failure('zip-corrupt', { cause });
  });
}

const kindsWithin: readonly (readonly [string, FileKind])[] = [
  ['.xlsx', 'xlsx'],
  ['.csv.gz', 'csv.gz'],
  ['.csv', 'csv'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
  ['.json', 'json'],
];

/**
 * The one table in a ZIP, unpacked into `folder` under a name of our own; a workbook that is called ZIP is used as it
 * is. Throws `not-a-workbook` when there is none.
 */
export async function unpackTable(
  file: string,
  folder: string,
): Promise<{ readonly file: string; readonly kind: FileKind }> {
  const zip = await openZip(await readFile(file));
  let inner: { readonly entry: Entry; readonly end: string; readonly kind: FileKind } | null = null;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === 'xl/workbook.xml') return { file, kind: 'xlsx' };
    const name = entry.fileName.toLowerCase();
    if (name.startsWith('__macosx/')) continue;
    for (const [end, kind] of kindsWithin) {
      if (name.endsWith(end)) {
        inner ??= { entry, end, kind };
        break;
      }
    }
  }
  if (inner === null) throw new Failure('not-a-workbook');
  const to = path.join(folder, `within${inner.end}`);
  await pipeline(await zip.openReadStreamPromise(inner.entry), createWriteStream(to)).catch(
    (cause: unknown) => {
      throw new Failure('zip-corrupt', { cause });
    },
  );
  return { file: to, kind: inner.kind };
}
