import { keySpelling } from './data-page.ts';
import type { MyPreferencesExport, MyPreferencesStatus } from './exports.ts';
import type { MyPreferencesKnobs } from './knobs.ts';
import type { Generation } from './routes.ts';

/** The text of a status answer. RowCount and ByteCount exist only once the export is complete. */
export function statusText(
  item: MyPreferencesExport,
  state: MyPreferencesStatus,
  byteCount: () => number,
  generation: Generation,
  knobs: MyPreferencesKnobs,
): string {
  const processing = state === 'Processing';
  const failed = state === 'Error' || state === 'Failed';
  const members: (readonly [key: string, value: string])[] = [
    ['AccessToken', item.token],
    ['Status', `"${state}"`],
  ];
  if (processing) members.push(...countsWhileProcessing(generation, knobs));
  else
    members.push(
      ['RowCount', failed ? 'null' : String(item.total)],
      ['ByteCount', failed ? 'null' : String(byteCount())],
    );
  if (generation === 'v3') {
    members.push(['Expires', processing ? '""' : `"${new Date(item.expiresAt).toISOString().slice(0, 19)}"`]);
  }
  const spell = keySpelling(knobs.keyCasing, generation);
  return `{${members.map(([key, value]) => `"${spell(key)}":${value}`).join(',')}}`;
}

function countsWhileProcessing(
  generation: Generation,
  knobs: MyPreferencesKnobs,
): readonly (readonly [string, string])[] {
  const asDocumented = generation === 'v3' ? 'zero' : 'null';
  const kind = knobs.countsWhileProcessing === 'by-generation' ? asDocumented : knobs.countsWhileProcessing;
  if (kind === 'absent') return [];
  const value = kind === 'zero' ? '0' : 'null';
  return [
    ['RowCount', value],
    ['ByteCount', value],
  ];
}
