import type { ColumnPlaces, GridColumn } from './columns.ts';
import type { CellPlace } from './grid-ports.ts';
import type { RowSlot } from './row-slots.ts';

/** What the grid does for those who show a table. */
export interface GridView {
  readonly setColumns: (columns: readonly GridColumn[]) => void;
  readonly setTotal: (rows: number) => void;
  /** Rows have become known, or others. */
  readonly refresh: () => void;
  readonly toTop: () => void;
  /** Brings a place into sight: as little as will do, or with its row in the middle if that is out of sight. */
  readonly show: (place: CellPlace, inTheMiddle: boolean) => void;
  /** Asks for the rows that this would bring into sight, and tells whether all of them are known. */
  readonly prepare: (place: CellPlace, inTheMiddle: boolean) => boolean;
  readonly focus: (place: CellPlace) => void;
  /** The one cell that Tab leads to. */
  readonly setActive: (place: CellPlace) => void;
  readonly active: () => CellPlace;
  readonly elementOf: (place: CellPlace) => HTMLElement | null;
  /** The heads have been drawn anew. */
  readonly headsDrawn: () => void;
  readonly places: () => ColumnPlaces;
  readonly left: () => number;
  /** The drawn rows by their places. */
  readonly drawnRows: () => ReadonlyMap<number, RowSlot>;
  /** Rows that a page holds, and the first that is wholly in sight. */
  readonly page: () => { readonly page: number; readonly top: number };
  readonly end: () => void;
}
