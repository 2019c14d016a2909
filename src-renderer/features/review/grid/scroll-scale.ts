/** Pixels of the rows, of what is in sight of them, and of the scrolled element that stands for them. */
export interface ScrollScale {
  readonly content: number;
  readonly view: number;
  readonly track: number;
}

/** Where the browser's scroll bar stands, and where the rows stand; both in pixels from the top. */
export interface Scrolled {
  readonly native: number;
  readonly position: number;
}

/** Chromium keeps lengths up to 2²⁵ pixels (LayoutUnit); a table of more rows is scrolled on a shorter track. */
const mostTrack = 15_000_000;
/** At both ends a pixel of the track is a pixel of the rows: the first and the last row are always within reach. */
const plainEnds = 100_000;

export function scrollScale(content: number, view: number): ScrollScale {
  return { content, view, track: Math.max(view, Math.min(content, mostTrack)) };
}

/** The most that the rows can be scrolled. */
export function mostPosition({ content, view }: ScrollScale): number {
  return Math.max(0, content - view);
}

function mostNative({ track, view }: ScrollScale): number {
  return Math.max(0, track - view);
}

/** The rows' place to a place of the scroll bar. */
function positionOf(scale: ScrollScale, native: number): number {
  const most = mostPosition(scale);
  const end = mostNative(scale);
  if (end === most || native <= plainEnds) return Math.min(native, most);
  if (native >= end - plainEnds) return most - (end - native);
  const share = (native - plainEnds) / (end - 2 * plainEnds);
  return Math.round(plainEnds + share * (most - 2 * plainEnds));
}

/** The scroll bar's place to a place of the rows. */
export function scrolledTo(scale: ScrollScale, wanted: number): Scrolled {
  const most = mostPosition(scale);
  const end = mostNative(scale);
  const position = Math.round(Math.min(most, Math.max(0, wanted)));
  if (end === most || position <= plainEnds) return { native: Math.min(position, end), position };
  if (position >= most - plainEnds) return { native: end - (most - position), position };
  const share = (position - plainEnds) / (most - 2 * plainEnds);
  return { native: Math.round(plainEnds + share * (end - 2 * plainEnds)), position };
}

/**
 * The rows' place after the browser has scrolled. A short way (a wheel, a finger, an arrow of the bar) moves the rows as
 * far; a long one (the bar's thumb, of which one pixel is thousands of rows) goes to that share of them.
 */
export function afterScroll(scale: ScrollScale, before: Scrolled, native: number): Scrolled {
  if (mostNative(scale) === mostPosition(scale)) return { native, position: native };
  const way = native - before.native;
  const onePixelOfTheThumb = scale.track / Math.max(1, scale.view);
  if (Math.abs(way) > onePixelOfTheThumb / 2) return { native, position: positionOf(scale, native) };
  const position = Math.min(mostPosition(scale), Math.max(0, before.position + way));
  return { native, position };
}

/** The bar has come to an end of its track and the rows have not: it has to be put right before it can go on. */
export function isStuck(scale: ScrollScale, { native, position }: Scrolled): boolean {
  const atStart = native <= 0 && position > 0;
  const atEnd = native >= mostNative(scale) && position < mostPosition(scale);
  return atStart || atEnd;
}
