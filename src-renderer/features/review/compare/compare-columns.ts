import type { Comparison } from '../../../../src-preload/contract/review-compare.ts';
import type { CompareSide } from '../../../words/kinds.ts';
import { number } from '../../../words/values.ts';
import { words } from '../../../words/words.ts';
import type { GridColumn } from '../grid/columns.ts';
import { columnName } from '../named-flag.ts';
import { columnWidth, numberColumnWidth } from '../table/column-width.ts';
import type { Pair } from './compare-pairs.ts';

/** The columns of the row numbers, in this file and in the earlier one; all others are named by their place. */
export const rowNow = -1;
export const rowBefore = -2;

/** A changed cell holds two texts, the second one in bold letters, and an arrow between them. */
const forTwo = 2.1;
const arrow = 24;
/** Of a cell's width, what stands beside its text. */
const around = 32;
const widest = 480;

/** The columns of one side: the rows' numbers, what has changed, and all the others. `amounts`: columns of figures. */
export function compareColumns(
  comparison: Comparison,
  side: CompareSide,
  sample: readonly Pair[],
  amounts: ReadonlySet<number>,
): readonly GridColumn[] {
  const say = words.reviewCompare;
  const key = new Set(comparison.key);
  const rowNumber = (id: number, name: string): GridColumn => {
    const last = Math.max(
      0,
      ...sample.map((pair) => ((id === rowNow ? pair.now : pair.before)?.rowId ?? 0) + 1),
    );
    const width = Math.max(name.length * 8 + 32, numberColumnWidth(number(last)));
    return { id, name, width, pinned: true, rowHeader: true, atEnd: true, fixed: true };
  };
  const numbers = [
    ...(side === 'gone' ? [] : [rowNumber(rowNow, say.rowNow)]),
    ...(side === 'added' ? [] : [rowNumber(rowBefore, say.rowBefore)]),
  ];
  const changing = comparison.columns.map(
    (_, place) => side === 'changed' && sample.some((pair) => pair.changed.includes(place)),
  );
  const cells = comparison.columns.map(({ name, now, before }, place): GridColumn => {
    const plain = columnName(name, now ?? before ?? place);
    const shown = before === null ? say.columnNew(plain) : now === null ? say.columnGone(plain) : plain;
    const texts = sample.map((pair) => (pair.now ?? pair.before)?.cells[place] ?? null);
    return {
      id: place,
      name: shown,
      width: changing[place] === true ? widthForTwo(shown, texts) : columnWidth(shown, texts),
      // What names a row stays in sight.
      pinned: now !== null && key.has(now),
      atEnd: now !== null && amounts.has(now) && side !== 'changed',
    };
  });
  // What has changed is what is looked for: it stands at the left, where it is seen.
  const changed = cells.filter(({ id }) => changing[id] === true);
  return [...numbers, ...changed, ...cells.filter((cell) => !changed.includes(cell))];
}

/** Room for what was and what is. */
function widthForTwo(name: string, texts: readonly (string | null)[]): number {
  const one = columnWidth('', texts) - around;
  return Math.round(Math.min(widest, Math.max(columnWidth(name, []), one * forTwo + arrow + around)));
}
