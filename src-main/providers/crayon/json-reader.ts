import { Failure } from '../../ports/failure.ts';
import type { ByteReader } from './byte-reader.ts';

/** Bytes of JSON's grammar (RFC 8259 §2). */
export const byte = {
  quote: 0x22,
  backslash: 0x5c,
  open: 0x7b,
  close: 0x7d,
  openArray: 0x5b,
  closeArray: 0x5d,
  comma: 0x2c,
  colon: 0x3a,
} as const;

/** More than this no member holds that stands beside the file. */
const longestValue = 64 * 1024;

export function malformed(detail: string): Failure {
  return new Failure('answer-malformed', { detail });
}

/** The next byte that isn't white space, which stays. The end of the stream means that the answer was cut. */
export async function token(reader: ByteReader): Promise<number> {
  for (;;) {
    const next = await reader.peek();
    if (next === null) throw new Failure('connection-lost', { detail: 'the JSON answer ends early' });
    if (next !== 0x20 && next !== 0x0a && next !== 0x0d && next !== 0x09) return next;
    await reader.next();
  }
}

export async function expect(reader: ByteReader, wanted: number): Promise<void> {
  if ((await token(reader)) !== wanted) throw malformed(`expected ${String.fromCharCode(wanted)}`);
  await reader.next();
}

/** A whole string value, opening quote included, decoded. */
export async function readString(reader: ByteReader): Promise<string> {
  const value: unknown = parse(await readStringText(reader));
  if (typeof value !== 'string') throw malformed('a string was expected');
  return value;
}

/** Any value that stands beside the file, parsed when it is a scalar and skipped otherwise. */
export async function readValue(reader: ByteReader): Promise<unknown> {
  const first = await token(reader);
  if (first === byte.quote) return readString(reader);
  if (first === byte.open || first === byte.openArray) return skipNested(reader);
  let text = '';
  for (;;) {
    text += await reader.run([byte.comma, byte.close, byte.closeArray]);
    if (text.length > longestValue) throw malformed('a value is too long');
    const next = await reader.peek();
    if (next === null) throw new Failure('connection-lost', { detail: 'the JSON answer ends early' });
    if (next === byte.comma || next === byte.close || next === byte.closeArray) return parse(text);
  }
}

async function skipNested(reader: ByteReader): Promise<null> {
  let depth = 0;
  do {
    const next = await token(reader);
    if (next === byte.quote) {
      await readStringText(reader);
      continue;
    }
    await reader.next();
    if (next === byte.open || next === byte.openArray) depth += 1;
    if (next === byte.close || next === byte.closeArray) depth -= 1;
  } while (depth > 0);
  return null;
}

async function readStringText(reader: ByteReader): Promise<string> {
  await expect(reader, byte.quote);
  let text = '"';
  for (;;) {
    text += await reader.run([byte.quote, byte.backslash]);
    const next = await reader.peek();
    if (next === null) throw new Failure('connection-lost', { detail: 'the JSON answer ends early' });
    if (next === byte.quote) {
      await reader.next();
      // Read as Latin-1 for the sake of bytes; the text is UTF-8.
      return Buffer.from(`${text}"`, 'latin1').toString('utf8');
    }
    if (next === byte.backslash) {
      await reader.next();
      const escaped = await reader.next();
      if (escaped !== null) text += `\\${String.fromCharCode(escaped)}`;
    }
    if (text.length > longestValue) throw malformed('a value is too long');
  }
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw malformed('not JSON');
  }
}
