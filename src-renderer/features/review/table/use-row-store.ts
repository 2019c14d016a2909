import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { OpenTable } from '../../../../src-preload/contract/review.ts';
import { ask, docket } from '../../../state/docket.ts';
import { useDesk } from '../desk/desk-context.ts';
import type { Shown } from '../desk/desk-state.ts';
import type { Query } from '../desk/query.ts';
import type { Row } from '../desk/row-pages.ts';
import type { GridView } from '../grid/grid-handle.ts';
import { createRowStore, type RowStore, type Wanted } from './row-store.ts';

export interface RowSource {
  readonly get: (row: number) => Row | undefined;
  readonly want: (wanted: Wanted) => void;
  readonly bring: (soon: Wanted) => boolean;
}

/** The rows of what is shown; another version of it is another source. `onNews`: rows have become known. */
export function useRowStore(
  view: RefObject<GridView | null>,
  table: OpenTable,
  shown: Shown,
  onNews: () => void,
): RowSource {
  const desk = useDesk();
  const { handle } = table;
  const latest = useRef({ total: 0, onNews, columns: table.columns });
  latest.current = {
    total: shown.viewId === undefined ? table.totalRows : shown.total,
    onNews,
    columns: table.columns,
  };
  const before = useRef<{ readonly store: RowStore; readonly query: Query } | null>(null);

  const held = useMemo(() => {
    const store = createRowStore(
      {
        columns: latest.current.columns,
        total: () => latest.current.total,
        read: (query) =>
          ask(
            docket().review.rows({
              handle,
              ...query,
              ...(shown.viewId === undefined ? {} : { viewId: shown.viewId }),
            }),
          ),
        onNews: () => latest.current.onNews(),
        onError: (error) => desk.rowsFailed(error),
      },
      shown.first,
    );
    // The same rows, read again: what was seen stays in sight until they are there.
    const old = before.current?.query === shown.query ? before.current.store : null;
    before.current = { store, query: shown.query };
    const { want, bring } = store;
    return { store, source: { get: (row: number) => store.get(row) ?? old?.get(row), want, bring } };
  }, [handle, shown, desk]);

  useEffect(() => {
    view.current?.refresh();
    return () => held.store.end();
  }, [held, view]);
  return held.source;
}
