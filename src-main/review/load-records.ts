import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Column } from '../../src-preload/contract/review.ts';
import { Failure } from '../ports/failure.ts';
import { cellOf, splitFields } from './json-fields.ts';
import { type Loaded, makeTable } from './loaded-table.ts';

/**
 * NDJSON: one record a line. Read twice: first for all the names that occur, then for the cells. DuckDB's own reader
 * would turn `1.10` into 1.1, so the fields are cut from the text here.
 */
export async function loadRecords(connection: DuckDBConnection, files: readonly string[]): Promise<Loaded> {
  const columns = new Map<string, { readonly index: number; nested: boolean; numeric: boolean }>();
  for await (const line of linesOf(files)) {
    for (const { name, raw } of splitFields(line) ?? []) {
      const column = columns.get(name) ?? { index: columns.size, nested: false, numeric: true };
      columns.set(name, column);
      if (raw.startsWith('{') || raw.startsWith('[')) column.nested = true;
      if (raw !== 'null' && !/^-?\d/.test(raw)) column.numeric = false;
    }
  }
  if (columns.size === 0) throw new Failure('review-unreadable');
  await makeTable(connection, columns.size);
  const appender = await connection.createAppender('t');
  let brokenRows = 0;
  let sinceFlush = 0;
  for await (const line of linesOf(files)) {
    const fields = splitFields(line);
    if (fields === null) {
      brokenRows += 1;
      continue;
    }
    const cells = new Array<string | null>(columns.size).fill(null);
    for (const { name, raw } of fields) {
      const index = columns.get(name)?.index;
      if (index !== undefined) cells[index] = cellOf(raw);
    }
    for (const cell of cells) {
      if (cell === null) appender.appendNull();
      else appender.appendVarchar(cell);
    }
    appender.endRow();
    sinceFlush += 1;
    if (sinceFlush === 10_000) {
      appender.flushSync();
      sinceFlush = 0;
    }
  }
  appender.closeSync();
  const types = [...columns.values()].map(({ nested, numeric }): Column['type'] =>
    nested ? 'nested' : numeric ? 'number' : 'text',
  );
  return { names: [...columns.keys()], types, brokenRows, sheet: null, sheets: [] };
}

async function* linesOf(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files) {
    const lines = createInterface({
      input: createReadStream(file, 'utf8'),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    for await (const line of lines) if (line.trim() !== '') yield line;
  }
}
