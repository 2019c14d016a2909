import type { SaveInput } from '../../src-preload/contract/review-save.ts';
import type { TableColumns } from './table-columns.ts';
import type { MadeView } from './views.ts';

/** What is to be saved, and where to. */
export interface Saving {
  readonly columns: TableColumns;
  readonly view: MadeView;
  readonly wanted: readonly number[];
  readonly format: SaveInput['format'];
  readonly byteOrderMark: boolean;
  readonly delimiter: ',' | ';';
  /** A file of ours that is not there yet; the caller puts it in its place. */
  readonly to: string;
  readonly onRows: (done: number) => void;
}

/** A column's name; the part column has none in the file. */
export const nameOf = (columns: TableColumns, index: number) => columns.names[index] ?? 'Part';
