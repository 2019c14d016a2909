import { Failure } from '../ports/failure.ts';
import { loadCsv } from './load-csv.ts';
import { loadRecords } from './load-records.ts';
import { loadWorkbook } from './load-workbook.ts';
import type { Loaded, Loading } from './loading.ts';
import type { Preview } from './preview.ts';

/** Reads all of the files into one table. */
export async function loadTable(loading: Loading, preview: Preview, totalBytes: number): Promise<Loaded> {
  await preview.unpacked(loading.signal, (share) => loading.progress(totalBytes * share, null));
  if (preview.csv !== null) return loadCsv(loading, preview.csv, totalBytes);
  switch (preview.kind) {
    case 'ndjson':
    case 'json':
      return loadRecords(loading, preview.kind);
    case 'xlsx':
      if (preview.workbook === null) break;
      return loadWorkbook(loading, preview.workbook, totalBytes);
    default:
  }
  throw new Failure('review-unreadable');
}
