import type { DocketError, Result } from '../../../../src-preload/contract/errors.ts';
import type { Column, RowsPage } from '../../../../src-preload/contract/review.ts';
import {
  columnsOfGroups,
  type Groups,
  groupsOf,
  isWide,
  mergeRows,
  type Row,
  rowsFrom,
} from '../desk/row-pages.ts';

export type ReadRows = (query: {
  readonly offset: number;
  readonly limit: number;
  readonly columns?: number[];
}) => Promise<Result<RowsPage>>;

interface Window {
  readonly offset: number;
  readonly rows: readonly Row[];
  groups: ReadonlySet<number>;
}

export interface RowWindows {
  readonly read: (offset: number, limit: number) => Promise<Result<readonly Row[]>>;
  /**
   * Columns have come into sight: reads their cells for the windows that are known and touch these rows. Answers
   * whether there is anything new to draw.
   */
  readonly seen: (columns: readonly number[], from: number, to: number) => Promise<boolean>;
  readonly first: (rows: readonly Row[], groups: Groups) => void;
}

/** Most windows whose further columns can be read later; the table itself forgets rows that are far away. */
const mostWindows = 80;

/** Reads windows of rows; of wide tables only the columns in sight, and the others as they come into sight. */
export function createRowWindows(
  columns: readonly Column[],
  read: ReadRows,
  inSight: () => readonly number[],
  onError: (error: DocketError) => void,
): RowWindows {
  const windows = new Map<number, Window>();
  const wide = isWide(columns);

  function keep(window: Window): void {
    windows.delete(window.offset);
    windows.set(window.offset, window);
    for (const offset of windows.keys()) {
      if (windows.size <= mostWindows) return;
      windows.delete(offset);
    }
  }

  async function more(window: Window, missing: ReadonlySet<number>): Promise<boolean> {
    const before = window.groups;
    // Asked for once, however often the table scrolls meanwhile.
    window.groups = new Set([...before, ...missing]);
    const wanted = columnsOfGroups(columns, missing) ?? [];
    const answer = await read({ offset: window.offset, limit: window.rows.length, columns: wanted });
    if (answer.ok) {
      mergeRows(window.rows, rowsFrom(answer.value, wanted), wanted);
      return true;
    }
    window.groups = new Set([...window.groups].filter((group) => !missing.has(group)));
    onError(answer.error);
    return false;
  }

  return {
    first: (rows, groups) => {
      if (wide && groups !== null && rows.length > 0) keep({ offset: 0, rows, groups });
    },
    async read(offset, limit) {
      const groups = groupsOf(columns, inSight());
      const wanted = columnsOfGroups(columns, groups);
      const answer = await read(
        wanted === undefined ? { offset, limit } : { offset, limit, columns: wanted },
      );
      if (!answer.ok) return answer;
      const rows = rowsFrom(answer.value, wanted);
      if (groups !== null) keep({ offset, rows, groups });
      return { ok: true, value: rows };
    },
    async seen(shown, from, to) {
      const needed = wide ? groupsOf(columns, shown) : null;
      if (needed === null) return false;
      const news = await Promise.all(
        [...windows.values()]
          .filter(({ offset, rows }) => offset <= to && offset + rows.length > from)
          .map((window) => {
            const missing = new Set([...needed].filter((group) => !window.groups.has(group)));
            return missing.size === 0 ? false : more(window, missing);
          }),
      );
      return news.includes(true);
    },
  };
}
