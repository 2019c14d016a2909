import type { Profile } from '../../../../src-preload/contract/review-insight.ts';

/** Whether every filled cell holds a value of its own: then the most frequent values say nothing. */
export function allDifferent({ rows, blank, distinct, shape }: Profile): boolean {
  if (shape.kind !== 'values' || rows - blank < 2) return false;
  // A count of many values is an estimate; that none of the most frequent occurs twice is exact.
  const once = shape.top.every(({ value, count }) => value === null || value === '' || count === 1);
  return once && (!distinct.exact || distinct.count >= rows - blank);
}
