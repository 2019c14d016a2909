import { useCallback, useEffect, useState } from 'react';
import type {
  HistoryEntry,
  HistoryFacets,
  HistoryFilter,
  HistoryOutline,
} from '../../../src-preload/contract/history.ts';
import { ask, docket } from '../../state/docket.ts';
import { useNews } from '../../state/use-news.ts';
import { type OutlinedList, type OutlinedSource, useOutlinedList } from '../../state/use-outlined-list.ts';

export interface History extends OutlinedList<HistoryOutline, HistoryEntry> {
  readonly facets: HistoryFacets;
}

const source: OutlinedSource<HistoryFilter, HistoryOutline, HistoryEntry> = {
  empty: { total: 0, days: [] },
  outline: (filter) => ask(docket().history.outline(filter)),
  list: (query) => ask(docket().history.list(query)),
  news: ['jobs-changed', 'connections-changed'],
};
const noFacets: HistoryFacets = { people: [], connections: [] };

/** The history, newest first, kept up to date while it is on screen. */
export function useHistory(filter: HistoryFilter): History {
  const [facets, setFacets] = useState(noFacets);
  const readFacets = useCallback(async () => {
    const answer = await ask(docket().history.facets());
    if (answer.ok) setFacets(answer.value);
  }, []);
  useEffect(() => {
    void readFacets();
  }, [readFacets]);
  useNews(source.news, readFacets);
  return { ...useOutlinedList(source, filter), facets };
}
