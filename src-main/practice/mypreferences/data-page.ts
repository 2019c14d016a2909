import type { MyPreferencesKnobs } from './knobs.ts';
import type { Generation } from './routes.ts';

/** What a data call asks for; null when it is malformed. */
export interface PageRequest {
  readonly limit: number;
  /** 1-based. */
  readonly offset: number;
  readonly keepAlive: boolean;
}

export function readPageRequest(query: URLSearchParams, maxLimit: number): PageRequest | null {
  const named = lowerCased(query);
  const limit = readInteger(named.get('limit') ?? '1000');
  const offset = readInteger(named.get('offset') ?? '1');
  const keepAlive = (named.get('keepalive') ?? 'false').toLowerCase();
  if (limit === null || offset === null || (keepAlive !== 'true' && keepAlive !== 'false')) return null;
  return { limit: Math.min(limit, maxLimit), offset, keepAlive: keepAlive === 'true' };
}

/** ASP.NET reads parameter names without regard to case. */
export function lowerCased(query: URLSearchParams): ReadonlyMap<string, string> {
  return new Map([...query].map(([name, value]) => [name.toLowerCase(), value]));
}

function readInteger(text: string): number | null {
  const value = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(value) && value >= 1 ? value : null;
}

export interface PageFacts {
  readonly count: number;
  readonly hasMore: boolean;
  readonly limit: number;
  readonly offset: number;
  readonly total: number;
  readonly records: readonly string[];
}

/** The text of one page. The records stand in it exactly as given. */
export function pageText(facts: PageFacts, generation: Generation, knobs: MyPreferencesKnobs): string {
  const recordsKey =
    generation === 'v3' && knobs.v3Records === 'flat' ? 'Preferences' : 'UserProfilePreferences';
  const plain = [
    ['Count', String(facts.count)],
    ['HasMore', String(facts.hasMore)],
    ['Limit', String(facts.limit)],
    ['Offset', String(facts.offset)],
    ['TotalResults', String(facts.total)],
  ] as const;
  const records = [recordsKey, `[${facts.records.join(generation === 'v3' ? ',\n ' : ',')}]`] as const;
  const members = knobs.recordsFirst ? [records, ...plain] : [...plain, records];
  const spell = keySpelling(knobs.keyCasing, generation);
  return `{${members.map(([key, value]) => `"${spell(key)}":${value}`).join(',')}}`;
}

/** v3 samples write some keys in lower case and some not. */
export function keySpelling(
  casing: MyPreferencesKnobs['keyCasing'],
  generation: Generation,
): (key: string) => string {
  const kind = casing === 'by-generation' ? (generation === 'v3' ? 'mixed' : 'vendor') : casing;
  if (kind === 'vendor') return (key) => key;
  if (kind === 'lower') return (key) => key.toLowerCase();
  return (key) => (key === 'HasMore' || key === 'Limit' ? key.toLowerCase() : key);
}
