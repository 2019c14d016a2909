import type { ExportRequest } from '../../../src-preload/contract/requests.ts';
import { list } from '../../words/values.ts';

/** What was asked for, label to value, under the vendor's own names: for "Details". */
export function requestFacts(
  request: ExportRequest | null,
): readonly { readonly label: string; readonly value: string }[] {
  if (request === null) return [];
  return Object.entries(request).flatMap(([label, value]) => {
    if (label === 'provider' || value === undefined) return [];
    const text = Array.isArray(value) ? shortened(value.map(String)) : String(value);
    return [{ label, value: text }];
  });
}

const shownOfMany = 12;

function shortened(values: readonly string[]): string {
  if (values.length <= shownOfMany) return list(values);
  return `${values.slice(0, shownOfMany).join(', ')} … (${values.length})`;
}
