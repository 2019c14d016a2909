/** The cell whose whole text is read below the table. */
export interface FocusedCell {
  readonly column: string;
  readonly row: number;
  /** Null where the file has nothing. */
  readonly text: string | null;
}
