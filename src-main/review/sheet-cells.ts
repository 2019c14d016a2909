import { readFile } from 'node:fs/promises';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { Failure } from '../ports/failure.ts';
import type { Cells } from './csv-reader.ts';
import { openZip } from './unpack-table.ts';

/** A workbook larger than this unpacked is opened in its own program instead: SheetJS holds all of it in memory. */
const largestWorkbook = 300 * 1024 * 1024;

/** The rows of one sheet, its first one with the names included. Cells show what Excel shows. */
export interface SheetCells {
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly rows: readonly Cells[];
}

/** The bytes of a file that is a workbook. Throws `zip-corrupt`, `not-a-workbook` or `answer-too-large`. */
export async function workbookBytes(file: string): Promise<Buffer> {
  const zip = await openZip(file);
  let unpacked = 0;
  let isWorkbook = false;
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      isWorkbook ||= entry.fileName === 'xl/workbook.xml';
    }
  } catch (cause) {
    throw new Failure('zip-corrupt', { cause });
  }
  if (!isWorkbook) throw new Failure('not-a-workbook');
  if (unpacked > largestWorkbook) throw new Failure('answer-too-large');
  return readFile(file);
}

/** The sheet of that name, or the first; only its first `most` rows when asked so. */
export function sheetCells(bytes: Buffer, wanted: string | null, most?: number): SheetCells {
  const workbook = parse(bytes, wanted, most);
  const sheet = workbook.SheetNames.find((name) => name === wanted) ?? workbook.SheetNames[0];
  const cells = sheet === undefined ? undefined : workbook.Sheets[sheet];
  if (sheet === undefined || cells === undefined) throw new Failure('not-a-workbook');
  const rows: unknown[][] = utils.sheet_to_json(cells, {
    header: 1,
    raw: false,
    defval: null,
    blankrows: false,
  });
  return {
    sheet,
    sheets: workbook.SheetNames,
    rows: rows.map((row) =>
      row.map((cell) => (cell === null || cell === undefined || cell === '' ? null : String(cell))),
    ),
  };
}

/** Reads the one sheet only. https://docs.sheetjs.com/docs/api/parse-options */
function parse(bytes: Buffer, wanted: string | null, most: number | undefined): WorkBook {
  const how = { type: 'buffer', dense: true, ...(most === undefined ? {} : { sheetRows: most }) } as const;
  try {
    const { SheetNames: names } = read(bytes, { type: 'buffer', bookSheets: true });
    return read(bytes, { ...how, sheets: wanted !== null && names.includes(wanted) ? wanted : 0 });
  } catch (thrown) {
    throw new Failure('zip-corrupt', { cause: thrown });
  }
}
