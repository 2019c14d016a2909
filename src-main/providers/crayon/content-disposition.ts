/**
 * The file name of a `Content-Disposition` header (RFC 6266): `filename*` (RFC 8187) before `filename`. Null when the
 * header is missing or names nothing. The name is as hostile as its server.
 */
export function fileNameOf(header: string | null): string | null {
  if (header === null) return null;
  const parameters = parametersOf(header);
  const extended = parameters.get('filename*');
  return (extended === undefined ? null : decodeExtended(extended)) ?? plainName(parameters.get('filename'));
}

function parametersOf(header: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  const form = /;\s*([!#$%&'*+.^_`|~\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;"]*))/gs;
  for (const [, name = '', quoted, bare = ''] of header.matchAll(form)) {
    const value = quoted === undefined ? bare.trim() : quoted.replace(/\\(["\\])/g, '$1');
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value);
  }
  return parameters;
}

/** `UTF-8'en'%E2%82%AC.xlsx`; of other charsets ISO-8859-1 is the only one in use. */
function decodeExtended(value: string): string | null {
  const [, charset = '', encoded = ''] = /^([\w-]+)'[^']*'(.*)$/s.exec(value) ?? [];
  const bytes = percentBytes(encoded);
  if (bytes === null || bytes.length === 0) return null;
  if (/^iso-8859-1$/i.test(charset)) return bytes.toString('latin1');
  if (!/^utf-8$/i.test(charset)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function percentBytes(text: string): Buffer | null {
  if (!/^(?:[^%]|%[0-9a-f]{2})*$/is.test(text)) return null;
  return Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** Header values arrive as Latin-1; servers that write raw UTF-8 are common, and their names are readable as such. */
function plainName(value: string | undefined): string | null {
  if (value === undefined || value.trim() === '') return null;
  if (!/[\x80-\xff]/.test(value) || /[\u0100-\uffff]/.test(value)) return value;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}
