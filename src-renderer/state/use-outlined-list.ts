import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocketError, Result } from '../../src-preload/contract/errors.ts';
import { createPagedList, type PagedList } from './paged-list.ts';
import { type News, useNews } from './use-news.ts';

const pageSize = 100;

/** Where a long list comes from; made once, since another one is another list. */
export interface OutlinedSource<Filter, Outline, Entry> {
  /** Shown before the first answer. */
  readonly empty: Outline;
  readonly outline: (filter: Filter) => Promise<Result<Outline>>;
  readonly list: (
    query: Filter & { readonly offset: number; readonly limit: number },
  ) => Promise<Result<{ readonly entries: readonly Entry[] }>>;
  /** After any of these it is asked for again. */
  readonly news: readonly News[];
}

export interface OutlinedList<Outline, Entry> {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly error: DocketError | null;
  readonly outline: Outline;
  readonly entries: PagedList<Entry>;
  readonly again: () => void;
}

/**
 * A long list: its outline whole, its entries in pages as they come into sight; kept up to date while it is on screen.
 * An answer to an older question is dropped. The filter is plain data.
 */
export function useOutlinedList<Filter extends object, Outline, Entry>(
  source: OutlinedSource<Filter, Outline, Entry>,
  filter: Filter,
): OutlinedList<Outline, Entry> {
  const [held, setHeld] = useState<Pick<OutlinedList<Outline, Entry>, 'phase' | 'error' | 'outline'>>({
    phase: 'loading',
    error: null,
    outline: source.empty,
  });
  const asked = useRef(0);
  const shown = useRef<PagedList<Entry> | null>(null);
  // The same question again is the same list.
  const question = JSON.stringify(filter);
  const entries = useMemo(() => {
    const wanted = JSON.parse(question) as Filter;
    return createPagedList<Entry>({
      pageSize,
      async read(offset, limit) {
        const answer = await source.list({ ...wanted, offset, limit });
        return answer.ok ? { ok: true, value: answer.value.entries } : answer;
      },
    });
  }, [source, question]);

  const read = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    const answer = await source.outline(JSON.parse(question) as Filter);
    if (mine !== asked.current) return;
    if (shown.current === entries) entries.refresh();
    shown.current = entries;
    if (answer.ok) setHeld({ phase: 'ready', error: null, outline: answer.value });
    else setHeld((now) => ({ ...now, phase: 'failed', error: answer.error }));
  }, [source, question, entries]);

  useEffect(() => {
    void read();
    return () => {
      asked.current += 1;
    };
  }, [read]);
  useNews(source.news, read);

  return { ...held, entries, again: () => void read() };
}
