import { mkdir } from 'node:fs/promises';
import type { FileKind } from '../../src-preload/contract/retrievals.ts';
import { Failure } from '../ports/failure.ts';
import { guessReading, type Reading } from './column-types.ts';
import { beginCsv, type CsvBeginning } from './csv-beginning.ts';
import type { Cells } from './csv-reader.ts';
import type { JsonRecord } from './json-records.ts';
import { beginRecords } from './load-records.ts';
import type { Source } from './protocol.ts';
import { readWorkbook, type WorkbookReading } from './read-workbook.ts';
import { type Unpacking, unpackTable } from './unpack-table.ts';

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
  readonly workbook: WorkbookReading | null;
  /** Settles when the files are whole: what comes out of an archive is looked at before. */
  unpacked(signal: AbortSignal, onShare: (share: number) => void): Promise<void>;
  /** Ends what goes on behind a preview that is not wanted any more. */
  stop(): void;
}

const mostRows = 500;
/** A CSV is judged by no more than that. */
const mostBytes = 5 * 1024 * 1024;
const progressInterval = 200;

/** Reads the beginning of the first file; needs no DuckDB. */
export async function previewOf(source: Source, folder: string): Promise<Preview> {
  await mkdir(folder, { recursive: true });
  const [first] = source.files;
  if (first === undefined) throw new Failure('review-unreadable');
  if (source.kind !== 'zip') return previewOfKind(source.files, source.kind, source);
  const unpacking = await unpackTable(first, folder, mostBytes);
  try {
    await unpacking.begun;
    const preview = await previewOfKind([unpacking.file], unpacking.kind, source);
    return {
      ...preview,
      unpacked: (signal, onShare) => waitFor(unpacking, signal, onShare),
      stop() {
        unpacking.stop();
        preview.stop();
      },
    };
  } catch (thrown) {
    unpacking.stop();
    await unpacking.done.catch(() => undefined);
    throw thrown;
  }
}

async function waitFor(
  unpacking: Unpacking,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<void> {
  const ticking = setInterval(() => onShare(unpacking.share() / 2), progressInterval);
  signal.addEventListener('abort', unpacking.stop);
  if (signal.aborted) unpacking.stop();
  try {
    await unpacking.done;
  } finally {
    clearInterval(ticking);
    signal.removeEventListener('abort', unpacking.stop);
  }
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
    workbook: null,
    unpacked: async () => {},
    stop: () => {},
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
    case 'xlsx': {
      const workbook = await readWorkbook({ file: first, sheet: source.sheet, first: mostRows });
      const [header = [], ...rows] = workbook.first.rows;
      const width = Math.max(header.length, ...rows.map((row) => row.length));
      const names = Array.from({ length: width }, (_, index) => header[index] ?? '');
      return { ...nothing, workbook, names, rows, readings: guess(names, rows), stop: workbook.stop };
    }
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
