/** A place in the grid: a row from 0, the head's being -1; a column's place from the left. */
export interface GridPlace {
  readonly row: number;
  readonly at: number;
}

export interface GridExtent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page holds. */
  readonly page: number;
  /** The first row that is wholly in sight. */
  readonly top: number;
}

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Where a key leads within the grid; null if it leads nowhere in it.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/#keyboardinteraction-datagrids
 */
export function stepFrom(place: GridPlace, pressed: Pressed, extent: GridExtent): GridPlace | null {
  const far = pressed.ctrlKey || pressed.metaKey;
  const { row, at } = place;
  const lastRow = extent.rows - 1;
  const lastAt = extent.columns - 1;
  const to = (nextRow: number, nextAt: number): GridPlace => ({
    row: Math.min(lastRow, Math.max(-1, nextRow)),
    at: Math.min(lastAt, Math.max(0, nextAt)),
  });
  switch (pressed.key) {
    case 'ArrowLeft':
      return to(row, far ? 0 : at - 1);
    case 'ArrowRight':
      return to(row, far ? lastAt : at + 1);
    case 'ArrowUp':
      // From the first row on to its head; from any other Ctrl leads to the first.
      return far && row > 0 ? to(0, at) : to(row - 1, at);
    case 'ArrowDown':
      if (far) return to(lastRow, at);
      // From the head to what is read just now, which may be far from the first row.
      return row === -1 ? to(extent.top, at) : to(row + 1, at);
    case 'Home':
      return far ? to(row === -1 ? -1 : 0, 0) : to(row, 0);
    case 'End':
      return far ? to(row === -1 ? -1 : lastRow, lastAt) : to(row, lastAt);
    case 'PageUp':
      return row === -1 ? place : to(Math.max(0, row - extent.page), at);
    case 'PageDown':
      return row === -1 ? place : to(row + extent.page, at);
    default:
      return null;
  }
}
