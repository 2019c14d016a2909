import type { DocketError, Result } from '../../../../src-preload/contract/errors.ts';
import type { RowPlace } from '../../../../src-preload/contract/review-view.ts';
import type { Desk } from '../desk/desk.ts';
import { loadOf } from '../desk/desk-state.ts';

/** What a typed number leads to. */
export type RowFound =
  /** Nothing is typed, or there are no rows. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'no-row' }
  /** `row` from 0, in what is shown. */
  | { readonly kind: 'there'; readonly row: number }
  /** `asked` as typed, from 1. The rows shown leave it out; `nearest` is null where none is near. */
  | { readonly kind: 'left-out'; readonly asked: number; readonly nearest: RowPlace['nearest'] }
  | { readonly kind: 'failed'; readonly error: DocketError }
  /** Other rows are shown by now. */
  | { readonly kind: 'overtaken' };

interface Asked {
  readonly version: number;
  readonly rowId: number;
  readonly answer: Promise<Result<RowPlace>>;
}

type PlaceOf = (query: {
  readonly handle: string;
  readonly rowId: number;
  readonly viewId: string;
}) => Promise<Result<RowPlace>>;

/** Finds the row of the file that bears a number. What was asked last is known when it is asked again. */
export function createRowSearch(desk: Pick<Desk, 'store'>, placeOf: PlaceOf) {
  let last: Asked | null = null;

  async function find(text: string): Promise<RowFound> {
    const wanted = Number(text.replace(/[\s.,\u00a0\u202f]/g, ''));
    const { shown, table } = desk.store.getState();
    if (text.trim() === '' || shown === null || table === null) return { kind: 'nothing' };
    if (!Number.isInteger(wanted) || wanted < 1) return { kind: 'no-row' };
    // Of a table that is being read the last row so far stands for those to come.
    const among = Math.min(wanted, loadOf(table) === 'ready' ? wanted : table.totalRows);
    if (among > table.totalRows || among < 1) return { kind: 'no-row' };
    const { version, viewId } = shown;
    const rowId = among - 1;
    // In the file's own order each row stands at its number.
    if (viewId === undefined) return { kind: 'there', row: rowId };
    if (last?.version !== version || last.rowId !== rowId) {
      last = { version, rowId, answer: placeOf({ handle: table.handle, rowId, viewId }) };
    }
    const answer = await last.answer;
    if (desk.store.getState().shown?.version !== version) return { kind: 'overtaken' };
    if (!answer.ok) {
      last = null;
      return { kind: 'failed', error: answer.error };
    }
    const { row, nearest } = answer.value;
    return row === null ? { kind: 'left-out', asked: wanted, nearest } : { kind: 'there', row };
  }

  return { find };
}
