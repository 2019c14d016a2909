import { Failure } from '../../ports/failure.ts';
import type { HttpAnswer } from './http-client.ts';
import { parseJson } from './parse-json-answer.ts';

/** A JSON object of which one array is kept as the texts of its elements. */
export interface ExactAnswer {
  /** The object without that array: for a schema. */
  readonly envelope: Readonly<Record<string, unknown>>;
  /**
   * The elements' texts as they were sent: numbers beyond 2^53, `1.10`, escapes, key order and doubled keys are untouched.
   * Only line breaks between tokens became spaces, one for one. Null when the object has no such array.
   */
  readonly records: readonly string[] | null;
}

/** No record of the trade nests deeper; what does would only break those who read the file after us. */
const deepest = 200;

/**
 * Reads an answer so that nothing of its records is lost to JavaScript's numbers. `keys` are the names that the array may
 * have, in any letter case. Throws what `parseJson` throws; `answer-malformed` also for bytes that aren't UTF-8, for two
 * arrays under such names (one would be lost) and for nesting beyond 200.
 */
export function parseJsonExact(answer: HttpAnswer, keys: readonly string[], subject?: string): ExactAnswer {
  const parsed = parseJson(answer, subject);
  const refuse = (detail: string) =>
    new Failure('answer-malformed', { ...(subject === undefined ? {} : { subject }), detail });
  if (answer.damaged === true) throw refuse('not UTF-8');
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw refuse('not an object');
  const sliced = sliceRecords(answer.text, keys);
  if (sliced.kind === 'refused') throw refuse(sliced.why);
  const envelope = Object.fromEntries(Object.entries(parsed).filter(([key]) => key !== sliced.key));
  return { envelope, records: sliced.records };
}

type Sliced =
  | { readonly kind: 'sliced'; readonly key: string | null; readonly records: readonly string[] | null }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Finds the array among the members of the object that `text` holds. `text` has to be valid JSON: the scan looks at
 * quotes and brackets only, and is linear.
 */
function sliceRecords(text: string, keys: readonly string[]): Sliced {
  const wanted = new Set(keys.map((key) => key.toLowerCase()));
  let found: { readonly key: string; readonly records: readonly string[] } | null = null;
  const scan = createScanner(text);
  for (const member of scan.members(scan.afterSpace(0))) {
    if (!wanted.has(member.key.toLowerCase()) || text.charCodeAt(member.start) !== openBracket) continue;
    if (found !== null) return { kind: 'refused', why: `two arrays: ${found.key}, ${member.key}` };
    const records = scan.elements(member.start).map(({ start, end }) => onOneLine(text.slice(start, end)));
    found = { key: member.key, records };
  }
  if (scan.tooDeep()) return { kind: 'refused', why: `nested deeper than ${deepest}` };
  return { kind: 'sliced', key: found?.key ?? null, records: found?.records ?? null };
}

/** In valid JSON a bare line break stands between tokens only: strings hold them escaped (RFC 8259 §7). */
function onOneLine(record: string): string {
  return /[\r\n]/.test(record) ? record.replace(/[\r\n]/g, ' ') : record;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

interface Slice {
  readonly start: number;
  readonly end: number;
}

interface Member extends Slice {
  readonly key: string;
}

/** Walks valid JSON by index. */
function createScanner(text: string) {
  let depthSeen = 0;

  function afterSpace(from: number): number {
    let at = from;
    for (let code = text.charCodeAt(at); code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09; ) {
      at += 1;
      code = text.charCodeAt(at);
    }
    return at;
  }

  /** The index behind the closing quote of the string that opens at `from`. */
  function afterString(from: number): number {
    for (let close = text.indexOf('"', from + 1); close >= 0; close = text.indexOf('"', close + 1)) {
      let before = close - 1;
      while (text.charCodeAt(before) === backslash) before -= 1;
      if ((close - before) % 2 === 1) return close + 1;
    }
    return text.length;
  }

  function afterValue(from: number): number {
    const first = text.charCodeAt(from);
    if (first === quote) return afterString(from);
    if (first === openBrace || first === openBracket) return afterBracket(from);
    let at = from;
    while (at < text.length && !isEndOfPrimitive(text.charCodeAt(at))) at += 1;
    return at;
  }

  function afterBracket(from: number): number {
    let depth = 0;
    let at = from;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        at = afterString(at);
        continue;
      }
      at += 1;
      if (code === openBrace || code === openBracket) {
        depth += 1;
        if (depth > depthSeen) depthSeen = depth;
      } else if (code === closeBrace || code === closeBracket) {
        depth -= 1;
        if (depth === 0) return at;
      }
    }
    return at;
  }

  /** Behind a value: the start of the next one, or null behind the last. */
  function next(from: number): number | null {
    const at = afterSpace(from);
    return text.charCodeAt(at) === comma ? afterSpace(at + 1) : null;
  }

  return {
    afterSpace,
    tooDeep: () => depthSeen > deepest,
    members(brace: number): readonly Member[] {
      const members: Member[] = [];
      let at: number | null = afterSpace(brace + 1);
      while (at !== null && text.charCodeAt(at) === quote) {
        const keyEnd = afterString(at);
        const key: unknown = JSON.parse(text.slice(at, keyEnd));
        const start = afterSpace(afterSpace(keyEnd) + 1);
        const end = afterValue(start);
        members.push({ key: String(key), start, end });
        at = next(end);
      }
      return members;
    },
    elements(bracket: number): readonly Slice[] {
      const elements: Slice[] = [];
      let at: number | null = afterSpace(bracket + 1);
      if (text.charCodeAt(at) === closeBracket) return elements;
      while (at !== null) {
        const end = afterValue(at);
        elements.push({ start: at, end });
        at = next(end);
      }
      return elements;
    },
  };
}

function isEndOfPrimitive(code: number): boolean {
  return (
    code === comma ||
    code === closeBracket ||
    code === closeBrace ||
    code === 0x20 ||
    code === 0x0a ||
    code === 0x0d ||
    code === 0x09
  );
}
