import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import type { FilesFilter, FilesOutline, ListedFile } from '../../../src-preload/contract/files.ts';
import { ask, docket } from '../../state/docket.ts';
import { createPagedList, type PagedList } from '../../state/paged-list.ts';

const pageSize = 100;

export interface Files {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly error: DocketError | null;
  readonly outline: FilesOutline;
  readonly entries: PagedList<ListedFile>;
  readonly again: () => void;
}

const none = { files: 0, bytes: 0 } as const;
const emptyOutline: FilesOutline = {
  groups: [],
  found: none,
  here: none,
  committed: none,
  binned: none,
  connections: [],
};

/** Everything collected, kept up to date while it is on screen. An answer to an older question is dropped. */
export function useFiles(filter: FilesFilter): Files {
  const [held, setHeld] = useState<Pick<Files, 'phase' | 'error' | 'outline'>>({
    phase: 'loading',
    error: null,
    outline: emptyOutline,
  });
  const asked = useRef(0);
  const shown = useRef<PagedList<ListedFile> | null>(null);
  // The same question again is the same list.
  const question = JSON.stringify(filter);
  const entries = useMemo(() => {
    const wanted = JSON.parse(question) as FilesFilter;
    return createPagedList<ListedFile>({
      pageSize,
      async read(offset, limit) {
        const answer = await ask(docket().files.list({ ...wanted, offset, limit }));
        return answer.ok ? { ok: true, value: answer.value.entries } : answer;
      },
    });
  }, [question]);

  const read = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    const answer = await ask(docket().files.outline(JSON.parse(question) as FilesFilter));
    if (mine !== asked.current) return;
    if (shown.current === entries) entries.refresh();
    shown.current = entries;
    if (answer.ok) setHeld({ phase: 'ready', error: null, outline: answer.value });
    else setHeld((now) => ({ ...now, phase: 'failed', error: answer.error }));
  }, [question, entries]);

  useEffect(() => {
    void read();
    return () => {
      asked.current += 1;
    };
  }, [read]);

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const news = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void read();
      }, 300);
    };
    const end = docket().on('jobs-changed', news);
    return () => {
      clearTimeout(waiting);
      end();
    };
  }, [read]);

  return { ...held, entries, again: () => void read() };
}
