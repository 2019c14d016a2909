import { numberFormat } from './locale.ts';

/** Keeps a number and its unit on one line. */
const hardSpace = '\u00a0';

export function number(value: number): string {
  return numberFormat({ maximumFractionDigits: 0 }).format(value);
}

/** "64 %" for 64; nothing is rounded up to a hundred before it is one. */
export function percent(value: number): string {
  return `${number(Math.floor(value))}${hardSpace}%`;
}

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Decimal units, as the systems' file managers mostly show them: "8.2 MB". */
export function size(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // 999.95 and more would be written "1,000": that is the next unit's 1.0.
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 ? 0 : value < 100 ? 1 : 0;
  const text = numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  return `${text}${hardSpace}${units[unit] ?? 'B'}`;
}

/** "1 file", "12 files". */
export function count(value: number, one: string, many: string): string {
  return `${number(value)}${hardSpace}${value === 1 ? one : many}`;
}

export const records = (value: number) => count(value, 'record', 'records');
export const files = (value: number) => count(value, 'file', 'files');
export const exportsCount = (value: number) => count(value, 'export', 'exports');

/** Small numbers open a sentence as words: "Three exports need you." reads worse than "3 …", so only one is spelt. */
export function oneOr(value: number, one: string, many: string): string {
  return value === 1 ? `One ${one}` : count(value, one, many);
}

/** "a", "a and b", "a, b and c". */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`;
}

/** A fingerprint in groups of eight, so that two people can compare it aloud. */
export function fingerprint(sha256: string): string {
  return sha256.replace(/(.{8})(?=.)/g, '$1 ');
}
