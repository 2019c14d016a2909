import type { OpenTable } from '../../src-preload/contract/review.ts';

/** An open table, all of it read unless the test says otherwise. */
export function sampleTable(change: Partial<OpenTable> = {}): OpenTable {
  return {
    handle: 'h1',
    jobId: 'job-1',
    title: 'Installs',
    files: 1,
    sheet: null,
    sheets: [],
    columns: [
      { index: 0, name: 'id', type: 'id' },
      { index: 1, name: 'country', type: 'text' },
    ],
    totalRows: 300,
    brokenRows: 0,
    load: { kind: 'ready' },
    ...change,
  };
}
