/** Where each line of a list begins, and after the last one, where the list ends. */
export function offsetsOf(heights: readonly number[]): Float64Array {
  const offsets = new Float64Array(heights.length + 1);
  let sum = 0;
  for (const [index, height] of heights.entries()) {
    sum += height;
    offsets[index + 1] = sum;
  }
  return offsets;
}

export interface Span {
  readonly first: number;
  /** One past the last line. */
  readonly end: number;
}

/** The lines within sight, and some pixels more on either side, so that quick scrolling shows no gap. */
export function spanInSight(offsets: Float64Array, top: number, height: number, margin: number): Span {
  const lines = offsets.length - 1;
  if (lines <= 0) return { first: 0, end: 0 };
  const first = lineAt(offsets, Math.max(0, top - margin));
  const end = lineAt(offsets, Math.max(0, top + height + margin - 1)) + 1;
  return { first, end: Math.max(end, first) };
}

/** The line that covers a height; beyond the end, the last. */
export function lineAt(offsets: Float64Array, y: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((offsets[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How far to scroll so that a line is wholly in sight: the nearest place, or where it is if nothing need move. */
export function scrollTo(
  offsets: Float64Array,
  line: number,
  top: number,
  height: number,
  pad: number,
): number {
  const start = (offsets[line] ?? 0) - pad;
  const end = (offsets[line + 1] ?? 0) + pad;
  if (start < top) return Math.max(0, start);
  if (end > top + height) return end - height;
  return top;
}

export type Move = 'next' | 'previous' | 'first' | 'last' | 'page-down' | 'page-up';

/** Which keys move within a list. https://www.w3.org/WAI/ARIA/apg/patterns/grid/ */
export function moveOf(key: string): Move | null {
  switch (key) {
    case 'ArrowDown':
      return 'next';
    case 'ArrowUp':
      return 'previous';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    case 'PageDown':
      return 'page-down';
    case 'PageUp':
      return 'page-up';
    default:
      return null;
  }
}

/** The place among the lines that can be chosen, after a move; `stops` are their line numbers, ascending. */
export function stopAfter(
  move: Move,
  stops: readonly number[],
  current: number | null,
  page: number,
): number | null {
  if (stops.length === 0) return null;
  const at = current === null ? -1 : stops.indexOf(current);
  const last = stops.length - 1;
  const clamp = (index: number) => stops[Math.min(last, Math.max(0, index))] ?? null;
  switch (move) {
    case 'next':
      return clamp(at + 1);
    case 'previous':
      return clamp(at === -1 ? 0 : at - 1);
    case 'first':
      return clamp(0);
    case 'last':
      return clamp(last);
    case 'page-down':
      return clamp(Math.max(at, 0) + page);
    case 'page-up':
      return clamp(Math.max(at, 0) - page);
  }
}
