import path from 'node:path';
import type { FileView } from '../../src-preload/contract/retrievals.ts';
import { Failure } from '../ports/failure.ts';
import type { Source } from './protocol.ts';

/** Parts of one retrieval are one table; a workbook stands alone. */
export function tableFilesOf(file: FileView, all: readonly FileView[]): readonly FileView[] {
  if (file.kind !== 'csv' && file.kind !== 'csv.gz' && file.kind !== 'ndjson') return [file];
  return all.filter((other) => other.kind === file.kind);
}

/** What to read. */
export function sourceOf(files: readonly FileView[], how: Omit<Source, 'files' | 'kind'>): Source {
  const [first] = files;
  if (first === undefined) throw new Failure('file-missing');
  return { files: files.map((one) => path.join(one.folder, one.name)), kind: first.kind, ...how };
}
