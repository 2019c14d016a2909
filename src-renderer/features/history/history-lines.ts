import type { HistoryOutline } from '../../../src-preload/contract/history.ts';
import type { Line } from '../../ui/windowed-list.tsx';

export type HistoryLine =
  | (Line & { readonly kind: 'day'; readonly at: number })
  | (Line & { readonly kind: 'entry'; readonly index: number });

export const dayHeight = 52;
export const entryHeight = 56;

/**
 * The lines of an outline: days as headings, entries by their place. Keys count from the oldest, so that what is added
 * on top moves no key.
 */
export function linesOf({ total, days }: HistoryOutline): readonly HistoryLine[] {
  const lines: HistoryLine[] = [];
  let index = 0;
  for (const { at, count } of days) {
    lines.push({ kind: 'day', key: `day-${total - index}`, height: dayHeight, stop: false, at });
    for (const end = index + count; index < end; index += 1)
      lines.push({ kind: 'entry', key: `entry-${total - index}`, height: entryHeight, stop: true, index });
  }
  return lines;
}
