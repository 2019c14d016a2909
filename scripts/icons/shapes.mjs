// The little of SVG that resources/icon.svg needs: https://www.w3.org/TR/SVG2/paths.html#PathData

/** @typedef {readonly (readonly [number, number])[]} Polygon */
/** @typedef {{ id: string, fill: string | null, stroke: string | null, outline: readonly Polygon[] }} Shape */

/** Steps of a quarter circle: enough for a bitmap of 1024 pixels. */
const steps = 24;

/**
 * The shapes of an SVG as polygons, in the order of drawing. Throws at what it doesn't know, rather than leave it out.
 * @param {string} svg
 * @returns {Shape[]}
 */
export function shapesOf(svg) {
  return [...svg.matchAll(/<(rect|path|circle|polygon|g|line|ellipse)\b([^>]*?)\/?>/g)].map(
    ([, kind = '', attributes = '']) => {
      const at = (/** @type {string} */ name) =>
        new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
      const number = (/** @type {string} */ name) => Number(at(name) ?? 0);
      const paint = (/** @type {string} */ name) => {
        const value = at(name);
        return value === null || value === 'none' ? null : value;
      };
      const id = at('id') ?? '';
      const fill = paint('fill');
      const stroke = paint('stroke');
      if (kind === 'rect') {
        const rectangle = [number('x'), number('y'), number('width'), number('height'), number('rx')];
        return { id, fill, stroke, outline: [roundedRectangle(rectangle)] };
      }
      if (kind !== 'path') throw new Error(`The icon holds a <${kind}>, which the set-up can't draw.`);
      const lines = linesOf(at('d') ?? '');
      const outline =
        stroke === null ? lines : lines.flatMap((line) => strokeOf(line, number('stroke-width')));
      return { id, fill, stroke, outline };
    },
  );
}

/**
 * @param {readonly number[]} rectangle x, y, width, height, radius
 * @returns {Polygon}
 */
function roundedRectangle([x = 0, y = 0, width = 0, height = 0, radius = 0]) {
  /** @type {[number, number, number][]} */
  const corners = [
    [x + width - radius, y + radius, -90],
    [x + width - radius, y + height - radius, 0],
    [x + radius, y + height - radius, 90],
    [x + radius, y + radius, 180],
  ];
  return corners.flatMap(([cx, cy, from]) => arc(cx, cy, radius, from, from + 90));
}

/**
 * @param {number} cx
 * @param {number} cy
 * @param {number} radius
 * @param {number} from degrees
 * @param {number} to degrees
 * @returns {[number, number][]}
 */
function arc(cx, cy, radius, from, to) {
  const count = Math.max(2, Math.ceil((Math.abs(to - from) / 90) * steps));
  return Array.from({ length: count + 1 }, (_, index) => {
    const angle = ((from + ((to - from) * index) / count) * Math.PI) / 180;
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
  });
}

/**
 * The subpaths of a path's data: lines and circular arcs.
 * @param {string} data
 * @returns {Polygon[]}
 */
function linesOf(data) {
  /** @type {[number, number][][]} */
  const lines = [];
  let x = 0;
  let y = 0;
  for (const [, letter = '', given = ''] of data.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (given.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const relative = letter === letter.toLowerCase();
    const each = { m: 2, l: 2, h: 1, v: 1, a: 7, z: 0 }[letter.toLowerCase()];
    if (each === undefined)
      throw new Error(`The icon's path holds "${letter}", which the set-up can't draw.`);
    for (let index = 0; index < Math.max(1, numbers.length) && each > 0; index += each) {
      const some = numbers.slice(index, index + each);
      const to = /** @type {(n: number, from: number) => number} */ (n, from) => (relative ? from + n : n);
      const [a = 0, b = 0] = some;
      const before = /** @type {const} */ ([x, y]);
      if (letter.toLowerCase() === 'h') x = to(a, x);
      else if (letter.toLowerCase() === 'v') y = to(a, y);
      else if (each === 7) [x, y] = [to(some[5] ?? 0, x), to(some[6] ?? 0, y)];
      else [x, y] = [to(a, x), to(b, y)];
      if (letter.toLowerCase() === 'm' && index === 0) lines.push([[x, y]]);
      else if (each === 7) lines.at(-1)?.push(...circularArc(before, [x, y], a, (some[4] ?? 0) === 1));
      else lines.at(-1)?.push([x, y]);
    }
  }
  return lines;
}

/**
 * The short way round a circle from one point to another.
 * @param {readonly [number, number]} from
 * @param {readonly [number, number]} to
 * @param {number} radius
 * @param {boolean} clockwise
 * @returns {[number, number][]}
 */
function circularArc(from, to, radius, clockwise) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const height = Math.sqrt(Math.max(0, radius * radius - (length / 2) ** 2)) * (clockwise ? 1 : -1);
  const cx = (from[0] + to[0]) / 2 - (dy / length) * height;
  const cy = (from[1] + to[1]) / 2 + (dx / length) * height;
  const degrees = (/** @type {readonly [number, number]} */ [x, y]) =>
    (Math.atan2(y - cy, x - cx) * 180) / Math.PI;
  const start = degrees(from);
  let end = degrees(to);
  if (clockwise && end < start) end += 360;
  if (!clockwise && end > start) end -= 360;
  return arc(cx, cy, radius, start, end).slice(1);
}

/**
 * A line with round ends and joins, as pieces that are all turned the same way, so that their union is filled.
 * @param {Polygon} line
 * @param {number} width
 * @returns {Polygon[]}
 */
function strokeOf(line, width) {
  const half = width / 2;
  const caps = line.map(([x, y]) => arc(x, y, half, 0, 360));
  const bars = line.slice(1).map(([x2, y2], index) => {
    const [x1 = 0, y1 = 0] = line[index] ?? [];
    const length = Math.hypot(x2 - x1, y2 - y1);
    const [nx, ny] = [((y2 - y1) / length) * half, ((x1 - x2) / length) * half];
    return /** @type {[number, number][]} */ ([
      [x1 + nx, y1 + ny],
      [x2 + nx, y2 + ny],
      [x2 - nx, y2 - ny],
      [x1 - nx, y1 - ny],
    ]);
  });
  return [...caps, ...bars].map((piece) => (area(piece) < 0 ? [...piece].reverse() : piece));
}

/** @param {Polygon} polygon */
function area(polygon) {
  return polygon.reduce((sum, [x, y], index) => {
    const [nextX = 0, nextY = 0] = polygon[(index + 1) % polygon.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
}
