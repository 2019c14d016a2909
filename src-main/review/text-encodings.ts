import type { Dialect } from '../../src-preload/contract/review.ts';

export type Encoding = Dialect['encoding'];

/** Turns a file's bytes into text, piece by piece; what can't be read becomes U+FFFD. */
export interface TextReader {
  read(bytes: Uint8Array): string;
  end(): string;
  /** Something couldn't be read so far; a U+FFFD that the file itself has is none. */
  hasBad(): boolean;
}

const strange = '\ufffd';
function countOf(where: string | Buffer, what: string): number {
  let count = 0;
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) count += 1;
  return count;
}
/** Halves of a pair without the other half: no text, though UTF-16 has room for them. */
const loneHalf = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const cyrillicCapitals = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ';
const cyrillicSmall = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';

/** The upper halves (0x80–0xFF) of the code pages. https://encoding.spec.whatwg.org/#legacy-single-byte-encodings */
const upperHalves: Readonly<Record<Exclude<Encoding, 'utf-8' | 'utf-16le' | 'utf-16be'>, string>> = {
  'windows-1252':
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
    Array.from({ length: 96 }, (_, at) => String.fromCharCode(0xa0 + at)).join(''),
  'windows-1251':
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї' +
    cyrillicCapitals +
    cyrillicSmall,
  'koi8-r':
    '─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00a0⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©' +
    'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ',
  ibm866:
    `${cyrillicCapitals}${cyrillicSmall.slice(0, 16)}░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀` +
    `${cyrillicSmall.slice(16)}ЁёЄєЇїЎў°∙·√№¤■\u00a0`,
};

export function createTextReader(encoding: Encoding): TextReader {
  if (encoding === 'utf-8') return utf8Reader();
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16Reader(encoding === 'utf-16be');
  const upper = upperHalves[encoding];
  return {
    read: (bytes) =>
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        .toString('latin1')
        .replace(/[\u0080-\u00ff]/g, (char) => upper[char.charCodeAt(0) - 0x80] ?? '\ufffd'),
    end: () => '',
    hasBad: () => false,
  };
}

function utf8Reader(): TextReader {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  // Counted only where there are any: those that the file has itself, in UTF-8, and those that were put in.
  let shown = 0;
  let written = 0;
  let tail: Uint8Array = new Uint8Array();
  function count(text: string, bytes: Uint8Array): string {
    const joined = Buffer.concat([tail, bytes]);
    written += countOf(joined, strange);
    tail = Uint8Array.prototype.slice.call(joined, -2);
    shown += countOf(text, strange);
    return text;
  }
  return {
    read: (bytes) => count(decoder.decode(bytes, { stream: true }), bytes),
    end: () => count(decoder.decode(), new Uint8Array()),
    hasBad: () => shown > written,
  };
}

function utf16Reader(bigEndian: boolean): TextReader {
  let odd: Uint8Array = new Uint8Array();
  /** The first half of a pair whose other half comes with the next piece. */
  let half = '';
  let bad = false;
  function whole(text: string): string {
    return text.replace(loneHalf, () => {
      bad = true;
      return strange;
    });
  }
  return {
    read(bytes) {
      const all = Buffer.concat([odd, bytes]);
      const even = all.length - (all.length % 2);
      odd = all.subarray(even);
      const units = all.subarray(0, even);
      const text = half + (bigEndian ? units.swap16() : units).toString('utf16le');
      half = /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : '';
      return whole(half === '' ? text : text.slice(0, -1));
    },
    end() {
      const left = whole(half) + (odd.length === 0 ? '' : strange);
      bad ||= left !== '';
      return left;
    },
    hasBad: () => bad,
  };
}

/** Recognises the encoding by a byte order mark, else by what the first bytes look like. */
export function recogniseEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = withoutMark(bytes);
  if (wide !== null) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  return codePageOf(bytes);
}

/** UTF-16 without a mark: text of ASCII letters has a zero in every other byte. */
function withoutMark(bytes: Uint8Array): Encoding | null {
  const pairs = Math.min(bytes.length >> 1, 2000);
  if (pairs < 2) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] === 0) evenZeros += 1;
    if (bytes[at + 1] === 0) oddZeros += 1;
  }
  if (oddZeros > pairs * 0.4 && evenZeros < pairs * 0.05) return 'utf-16le';
  if (evenZeros > pairs * 0.4 && oddZeros < pairs * 0.05) return 'utf-16be';
  return null;
}

/** The last character may be cut by the end of the sample; a stray byte among many good characters is a fault. */
function isUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  const bad =
    countOf(text, strange) - countOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), strange);
  if (bad <= 0) return true;
  const good = text.match(/[^\0-\u007f\ufffd]/g)?.length ?? 0;
  return good > bad * 10;
}

/** The most frequent small letters of Russian; a wrong code page makes capitals, rare letters or lines of them. */
const frequent = new Set('оеаинтсрвлкмдпу');

function codePageOf(bytes: Uint8Array): Encoding {
  let high = 0;
  let besideHigh = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    high += 1;
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) besideHigh += 1;
  }
  // Western text has single accents among plain letters, Cyrillic text has whole words of high bytes.
  if (besideHigh < high * 0.6) return 'windows-1252';
  const scored = (['windows-1251', 'koi8-r', 'ibm866'] as const).map((encoding) => {
    const text = createTextReader(encoding).read(bytes);
    let score = 0;
    for (const char of text) {
      if (frequent.has(char)) score += 2;
      else if (/[а-яА-ЯёЁ]/.test(char)) score += 1;
      else if (char > '\u007f') score -= 1;
    }
    return { encoding, score };
  });
  const best = scored.reduce((most, one) => (one.score > most.score ? one : most));
  return best.encoding;
}
