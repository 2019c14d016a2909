import { countIn, pluralIn } from '../counting.ts';
import { sizeIn } from '../numbers.ts';

export { number, percent } from '../numbers.ts';

/** `plural(3, 'row', 'rows')` is "rows". */
export const plural = pluralIn<readonly [one: string, other: string]>('en', ['one', 'other']);
/** `count(3, 'row', 'rows')` is "3 rows". */
export const count = countIn(plural);

export const records = (value: number) => count(value, 'record', 'records');
export const files = (value: number) => count(value, 'file', 'files');
export const exportsCount = (value: number) => count(value, 'export', 'exports');
export const rows = (value: number) => count(value, 'row', 'rows');

/** Small numbers open a sentence as words: "Three exports need you." reads worse than "3 …", so only one is spelt. */
export function oneOr(value: number, one: string, many: string): string {
  return value === 1 ? `One ${one}` : count(value, one, many);
}

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });
/** "a", "a and b", "a, b and c". */
export const list = (items: readonly string[]) => conjunction.format(items);

export const size = sizeIn(['B', 'kB', 'MB', 'GB', 'TB']);

/** What the screens use of it by themselves. */
export const values = { records, files, list, size } as const;
