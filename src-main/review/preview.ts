import { mkdir } from 'node:fs/promises';
import type { FileKind } from '../../src-preload/contract/retrievals.ts';
import { Failure } from '../ports/failure.ts';
import { guessReading, type Reading } from './column-types.ts';
import { beginCsv, type CsvBeginning } from './csv-beginning.ts';
import type { Cells } from './csv-reader.ts';
import type { JsonRecord } from './json-records.ts';
import { beginRecords } from './load-records.ts';
import type { Source } from './protocol.ts';

/** What can be shown before the table is read: its columns as far as known, and its first rows. */
export interface Preview {
  /** The files to read: those of the source, or what was unpacked from one. */
  readonly files: readonly string[];
  readonly kind: FileKind;
  readonly names: readonly string[];
  readonly nested: ReadonlySet<number>;
  readonly readings: readonly Reading[];
  readonly rows: readonly Cells[];
  readonly records: readonly JsonRecord[];
  readonly csv: CsvBeginning | null;
}

const mostRows = 500;

/** Reads the beginning of the first file; needs no DuckDB. */
export async function previewOf(source: Source, folder: string): Promise<Preview> {
  await mkdir(folder, { recursive: true });
  const [first] = source.files;
  if (first === undefined) throw new Failure('review-unreadable');
  if (source.kind === 'zip') {
    // Loaded late: what reads archives is not needed for the first rows of other files.
    const { unpackTable } = await import('./load-workbook.ts');
    const within = await unpackTable(first, folder);
    return previewOfKind([within.file], within.kind, source);
  }
  return previewOfKind(source.files, source.kind, source);
}

async function previewOfKind(files: readonly string[], kind: FileKind, source: Source): Promise<Preview> {
  const [first = ''] = files;
  const nothing = {
    files,
    kind,
    names: [],
    nested: new Set<number>(),
    readings: [],
    rows: [],
    records: [],
    csv: null,
  };
  switch (kind) {
    case 'csv':
    case 'csv.gz': {
      const csv = await beginCsv(first, source.dialect);
      return { ...nothing, csv, names: csv.names, rows: csv.rows, readings: guess(csv.names, csv.rows) };
    }
    case 'ndjson':
    case 'json': {
      const { columns, rows, records } = await beginRecords(first, kind, mostRows);
      const names = [...columns.index.keys()];
      return { ...nothing, names, nested: columns.nested, rows, records, readings: guess(names, rows) };
    }
    case 'xlsx':
      return nothing;
    case 'zip':
    case 'other':
      throw new Failure('review-unreadable');
  }
}

const guess = (names: readonly string[], rows: readonly Cells[]) =>
  names.map((name, index) =>
    guessReading(
      name,
      rows.map((cells) => cells[index] ?? null),
    ),
  );
