import type { Dialect } from '../../src-preload/contract/review.ts';
import { separators } from '../retrieval/csv-header.ts';
import { type Cells, type Cutting, createCsvReader } from './csv-reader.ts';
import { createTextReader, recogniseEncoding } from './text-encodings.ts';

const quotes = ['"', "'"] as const;
const sampleRecords = 200;

export interface Recognised {
  readonly dialect: Dialect;
  readonly newline: Cutting['newline'];
  /** Lines before the header that are no data: Excel's own `sep=;`. */
  readonly skipLines: 0 | 1;
}

/** What a file's first bytes say of how it is cut; what the person said counts more. */
export function recogniseDialect(bytes: Uint8Array, said: Partial<Dialect>): Recognised {
  const encoding = said.encoding ?? recogniseEncoding(bytes);
  const text = createTextReader(encoding)
    .read(bytes)
    .replace(/^\uFEFF/, '');
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const told = /^sep=(.)\r?[\n\r]/i.exec(text);
  const body = told === null ? text : text.slice(told[0].length);
  const quote = said.quote ?? recogniseQuote(body);
  const delimiter = said.delimiter ?? told?.[1] ?? recogniseDelimiter(body, quote, newline);
  const records = recordsOf(body, { delimiter, quote, newline });
  const header = said.header ?? looksLikeHeader(records);
  return { dialect: { encoding, delimiter, quote, header }, newline, skipLines: told === null ? 0 : 1 };
}

export function recordsOf(text: string, cutting: Cutting, most = sampleRecords): readonly Cells[] {
  const records: Cells[] = [];
  const reader = createCsvReader(
    cutting,
    {
      record: (cells) => {
        if (records.length < most) records.push(cells);
      },
      broken: () => {},
    },
    () => records[0]?.length === 1,
  );
  // The last record of a sample may be cut: only whole ones count, unless there is but one.
  reader.write(text);
  if (records.length === 0) reader.end();
  return records;
}

/** A single quote counts only where cells are wrapped in them and none in double ones. */
function recogniseQuote(text: string): string {
  const wrapped = (quote: string) =>
    text.match(new RegExp(`(^|[\\n\\r,;\\t|])${quote}[^${quote}\\n\\r]*${quote}(?=[\\n\\r,;\\t|]|$)`, 'g'))
      ?.length ?? 0;
  const [double, single] = quotes;
  return wrapped(single) > 1 && wrapped(double) === 0 && !text.includes(double) ? single : double;
}

/** The delimiter by which most records have as many cells as the first, and more than one. */
function recogniseDelimiter(text: string, quote: string, newline: Cutting['newline']): string {
  const scored = separators.map((delimiter) => {
    const records = recordsOf(text, { delimiter, quote, newline });
    const width = records[0]?.length ?? 0;
    const alike = records.filter((cells) => cells.length === width).length;
    return { delimiter, score: width < 2 ? 0 : (alike / records.length) * (1 + Math.log2(width) / 8) };
  });
  const best = scored.reduce((most, one) => (one.score > most.score ? one : most));
  return best.delimiter;
}

const valueLike = /^[-+]?[\d.,]*\d[\d.,]*%?$|^\d{4}-\d{2}-\d{2}|^\d{1,2}[./]\d{1,2}[./]\d{4}/;

/**
 * A first line is a header unless it looks like the lines below it: some column holds numbers or dates from the first
 * line on, and none begins with a word above numbers.
 */
export function looksLikeHeader(records: readonly Cells[]): boolean {
  const [first, ...others] = records;
  if (first === undefined || others.length < 2) return true;
  let like = 0;
  for (let column = 0; column < first.length; column += 1) {
    const below = others.map((cells) => cells[column] ?? null).filter((cell) => cell !== null);
    if (below.length < 2 || !below.every((cell) => valueLike.test(cell))) continue;
    const top = first[column] ?? null;
    if (top === null) continue;
    if (!valueLike.test(top)) return true;
    like += 1;
  }
  return like === 0;
}
