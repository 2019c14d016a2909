import { Failure } from '../ports/failure.ts';
import type { Cells } from './csv-reader.ts';
import type { Loaded, Loading } from './loading.ts';
import type { WorkbookReading } from './read-workbook.ts';
import { createRowWriter, type RowWriter } from './row-writer.ts';

/** One sheet of a workbook. Cells show what Excel shows; text cells keep their leading zeros. */
export async function loadWorkbook(
  loading: Loading,
  reading: WorkbookReading,
  totalBytes: number,
): Promise<Loaded> {
  const { connection, table, signal, progress } = loading;
  const { sheet, sheets } = reading.first;
  let header: Cells | null = null;
  let width = Math.max(1, ...reading.first.rows.map((row) => row.length));
  const writer: RowWriter = await createRowWriter(connection, table, width, []);
  // Reading takes the thread as long as it takes; it tells nothing meanwhile, and is ended when it isn't wanted.
  signal.addEventListener('abort', reading.stop);
  try {
    for await (const { rows, total } of reading.pieces()) {
      for (const row of rows) {
        if (signal.aborted) throw new Failure('cancelled');
        for (; width < row.length; width += 1) await writer.addColumn();
        if (header === null) header = row;
        else writer.write(row, []);
      }
      progress((totalBytes * (writer.rows() + 1)) / total, writer.rows());
    }
  } catch (thrown) {
    throw signal.aborted ? new Failure('cancelled') : thrown;
  } finally {
    signal.removeEventListener('abort', reading.stop);
    reading.stop();
    writer.close();
  }
  if (header === null && sheets.length === 1) throw new Failure('review-empty');
  return {
    names: Array.from({ length: width }, (_, index) => header?.[index] ?? ''),
    nested: new Set(),
    sheet,
    sheets,
    hasParts: false,
    hasRecords: false,
  };
}
