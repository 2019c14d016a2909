import { type ColumnPlaces, columnsInSight } from './columns.ts';
import { rowHeight, type Sight } from './grid-ports.ts';
import type { ScrollScale } from './scroll-scale.ts';

/** Where the table is scrolled to, pixels of the whole table. */
export interface Target {
  readonly position: number;
  readonly toLeft: number;
}

interface Whole {
  readonly places: ColumnPlaces;
  readonly scale: Pick<ScrollScale, 'view'>;
  /** Rows. */
  readonly total: number;
  readonly width: number;
}

/** What is in sight there, rows that are cut off included. */
export function sightFrom({ position, toLeft }: Target, { places, scale, total, width }: Whole): Sight {
  const first = Math.floor(position / rowHeight);
  const end = Math.min(total, Math.ceil((position + scale.view) / rowHeight));
  return { first: Math.min(first, end), end, columns: columnsInSight(places, toLeft, width) };
}

/** Where a row is in sight: as little from here as will do, or in the middle if it is out of sight. The head's row is -1. */
export function positionFor(
  row: number,
  { position, height }: { readonly position: number; readonly height: number },
  inTheMiddle: boolean,
): number {
  if (row < 0) return position;
  const top = row * rowHeight;
  if (top >= position && top + rowHeight <= position + height) return position;
  if (inTheMiddle) return top - Math.max(0, Math.floor((height - rowHeight) / 2));
  return top < position ? top : top + rowHeight - height;
}
