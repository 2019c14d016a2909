import path from 'node:path';
import type { CsvBeginning } from './csv-beginning.ts';
import { createCsvReader } from './csv-reader.ts';
import { bytesOf } from './file-bytes.ts';
import type { Loading } from './loading.ts';
import { createRowWriter } from './row-writer.ts';
import { createTextReader } from './text-encodings.ts';

/**
 * Reads CSV of any encoding and with ill lines. Every line is either a row or told as broken: short ones are filled up
 * and told; longer ones are left out and told, unless what is too much is empty.
 */
export async function cutCsv(loading: Loading, beginning: CsvBeginning): Promise<void> {
  const { connection, table, files, signal, broken, progress } = loading;
  const { dialect, cutting, names, skipLines } = beginning;
  const width = names.length;
  const hasParts = files.length > 1;
  broken.clear();
  const writer = await createRowWriter(connection, table, width, hasParts ? ['p'] : []);
  let bytesBefore = 0;
  try {
    for (const [index, file] of files.entries()) {
      const part = path.basename(file);
      const extra = hasParts ? [index + 1] : [];
      const text = createTextReader(dialect.encoding);
      let headerLeft = dialect.header;
      let lineShift = 0;
      const told = { part, cells: null, expected: null, shown: false } as const;
      const reader = createCsvReader(
        cutting,
        {
          record(cells, line) {
            if (headerLeft) {
              headerLeft = false;
              return;
            }
            const beyond = cells.length > width && cells.slice(width).some((cell) => cell !== null);
            if (cells.length < width || beyond) {
              const sample = cells
                .map((cell) => cell ?? '')
                .join(cutting.delimiter)
                .slice(0, 500);
              const why = beyond ? 'too-many-cells' : 'too-few-cells';
              const counts = { cells: cells.length, expected: width, shown: !beyond };
              broken.add({ ...told, ...counts, why, line: line + lineShift, text: sample });
            }
            if (beyond) return;
            if (text.hasBad() && cells.some((cell) => cell?.includes('\ufffd'))) {
              const sample = cells.map((cell) => cell ?? '').join(cutting.delimiter);
              const where = { line: line + lineShift, text: sample.slice(0, 500) };
              broken.add({ ...told, ...where, why: 'undecodable', shown: true });
            }
            writer.write(cells, extra);
          },
          broken: (why, line, sample) => {
            headerLeft = false;
            broken.add({ ...told, why, line: line + lineShift, text: sample });
          },
        },
        () => width === 1,
      );
      let begun = false;
      let bytes = 0;
      for await (const chunk of bytesOf(file, signal, (read) => {
        bytes = read;
      })) {
        let piece = text.read(chunk);
        if (!begun && piece !== '') {
          piece = piece.replace(/^\uFEFF/, '');
          if (skipLines === 1) {
            piece = piece.slice(piece.indexOf(cutting.newline) + 1);
            lineShift = 1;
          }
          begun = true;
        }
        reader.write(piece);
        progress(bytesBefore + bytes, writer.rows());
      }
      reader.write(text.end());
      reader.end();
      bytesBefore += bytes;
    }
  } finally {
    writer.close();
  }
}
