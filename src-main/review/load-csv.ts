import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type DuckDBConnection, listValue, structValue } from '@duckdb/node-api';
import { Failure } from '../ports/failure.ts';
import { guessTypes, type Loaded } from './loaded-table.ts';

const delimiters = [',', ';', '\t', '|'] as const;
const longestHeader = 4 * 1024 * 1024;

/**
 * CSV and CSV.gz, all parts as one table. The header is read here, so that DuckDB guesses nothing: its sniffer may skip
 * lines that it doesn't like, and a review must show every row. https://duckdb.org/docs/stable/data/csv/overview
 */
export async function loadCsv(connection: DuckDBConnection, files: readonly string[]): Promise<Loaded> {
  const [first] = files;
  if (first === undefined) throw new Failure('review-unreadable');
  const header = parseHeader(await firstRecord(first));
  const names = header.cells;
  const columns = structValue(Object.fromEntries(names.map((_, index) => [`c${index}`, 'VARCHAR'])));
  const values = { files: listValue([...files]), delimiter: header.delimiter, columns };
  const read = (options: string) =>
    connection.run(
      `CREATE OR REPLACE TABLE t AS SELECT * FROM read_csv($files, auto_detect=false, header=true, delim=$delimiter,
       quote='"', escape='"', columns=$columns${options})`,
      values,
    );
  let brokenRows = 0;
  try {
    await read('');
  } catch {
    // Ragged or ill-quoted lines: short rows are filled up, what still can't be a row is counted.
    await read(', parallel=false, null_padding=true, ignore_errors=true, store_rejects=true');
    const reader = await connection.runAndReadAll(
      'SELECT count(*) FROM (SELECT DISTINCT file_id, line FROM reject_errors)',
    );
    brokenRows = Number(reader.getRows()[0]?.[0] ?? 0);
  }
  return { names, types: await guessTypes(connection, names.length), brokenRows, sheet: null, sheets: [] };
}

/** The text of the first record, line breaks in quotes included. */
async function firstRecord(file: string): Promise<string> {
  const raw = createReadStream(file);
  // `pipeline` hands an error of the file on to the stream that is read, and closes both; `pipe` would wait for ever.
  const stream = file.toLowerCase().endsWith('.gz') ? pipeline(raw, createGunzip(), () => {}) : raw;
  const text = new TextDecoder('utf-8');
  let record = '';
  for await (const chunk of stream) {
    record += text.decode(chunk as Uint8Array, { stream: true });
    const end = endOfRecord(record);
    if (end !== null) return record.slice(0, end);
    if (record.length > longestHeader) throw new Failure('review-unreadable');
  }
  return record;
}

function endOfRecord(text: string): number | null {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) return at;
  }
  return null;
}

/** The header's cells, and the delimiter that splits it into most. RFC 4180 quoting. */
export function parseHeader(record: string): {
  readonly cells: readonly string[];
  readonly delimiter: string;
} {
  const text = record.replace(/^\uFEFF/, '');
  const splits = delimiters.map((delimiter) => ({ delimiter, cells: splitRecord(text, delimiter) }));
  const best = splits.reduce((most, split) => (split.cells.length > most.cells.length ? split : most));
  if (best.cells.length === 1 && best.cells[0] === '') throw new Failure('review-unreadable');
  return best;
}

function splitRecord(text: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === delimiter) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  cells.push(cell);
  return cells;
}
