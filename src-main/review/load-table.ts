import { Failure } from '../ports/failure.ts';
import { loadCsv } from './load-csv.ts';
import { loadRecords } from './load-records.ts';
import type { Loaded, Loading } from './loading.ts';
import type { Preview } from './preview.ts';

/** Reads all of the files into one table. */
export async function loadTable(
  loading: Loading,
  preview: Preview,
  sheet: string | null,
  totalBytes: number,
): Promise<Loaded> {
  if (preview.csv !== null) return loadCsv(loading, preview.csv, totalBytes);
  switch (preview.kind) {
    case 'ndjson':
    case 'json':
      return loadRecords(loading, preview.kind);
    case 'xlsx': {
      const { loadWorkbook } = await import('./load-workbook.ts');
      return loadWorkbook(loading, sheet);
    }
    default:
      throw new Failure('review-unreadable');
  }
}
