import { json } from './answers.ts';
import type { Answer } from './transfer-case.ts';

/** What a page says of itself, where it isn't what is usual. */
export interface PageWords {
  readonly Count?: number;
  readonly HasMore?: boolean;
  readonly Offset?: number;
  readonly TotalResults?: number;
}

/** The page of two that begins with record `offset`, of so many records in all. */
export function pageOf(all: readonly string[], offset: number, words: PageWords = {}, limit = 2): Answer {
  return pageWith(all.slice(offset - 1, offset - 1 + limit), {
    HasMore: offset - 1 + limit < all.length,
    Offset: offset,
    TotalResults: all.length,
    ...words,
  });
}

/** A page of exactly these records, as text: `JSON.stringify` would spoil their numbers. */
export function pageWith(records: readonly string[], words: PageWords): Answer {
  const members = Object.entries({ Count: records.length, Limit: 2, ...words })
    .map(([name, value]) => `"${name}":${value}`)
    .join(',');
  return json(`{${members},"UserProfilePreferences":[${records.join(',')}]}`);
}
