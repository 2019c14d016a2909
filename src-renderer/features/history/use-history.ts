import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import type {
  HistoryEntry,
  HistoryFacets,
  HistoryFilter,
  HistoryOutline,
} from '../../../src-preload/contract/history.ts';
import { ask, docket } from '../../state/docket.ts';
import { createPagedList, type PagedList } from '../../state/paged-list.ts';

const pageSize = 100;

export interface History {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly error: DocketError | null;
  readonly outline: HistoryOutline;
  readonly entries: PagedList<HistoryEntry>;
  readonly facets: HistoryFacets;
  readonly again: () => void;
}

const emptyOutline: HistoryOutline = { total: 0, days: [] };
const noFacets: HistoryFacets = { people: [], connections: [] };

/** The history, newest first, kept up to date while it is on screen. An answer to an older question is dropped. */
export function useHistory(filter: HistoryFilter): History {
  const [held, setHeld] = useState<Pick<History, 'phase' | 'error' | 'outline'>>({
    phase: 'loading',
    error: null,
    outline: emptyOutline,
  });
  const [facets, setFacets] = useState(noFacets);
  const asked = useRef(0);
  const shown = useRef<PagedList<HistoryEntry> | null>(null);
  // The same question again is the same list.
  const question = JSON.stringify(filter);
  const entries = useMemo(() => {
    const wanted = JSON.parse(question) as HistoryFilter;
    return createPagedList<HistoryEntry>({
      pageSize,
      async read(offset, limit) {
        const answer = await ask(docket().history.list({ ...wanted, offset, limit }));
        return answer.ok ? { ok: true, value: answer.value.entries } : answer;
      },
    });
  }, [question]);

  const read = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    const answer = await ask(docket().history.outline(JSON.parse(question) as HistoryFilter));
    if (mine !== asked.current) return;
    if (shown.current === entries) entries.refresh();
    shown.current = entries;
    if (answer.ok) setHeld({ phase: 'ready', error: null, outline: answer.value });
    else setHeld((now) => ({ ...now, phase: 'failed', error: answer.error }));
  }, [question, entries]);

  const readFacets = useCallback(async () => {
    const answer = await ask(docket().history.facets());
    if (answer.ok) setFacets(answer.value);
  }, []);

  useEffect(() => {
    void read();
    return () => {
      asked.current += 1;
    };
  }, [read]);

  useEffect(() => {
    void readFacets();
  }, [readFacets]);

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const news = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void read();
        void readFacets();
      }, 300);
    };
    const api = docket();
    const ends = [api.on('jobs-changed', news), api.on('connections-changed', news)];
    return () => {
      clearTimeout(waiting);
      for (const end of ends) end();
    };
  }, [read, readFacets]);

  return { ...held, entries, facets, again: () => void read() };
}
