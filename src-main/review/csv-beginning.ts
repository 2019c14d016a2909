import type { Dialect } from '../../src-preload/contract/review.ts';
import { Failure } from '../ports/failure.ts';
import type { Cells, Cutting } from './csv-reader.ts';
import { firstBytes } from './file-bytes.ts';
import { type Recognised, recogniseDialect, recordsOf } from './recognise-dialect.ts';
import { createTextReader } from './text-encodings.ts';

/** What is known of a CSV by its first bytes: how it is cut, its columns, its first rows. */
export interface CsvBeginning extends Recognised {
  readonly cutting: Cutting;
  readonly names: readonly string[];
  readonly rows: readonly Cells[];
}

const mostRows = 1000;
const samples = [128 * 1024, 4 * 1024 * 1024] as const;

/** Throws `review-empty` when there is nothing, `review-unreadable` when the first line doesn't end. */
export async function beginCsv(file: string, said: Partial<Dialect>): Promise<CsvBeginning> {
  for (const size of samples) {
    const { bytes, whole } = await firstBytes(file, size);
    if (looksEmpty(bytes)) {
      if (whole) throw new Failure('review-empty');
      continue;
    }
    if (looksBinary(bytes)) throw new Failure('review-unreadable');
    const beginning = readBeginning(bytes, said, whole);
    if (beginning !== null) return beginning;
  }
  throw new Failure('review-unreadable');
}

function readBeginning(bytes: Uint8Array, said: Partial<Dialect>, whole: boolean): CsvBeginning | null {
  const recognised = recogniseDialect(bytes, said);
  const { dialect, newline, skipLines } = recognised;
  const cutting = { delimiter: dialect.delimiter, quote: dialect.quote, newline };
  let text = createTextReader(dialect.encoding)
    .read(bytes)
    .replace(/^\uFEFF/, '');
  if (skipLines === 1) text = text.slice(text.indexOf(newline) + 1);
  const records = recordsOf(whole && !text.endsWith(newline) ? text + newline : text, cutting, mostRows);
  const [first, ...others] = records;
  if (first === undefined || (!whole && !text.includes(newline))) return null;
  const rows = dialect.header ? others : records;
  const width = Math.max(first.length, usualWidth(rows, first.length));
  const names = Array.from({ length: width }, (_, index) => (dialect.header ? (first[index] ?? '') : ''));
  const fitting = rows.filter((cells) => cells.length <= width);
  return { ...recognised, cutting, names, rows: fitting };
}

/** A header may lack the names of columns that the rows have: the width that more than half of them have. */
function usualWidth(rows: readonly Cells[], least: number): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) if (length > least) counts.set(length, (counts.get(length) ?? 0) + 1);
  for (const [width, count] of counts) if (count > rows.length / 2) return width;
  return least;
}

const looksEmpty = (bytes: Uint8Array) =>
  bytes.every((byte) => byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf);

/** Beginnings of files that are no text: archives, workbooks, pictures, PDF, programs. */
const signatures = ['504b0304', '1f8b', '89504e47', 'ffd8ff', '25504446', 'd0cf11e0', '7f454c46', '28b52ffd'];

function looksBinary(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  return signatures.some((signature) => head.startsWith(signature));
}
