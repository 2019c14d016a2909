import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { icns, ico, png } from './files.mjs';
import { coverageOf, paint } from './raster.mjs';
import { shapesOf } from './shapes.mjs';

const whole = { x: 0, y: 0, side: 64 };
/** The slip alone fills the tray's picture. */
const slipOnly = { x: 9, y: 8.5, side: 46 };
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const inIco = [16, 20, 24, 32, 40, 48, 64, 128, 256];
/** Windows and macOS ask for 16 points, Linux' bars for 22; the second is for dense screens. */
const traySizes = /** @type {const} */ ([
  ['16', 16],
  ['16@1.5x', 24],
  ['16@2x', 32],
  ['22', 22],
  ['22@2x', 44],
]);
const inks = { black: '#1a1a1a', white: '#ffffff' };

/**
 * Draws all bitmaps of the icon from its one SVG: PNGs, Windows' and macOS' files, the tray's one-coloured slip with and
 * without a dot, and the dot alone. The repository holds none of them.
 * @param {string} svgFile
 * @param {string} folder
 */
export function makeIcons(svgFile, folder) {
  const shapes = shapesOf(readFileSync(svgFile, 'utf8'));
  /** @type {Map<number, Buffer>} */
  const drawn = new Map();
  const icon = (/** @type {number} */ size) => {
    const held = drawn.get(size);
    if (held !== undefined) return held;
    const layers = shapes.map(({ outline, fill, stroke }) => ({
      coverage: coverageOf(outline, size, whole),
      colour: stroke ?? fill ?? '#000000',
    }));
    const picture = png(paint(layers, size), size);
    drawn.set(size, picture);
    return picture;
  };
  mkdirSync(folder, { recursive: true });
  const write = (/** @type {string} */ name, /** @type {Buffer} */ data) =>
    writeFileSync(join(folder, name), data);
  for (const size of sizes) write(`icon-${size}.png`, icon(size));
  write('icon.ico', ico(inIco.map((size) => ({ size, data: icon(size) }))));
  write('icon.icns', icns(icon));

  const slip = shapes.find(({ id }) => id === 'slip')?.outline ?? [];
  const tick = shapes.find(({ id }) => id === 'tick')?.outline ?? [];
  for (const [name, size] of traySizes) {
    const body = coverageOf(slip, size, slipOnly);
    const hole = coverageOf(tick, size, slipOnly);
    const plain = body.map((part, pixel) => part * (1 - (hole[pixel] ?? 0)));
    const [dot, gap] = [disc(46.5, 16.5, 8, size), disc(46.5, 16.5, 11, size)];
    const dotted = plain.map((part, pixel) => Math.max(part * (1 - (gap[pixel] ?? 0)), dot[pixel] ?? 0));
    for (const [ink, colour] of Object.entries(inks)) {
      const [base = '', density = ''] = name.split(/(?=@)/);
      write(`tray-${ink}-${base}${density}.png`, png(paint([{ coverage: plain, colour }], size), size));
      write(`tray-${ink}-dot-${base}${density}.png`, png(paint([{ coverage: dotted, colour }], size), size));
    }
  }
  write('badge.png', png(paint([{ coverage: disc(32, 31.5, 18, 16), colour: '#c4314b' }], 16), 16));
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {number} size
 */
function disc(x, y, radius, size) {
  const around = Array.from({ length: 96 }, (_, index) => {
    const angle = (index / 48) * Math.PI;
    return /** @type {[number, number]} */ ([x + radius * Math.cos(angle), y + radius * Math.sin(angle)]);
  });
  return coverageOf([around], size, slipOnly);
}
