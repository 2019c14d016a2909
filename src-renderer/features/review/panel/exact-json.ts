/**
 * JSON as it was written: numbers keep their digits (2^53 and beyond, `1.10`), objects their order and repeated names.
 * https://www.rfc-editor.org/rfc/rfc8259
 */
export type ExactValue =
  /** A string; `text` is what it says, `raw` how it was written. */
  | { readonly kind: 'text'; readonly raw: string; readonly text: string }
  /** A number, true, false, null. */
  | { readonly kind: 'plain'; readonly raw: string }
  | { readonly kind: 'list'; readonly raw: string; readonly items: readonly ExactValue[] }
  | {
      readonly kind: 'object';
      readonly raw: string;
      readonly fields: readonly { readonly name: string; readonly value: ExactValue }[];
    };

const deepest = 100;

/** Null for what is no JSON, or is nested deeper than anyone reads. */
export function exactJson(source: string): ExactValue | null {
  const reader = { source, at: 0 };
  const value = readValue(reader, 0);
  skip(reader);
  return value !== null && reader.at === source.length ? value : null;
}

interface Reader {
  readonly source: string;
  at: number;
}

const blanks = /[ \t\r\n]*/y;
const texts = /"(?:[^"\\]|\\.)*"/y;
const plains = /-?\d[\d.eE+-]*|true|false|null/y;

function take(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.source)?.[0];
  if (found === undefined) return null;
  reader.at += found.length;
  return found;
}

function skip(reader: Reader): void {
  take(reader, blanks);
}

function readValue(reader: Reader, depth: number): ExactValue | null {
  if (depth > deepest) return null;
  skip(reader);
  const start = reader.at;
  const sign = reader.source[start];
  if (sign === '"') return readText(reader);
  if (sign === '[') {
    const items = readMany(reader, ']', () => readValue(reader, depth + 1));
    return items === null ? null : { kind: 'list', raw: reader.source.slice(start, reader.at), items };
  }
  if (sign === '{') {
    const fields = readMany(reader, '}', () => readField(reader, depth + 1));
    return fields === null ? null : { kind: 'object', raw: reader.source.slice(start, reader.at), fields };
  }
  const raw = take(reader, plains);
  return raw === null ? null : { kind: 'plain', raw };
}

function readText(reader: Reader): Extract<ExactValue, { kind: 'text' }> | null {
  const raw = take(reader, texts);
  if (raw === null) return null;
  try {
    const text: unknown = JSON.parse(raw);
    return typeof text === 'string' ? { kind: 'text', raw, text } : null;
  } catch {
    return null;
  }
}

function readField(
  reader: Reader,
  depth: number,
): { readonly name: string; readonly value: ExactValue } | null {
  skip(reader);
  const name = readText(reader);
  skip(reader);
  if (name === null || reader.source[reader.at] !== ':') return null;
  reader.at += 1;
  const value = readValue(reader, depth);
  return value === null ? null : { name: name.text, value };
}

function readMany<T>(reader: Reader, end: ']' | '}', one: () => T | null): readonly T[] | null {
  reader.at += 1;
  const found: T[] = [];
  skip(reader);
  if (reader.source[reader.at] === end) {
    reader.at += 1;
    return found;
  }
  for (;;) {
    const item = one();
    if (item === null) return null;
    found.push(item);
    skip(reader);
    const sign = reader.source[reader.at];
    reader.at += 1;
    if (sign === end) return found;
    if (sign !== ',') return null;
  }
}

/** The same text with line breaks and indents; not a digit of it is changed. */
export function pretty(value: ExactValue, indent = ''): string {
  const deeper = `${indent}  `;
  switch (value.kind) {
    case 'list':
      if (value.items.length === 0) return '[]';
      return `[\n${value.items.map((item) => deeper + pretty(item, deeper)).join(',\n')}\n${indent}]`;
    case 'object':
      if (value.fields.length === 0) return '{}';
      return `{\n${value.fields
        .map(({ name, value: field }) => `${deeper}${JSON.stringify(name)}: ${pretty(field, deeper)}`)
        .join(',\n')}\n${indent}}`;
    default:
      return value.raw;
  }
}
