import type { DocketError, Result } from '../../../../src-preload/contract/errors.ts';
import type { RowsPage } from '../../../../src-preload/contract/review.ts';
import { ask } from '../../../state/docket.ts';
import { type DeskParts, newestOnly } from './desk-parts.ts';
import { loadOf, type Shown } from './desk-state.ts';
import { shownColumns } from './layout.ts';
import { everything, isEverything, type Query } from './query.ts';
import { columnsOfGroups, groupsOf, rowsFrom, windowRows } from './row-pages.ts';

/** Columns that are surely in sight at first. */
const firstColumns = 24;

export interface DeskView {
  /** Makes the wanted rows and shows them; the newest wish wins. `beginning`: the first rows, where they are known. */
  readonly make: (beginning?: RowsPage | null) => Promise<void>;
  /** Back to what is shown: the wanted rows are waited for no longer. */
  readonly giveUp: () => void;
  readonly stop: () => void;
}

/** Turns what the person wants to see into rows on screen. `onError` hears of what went wrong, never of what was overtaken. */
export function createDeskView(
  parts: DeskParts,
  onError: (error: DocketError, query: Query) => void,
): DeskView {
  const { ports, store, handle } = parts;
  const newest = newestOnly();
  let version = 0;

  async function make(beginning: RowsPage | null = null): Promise<void> {
    const current = newest.next();
    const open = handle();
    const { table, query } = store.getState();
    if (open === null || table === null) return;
    if (!isEverything(query) && loadOf(table) !== 'ready') {
      // Chosen or sorted rows need all of them: the wish waits, and the rows that are there are shown meanwhile.
      if (loadOf(table) === 'loading') store.setState({ working: true });
      if (store.getState().shown === null) {
        await show(open, current, undefined, { filters: [], sort: [] }, beginning);
      }
      return;
    }
    store.setState({ working: true });
    if (isEverything(query)) return show(open, current, undefined, query, beginning);
    const made = await ask(
      ports.review.view({ handle: open, filters: [...query.filters], sort: [...query.sort] }),
    );
    if (!current()) return;
    if (!made.ok) return fail(made.error, query);
    await show(open, current, made.value, query);
  }

  async function show(
    open: string,
    current: () => boolean,
    view: { readonly viewId: string; readonly total: number } | undefined,
    query: Query,
    beginning: RowsPage | null = null,
  ): Promise<void> {
    const { table, layout } = store.getState();
    if (table === null) return;
    const viewId = view === undefined || view.viewId === '' ? undefined : view.viewId;
    const groups = groupsOf(table.columns, shownColumns(layout).slice(0, firstColumns));
    const columns = columnsOfGroups(table.columns, groups);
    const page: Result<RowsPage> =
      beginning !== null && columns === undefined
        ? { ok: true, value: beginning }
        : await ask(
            ports.review.rows({
              handle: open,
              offset: 0,
              limit: windowRows,
              ...(viewId === undefined ? {} : { viewId }),
              ...(columns === undefined ? {} : { columns }),
            }),
          );
    if (!current()) return;
    if (!page.ok) return fail(page.error, query);
    version += 1;
    const shown: Shown = {
      version,
      viewId,
      total: view?.total ?? store.getState().table?.totalRows ?? page.value.total,
      query,
      first: rowsFrom(page.value, columns),
      firstGroups: groups,
    };
    const { focus, anchor, profiled, shown: before } = store.getState();
    // The same rows, read again with other columns: whoever is in a cell stays there.
    const same = before !== null && before.query === query;
    const waits = store.getState().query !== query && loadOf(store.getState().table) === 'loading';
    store.setState({
      shown,
      working: waits,
      reviving: false,
      focus: same ? focus : null,
      anchor: same ? anchor : null,
      // The column that the person was in stays the one that is told about.
      profiled: profiled ?? focus?.column ?? null,
    });
  }

  function fail(error: DocketError, query: Query): void {
    store.setState({ working: false });
    onError(error, query);
  }

  function giveUp(): void {
    newest.stop();
    const { shown } = store.getState();
    store.setState({ working: false, query: shown?.query ?? everything });
    // Nothing was shown yet: the rows as they stand in the file take no time.
    if (shown === null) void make();
  }

  return { make, giveUp, stop: newest.stop };
}
