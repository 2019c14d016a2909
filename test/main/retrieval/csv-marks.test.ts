import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCsvMarks, mostMarked } from '../../../src-main/retrieval/csv-marks.ts';

const marks = createCsvMarks();

function found(bytes: Uint8Array): readonly number[] {
  return [...marks.places.subarray(0, marks.find(bytes))];
}

function expected(bytes: Uint8Array): readonly number[] {
  return [...bytes.keys()].filter((at) => bytes[at] === 0x0a || bytes[at] === 0x22);
}

/** Every third byte is a mark or one of its neighbours in value. */
function text(length: number): Uint8Array {
  const some = [0x61, 0x0a, 0x2c, 0x8a, 0x22, 0x00, 0xa2, 0x0b, 0xff, 0x09, 0x21, 0x23, 0x0d];
  return Uint8Array.from({ length }, (_, at) => some[(at * 7 + (at >> 4)) % some.length] ?? 0);
}

describe('the line feeds and quotes of a text', () => {
  it('are found whatever its length', () => {
    for (let length = 0; length <= 70; length += 1) {
      const bytes = text(length);
      expect(found(bytes), `${length} bytes`).toEqual(expected(bytes));
    }
  });

  it('are found wherever it lies in memory, shared memory too', () => {
    const memory = new Uint8Array(new SharedArrayBuffer(1_000));
    memory.set(text(1_000));
    for (let from = 0; from < 20; from += 1) {
      const bytes = memory.subarray(from, from + 777);
      expect(found(bytes), `from ${from}`).toEqual(expected(bytes));
    }
  });

  it('may be all that there is', () => {
    expect(marks.find(new Uint8Array(mostMarked).fill(0x0a))).toBe(mostMarked);
    expect([marks.places[0], marks.places[mostMarked - 1]]).toEqual([0, mostMarked - 1]);
  });

  it('are not those of the text before it', () => {
    marks.find(new Uint8Array(mostMarked).fill(0x22));
    expect(found(Uint8Array.of(0x61))).toEqual([]);
    expect(found(new Uint8Array())).toEqual([]);
  });
});

describe('a text without quotes and blank lines', () => {
  const plain = (text: string, atLineStart = false) => marks.plainLines(Buffer.from(text), atLineStart);

  it.each([
    ['', 0],
    ['a', 0],
    ['\n', 1],
    ['a,b\r\n1,2\r\n', 2],
    [`${'x'.repeat(15)}\n${'x'.repeat(15)}\n`, 2],
    ['a\r\rb\n', 1],
  ])('%j has %i line feeds', (text, lines) => expect(plain(text)).toBe(lines));

  it.each([
    'a"b\n',
    `${'x'.repeat(100)}"`,
    'a\n\nb',
    `${'x'.repeat(15)}\n\n`,
    'a\n\rb\n',
    `${'x'.repeat(31)}\n\r\n`,
  ])('%j is none', (text) => expect(plain(text)).toBe(null));

  it('begins with a blank line only where a line begins', () => {
    expect([plain('\nb', false), plain('\nb', true)]).toEqual([1, null]);
    expect([plain('\r\nb', false), plain('\r\nb', true)]).toEqual([1, null]);
    expect([plain('b\n', false), plain('b\n', true)]).toEqual([1, 1]);
  });

  it('is told from all others, whatever came before it', () => {
    const piece = fc.constantFrom('a', ',', 'abcdefgh', '\n', 'a\n', 'a\r\n', '\r', '"', 'x'.repeat(70));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, atLineStart) => {
        const text = pieces.join('');
        const odd = /"|\n[\r\n]/.test(`${atLineStart ? '\n' : ''}${text}`);
        expect(plain(text, atLineStart)).toBe(odd ? null : text.split('\n').length - 1);
      }),
      { numRuns: 500 },
    );
  });
});
