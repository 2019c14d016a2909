import { useCallback, useEffect, useState } from 'react';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import type { OpenTable, RowsPage } from '../../../src-preload/contract/review.ts';
import { ask, docket } from '../../state/docket.ts';

/** Rows that are asked for at once. */
export const windowRows = 200;

export type TableState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly table: OpenTable; readonly first: RowsPage }
  | { readonly kind: 'failed'; readonly error: DocketError };

export interface TableHold {
  readonly state: TableState;
  /** Closes what is left of it and opens it anew. */
  readonly again: () => void;
  readonly fail: (error: DocketError) => void;
}

/** Holds one table open as long as it is on screen; the handle is given back in any case. */
export function useTable(fileId: string, sheet: string | null): TableHold {
  const [state, setState] = useState<TableState>({ kind: 'opening' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens the same file again
  useEffect(() => {
    let wanted = true;
    let handle: string | null = null;
    const close = () => {
      if (handle !== null) void ask(docket().review.close(handle));
      handle = null;
    };
    const open = async () => {
      setState({ kind: 'opening' });
      const opened = await ask(docket().review.open(sheet === null ? { fileId } : { fileId, sheet }));
      if (!opened.ok) {
        if (wanted) setState({ kind: 'failed', error: opened.error });
        return;
      }
      handle = opened.value.handle;
      if (!wanted) return close();
      const first = await ask(docket().review.rows({ handle, offset: 0, limit: windowRows }));
      if (!wanted) return close();
      if (first.ok) setState({ kind: 'open', table: opened.value, first: first.value });
      else setState({ kind: 'failed', error: first.error });
    };
    void open();
    return () => {
      wanted = false;
      close();
    };
  }, [fileId, sheet, attempt]);

  const again = useCallback(() => setAttempt((before) => before + 1), []);
  const fail = useCallback((error: DocketError) => {
    // This screen did not close it: the process behind the table has ended, and its handles with it.
    const code = error.code === 'review-closed' ? 'review-stopped' : error.code;
    setState({ kind: 'failed', error: { ...error, code } });
  }, []);
  return { state, again, fail };
}
