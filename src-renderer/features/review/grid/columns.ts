import { offsetsOf, type Span, scrollTo, spanInSight } from '../../../ui/windowing.ts';

/** A column as the grid draws it. */
export interface GridColumn {
  /** Names it within the grid, whatever its place: the file's own index, or below 0 for what isn't of the file. */
  readonly id: number;
  readonly name: string;
  /** Pixels. */
  readonly width: number;
  /** Held at the left side. */
  readonly pinned: boolean;
  /** Its cells name their rows. */
  readonly rowHeader?: boolean;
  /** Its cells stand at the right, as figures do. */
  readonly atEnd?: boolean;
  /** Its width and place are the person's to change. */
  readonly fixed?: boolean;
}

/** The columns at their places: first the pinned ones, then those that scroll. */
export interface ColumnPlaces {
  readonly all: readonly GridColumn[];
  /** How many stand at the left. */
  readonly pinned: number;
  readonly pinnedWidth: number;
  /** Where each scrolling column begins, and after the last one the end; from the pinned ones' end. */
  readonly offsets: Float64Array;
  readonly freeWidth: number;
  readonly placeOf: ReadonlyMap<number, number>;
}

export function columnPlaces(columns: readonly GridColumn[]): ColumnPlaces {
  const held = columns.filter(({ pinned }) => pinned);
  const free = columns.filter(({ pinned }) => !pinned);
  const all = [...held, ...free];
  const offsets = offsetsOf(free.map(({ width }) => width));
  return {
    all,
    pinned: held.length,
    pinnedWidth: held.reduce((sum, { width }) => sum + width, 0),
    offsets,
    freeWidth: offsets[free.length] ?? 0,
    placeOf: new Map(all.map(({ id }, place) => [id, place])),
  };
}

/** Beside what is in sight some more is drawn, so that a little scrolling draws nothing anew. */
const margin = 240;

/**
 * The places of the columns to draw: the pinned ones, those in sight, and the one that holds the focus wherever it is.
 * `width`: of the whole view; `left`: how far it is scrolled.
 */
export function columnsToDraw(
  places: ColumnPlaces,
  left: number,
  width: number,
  active: number | null,
): readonly number[] {
  const room = Math.max(0, width - places.pinnedWidth);
  const span = spanInSight(places.offsets, left, room, margin);
  const drawn = Array.from({ length: places.pinned }, (_, place) => place);
  const kept = active === null ? -1 : (places.placeOf.get(active) ?? -1) - places.pinned;
  if (kept >= 0 && kept < span.first) drawn.push(places.pinned + kept);
  for (let at = span.first; at < span.end; at += 1) drawn.push(places.pinned + at);
  if (kept >= span.end) drawn.push(places.pinned + kept);
  return drawn;
}

/** The scrolling columns in sight, however little of them. */
export function columnsInSight(places: ColumnPlaces, left: number, width: number): readonly number[] {
  const { first, end }: Span = spanInSight(places.offsets, left, Math.max(1, width - places.pinnedWidth), 0);
  return places.all.slice(places.pinned + first, places.pinned + end).map(({ id }) => id);
}

/** Where a column begins, from the left of the pinned or of the scrolling ones. */
export function startOf(places: ColumnPlaces, place: number): number {
  if (place >= places.pinned) return places.offsets[place - places.pinned] ?? 0;
  return places.all.slice(0, place).reduce((sum, { width }) => sum + width, 0);
}

/** How far to scroll to the side so that a column is in sight: as little as will do. */
export function leftFor(places: ColumnPlaces, id: number, left: number, width: number): number {
  const at = (places.placeOf.get(id) ?? -1) - places.pinned;
  if (at < 0) return left;
  const room = Math.max(1, width - places.pinnedWidth);
  // Of a column that is wider than the room its beginning is what is read.
  if ((places.all[at + places.pinned]?.width ?? 0) >= room) return places.offsets[at] ?? 0;
  return scrollTo(places.offsets, at, left, room, 0);
}

/**
 * Where a column that is dragged would be put in: before this one among its own kind (pinned or not), null at their end;
 * undefined where nothing would change. `x`: pixels from the view's left.
 */
export function dropBefore(
  places: ColumnPlaces,
  dragged: number,
  left: number,
  x: number,
): GridColumn | null | undefined {
  const place = places.placeOf.get(dragged);
  if (place === undefined) return undefined;
  const isPinned = place < places.pinned;
  const kind = isPinned ? places.all.slice(0, places.pinned) : places.all.slice(places.pinned);
  const at = isPinned ? x : x - places.pinnedWidth + left;
  let from = 0;
  let before: GridColumn | null = null;
  for (const column of kind) {
    const middle = from + column.width / 2;
    from += column.width;
    if (at < middle && column.fixed !== true) {
      before = column;
      break;
    }
  }
  const own = kind.findIndex(({ id }) => id === dragged);
  if (before?.id === dragged || before === (kind[own + 1] ?? null)) return undefined;
  return before;
}
