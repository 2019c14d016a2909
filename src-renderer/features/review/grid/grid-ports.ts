import type { GridColumn } from './columns.ts';

/** Pixels; the styles are written for them. */
export const rowHeight = 32;
export const headHeight = 40;

/**
 * Rows that come into sight all at once are drawn when they are known, or after so long, ms: drawn once they are there
 * sooner than by way of empty ones, and nobody waits without an answer.
 */
export const rowsPatience = 60;

/** What is in sight, as far as it changes what is needed. Rows from 0, `end` one past the last. */
export interface Sight {
  readonly first: number;
  readonly end: number;
  /** The ids of the scrolling columns in sight. */
  readonly columns: readonly number[];
}

/** Where somebody is: the head's row is -1. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** One cell's element, that is another cell's the next moment. */
export interface CellSlot {
  readonly element: HTMLElement;
  readonly text: Text;
  /** What the text holds now. */
  shown: string;
}

/** What the grid needs of those who know the rows. */
export interface GridPorts {
  /** Draws a cell; of a row that isn't known yet, nothing. */
  readonly fill: (cell: CellSlot, row: number, column: GridColumn) => void;
  readonly isKnown: (row: number) => boolean;
  /** Told once a frame at most, and before the rows are drawn. */
  readonly onSight: (sight: Sight) => void;
  /** Asks for what may be in sight soon; true when all of it is known. */
  readonly bring: (sight: Sight) => boolean;
  /** After each drawing. */
  readonly onDrawn: () => void;
  /** Other columns than before are drawn: their heads are wanted. */
  readonly onColumns: (places: readonly number[]) => void;
}

/** Writes a cell's text, if it is another one. */
export function writeText(cell: CellSlot, text: string): void {
  if (cell.shown === text) return;
  cell.shown = text;
  cell.text.nodeValue = text;
  // Others may have drawn more than a text here.
  if (cell.element.firstChild !== cell.text) cell.element.replaceChildren(cell.text);
}
