import { bytesOf } from './file-bytes.ts';

/** One record's text and its place in the file: first byte, and the one behind its last. `line` counts from 1. */
export interface JsonRecord {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly text: string;
  /** Some of its bytes are no UTF-8, and U+FFFD in the text. */
  readonly undecodable: boolean;
}

/** The text of these bytes, and whether all of them are text; a U+FFFD that the file itself has is. */
function decode(bytes: Buffer): { readonly text: string; readonly undecodable: boolean } {
  const text = bytes.toString('utf8');
  return { text, undecodable: text.includes('\ufffd') && !Buffer.from(text).equals(bytes) };
}

const lineFeed = 0x0a;
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const isSpace = (byte: number) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

/** NDJSON: a record a line; blank lines are none. */
export async function* recordsByLine(
  file: string,
  signal?: AbortSignal,
  onRead?: (bytes: number) => void,
): AsyncGenerator<JsonRecord> {
  let rest: Uint8Array[] = [];
  let start = 0;
  let at = 0;
  let line = 1;
  const make = (pieces: readonly Uint8Array[]): JsonRecord | null => {
    const { text: raw, undecodable } = decode(Buffer.concat(pieces));
    const text = raw.replace(/^\uFEFF/, '');
    return text.trim() === '' ? null : { start, end: at, line, text, undecodable };
  };
  for await (const chunk of bytesOf(file, signal, onRead)) {
    let from = 0;
    const base = at;
    for (let found = chunk.indexOf(lineFeed); found >= 0; found = chunk.indexOf(lineFeed, from)) {
      at = base + found;
      const record = make([...rest, chunk.subarray(from, found)]);
      if (record !== null) yield record;
      rest = [];
      from = found + 1;
      start = base + from;
      line += 1;
    }
    rest.push(Uint8Array.prototype.slice.call(chunk, from));
    at = base + chunk.length;
  }
  const record = make(rest);
  if (record !== null) yield record;
}

/** A JSON document: the elements of an array, or values one after the other, on as many lines as they like. */
export async function* recordsByValue(
  file: string,
  signal?: AbortSignal,
  onRead?: (bytes: number) => void,
): AsyncGenerator<JsonRecord> {
  let pieces: Uint8Array[] = [];
  let depth = 0;
  let within = -1;
  let inText = false;
  let escaped = false;
  let began = -1;
  let startLine = 1;
  let line = 1;
  let at = 0;
  for await (const chunk of bytesOf(file, signal, onRead)) {
    let from = began < 0 ? -1 : 0;
    for (let i = 0; i < chunk.length; i += 1) {
      const byte = chunk[i] ?? 0;
      if (byte === lineFeed) line += 1;
      if (inText) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) inText = false;
        continue;
      }
      if (began < 0) {
        if (isSpace(byte) || byte === comma || (at + i < 3 && byte >= 0xbb)) continue;
        if (within < 0 && byte === openBracket) {
          within = 1;
          depth = 1;
          continue;
        }
        if (within === 1 && byte === closeBracket) {
          within = 0;
          continue;
        }
        if (within < 0) within = 0;
        began = at + i;
        from = i;
        startLine = line;
      }
      if (byte === quote) inText = true;
      else if (byte === openBrace || byte === openBracket) depth += 1;
      else if (byte === closeBrace || byte === closeBracket) depth -= 1;
      const ended =
        depth < within ||
        (depth === within && (byte === comma || byte === closeBrace || byte === closeBracket));
      if (!ended) continue;
      const includes = depth === within && byte !== comma;
      const stop = includes ? i + 1 : i;
      const { text, undecodable } = decode(
        Buffer.concat([...pieces, chunk.subarray(Math.max(from, 0), stop)]),
      );
      yield { start: began, end: at + stop, line: startLine, text: text.trim(), undecodable };
      if (depth < within) within = 0;
      pieces = [];
      began = -1;
      from = -1;
    }
    if (began >= 0) pieces.push(Uint8Array.prototype.slice.call(chunk, Math.max(from, 0)));
    at += chunk.length;
  }
  if (began < 0) return;
  const { text, undecodable } = decode(Buffer.concat(pieces));
  yield { start: began, end: at, line: startLine, text: text.trim(), undecodable };
}
