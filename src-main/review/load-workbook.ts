import { readFile } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { fromBuffer } from 'yauzl';
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

async function openWorkbook(bytes: Buffer): Promise<WorkBook> {
  const entries = await listZip(bytes);
  if (entries.some((entry) => entry.name === 'xl/workbook.xml')) {
    return read(bytes, { type: 'buffer', dense: true });
  }
  const inner = entries.filter((entry) => entry.name.toLowerCase().endsWith('.xlsx'));
  const [only] = inner;
  if (only === undefined) throw new Failure('not-a-workbook');
  return openWorkbook(await only.read());
}

interface ZipEntry {
  readonly name: string;
  read(): Promise<Buffer>;
}

function listZip(bytes: Buffer): Promise<readonly ZipEntry[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (failure, zip) => {
      if (failure !== null) {
        reject(new Failure('zip-corrupt', { cause: failure }));
        return;
      }
      const entries: ZipEntry[] = [];
      zip.on('entry', (entry) => {
        entries.push({
          name: entry.fileName,
          read: () =>
            new Promise((done, fail) => {
              if (entry.uncompressedSize > largestWorkbook) {
                fail(new Failure('answer-too-large', { subject: entry.fileName }));
                return;
              }
              zip.openReadStream(entry, (problem, stream) => {
                if (problem !== null) {
                  fail(problem);
                  return;
                }
                const chunks: Buffer[] = [];
                stream.on('data', (chunk: Buffer) => chunks.push(chunk));
                stream.on('end', () => done(Buffer.concat(chunks)));
                stream.on('error', fail);
              });
            }),
        });
        zip.readEntry();
      });
      zip.on('end', () => resolve(entries));
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}
