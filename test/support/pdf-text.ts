import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as Chromium writes them (one stream an object, fonts with ToUnicode maps), in the order of drawing,
 * without spaces between pieces. https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf, 9.10
 */
export function pdfText(pdf: Buffer): { readonly pages: number; readonly text: string } {
  const source = pdf.toString('latin1');
  if (!source.startsWith('%PDF-') || !source.trimEnd().endsWith('%%EOF')) throw new Error('not a PDF');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of source.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g))
    objects.set(id, body);
  const fonts = fontMaps(objects);
  const bodies = [...objects.values()];
  const text = bodies
    .map(streamOf)
    .filter((stream) => /\bT[jJ]\b/.test(stream))
    .map((stream) => drawnText(stream, fonts))
    .join('\n');
  return { pages: bodies.filter((body) => /\/Type\s*\/Page\b(?!s)/.test(body)).length, text };
}

function streamOf(body: string): string {
  const start = /\bstream\r?\n/.exec(body);
  const [, length] = /\/Length (\d+)/.exec(body) ?? [];
  if (start === null || length === undefined) return '';
  // By its length: packed bytes may end with what looks like a line's end.
  const from = start.index + start[0].length;
  const bytes = Buffer.from(body.slice(from, from + Number(length)), 'latin1');
  return body.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
}

type Glyphs = ReadonlyMap<number, string>;

/** By the names that pages call them. */
function fontMaps(objects: ReadonlyMap<string, string>): ReadonlyMap<string, Glyphs> {
  const maps = new Map<string, Glyphs>();
  for (const body of objects.values()) {
    const [, names = ''] = /\/Font\s*<<([\s\S]*?)>>/.exec(body) ?? [];
    for (const [, name = '', id = ''] of names.matchAll(/\/(\S+) (\d+) 0 R/g)) {
      const [, map = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '') ?? [];
      maps.set(name, glyphsOf(streamOf(objects.get(map) ?? '')));
    }
  }
  return maps;
}

function glyphsOf(map: string): Glyphs {
  const glyphs = new Map<number, string>();
  const code = (hex: string) => Number.parseInt(hex, 16);
  const text = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      glyphs.set(code(from), text(to));
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const start = text(first).charCodeAt(0);
      for (let glyph = code(from); glyph <= code(to); glyph += 1)
        glyphs.set(glyph, String.fromCharCode(start + glyph - code(from)));
    }
  }
  return glyphs;
}

function drawnText(stream: string, fonts: ReadonlyMap<string, Glyphs>): string {
  let glyphs: Glyphs = new Map();
  let text = '';
  for (const [, font, hex] of stream.matchAll(/\/(\S+) [\d.]+ Tf|<(\w+)>/g)) {
    if (font !== undefined) glyphs = fonts.get(font) ?? new Map();
    else
      for (const [glyph] of (hex ?? '').matchAll(/.{4}/g))
        text += glyphs.get(Number.parseInt(glyph, 16)) ?? '';
  }
  return text;
}
