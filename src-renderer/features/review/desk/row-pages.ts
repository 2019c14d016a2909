import type { Column, RowsPage } from '../../../../src-preload/contract/review.ts';

/** Rows that are asked for at once: more than a screen holds, and few enough to come from anywhere in a moment. */
export const windowRows = 100;
/** Up to here all columns come with each row; above, only those in sight, by groups of neighbours in the file. */
export const narrowTable = 96;
const groupSize = 32;

/** One row as far as it is known. Cells stand at their column's index; those not read yet are undefined. */
export interface Row {
  /** Its place in the file, from 0. */
  readonly id: number;
  readonly cells: (string | null | undefined)[];
  /** Full lengths of cells of which only the beginning is here, by column. */
  readonly cut: Map<number, number>;
}

/** Null: all columns come with each row. */
export type Groups = ReadonlySet<number> | null;

export function isWide(columns: readonly Column[]): boolean {
  return columns.length > narrowTable;
}

/** The groups that hold these columns. */
export function groupsOf(all: readonly Column[], wanted: readonly number[]): Groups {
  if (!isWide(all)) return null;
  return new Set(wanted.map((index) => Math.floor(index / groupSize)));
}

/** The columns to ask for, and undefined for all. */
export function columnsOfGroups(all: readonly Column[], groups: Groups): number[] | undefined {
  if (groups === null) return undefined;
  return all.map(({ index }) => index).filter((index) => groups.has(Math.floor(index / groupSize)));
}

export function rowsFrom(page: RowsPage, columns: readonly number[] | undefined): readonly Row[] {
  const rows = page.rows.map((cells, place): Row => {
    const row: Row = {
      id: page.ids?.[place] ?? page.offset + place,
      cells: columns === undefined ? [...cells] : [],
      cut: new Map(),
    };
    columns?.forEach((index, at) => {
      row.cells[index] = cells[at] ?? null;
    });
    return row;
  });
  for (const { row, column, length } of page.cut ?? []) {
    rows[row]?.cut.set(columns?.[column] ?? column, length);
  }
  return rows;
}

/** Adds the cells of other columns to rows that are known already. */
export function mergeRows(into: readonly Row[], more: readonly Row[], columns: readonly number[]): void {
  more.forEach((row, place) => {
    const known = into[place];
    if (known === undefined) return;
    for (const index of columns) known.cells[index] = row.cells[index] ?? null;
    for (const [index, length] of row.cut) known.cut.set(index, length);
  });
}
