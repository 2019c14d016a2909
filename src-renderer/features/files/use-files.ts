import type { FilesFilter, FilesOutline, ListedFile } from '../../../src-preload/contract/files.ts';
import { ask, docket } from '../../state/docket.ts';
import { type OutlinedList, type OutlinedSource, useOutlinedList } from '../../state/use-outlined-list.ts';

export type Files = OutlinedList<FilesOutline, ListedFile>;

const none = { files: 0, bytes: 0 } as const;
const source: OutlinedSource<FilesFilter, FilesOutline, ListedFile> = {
  empty: { groups: [], found: none, here: none, committed: none, binned: none, connections: [] },
  outline: (filter) => ask(docket().files.outline(filter)),
  list: (query) => ask(docket().files.list(query)),
  news: ['jobs-changed'],
};

/** Everything collected, kept up to date while it is on screen. */
export function useFiles(filter: FilesFilter): Files {
  return useOutlinedList(source, filter);
}
