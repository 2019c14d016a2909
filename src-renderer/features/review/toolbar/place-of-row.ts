import type { Query } from '../desk/query.ts';

/**
 * Where the row with this place in the file stands in the view; the next one after it when it isn't shown. In a sorted
 * view the numbers beside the rows are in no order: there it is the how-many-th row that is meant.
 */
export async function placeOfRow(
  rowId: number,
  { filters, sort }: Query,
  total: number,
  idAt: (place: number) => Promise<number | null>,
): Promise<number | null> {
  if (total === 0) return null;
  if (sort.length > 0 || filters.length === 0) return Math.min(rowId, total - 1);
  let low = 0;
  let high = total - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const id = await idAt(middle);
    if (id === null) return null;
    if (id < rowId) low = middle + 1;
    else high = middle;
  }
  return low;
}
