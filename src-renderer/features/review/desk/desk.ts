import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DocketError } from '../../../../src-preload/contract/errors.ts';
import type { OpenTable, ReviewTask } from '../../../../src-preload/contract/review.ts';
import type { Filter } from '../../../../src-preload/contract/review-view.ts';
import { ask } from '../../../state/docket.ts';
import { createDeskFind, type DeskFind } from './desk-find.ts';
import { createDeskMemory } from './desk-memory.ts';
import { type DeskPorts, type DeskSource, newestOnly } from './desk-parts.ts';
import { type DeskState, emptyDesk, loadOf, type PanelTab, type Place } from './desk-state.ts';
import { createDeskView } from './desk-view.ts';
import { fileLayout, type Layout, shownColumns, withColumns } from './layout.ts';
import { askToOpen, takeOpening } from './openings.ts';
import { everything, isEverything, type Query, withFilter } from './query.ts';

export interface Desk {
  readonly store: StoreApi<DeskState>;
  readonly find: DeskFind;
  readonly setQuery: (query: Query) => void;
  readonly addFilter: (filter: Filter) => void;
  readonly setLayout: (layout: Layout) => void;
  /** All rows in the file's order, all columns as in the file. */
  readonly resetView: () => void;
  readonly goTo: (place: Place, focus: boolean) => void;
  /** The person may go there next. */
  readonly anticipate: (place: Place) => void;
  readonly showPanel: (panel: PanelTab | null) => void;
  /** The column whose profile the side panel shows. */
  readonly profile: (column: number) => void;
  readonly cancelLoad: () => void;
  /** Ends long work on the table; what was shown before stays. */
  readonly cancelTask: (kind: ReviewTask['kind']) => void;
  readonly summarize: () => void;
  /** Rows could not be had: opens the table again where that helps. */
  readonly rowsFailed: (error: DocketError) => void;
  readonly reopen: () => void;
  /** The first rows are on the screen: the rest may be read. */
  readonly shown: () => void;
  /** Opens the table; what it answers gives everything back. */
  readonly start: () => () => void;
}

/** Revivals without a row in between: then it is not the process's bad day, but the file. */
const mostRevivals = 2;

/** One table on screen: opens it, follows its loading, makes its views, survives the death of the process behind it. */
export function createDesk(
  ports: DeskPorts,
  source: DeskSource,
  tellError: (error: DocketError) => void,
): Desk {
  const store = createStore<DeskState>()(() => emptyDesk);
  const opening = newestOnly();
  const summing = newestOnly();
  let open: string | null = null;
  let revivals = 0;
  /** Nothing was changed by hand yet: columns that become known later may still bring the remembered view. */
  let untouched = true;

  const parts = { ports, store, handle: () => open };
  const memory = createDeskMemory(parts);
  const find = createDeskFind(parts);
  const view = createDeskView(parts, (error, query) => {
    if (error.code === 'cancelled' || error.code === 'review-loading') return;
    if (error.code === 'review-stopped' || error.code === 'review-closed') return rowsFailed(error);
    tellError(error);
    const { shown } = store.getState();
    // What can't be made is not left standing as if it were shown.
    if (shown === null) return store.setState({ phase: { kind: 'failed', error } });
    if (store.getState().query === query) store.setState({ query: shown.query });
  });

  function recallView(table: OpenTable): void {
    const layout = withColumns(store.getState().layout, table.columns);
    if (layout !== store.getState().layout) store.setState({ layout });
    if (!untouched) return;
    const recalled = memory.recall(table);
    if (recalled !== null) store.setState({ ...recalled, recalled: true });
  }

  function apply(table: OpenTable): void {
    const before = store.getState().table;
    store.setState({ table });
    const was = before === null ? null : loadOf(before);
    const is = loadOf(table);
    if (before?.columns !== table.columns) recallView(table);
    if (was === 'ready' && is === 'loading') store.setState({ reviving: true });
    if (is === 'failed' && table.load?.kind === 'failed') {
      if (table.load.error.code === 'review-stopped') {
        revive();
        return;
      }
      store.setState({ phase: { kind: 'failed', error: table.load.error }, working: false });
    }
    if (is === 'cancelled') store.setState({ working: false, query: everything });
    if (is === 'ready' && was !== 'ready' && was !== null) {
      // The same rows, and more of them, come without a new beginning: who is reading is not disturbed.
      const { shown, query, reviving } = store.getState();
      const same =
        shown !== null &&
        shown.viewId === undefined &&
        isEverything(query) &&
        !reviving &&
        before?.columns.length === table.columns.length;
      if (!same) void view.make().then(find.recount);
      summarize();
    }
  }

  async function start(): Promise<void> {
    const current = opening.next();
    const before = open;
    open = null;
    if (before !== null) void ask(ports.review.close(before));
    store.setState({ ...emptyDesk, panel: store.getState().panel, reviving: store.getState().reviving });
    untouched = true;
    const ahead = takeOpening(source);
    const answer = await (ahead?.answer ?? askToOpen(ports, source));
    for (const table of ahead?.news() ?? []) early.set(table.handle, table);
    if (!current()) {
      if (answer.ok) void ask(ports.review.close(answer.value.handle));
      return;
    }
    if (!answer.ok)
      return store.setState({ phase: { kind: 'failed', error: answer.error }, reviving: false });
    open = answer.value.handle;
    const { first, ...answered } = answer.value;
    const table = early.get(open) ?? answered;
    early.clear();
    store.setState({ layout: fileLayout(table.columns), query: everything });
    apply(table);
    await view.make(first);
    if (!current()) return;
    if (store.getState().phase.kind === 'opening') store.setState({ phase: { kind: 'open' } });
    if (loadOf(store.getState().table) === 'ready') summarize();
  }

  /** News of a table whose handle hasn't been answered yet. */
  const early = new Map<string, OpenTable>();

  function listen(): () => void {
    return ports.on('review-changed', ({ table, task }) => {
      if (open === null) early.set(table.handle, table);
      if (table.handle !== open) return;
      store.setState({ task });
      apply(table);
    });
  }

  function revive(): void {
    if (revivals >= mostRevivals) {
      store.setState({
        phase: { kind: 'failed', error: { code: 'review-stopped' } },
        reviving: false,
      });
      return;
    }
    revivals += 1;
    store.setState({ reviving: true });
    const handle = open;
    if (handle === null) return;
    const current = opening.next();
    void ask(ports.review.state(handle)).then((answer) => {
      if (!current()) return;
      // Main opens it again by itself; where it can't, this does.
      if (!answer.ok) return void start();
      const was = loadOf(store.getState().table);
      apply(answer.value);
      if (was === 'ready' && loadOf(answer.value) === 'ready') void view.make().then(find.recount);
    });
  }

  function rowsFailed(error: DocketError): void {
    if (error.code === 'cancelled' || error.code === 'review-loading') return;
    if (error.code === 'review-stopped') {
      if (!store.getState().reviving) revive();
      return;
    }
    if (error.code === 'review-closed') return void start();
    store.setState({ phase: { kind: 'failed', error }, reviving: false, working: false });
  }

  function setQuery(query: Query): void {
    const load = loadOf(store.getState().table);
    if (load === 'cancelled' && !isEverything(query)) return;
    untouched = false;
    store.setState({ query });
    memory.note();
    revivals = 0;
    void view.make().then(find.recount);
  }

  function setLayout(layout: Layout): void {
    const before = shownColumns(store.getState().layout).length;
    untouched = false;
    store.setState({ layout });
    memory.note();
    if (shownColumns(layout).length !== before) find.recount();
  }

  function cancelTask(kind: ReviewTask['kind']): void {
    if (open === null) return;
    void ask(ports.review.cancel({ handle: open, what: kind }));
    store.setState({ task: null });
    if (kind === 'find') find.halt();
    if (kind !== 'view') return;
    view.giveUp();
    memory.note();
  }

  function summarize(): void {
    const handle = open;
    if (handle === null) return;
    const current = summing.next();
    store.setState({ summary: { kind: 'working' } });
    void ask(ports.review.summary(handle)).then((answer) => {
      if (!current()) return;
      revivals = 0;
      if (answer.ok) return store.setState({ summary: { kind: 'ready', summary: answer.value } });
      const stopped = answer.error.code === 'cancelled';
      store.setState({ summary: stopped ? { kind: 'stopped' } : { kind: 'failed', error: answer.error } });
    });
  }

  return {
    store,
    find,
    setQuery,
    addFilter: (filter) => setQuery(withFilter(store.getState().query, filter)),
    setLayout,
    resetView: () => {
      const { table } = store.getState();
      if (table === null) return;
      store.setState({ layout: fileLayout(table.columns), recalled: false });
      setQuery(everything);
    },
    anticipate: (upcoming) => store.setState({ upcoming }),
    goTo: (place, focus) => store.setState({ goal: { ...place, focus } }),
    shown: () => {
      if (open !== null) void ask(ports.review.shown(open));
    },
    showPanel: (panel) => store.setState({ panel }),
    profile: (column) => store.setState({ profiled: column }),
    cancelLoad: () => {
      if (open !== null) void ask(ports.review.cancel({ handle: open, what: 'load' }));
    },
    cancelTask,
    summarize,
    rowsFailed,
    reopen: () => {
      revivals = 0;
      void start();
    },
    start: () => {
      const deaf = listen();
      void start();
      return () => {
        deaf();
        opening.stop();
        summing.stop();
        view.stop();
        find.stop();
        memory.flush();
        if (open !== null) void ask(ports.review.close(open));
        open = null;
      };
    },
  };
}
