import type { DocketError } from '../../../../src-preload/contract/errors.ts';
import type { OpenTable, ReviewTask } from '../../../../src-preload/contract/review.ts';
import type { Summary } from '../../../../src-preload/contract/review-insight.ts';
import type { FindResult } from '../../../../src-preload/contract/review-view.ts';
import type { Layout } from './layout.ts';
import type { Query } from './query.ts';
import type { Groups, Row } from './row-pages.ts';

/** The rows that the table shows now. A new `version` means: other rows, read them again. */
export interface Shown {
  readonly version: number;
  /** Undefined for all rows in the file's order. */
  readonly viewId: string | undefined;
  readonly total: number;
  readonly query: Query;
  /** The first rows, so that nothing flickers when the rows change. */
  readonly first: readonly Row[];
  readonly firstGroups: Groups;
}

/** A place in what is shown; `row` from 0 in the view, `column` by its index in the file. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The cell that the person is in. */
export interface FocusedCell extends Place {
  readonly rowId: number;
  /** Undefined while its row is being read; null where the file has nothing. */
  readonly text: string | null | undefined;
  /** Of the whole cell; `text` is the beginning of a very long one. */
  readonly length: number;
}

export type PanelTab = 'summary' | 'column' | 'row' | 'broken';

export interface FindState {
  readonly text: string;
  readonly working: boolean;
  readonly result: FindResult | null;
  readonly error: DocketError | null;
}

export type SummaryState =
  | { readonly kind: 'none' }
  | { readonly kind: 'working' }
  | { readonly kind: 'ready'; readonly summary: Summary }
  /** The person had no patience with it. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: DocketError };

export interface DeskState {
  readonly phase:
    | { readonly kind: 'opening' }
    | { readonly kind: 'open' }
    | { readonly kind: 'failed'; readonly error: DocketError };
  readonly table: OpenTable | null;
  readonly shown: Shown | null;
  /** What the person wants; `shown.query` follows it. */
  readonly query: Query;
  readonly layout: Layout;
  /** A new order or choice of rows is being made. */
  readonly working: boolean;
  /** The process behind the table has ended; it is being opened again. */
  readonly reviving: boolean;
  /** The view of an earlier export of this kind is applied. */
  readonly recalled: boolean;
  readonly find: FindState;
  readonly summary: SummaryState;
  readonly task: ReviewTask | null;
  readonly focus: FocusedCell | null;
  /** The other corner of the chosen cells; the focus is one of them. */
  readonly anchor: Place | null;
  /** Where the table shall go to; each goal is a new object. */
  readonly goal: (Place & { readonly focus: boolean }) | null;
  /** Where the person may go to next: its rows are asked for already. */
  readonly upcoming: Place | null;
  readonly panel: PanelTab | null;
  /** The column whose profile is shown. */
  readonly profiled: number | null;
}

export const noFind: FindState = { text: '', working: false, result: null, error: null };

export const emptyDesk: DeskState = {
  phase: { kind: 'opening' },
  table: null,
  shown: null,
  query: { filters: [], sort: [] },
  layout: { order: [], hidden: new Set(), pinned: [], widths: new Map() },
  working: false,
  reviving: false,
  recalled: false,
  find: noFind,
  summary: { kind: 'none' },
  task: null,
  focus: null,
  anchor: null,
  goal: null,
  upcoming: null,
  panel: null,
  profiled: null,
};

export type LoadKind = 'loading' | 'ready' | 'cancelled' | 'failed';

/** A table that says nothing of its loading is read to its end. */
export function loadOf(table: OpenTable | null): LoadKind {
  return table?.load?.kind ?? (table === null ? 'loading' : 'ready');
}

const noColumns: OpenTable['columns'] = [];

/** The same array each time while there is no table: a new one would be news without end to who listens. */
export function columnsOf({ table }: Pick<DeskState, 'table'>): OpenTable['columns'] {
  return table?.columns ?? noColumns;
}

/** Rows in what is shown: of the whole table, as many as are read by now. */
export function totalShown({ shown, table }: Pick<DeskState, 'shown' | 'table'>): number {
  if (shown === null) return 0;
  return shown.viewId === undefined ? (table?.totalRows ?? 0) : shown.total;
}
