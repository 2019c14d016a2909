import type { Column } from '../../../../src-preload/contract/review.ts';

/** How the columns stand on screen. Columns are meant by their index in the file. */
export interface Layout {
  /** All columns from the left, the hidden ones at their places. Pinned ones stand before them in any case. */
  readonly order: readonly number[];
  readonly hidden: ReadonlySet<number>;
  /** Held at the left side, in this order. */
  readonly pinned: readonly number[];
  /** Pixels, of columns whose width was set by hand. */
  readonly widths: ReadonlyMap<number, number>;
}

export function fileLayout(columns: readonly Column[]): Layout {
  return { order: columns.map(({ index }) => index), hidden: new Set(), pinned: [], widths: new Map() };
}

export function isFileLayout(layout: Layout, columns: readonly Column[]): boolean {
  return (
    layout.hidden.size === 0 &&
    layout.pinned.length === 0 &&
    layout.widths.size === 0 &&
    layout.order.every((index, place) => index === columns[place]?.index)
  );
}

/** The columns in sight, from the left. */
export function shownColumns({ order, hidden, pinned }: Layout): readonly number[] {
  const held = new Set(pinned);
  return [
    ...pinned.filter((index) => !hidden.has(index)),
    ...order.filter((index) => !held.has(index) && !hidden.has(index)),
  ];
}

/** A column can't be the last one that is hidden: a table without columns shows nothing to bring them back by. */
export function withHidden(layout: Layout, index: number, hide: boolean): Layout {
  const hidden = new Set(layout.hidden);
  if (hide) hidden.add(index);
  else hidden.delete(index);
  return hidden.size >= layout.order.length ? layout : { ...layout, hidden };
}

export function withAllShown(layout: Layout): Layout {
  return { ...layout, hidden: new Set() };
}

export function withOnly(layout: Layout, kept: ReadonlySet<number>): Layout {
  if (kept.size === 0) return layout;
  return { ...layout, hidden: new Set(layout.order.filter((index) => !kept.has(index))) };
}

export function withPinned(layout: Layout, index: number, pin: boolean): Layout {
  const others = layout.pinned.filter((other) => other !== index);
  return { ...layout, pinned: pin ? [...others, index] : others };
}

export function withWidth(layout: Layout, index: number, width: number): Layout {
  return { ...layout, widths: new Map([...layout.widths, [index, Math.round(width)]]) };
}

/** One step to a side among the columns in sight; a pinned column moves among the pinned ones. */
export function moved(layout: Layout, index: number, by: -1 | 1): Layout {
  const group = layout.pinned.includes(index) ? layout.pinned : shownColumns({ ...layout, pinned: [] });
  const sight = group.filter(
    (other) => !layout.hidden.has(other) && (group === layout.pinned || !layout.pinned.includes(other)),
  );
  const neighbour = sight[sight.indexOf(index) + by];
  if (neighbour === undefined || !sight.includes(index)) return layout;
  const list = group === layout.pinned ? layout.pinned : layout.order;
  const without = list.filter((other) => other !== index);
  const at = without.indexOf(neighbour) + (by === 1 ? 1 : 0);
  const next = [...without.slice(0, at), index, ...without.slice(at)];
  return group === layout.pinned ? { ...layout, pinned: next } : { ...layout, order: next };
}

/** As the columns in sight were put by hand, from the left; hidden ones stay behind their left neighbour. */
export function withSight(layout: Layout, pinned: readonly number[], free: readonly number[]): Layout {
  const placed = new Set([...pinned, ...free]);
  const followers = new Map<number | null, number[]>();
  let before: number | null = null;
  for (const index of layout.order) {
    if (placed.has(index)) before = index;
    else followers.set(before, [...(followers.get(before) ?? []), index]);
  }
  const order = [
    ...(followers.get(null) ?? []),
    ...[...pinned, ...free].flatMap((index) => [index, ...(followers.get(index) ?? [])]),
  ];
  return {
    ...layout,
    order,
    pinned: [...pinned, ...layout.pinned.filter((index) => layout.hidden.has(index))],
  };
}

/** When more columns become known while a file is read: they come last, all else stays. */
export function withColumns(layout: Layout, columns: readonly Column[]): Layout {
  const known = new Set(columns.map(({ index }) => index));
  const held = new Set(layout.order);
  const fresh = columns.filter(({ index }) => !held.has(index)).map(({ index }) => index);
  if (fresh.length === 0 && layout.order.every((index) => known.has(index))) return layout;
  return {
    order: [...layout.order.filter((index) => known.has(index)), ...fresh],
    hidden: new Set([...layout.hidden].filter((index) => known.has(index))),
    pinned: layout.pinned.filter((index) => known.has(index)),
    widths: new Map([...layout.widths].filter(([index]) => known.has(index))),
  };
}
