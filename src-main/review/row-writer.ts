import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import type { Cells } from './csv-reader.ts';
import type { TableName } from './loading.ts';

const rowsBetweenFlushes = 20_000;
const bytesBetweenFlushes = 16 * 1024 * 1024;

/** Writes rows that were cut here, and not by DuckDB, into a table; its columns can grow on the way. */
export interface RowWriter {
  /** Cells that are missing at the end are null; `extra` goes into the columns behind the cells. */
  write(cells: Cells, extra: readonly number[]): void;
  addColumn(): Promise<void>;
  readonly rows: () => number;
  close(): void;
}

export async function createRowWriter(
  connection: DuckDBConnection,
  table: TableName,
  cells: number,
  extraColumns: readonly string[],
): Promise<RowWriter> {
  let width = cells;
  let rows = 0;
  let sinceFlush = 0;
  let charsSinceFlush = 0;
  // Extra columns stand first, so that more cells can be added behind.
  const extras = extraColumns.map((name) => `${name} BIGINT`);
  const columns = Array.from({ length: width }, (_, index) => `c${index} VARCHAR`);
  await connection.run(`CREATE OR REPLACE TABLE ${table} (${[...extras, ...columns].join(', ')})`);
  const [catalog, name] = table.split('.');
  const open = (): Promise<DuckDBAppender> => connection.createAppender(name ?? 't', 'main', catalog);
  let appender = await open();

  function flush(): void {
    appender.flushSync();
    sinceFlush = 0;
    charsSinceFlush = 0;
  }

  return {
    write(row, extra) {
      for (const value of extra) appender.appendBigInt(BigInt(value));
      for (let index = 0; index < width; index += 1) {
        const cell = row[index] ?? null;
        if (cell === null) appender.appendNull();
        else {
          appender.appendVarchar(cell);
          charsSinceFlush += cell.length;
        }
      }
      appender.endRow();
      rows += 1;
      sinceFlush += 1;
      if (sinceFlush >= rowsBetweenFlushes || charsSinceFlush >= bytesBetweenFlushes) flush();
    },
    async addColumn() {
      appender.closeSync();
      await connection.run(`ALTER TABLE ${table} ADD COLUMN c${width} VARCHAR`);
      width += 1;
      sinceFlush = 0;
      charsSinceFlush = 0;
      appender = await open();
    },
    rows: () => rows,
    close: () => appender.closeSync(),
  };
}
