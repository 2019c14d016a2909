import { useEffect, useSyncExternalStore } from 'react';
import type { PagedList } from '../state/paged-list.ts';

/** An entry of a long list, read when it comes into sight; undefined until then. */
export function usePagedEntry<T>(list: PagedList<T>, index: number): T | null | undefined {
  const entry = useSyncExternalStore(list.subscribe, () => list.get(index));
  // After each drawing: a refresh takes back what was read.
  useEffect(() => list.want(index));
  return entry;
}
