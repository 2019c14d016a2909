import { parentPort, workerData } from 'node:worker_threads';
import { asDocketError } from '../ports/failure.ts';
import { sheetCells, workbookBytes } from './sheet-cells.ts';
import { type SheetNews, sheetTaskSchema } from './workbook-protocol.ts';

const rowsAtOnce = 2000;
/** Below, all of it is there as soon as its beginning. */
const small = 1024 * 1024;
const say = (news: SheetNews) => parentPort?.postMessage(news);

/** The other end of read-workbook.ts: SheetJS reads a sheet in one go, during which nothing else could be done. */
async function readSheet(): Promise<void> {
  const { file, sheet, first } = sheetTaskSchema.parse(workerData);
  const bytes = await workbookBytes(file);
  if (bytes.length > small) say({ kind: 'first', ...sheetCells(bytes, sheet, first) });
  const { rows, ...about } = sheetCells(bytes, sheet);
  if (bytes.length <= small) say({ kind: 'first', ...about, rows: rows.slice(0, first) });
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    say({ kind: 'rows', rows: rows.slice(at, at + rowsAtOnce), total: rows.length });
  }
  say({ kind: 'end' });
}

readSheet().catch((thrown: unknown) => say({ kind: 'failed', error: asDocketError(thrown) }));
