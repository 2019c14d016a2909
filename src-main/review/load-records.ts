import path from 'node:path';
import type { FileKind } from '../../src-preload/contract/retrievals.ts';
import { Failure } from '../ports/failure.ts';
import type { Cells } from './csv-reader.ts';
import { bytesBetween, firstBytes } from './file-bytes.ts';
import { flattenRecord } from './flatten-record.ts';
import { type JsonRecord, recordsByLine, recordsByValue } from './json-records.ts';
import type { Loaded, Loading } from './loading.ts';
import { createRowWriter } from './row-writer.ts';

/** The columns found so far, by name. */
export interface RecordColumns {
  readonly index: Map<string, number>;
  readonly nested: Set<number>;
}

const mostColumns = 10_000;

export const newRecordColumns = (): RecordColumns => ({ index: new Map(), nested: new Set() });

/** The cells of a record; columns that are new are added to `columns`. Null when it is no record. */
export function cellsOf(record: JsonRecord, columns: RecordColumns): Cells | null {
  const fields = flattenRecord(record.text);
  if (fields === null) return null;
  const cells: (string | null)[] = [];
  for (const { path: name, cell, nested } of fields) {
    let at = columns.index.get(name);
    if (at === undefined) {
      at = columns.index.size;
      if (at >= mostColumns) throw new Failure('review-unreadable');
      columns.index.set(name, at);
    }
    if (nested) columns.nested.add(at);
    while (cells.length <= at) cells.push(null);
    cells[at] = cell;
  }
  return cells;
}

/** NDJSON has a record a line; a JSON document is an array of records, or some records one after the other. */
export async function recordsOf(file: string, kind: FileKind): Promise<typeof recordsByLine> {
  if (kind === 'ndjson') return recordsByLine;
  const { bytes } = await firstBytes(file, 1024);
  if (Buffer.from(bytes).toString('latin1').trim() === '') throw new Failure('review-empty');
  return recordsByValue;
}

/**
 * JSON records, read once; a name that comes up late adds a column. DuckDB's own reader would turn `1.10` into 1.1, so
 * the fields are cut from the text here.
 */
export async function loadRecords(loading: Loading, kind: FileKind): Promise<Loaded> {
  const { connection, table, files, signal, broken, progress } = loading;
  const columns = newRecordColumns();
  broken.clear();
  const writer = await createRowWriter(connection, table, 0, ['f', 's', 'e', 'p']);
  let written = 0;
  let bytesBefore = 0;
  try {
    for (const [index, file] of files.entries()) {
      let bytes = 0;
      const records = await recordsOf(file, kind);
      for await (const record of records(file, signal, (read) => {
        bytes = read;
      })) {
        const cells = cellsOf(record, columns);
        const told = { part: path.basename(file), line: record.line, cells: null, expected: null };
        const sample = record.text.slice(0, 500);
        if (cells === null) {
          broken.add({ ...told, why: 'not-json', shown: false, text: sample });
          continue;
        }
        if (record.undecodable) broken.add({ ...told, why: 'undecodable', shown: true, text: sample });
        for (; written < columns.index.size; written += 1) await writer.addColumn();
        writer.write(cells, [index, record.start, record.end, index + 1]);
        if (writer.rows() % 1000 === 0) progress(bytesBefore + bytes, writer.rows());
      }
      bytesBefore += bytes;
    }
  } finally {
    writer.close();
  }
  if (columns.index.size === 0)
    throw new Failure(broken.counts().broken > 0 ? 'review-unreadable' : 'review-empty');
  return {
    names: [...columns.index.keys()],
    nested: columns.nested,
    sheet: null,
    sheets: [],
    hasParts: files.length > 1,
    hasRecords: true,
  };
}

/** The first rows, before all are read. */
export async function beginRecords(
  file: string,
  kind: FileKind,
  most: number,
): Promise<{
  readonly columns: RecordColumns;
  readonly rows: readonly Cells[];
  readonly records: readonly JsonRecord[];
}> {
  const columns = newRecordColumns();
  const rows: Cells[] = [];
  const seen: JsonRecord[] = [];
  const records = await recordsOf(file, kind);
  for await (const record of records(file)) {
    const cells = cellsOf(record, columns);
    if (cells === null) continue;
    rows.push(cells);
    seen.push(record);
    if (rows.length >= most) break;
  }
  return { columns, rows, records: seen };
}

export async function recordAt(file: string, start: number, end: number): Promise<string> {
  return (await bytesBetween(file, start, end))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim();
}
