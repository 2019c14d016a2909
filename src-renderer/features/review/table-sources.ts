import type { FileKind, FileView } from '../../../src-preload/contract/retrievals.ts';

/** What can be opened as one table: a workbook, or all parts of an export that belong together. */
export interface TableSource {
  readonly fileId: string;
  readonly name: string;
  readonly parts: number;
}

const joined: readonly FileKind[] = ['csv', 'csv.gz', 'ndjson'];

/** The tables of an export's files, in the files' order. Main joins parts of one kind, whichever of them is opened. */
export function tableSources(files: readonly FileView[]): readonly TableSource[] {
  const sources: TableSource[] = [];
  const seen = new Set<FileKind>();
  for (const file of files) {
    if (!joined.includes(file.kind)) {
      sources.push({ fileId: file.id, name: file.name, parts: 1 });
    } else if (!seen.has(file.kind)) {
      seen.add(file.kind);
      const parts = files.filter(({ kind }) => kind === file.kind).length;
      sources.push({ fileId: file.id, name: file.name, parts });
    }
  }
  return sources;
}
