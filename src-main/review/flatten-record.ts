import { cellOf, splitFields, splitItems } from './json-fields.ts';

export interface FlatField {
  /** `Address.City` for a field of an object; for fields of the objects in an array likewise. */
  readonly path: string;
  readonly cell: string | null;
  /** The cell is an array's exact JSON. */
  readonly nested: boolean;
}

const deepest = 4;
const separator = '; ';

/**
 * The readable columns of one record: objects become a column a field; an array keeps its exact JSON, and besides, what
 * its objects hold is joined into a column a field. Null when the text is no JSON object. Nothing is dropped: the
 * record itself can be read as it is.
 */
export function flattenRecord(text: string): readonly FlatField[] | null {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  const fields = splitFields(text);
  if (fields === null) return null;
  const flat: FlatField[] = [];
  for (const { name, raw } of fields) flatten(name, raw, 1, flat);
  return flat;
}

function flatten(path: string, raw: string, depth: number, into: FlatField[]): void {
  if (raw.startsWith('{') && depth < deepest) {
    const fields = splitFields(raw) ?? [];
    if (fields.length === 0) into.push({ path, cell: raw, nested: false });
    for (const { name, raw: inner } of fields) flatten(`${path}.${name}`, inner, depth + 1, into);
    return;
  }
  if (!raw.startsWith('[')) {
    into.push({ path, cell: cellOf(raw), nested: raw.startsWith('{') });
    return;
  }
  into.push({ path, cell: raw, nested: true });
  if (depth >= deepest) return;
  const joined = new Map<string, string[]>();
  for (const item of splitItems(raw)) {
    if (!item.startsWith('{')) continue;
    const fields: FlatField[] = [];
    for (const { name, raw: inner } of splitFields(item) ?? []) flatten(name, inner, depth + 1, fields);
    for (const field of fields) {
      if (field.nested || field.cell === null) continue;
      const list = joined.get(field.path) ?? [];
      list.push(field.cell);
      joined.set(field.path, list);
    }
  }
  for (const [name, cells] of joined) {
    into.push({ path: `${path}.${name}`, cell: cells.join(separator), nested: false });
  }
}
