import { Failure } from '../../ports/failure.ts';
import { type ByteReader, createByteReader } from './byte-reader.ts';
import { byte, expect, malformed, readString, readValue, token } from './json-reader.ts';
import { vendorWords } from './refusal.ts';

export interface WrappedFile {
  /** `FileName`, if it stands before the content or the content is small enough to be held. */
  readonly fileName: string | null;
  readonly body: AsyncIterable<Uint8Array>;
}

/** A file up to this size is held once, decoded, to learn the name that stands behind it. */
const heldAtMost = 32 * 1024 * 1024;

/**
 * Takes the file out of `{"FileContent": "<base64>", "FileName": "…", "FileContentType": "…"}` while it arrives, so that
 * a large one is never in memory whole. The body ends with a Failure unless the JSON and the base64 are complete: a cut
 * answer is noticed without any length.
 */
export async function unwrapFile(source: AsyncIterable<Uint8Array>): Promise<WrappedFile> {
  const reader = createByteReader(source);
  const names: Names = { fileName: null, words: {} };
  try {
    await openFile(reader, names);
  } catch (thrown) {
    await reader.close();
    throw thrown;
  }
  const content = decode(reader, names);
  if (names.fileName !== null) return { fileName: names.fileName, body: content };

  const held: Uint8Array[] = [];
  let size = 0;
  while (size <= heldAtMost) {
    const { done, value } = await content.next();
    if (done === true) break;
    held.push(value);
    size += value.byteLength;
  }
  return { fileName: names.fileName, body: heldThenRest(held, content) };
}

interface Names {
  fileName: string | null;
  /** Other texts of the answer: an error in place of a file. */
  words: Record<string, string>;
}

async function* heldThenRest(
  held: Uint8Array[],
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let piece = held.shift(); piece !== undefined; piece = held.shift()) yield piece;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** Reads up to the first byte of the content's value. */
async function openFile(reader: ByteReader, names: Names): Promise<void> {
  // A byte order mark, which .NET services are fond of.
  if ((await reader.peek()) === 0xef) for (let i = 0; i < 3; i += 1) await reader.next();
  await expect(reader, byte.open);
  if (!(await membersUpToContent(reader, names))) {
    throw new Failure('answer-malformed', {
      detail: vendorWords(JSON.stringify(names.words)) ?? 'no FileContent',
    });
  }
}

/** Reads members until `FileContent` (true, its value is next) or the object's end (false). */
async function membersUpToContent(reader: ByteReader, names: Names): Promise<boolean> {
  if ((await token(reader)) === byte.close) {
    await reader.next();
    return false;
  }
  for (;;) {
    const key = (await readKey(reader)).toLowerCase();
    if (key === 'filecontent') return true;
    const value = await readValue(reader);
    if (typeof value === 'string') {
      if (key === 'filename') names.fileName = value === '' ? null : value;
      else names.words[key] = value;
    }
    if (!(await anotherMember(reader))) return false;
  }
}

async function readKey(reader: ByteReader): Promise<string> {
  if ((await token(reader)) !== byte.quote) throw malformed('a key was expected');
  const key = await readString(reader);
  await expect(reader, byte.colon);
  return key;
}

async function anotherMember(reader: ByteReader): Promise<boolean> {
  const next = await token(reader);
  if (next !== byte.comma && next !== byte.close) throw malformed('expected , or }');
  await reader.next();
  return next === byte.comma;
}

async function* decode(reader: ByteReader, names: Names): AsyncGenerator<Uint8Array> {
  try {
    const first = await token(reader);
    if (first === byte.quote) yield* decodeBase64(reader);
    // "byte array", says the vendor's page: .NET writes base64, other services might write numbers.
    else if (first === byte.openArray) yield* decodeNumbers(reader);
    else throw malformed('FileContent');
    if (await anotherMember(reader)) {
      if (await membersUpToContent(reader, names)) throw malformed('FileContent twice');
    }
  } finally {
    await reader.close();
  }
}

async function* decodeBase64(reader: ByteReader): AsyncGenerator<Uint8Array> {
  await expect(reader, byte.quote);
  let carry = '';
  for (;;) {
    carry += await reader.run([byte.quote, byte.backslash]);
    const next = await reader.peek();
    if (next === null) throw new Failure('connection-lost', { detail: 'the JSON answer ends early' });
    if (next === byte.backslash) carry += await readEscape(reader);
    // The last four characters stay until it is known whether they are the end: only there padding may stand.
    const whole = next === byte.quote ? carry.length : Math.max(0, Math.floor((carry.length - 1) / 4) * 4);
    if (whole > 0) {
      yield decodeText(carry.slice(0, whole), next === byte.quote);
      carry = carry.slice(whole);
    }
    if (next === byte.quote) {
      await reader.next();
      return;
    }
  }
}

/** Serializers that escape for HTML write `+` as a code; others put a stroke before `/`. */
async function readEscape(reader: ByteReader): Promise<string> {
  await reader.next();
  const kind = await reader.next();
  if (kind === 0x2f) return '/';
  // Line breaks as MIME has them (RFC 2045 §6.8) carry no data.
  if (kind === 0x6e || kind === 0x72) return '';
  let digits = '';
  if (kind === 0x75) for (let i = 0; i < 4; i += 1) digits += String.fromCharCode((await reader.next()) ?? 0);
  if (!/^[0-9a-f]{4}$/i.test(digits)) throw malformed('FileContent');
  return String.fromCharCode(Number.parseInt(digits, 16));
}

/** `Buffer.from` skips what isn't base64, and would hide damage. */
function decodeText(text: string, last: boolean): Uint8Array {
  const form = last ? /^[A-Za-z0-9+/]*={0,2}$/ : /^[A-Za-z0-9+/]*$/;
  if (text.length % 4 !== 0 || !form.test(text)) throw malformed('FileContent');
  return Buffer.from(text, 'base64');
}

async function* decodeNumbers(reader: ByteReader): AsyncGenerator<Uint8Array> {
  await expect(reader, byte.openArray);
  if ((await token(reader)) === byte.closeArray) {
    await reader.next();
    return;
  }
  let piece: number[] = [];
  for (;;) {
    const value = await readValue(reader);
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 255)
      throw malformed('FileContent');
    piece.push(value);
    const next = await token(reader);
    await reader.next();
    if (next === byte.closeArray) break;
    if (next !== byte.comma) throw malformed('FileContent');
    if (piece.length >= 16_384) {
      yield Uint8Array.from(piece);
      piece = [];
    }
  }
  yield Uint8Array.from(piece);
}
