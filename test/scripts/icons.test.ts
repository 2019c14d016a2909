import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeIcons } from '../../scripts/icons/make-icons.mjs';
import { coverageOf } from '../../scripts/icons/raster.mjs';
import { shapesOf } from '../../scripts/icons/shapes.mjs';
import { inRepository } from '../support/launch-docket.ts';

/** The pixels of a PNG that is not filtered, as the set-up writes them. */
function pixelsOf(png: Buffer) {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  const size = png.readUInt32BE(16);
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const rows = inflateSync(Buffer.concat(parts));
  return {
    size,
    at: (x: number, y: number) => [...rows.subarray(y * (size * 4 + 1) + 1 + x * 4).subarray(0, 4)],
  };
}

describe('the icon’s bitmaps', () => {
  let folder = '';
  const file = (name: string) => readFileSync(join(folder, name));
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'docket-icons-'));
    makeIcons(inRepository('resources/icon.svg'), folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('show the slip and its tick on the tile', () => {
    const { size, at } = pixelsOf(file('icon-64.png'));
    expect(size).toBe(64);
    expect(at(0, 0)[3]).toBe(0);
    expect(at(8, 32)).toEqual([0x0f, 0x5c, 0x5c, 255]);
    expect(at(32, 15)).toEqual([0xff, 0xfd, 0xf8, 255]);
    expect(at(30, 35)).toEqual([0x0f, 0x5c, 0x5c, 255]);
    // Between two teeth of the torn edge the tile is seen.
    expect(at(42, 51)).toEqual([0x0f, 0x5c, 0x5c, 255]);
    expect(at(37, 51)).toEqual([0xff, 0xfd, 0xf8, 255]);
  });

  it('are of one colour in the tray, the tick cut out; the dot tells that something waits', () => {
    for (const [ink, value] of [
      ['black', 0x1a],
      ['white', 0xff],
    ] as const) {
      const plain = pixelsOf(file(`tray-${ink}-16.png`));
      const dotted = pixelsOf(file(`tray-${ink}-dot-16.png`));
      let differ = 0;
      for (let y = 0; y < 16; y += 1)
        for (let x = 0; x < 16; x += 1) {
          const [red, green, blue, alpha = 0] = plain.at(x, y);
          if (alpha > 0) expect([red, green, blue]).toEqual([value, value, value]);
          if (alpha !== dotted.at(x, y)[3]) differ += 1;
        }
      expect(differ).toBeGreaterThan(10);
      expect(plain.at(7, 9)[3]).toBeLessThan(80);
      expect(plain.at(7, 2)[3]).toBe(255);
    }
    expect(pixelsOf(file('tray-white-16@2x.png')).size).toBe(32);
  });

  it('stand in Windows’ and macOS’ files, each of its size', () => {
    const ico = file('icon.ico');
    const count = ico.readUInt16LE(4);
    expect(count).toBe(9);
    for (let index = 0; index < count; index += 1) {
      const entry = 6 + 16 * index;
      const start = ico.readUInt32LE(entry + 12);
      const { size } = pixelsOf(ico.subarray(start, start + ico.readUInt32LE(entry + 8)));
      expect(size % 256).toBe(ico[entry]);
    }
    const icns = file('icon.icns');
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
  });

  it('all come from the SVG: the repository holds no bitmap', () => {
    expect(readdirSync(inRepository('resources')).filter((name) => /\.(png|ico|icns)$/.test(name))).toEqual(
      [],
    );
  });
});

it('a shape that the set-up can’t draw is refused, not left out', () => {
  expect(() => shapesOf('<svg><circle cx="1" cy="1" r="1"/></svg>')).toThrow('<circle>');
  expect(() => shapesOf('<svg><path d="M0 0C1 1 2 2 3 3"/></svg>')).toThrow('"C"');
});

it('the edge of a shape covers a pixel by its share', () => {
  const [square] = shapesOf('<svg><rect x="0.5" y="1" width="2" height="2"/></svg>');
  const coverage = coverageOf(square?.outline ?? [], 4, { x: 0, y: 0, side: 4 });
  expect([...coverage.slice(4, 8)].map((part) => Math.round(part * 100))).toEqual([50, 100, 50, 0]);
  expect([...coverage.slice(0, 4)]).toEqual([0, 0, 0, 0]);
});
