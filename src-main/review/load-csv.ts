import { Failure } from '../ports/failure.ts';
import type { CsvBeginning } from './csv-beginning.ts';
import { cutCsv } from './cut-csv.ts';
import { followed } from './followed.ts';
import type { Loaded, Loading } from './loading.ts';
import { asFailure } from './store.ts';

/**
 * CSV and CSV.gz, all parts as one table. DuckDB reads what is proper; it guesses nothing, because its sniffer may skip
 * lines that it doesn't like. What it refuses (ragged lines, other encodings) is cut here, line by line.
 * https://duckdb.org/docs/stable/data/csv/overview
 */
export async function loadCsv(
  loading: Loading,
  beginning: CsvBeginning,
  totalBytes: number,
): Promise<Loaded> {
  const { connection, table, files, signal, progress } = loading;
  const { dialect, cutting, names, skipLines } = beginning;
  const hasParts = files.length > 1;
  const loaded = { names, nested: new Set<number>(), sheet: null, sheets: [], hasParts, hasRecords: false };
  if (dialect.encoding !== 'utf-8') {
    await cutCsv(loading, beginning);
    return loaded;
  }
  const { listValue, structValue } = await import('@duckdb/node-api');
  const stop = () => connection.interrupt();
  signal.addEventListener('abort', stop);
  try {
    await followed(
      connection,
      (share) => progress(totalBytes * share, null),
      () =>
        connection.run(
          `CREATE OR REPLACE TABLE ${table} AS SELECT ${hasParts ? '(file_index + 1)::BIGINT AS p, ' : ''}*
       FROM read_csv($files, auto_detect=false, header=$header, skip=$skip, delim=$delimiter, quote=$quote,
       escape=$quote, columns=$columns)`,
          {
            files: listValue([...files]),
            header: dialect.header,
            skip: skipLines,
            delimiter: cutting.delimiter,
            quote: cutting.quote,
            columns: structValue(Object.fromEntries(names.map((_, index) => [`c${index}`, 'VARCHAR']))),
          },
        ),
    );
    return loaded;
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (signal.aborted) throw new Failure('cancelled');
    if (failure.code !== 'review-unreadable') throw failure;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  await cutCsv(loading, beginning);
  return loaded;
}
