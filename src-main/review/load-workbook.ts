import { readFile } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { type Entry, fromBufferPromise } from 'yauzl';
import { Failure } from '../ports/failure.ts';
import { guessTypes, type Loaded, makeTable } from './loaded-table.ts';

/** A workbook larger than this unpacked is opened in its own program instead: SheetJS holds all of it in memory. */
const largestWorkbook = 300 * 1024 * 1024;

/** XLSX, or a ZIP with one inside. Cells show what Excel shows; text cells keep their leading zeros. */
export async function loadWorkbook(
  connection: DuckDBConnection,
  files: readonly string[],
  wanted: string | null,
): Promise<Loaded> {
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
  if (width === 0) throw new Failure('header-missing');
  await makeTable(connection, width);
  const appender = await connection.createAppender('t');
  const [header = [], ...body] = rows;
  for (const row of body) {
    for (let index = 0; index < width; index += 1) {
      const cell = row[index] ?? null;
      if (cell === null) appender.appendNull();
      else appender.appendVarchar(String(cell));
    }
    appender.endRow();
  }
  appender.closeSync();
  const names = Array.from({ length: width }, (_, index) => String(header[index] ?? ''));
  const types = await guessTypes(connection, width);
  return { names, types, brokenRows: 0, sheet, sheets: workbook.SheetNames };
}

async function openWorkbook(bytes: Buffer, depth = 0): Promise<WorkBook> {
  const zip = await fromBufferPromise(bytes, { autoClose: false, lazyEntries: true }).catch(
    (cause: unknown) => {
      throw new Failure('zip-corrupt', { cause });
    },
  );
  let inner: Entry | undefined;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === 'xl/workbook.xml') return read(bytes, { type: 'buffer', dense: true });
    if (entry.fileName.toLowerCase().endsWith('.xlsx')) inner ??= entry;
  }
  if (inner === undefined || depth > 0) throw new Failure('not-a-workbook');
  if (inner.uncompressedSize > largestWorkbook) {
    throw new Failure('answer-too-large', { subject: inner.fileName });
  }
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(inner)) chunks.push(chunk);
  return openWorkbook(Buffer.concat(chunks), depth + 1);
}
