/** One field of a JSON object: its name, and its value's text exactly as written. */
export interface RawField {
  readonly name: string;
  readonly raw: string;
}

/**
 * Splits the text of a JSON object into its top-level fields without changing a value: `1.10` stays `1.10`, a 19-digit
 * id keeps its digits. Null when the text isn't an object. RFC 8259.
 */
export function splitFields(text: string): readonly RawField[] | null {
  let at = skipSpace(text, 0);
  if (text[at] !== '{') return null;
  at = skipSpace(text, at + 1);
  const fields: RawField[] = [];
  if (text[at] === '}') return fields;
  while (at < text.length) {
    if (text[at] !== '"') return null;
    const nameEnd = endOfString(text, at);
    const name: unknown = JSON.parse(text.slice(at, nameEnd));
    at = skipSpace(text, nameEnd);
    if (text[at] !== ':' || typeof name !== 'string') return null;
    const start = skipSpace(text, at + 1);
    const end = endOfValue(text, start);
    fields.push({ name, raw: text.slice(start, end).trimEnd() });
    at = skipSpace(text, end);
    if (text[at] === '}') return fields;
    if (text[at] !== ',') return null;
    at = skipSpace(text, at + 1);
  }
  return null;
}

/** The elements of a JSON array's text, each exactly as written. */
export function splitItems(text: string): readonly string[] {
  const items: string[] = [];
  let at = skipSpace(text, 1);
  while (at < text.length && text[at] !== ']') {
    const end = endOfValue(text, at);
    items.push(text.slice(at, end).trimEnd());
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return items;
}

/** What a cell shows for a raw value: strings decoded, null as nothing, the rest as written. */
export function cellOf(raw: string): string | null {
  if (raw === 'null') return null;
  if (!raw.startsWith('"')) return raw;
  const decoded: unknown = JSON.parse(raw);
  return typeof decoded === 'string' ? decoded : raw;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text[at] ?? '')) at += 1;
  return at;
}

/** Index behind the closing quote of the string that begins at `from`. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

/** Index of the `,` or `}` that ends the value which begins at `from`. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const char = text[at];
    if (char === '"') {
      at = endOfString(text, at);
      continue;
    }
    if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      if (depth === 0) return at;
      depth -= 1;
    } else if (char === ',' && depth === 0) return at;
    at += 1;
  }
  return at;
}
