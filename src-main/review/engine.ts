import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { FileKind } from '../../src-preload/contract/retrievals.ts';
import type { RowsPage } from '../../src-preload/contract/review.ts';
import { Failure } from '../ports/failure.ts';
import { loadCsv } from './load-csv.ts';
import { loadRecords } from './load-records.ts';
import { loadWorkbook } from './load-workbook.ts';
import type { Loaded } from './loaded-table.ts';
import type { Source, Table } from './protocol.ts';

interface OpenFile {
  readonly connection: DuckDBConnection;
  readonly instance: DuckDBInstance;
  /** Where DuckDB puts what exceeds its memory. */
  readonly spill: string;
  readonly columns: number;
  readonly total: number;
}

/**
 * Tables over collected files. Each open table is a DuckDB of its own in memory, which spills below `folder` when it
 * grows beyond its limit (a database file would be written and synced whole before the first row shows). Cells are
 * always text, as the vendor wrote them.
 */
export function createEngine(folder: string) {
  const open = new Map<string, OpenFile>();

  async function openTable(handle: string, source: Source): Promise<Table> {
    const spill = path.join(folder, `${handle}.spill`);
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: '768MB',
      threads: '2',
      temp_directory: spill,
      // The engine reads the files that it is given and reaches for nothing else.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    const state = { connection, instance, spill };
    try {
      const loaded = await load(connection, source);
      const total = await countRows(connection);
      open.set(handle, { ...state, columns: loaded.names.length, total });
      return {
        columns: loaded.names.map((name, index) => ({ index, name, type: loaded.types[index] ?? 'text' })),
        totalRows: total,
        brokenRows: loaded.brokenRows,
        sheet: loaded.sheet,
        sheets: [...loaded.sheets],
      };
    } catch (thrown) {
      await discard(state);
      throw thrown instanceof Failure ? thrown : new Failure('review-unreadable', { cause: thrown });
    }
  }

  async function rows(
    handle: string,
    offset: number,
    limit: number,
    columns: readonly number[] | null,
  ): Promise<RowsPage> {
    const table = open.get(handle);
    if (table === undefined) throw new Failure('review-closed');
    const wanted = (columns ?? Array.from({ length: table.columns }, (_, index) => index)).filter(
      (index) => index < table.columns,
    );
    const selected = wanted.map((index) => `c${index}`).join(', ');
    const reader = await table.connection.runAndReadAll(
      `SELECT ${selected} FROM t WHERE rowid >= $from AND rowid < $to ORDER BY rowid`,
      { from: BigInt(offset), to: BigInt(offset + limit) },
    );
    const page = reader.getRows().map((row) => row.map((cell) => (cell === null ? null : String(cell))));
    return { offset, total: table.total, rows: page };
  }

  async function close(handle: string): Promise<void> {
    const table = open.get(handle);
    if (table === undefined) return;
    open.delete(handle);
    await discard(table);
  }

  return { openTable, rows, close };
}

function load(connection: DuckDBConnection, source: Source): Promise<Loaded> {
  const kinds: Readonly<Record<FileKind, () => Promise<Loaded>>> = {
    csv: () => loadCsv(connection, source.files),
    'csv.gz': () => loadCsv(connection, source.files),
    ndjson: () => loadRecords(connection, source.files),
    json: () => loadRecords(connection, source.files),
    xlsx: () => loadWorkbook(connection, source.files, source.sheet),
    zip: () => loadWorkbook(connection, source.files, source.sheet),
    other: () => Promise.reject(new Failure('review-unreadable')),
  };
  return kinds[source.kind]();
}

async function countRows(connection: DuckDBConnection): Promise<number> {
  const reader = await connection.runAndReadAll('SELECT count(*) FROM t');
  return Number(reader.getRows()[0]?.[0] ?? 0);
}

async function discard(table: Pick<OpenFile, 'connection' | 'instance' | 'spill'>): Promise<void> {
  table.connection.closeSync();
  table.instance.closeSync();
  await rm(table.spill, { force: true, recursive: true });
}
