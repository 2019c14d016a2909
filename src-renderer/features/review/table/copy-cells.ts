import { ask, docket } from '../../../state/docket.ts';
import { tellDone, tellError } from '../../../state/messages.ts';
import { copyCells } from '../../../ui/copy-text.ts';
import { words } from '../../../words/words.ts';
import type { Desk } from '../desk/desk.ts';
import { shownColumns } from '../desk/layout.ts';
import { asHtml, asTabbed, type CellRange, cellsIn, rangeOf } from './cell-range.ts';
import { nameOf } from './grid-columns.ts';

/** More is better saved as a file. */
const mostCells = 200_000;
const rowsAtOnce = 1000;

/** Puts the chosen cells on the clipboard, as text and as a table. */
export async function copyChosen(desk: Desk, withNames: boolean): Promise<void> {
  const { focus, anchor, layout, table, shown } = desk.store.getState();
  const range = focus === null || anchor === null ? null : rangeOf(anchor, focus, shownColumns(layout));
  if (range === null || table === null || shown === null) {
    return tellDone(words.reviewTools.copyLabel, words.reviewTools.copyPick);
  }
  const cells = cellsIn(range);
  if (cells > mostCells) {
    return tellDone(words.reviewTools.copyTooMuchTitle, words.reviewTools.copyTooMuch(mostCells));
  }
  const rows = await readCells(table.handle, shown.viewId, range);
  if (rows === null) return;
  const names = new Map(table.columns.map((column) => [column.index, nameOf(column)]));
  const header = withNames ? range.columns.map((index) => names.get(index) ?? '') : null;
  // One cell is its text, and nothing around it.
  const [only] = rows[0] ?? [];
  const text =
    cells === 1 && header === null && only !== undefined
      ? only
      : asTabbed(header === null ? rows : [header, ...rows]);
  if (copyCells(text, asHtml(header, rows))) tellDone(words.reviewTools.copiedCells(cells));
  else tellDone(words.reviewTools.copyLabel, words.reviewTools.copyFailed);
}

async function readCells(
  handle: string,
  viewId: string | undefined,
  range: CellRange,
): Promise<readonly (readonly string[])[] | null> {
  const found: string[][] = [];
  for (let offset = range.firstRow; offset <= range.lastRow; offset += rowsAtOnce) {
    const answer = await ask(
      docket().review.rows({
        handle,
        offset,
        limit: Math.min(rowsAtOnce, range.lastRow - offset + 1),
        columns: [...range.columns],
        ...(viewId === undefined ? {} : { viewId }),
      }),
    );
    if (!answer.ok) {
      tellError(answer.error);
      return null;
    }
    const rows = answer.value.rows.map((cells) => cells.map((cell) => cell ?? ''));
    await fillCut(handle, range, answer.value.cut ?? [], answer.value.ids ?? [], rows);
    found.push(...rows);
  }
  return found;
}

const pieceLength = 1_000_000;

/** Cells that came only in part are read to their ends: what is pasted is what the file holds. */
async function fillCut(
  handle: string,
  range: CellRange,
  cut: readonly { readonly row: number; readonly column: number }[],
  ids: readonly number[],
  rows: string[][],
): Promise<void> {
  for (const { row, column } of cut) {
    const rowId = ids[row];
    const index = range.columns[column];
    const cells = rows[row];
    if (rowId === undefined || index === undefined || cells === undefined) continue;
    let text = '';
    for (let offset = 0; ; offset += pieceLength) {
      const piece = await ask(
        docket().review.cell({ handle, rowId, column: index, offset, limit: pieceLength }),
      );
      if (!piece.ok || piece.value.text === null) break;
      text += piece.value.text;
      if (offset + pieceLength >= piece.value.length) break;
    }
    if (text !== '') cells[column] = text;
  }
}
