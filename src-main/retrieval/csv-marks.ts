/** Finds the line feeds and quotes of a text, sixteen bytes at a time. */
export interface CsvMarks {
  /**
   * How many line feeds are in at most `mostMarked` bytes; null when there is a quote, or a line that begins with a
   * carriage return or is empty: such a text has to be looked at more closely.
   */
  plainLines(bytes: Uint8Array, atLineStart: boolean): number | null;
  /** Their places in `bytes`, of which there are at most `mostMarked`: the first so many numbers of `places`. */
  find(bytes: Uint8Array): number;
  readonly places: Uint32Array;
}

/** As much of https://webassembly.github.io/spec/js-api/ as is needed here: Node has it, its types don't. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
  readonly Memory: new (facts: { initial: number }) => { readonly buffer: ArrayBuffer };
};

/** Bytes looked at in one go. */
export const mostMarked = 64 * 1024;

/** Where the text begins in the program's memory: before it stands the byte that came before. */
const textAt = 16;
/** Where the places begin: behind the text and what is read beyond its end. */
const placesAt = textAt + mostMarked + 16;
const pages = Math.ceil((placesAt + mostMarked * 4) / (64 * 1024));

/**
 * A number, signed, as the format has it; one that isn't negative reads the same where an unsigned one is wanted.
 * https://webassembly.github.io/spec/core/binary/values.html#integers
 */
function leb(value: number): readonly number[] {
  const rest = value >> 7;
  const last = rest === ((value & 0x40) === 0 ? 0 : -1);
  return last ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...leb(rest)];
}

const section = (id: number, ...bytes: readonly number[]) => [id, ...leb(bytes.length), ...bytes];
const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
const i32 = (value: number) => [0x41, ...leb(value)];
/** 1 in every byte of the vector in local 4 that is this one. */
const same = (byte: number) => [...get(4), ...i32(byte), ...[0xfd, 0x0f], ...[0xfd, 0x23]];
const add = 0x6a;
/** The sixteen bytes at the place in local 1, or those that begin so many before it. */
const text = (before = 0) => [...get(1), 0xfd, 0x00, 0, textAt - before];
const equal = [0xfd, 0x23];
const and = [0xfd, 0x4e];
const or = [0xfd, 0x50];

/**
 * JavaScript looks at one byte, or calls for one search, at a time; this is a loop of WebAssembly's vector instructions,
 * written out since it is so short. Locals: 0 the text's length, 1 the place, 2 where the next result goes, 3 the bits
 * of the marks among sixteen bytes, 4 those bytes.
 * https://github.com/WebAssembly/spec/blob/main/proposals/simd/BinarySIMD.md
 */
const findMarks = [
  // Two groups of locals: three i32 (1, 2, 3), one v128 (4).
  ...[2, 3, 0x7f, 1, 0x7b],
  ...[...i32(placesAt), ...set(2)],
  // loop: v128.load, then i8x16.eq with each, v128.or, i8x16.bitmask
  ...[0x03, 0x40],
  ...[...text(), ...set(4)],
  ...[...same(0x0a), ...same(0x22), ...or, ...[0xfd, 0x64], ...tee(3)],
  // if there are any, loop: i32.store of the place plus i32.ctz of the bits; the lowest bit goes
  ...[0x04, 0x40, 0x03, 0x40],
  ...[...get(2), ...get(1), ...get(3), 0x68, add, ...[0x36, 2, 0]],
  ...[...get(2), ...i32(4), add, ...set(2)],
  ...[...get(3), ...get(3), ...i32(-1), add, 0x71, ...tee(3), ...[0x0d, 0]],
  ...[0x0b, 0x0b],
  // on by sixteen, while below the length
  ...[...get(1), ...i32(16), add, ...tee(1), ...get(0), 0x49, ...[0x0d, 0], 0x0b],
  // how many: the bytes written, by four
  ...[...get(2), ...i32(placesAt), 0x6b, ...i32(2), 0x76],
  0x0b,
];

/**
 * Most texts have neither quotes nor blank lines: to count their line feeds takes no look at each. Locals: 0 the text's
 * length, 1 the place, 2 the count, 3 sixteen bytes, 4 the line feeds among them, 5 what isn't plain so far; 6, 7 and 8 a
 * line feed, a quote and a carriage return, sixteen times each.
 */
const countPlain = [
  // Two groups of locals: two i32 (1, 2), six v128 (3 to 8).
  ...[2, 2, 0x7f, 6, 0x7b],
  ...[...i32(0x0a), ...[0xfd, 0x0f], ...set(6)],
  ...[...i32(0x22), ...[0xfd, 0x0f], ...set(7)],
  ...[...i32(0x0d), ...[0xfd, 0x0f], ...set(8)],
  // loop
  ...[0x03, 0x40],
  ...[...text(), ...tee(3), ...get(6), ...equal, ...set(4)],
  // not plain: a quote; behind a line feed, another one or a carriage return
  ...[...get(5), ...get(3), ...get(7), ...equal, ...or],
  ...[
    ...text(1),
    ...get(6),
    ...equal,
    ...get(4),
    ...get(3),
    ...get(8),
    ...equal,
    ...or,
    ...and,
    ...or,
    ...set(5),
  ],
  // i8x16.bitmask, i32.popcnt
  ...[...get(2), ...get(4), ...[0xfd, 0x64], 0x69, add, ...set(2)],
  ...[...get(1), ...i32(16), add, ...tee(1), ...get(0), 0x49, ...[0x0d, 0], 0x0b],
  // v128.any_true, select
  ...[...i32(-1), ...get(2), ...get(5), ...[0xfd, 0x53], 0x1b],
  0x0b,
];

const program = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  // Two functions from i32 to i32; one memory; all exported, as `f`, `g` and `m`.
  ...section(1, 1, 0x60, 1, 0x7f, 1, 0x7f),
  ...section(3, 2, 0, 0),
  ...section(5, 1, 0, ...leb(pages)),
  ...section(7, 3, ...[1, 0x66, 0, 0], ...[1, 0x67, 0, 1], ...[1, 0x6d, 2, 0]),
  ...section(10, 2, ...leb(findMarks.length), ...findMarks, ...leb(countPlain.length), ...countPlain),
]);

export function createCsvMarks(): CsvMarks {
  const { f, g, m } = new WebAssembly.Instance(new WebAssembly.Module(program)).exports;
  if (!(m instanceof WebAssembly.Memory) || typeof f !== 'function' || typeof g !== 'function')
    throw new TypeError('exports');
  const memory = new Uint8Array(m.buffer, 0, placesAt);
  function put(bytes: Uint8Array) {
    memory.set(bytes, textAt);
    memory.fill(0, textAt + bytes.length, textAt + bytes.length + 16);
  }
  return {
    places: new Uint32Array(m.buffer, placesAt, mostMarked),
    plainLines(bytes, atLineStart) {
      if (bytes.length === 0) return 0;
      put(bytes);
      memory[textAt - 1] = atLineStart ? 0x0a : 0;
      const count = Number(g(bytes.length));
      return count === -1 ? null : count;
    },
    find(bytes) {
      if (bytes.length === 0) return 0;
      put(bytes);
      return Number(f(bytes.length));
    },
  };
}
