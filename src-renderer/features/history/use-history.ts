import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import type { HistoryEntry } from '../../../src-preload/contract/history.ts';
import { ask, docket } from '../../state/docket.ts';

const pageSize = 100;
const mostAtOnce = 500;

export interface History {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly error: DocketError | null;
  readonly entries: readonly HistoryEntry[];
  readonly total: number;
  readonly more: () => void;
  readonly again: () => void;
}

interface Held {
  readonly phase: History['phase'];
  readonly error: DocketError | null;
  readonly entries: readonly HistoryEntry[];
  readonly total: number;
}

const nothing: Held = { phase: 'loading', error: null, entries: [], total: 0 };

/** The history, newest first, kept up to date while it is on screen. An answer to an older question is dropped. */
export function useHistory(search: string, jobId: string | undefined): History {
  const [held, setHeld] = useState<Held>(nothing);
  const asked = useRef(0);
  const count = useRef(0);
  count.current = held.entries.length;

  const read = useCallback(
    async (limit: number, before: number | undefined) => {
      asked.current += 1;
      const mine = asked.current;
      const answer = await ask(
        docket().history.list({
          limit,
          ...(search === '' ? {} : { search }),
          ...(jobId === undefined ? {} : { jobId }),
          ...(before === undefined ? {} : { before }),
        }),
      );
      if (mine !== asked.current) return;
      if (!answer.ok) return setHeld((now) => ({ ...now, phase: 'failed', error: answer.error }));
      const { entries, total } = answer.value;
      setHeld((now) => ({
        phase: 'ready',
        error: null,
        entries: before === undefined ? entries : [...now.entries, ...entries],
        total,
      }));
    },
    [search, jobId],
  );

  useEffect(() => {
    void read(pageSize, undefined);
    return () => {
      asked.current += 1;
    };
  }, [read]);

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const news = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void read(Math.min(Math.max(count.current, pageSize), mostAtOnce), undefined);
      }, 300);
    };
    const api = docket();
    const ends = [api.on('jobs-changed', news), api.on('connections-changed', news)];
    return () => {
      clearTimeout(waiting);
      for (const end of ends) end();
    };
  }, [read]);

  const last = held.entries.at(-1);
  return {
    ...held,
    more: () => void read(pageSize, last?.id),
    again: () => void read(pageSize, undefined),
  };
}
