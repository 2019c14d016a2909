/** @typedef {import('./shapes.mjs').Polygon} Polygon */
/** @typedef {{ x: number, y: number, side: number }} Frame the square of the drawing that fills the bitmap */

/** Lines a pixel, the more the smaller the picture; along a line the coverage is exact. */
const sublinesFor = (/** @type {number} */ size) => (size >= 256 ? 4 : 16);

/**
 * How much of each pixel the polygons cover, 0 to 1, by the nonzero rule.
 * @param {readonly Polygon[]} polygons
 * @param {number} size pixels
 * @param {Frame} frame
 * @returns {Float32Array}
 */
export function coverageOf(polygons, size, { x: left, y: top, side }) {
  const scale = size / side;
  const sublines = sublinesFor(size);
  const edges = polygons.flatMap((polygon) =>
    polygon.map(([x1, y1], index) => {
      const [x2 = 0, y2 = 0] = polygon[(index + 1) % polygon.length] ?? [];
      return {
        x1: (x1 - left) * scale,
        y1: (y1 - top) * scale,
        x2: (x2 - left) * scale,
        y2: (y2 - top) * scale,
      };
    }),
  );
  const coverage = new Float32Array(size * size);
  for (let line = 0; line < size * sublines; line += 1) {
    const y = (line + 0.5) / sublines;
    const row = Math.floor(line / sublines) * size;
    const crossings = edges
      .filter(({ y1, y2 }) => y1 <= y !== y2 <= y)
      .map(({ x1, y1, x2, y2 }) => ({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y2 > y1 ? 1 : -1 }))
      .sort((a, b) => a.x - b.x);
    let winding = 0;
    for (const [index, { x, turn }] of crossings.entries()) {
      winding += turn;
      const next = crossings[index + 1];
      if (winding !== 0 && next !== undefined) cover(coverage, row, size, x, next.x, 1 / sublines);
    }
  }
  return coverage;
}

/**
 * @param {Float32Array} coverage
 * @param {number} row
 * @param {number} size
 * @param {number} from
 * @param {number} to
 * @param {number} height of the line, in pixels
 */
function cover(coverage, row, size, from, to, height) {
  const start = Math.max(0, from);
  const end = Math.min(size, to);
  for (let pixel = Math.floor(start); pixel < end; pixel += 1) {
    const part = Math.min(end, pixel + 1) - Math.max(start, pixel);
    coverage[row + pixel] = Math.min(1, (coverage[row + pixel] ?? 0) + part * height);
  }
}

/**
 * Colours one above the other, as RGBA.
 * @param {readonly { coverage: Float32Array, colour: string }[]} layers from below; colours as `#rrggbb`
 * @param {number} size
 * @returns {Uint8Array}
 */
export function paint(layers, size) {
  const pixels = new Uint8Array(size * size * 4);
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    let [red, green, blue, alpha] = [0, 0, 0, 0];
    for (const { coverage, colour } of layers) {
      const over = coverage[pixel] ?? 0;
      if (over === 0) continue;
      const [r, g, b] = channels(colour);
      // https://www.w3.org/TR/compositing-1/#simplealphacompositing, colours kept as they are for PNG
      const rest = alpha * (1 - over);
      const whole = over + rest;
      red = (r * over + red * rest) / whole;
      green = (g * over + green * rest) / whole;
      blue = (b * over + blue * rest) / whole;
      alpha = whole;
    }
    pixels.set([red, green, blue, alpha * 255].map(Math.round), pixel * 4);
  }
  return pixels;
}

/**
 * @param {string} colour
 * @returns {[number, number, number]}
 */
function channels(colour) {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
