import path from 'node:path';
import type { Writable } from 'node:stream';
import { sheetRows } from '../../src-preload/contract/review-save.ts';
import { Failure } from '../ports/failure.ts';
import { diskFailure } from '../retrieval/disk-failure.ts';
import { csvCell } from './csv-cell.ts';
import type { Asking } from './lane.ts';
import { put, syncFile, writeNewFile } from './new-file.ts';
import { saveParquet } from './save-parquet.ts';
import { nameOf, type Saving } from './saving.ts';
import {
  cellXml,
  longestSheetCell,
  mostSheetColumns,
  serialDay,
  sheetEnd,
  sheetHead,
  workbookParts,
} from './sheet-xml.ts';
import { asNumber, asText } from './store.ts';
import { cellSql, readingOf, type TableColumns } from './table-columns.ts';
import { createZipWriter, ZipTooLarge } from './zip-writer.ts';

const rowsAtOnce = 20_000;
/** So many of the first rows say how wide a workbook's columns are. */
const measuredRows = 500;

interface Written {
  readonly rows: number;
  /** Names of columns that are text in the file though they are of another type here. */
  readonly textColumns: string[];
}

/** Writes the rows of a view to a new file, and to the disk. */
export async function saveRows(asking: Asking, saving: Saving): Promise<Written> {
  try {
    return await writeRows(asking, saving);
  } catch (thrown) {
    throw diskFailure(thrown, path.basename(saving.to));
  }
}

async function writeRows(asking: Asking, saving: Saving): Promise<Written> {
  const { view, wanted, format, to } = saving;
  if (format === 'parquet') {
    const textColumns = await saveParquet(asking, saving);
    await syncFile(to);
    return { rows: view.total, textColumns: [...textColumns] };
  }
  if (format === 'xlsx') refuseBeyondExcel(view.total, wanted.length);
  const write = format === 'csv' ? writeCsv : writeWorkbook;
  try {
    await writeNewFile(to, (stream) => write(asking, saving, stream));
  } catch (thrown) {
    throw thrown instanceof ZipTooLarge ? new Failure('save-beyond-excel') : thrown;
  }
  return { rows: view.total, textColumns: [] };
}

function refuseBeyondExcel(rows: number, columns: number): void {
  if (rows > sheetRows - 1)
    throw new Failure('save-too-many-rows', { subject: String(rows), detail: String(sheetRows - 1) });
  if (columns > mostSheetColumns) throw new Failure('save-beyond-excel');
}

type Row = { readonly cells: readonly (string | null)[]; readonly typed: readonly (number | null)[] };

/** All rows, in pieces that can be stopped between. `typed` holds numbers, and times in microseconds. */
async function* rowsOf({ ask }: Asking, saving: Saving, withTyped: boolean): AsyncGenerator<readonly Row[]> {
  const { columns, view, wanted, onRows } = saving;
  const cells = wanted.map((index) => cellSql(columns, index, 't'));
  const typed = withTyped ? wanted.map((index, at) => typedSql(columns, index, cells[at] ?? '')) : [];
  const select = [...cells, ...typed].join(', ');
  const from =
    view.list === null
      ? 'data.t AS t WHERE t.rowid >= $from::BIGINT AND t.rowid < $to::BIGINT ORDER BY t.rowid'
      : `${view.list} AS w JOIN data.t AS t ON t.rowid = w.r WHERE w.rowid >= $from::BIGINT AND w.rowid < $to::BIGINT ORDER BY w.rowid`;
  for (let at = 0; at < view.total; at += rowsAtOnce) {
    const rows = await ask(`SELECT ${select} FROM ${from}`, {
      from: BigInt(at),
      to: BigInt(at + rowsAtOnce),
    });
    yield rows.map((row) => ({
      cells: row.slice(0, cells.length).map(asText),
      typed: row.slice(cells.length).map((value) => (value === null ? null : asNumber(value))),
    }));
    onRows(Math.min(at + rowsAtOnce, view.total));
  }
}

function typedSql(columns: TableColumns, index: number, cell: string): string {
  const reading = readingOf(columns, index);
  if (columns.nested.has(index)) return 'NULL';
  if (reading.type === 'number') return reading.value(cell);
  return reading.type === 'date' || reading.type === 'timestamp'
    ? `epoch_us(${reading.value(cell)})`
    : 'NULL';
}

async function writeCsv(asking: Asking, saving: Saving, stream: Writable): Promise<void> {
  const { columns, wanted, byteOrderMark, delimiter } = saving;
  const quoted = (cell: string) => csvCell(cell, delimiter);
  const header = wanted.map((index) => quoted(nameOf(columns, index)));
  await put(stream, `${byteOrderMark ? '\ufeff' : ''}${header.join(delimiter)}\r\n`);
  for await (const rows of rowsOf(asking, saving, false)) {
    let text = '';
    for (const { cells } of rows) {
      // A lone empty cell would be a blank line, which readers skip.
      const line = cells.map((cell) => quoted(cell ?? '')).join(delimiter);
      text += `${line === '' ? '""' : line}\r\n`;
    }
    await put(stream, text);
  }
}

async function writeWorkbook(asking: Asking, saving: Saving, stream: Writable): Promise<void> {
  const { columns, wanted } = saving;
  const types = wanted.map((index) => readingOf(columns, index).type);
  const zip = createZipWriter(stream);
  async function* sheet(): AsyncGenerator<string> {
    const names = wanted.map((index) => nameOf(columns, index));
    const start = (first: readonly Row[]) =>
      sheetHead(
        names,
        first.map(({ cells }) => cells),
      );
    let begun = false;
    for await (const rows of rowsOf(asking, saving, true)) {
      let text = begun ? '' : start(rows.slice(0, measuredRows));
      begun = true;
      for (const { cells, typed } of rows) {
        text += '<row>';
        for (const [at, cell] of cells.entries()) {
          if (cell !== null && cell.length > longestSheetCell) throw new Failure('save-beyond-excel');
          const type = types[at] ?? 'text';
          const value = typed[at] ?? null;
          text += cellXml(cell, type, type === 'number' || value === null ? value : serialDay(value));
        }
        text += '</row>';
      }
      yield text;
    }
    yield begun ? sheetEnd : start([]) + sheetEnd;
  }
  for (const [name, text] of Object.entries(workbookParts)) await zip.add(name, [text]);
  await zip.add('xl/worksheets/sheet1.xml', sheet());
  await zip.end();
}
