import { columnPlaces, columnsToDraw, leftFor } from './columns.ts';
import type { GridView } from './grid-handle.ts';
import {
  type CellPlace,
  type GridPorts,
  headHeight,
  rowHeight,
  rowsPatience,
  type Sight,
} from './grid-ports.ts';
import {
  fillRow,
  layRow,
  moveRow,
  newRow,
  putFirstLast,
  putRow,
  type RowSlot,
  sortRows,
} from './row-slots.ts';
import {
  afterScroll,
  isStuck,
  mostPosition,
  type Scrolled,
  scrolledTo,
  scrollScale,
} from './scroll-scale.ts';
import { positionFor, sightFrom, type Target } from './sight.ts';

/** The elements that the grid draws into; the heads are drawn by others. */
export interface GridElements {
  /** What the browser scrolls. */
  readonly scroller: HTMLElement;
  /** As large as all of the table, or as the browser allows. */
  readonly spacer: HTMLElement;
  /** What is in sight: it stays where it is while the scroller scrolls below it. */
  readonly view: HTMLElement;
  readonly rows: HTMLElement;
  /** What of the head scrolls to the side. */
  readonly headMover: HTMLElement;
}

/** Drawn above and below what is in sight. */
const spareRows = 2;
/** Rows are placed relative to one of them, so that no length is too large to be exact. */
const farFromBase = 20_000;
/** Rows out of sight whose elements wait to be used again. */
const mostSpare = 24;
const restMs = 150;

/**
 * Draws the rows in sight, and scrolls them, without React and without reading the page's measures: a frame writes the
 * texts of the rows that came into sight and moves one layer. What is in sight sticks to the scroller's corner, so that
 * nothing is ever scrolled before it is drawn.
 */
export function createGridView(
  { scroller, spacer, view, rows, headMover }: GridElements,
  ports: GridPorts,
): GridView {
  const slots = new Map<number, RowSlot>();
  const spare: RowSlot[] = [];
  let places = columnPlaces([]);
  let drawn: readonly number[] = [];
  let made = 0;
  let total = 0;
  let [width, height] = [0, 0];
  let scale = scrollScale(0, 0);
  let scrolled: Scrolled = { native: 0, position: 0 };
  let left = 0;
  let base = 0;
  let active: CellPlace = { row: -1, column: Number.NaN };
  let stop: HTMLElement | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** What is in sight of what is drawn; and until when the drawing waits for rows. */
  let seen: Sight = { first: 0, end: 0, columns: [] };
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function measure(): void {
    scale = scrollScale(total * rowHeight, Math.max(0, height - headHeight));
    spacer.style.height = `${headHeight + scale.track}px`;
    spacer.style.width = `${places.pinnedWidth + places.freeWidth}px`;
  }

  /** Moves the browser's scroll bar to where the rows are. */
  function putBar(): void {
    scrolled = scrolledTo(scale, scrolled.position);
    scroller.scrollTop = scrolled.native;
  }

  function onScroll(): void {
    const { scrollTop, scrollLeft } = scroller;
    const moved = Math.abs(scrollTop - scrolled.native) >= 1;
    if (moved) scrolled = afterScroll(scale, scrolled, scrollTop);
    if (!moved && scrollLeft === left) return;
    left = scrollLeft;
    drawWhenKnown();
    if (isStuck(scale, scrolled)) putBar();
    clearTimeout(resting);
    resting = setTimeout(rest, restMs);
  }

  function rest(): void {
    if (Math.abs(scrolledTo(scale, scrolled.position).native - scrolled.native) >= 1) putBar();
    sortRows(rows, slots.values());
  }

  const sightAt = (target: Target): Sight => sightFrom(target, { places, scale, total, width });

  const nowInSight = () => sightAt({ position: scrolled.position, toLeft: left });

  function isKnown({ first, end }: Sight): boolean {
    for (let row = first; row < end; row += 1) if (!ports.isKnown(row)) return false;
    return true;
  }

  /** Far away from what is drawn nothing is drawn before its rows are known, or some time has gone by. */
  function drawWhenKnown(): void {
    const next = nowInSight();
    const isNear = next.first < seen.end && next.end > seen.first;
    if (isNear || isKnown(next)) {
      draw();
      return;
    }
    ports.onSight(next);
    waiting ??= setTimeout(draw, rowsPatience);
  }

  function draw(): void {
    if (height === 0 || width === 0) return;
    clearTimeout(waiting);
    waiting = undefined;
    seen = nowInSight();
    ports.onSight(seen);
    const columnsChanged = chooseColumns();
    const held = rows.contains(document.activeElement);
    const first = Math.max(0, seen.first - spareRows);
    const end = Math.min(total, seen.end + spareRows);
    const rebased = Math.abs(seen.first - base) > farFromBase;
    if (rebased) base = seen.first;
    for (const [row, slot] of slots) {
      if ((row >= first && row < end) || (row === active.row && row < total)) continue;
      slots.delete(row);
      spare.push(slot);
    }
    // Drawn anew altogether, they stand in the page in their order at once: nothing is moved when the scrolling rests.
    if (slots.size <= 1) putFirstLast(rows, spare);
    for (let row = first; row < end; row += 1) if (!slots.has(row)) take(row);
    for (const slot of slots.values()) {
      const isNew = slot.made !== made;
      layRow(slot, places, drawn, made);
      if (isNew) fillRow(slot, places, drawn, ports);
      if (isNew || rebased) putRow(slot, base);
      moveRow(slot, left);
    }
    for (const slot of spare) slot.element.remove();
    spare.length = Math.min(spare.length, mostSpare);
    rows.style.transform = `translateY(${base * rowHeight - scrolled.position}px)`;
    headMover.style.transform = `translateX(${-left}px)`;
    if (columnsChanged) ports.onColumns(drawn);
    keepFocus(held);
    ports.onDrawn();
  }

  function take(row: number): void {
    const slot = spare.pop() ?? newRow();
    slots.set(row, slot);
    slot.row = row;
    slot.element.dataset['row'] = String(row);
    slot.element.setAttribute('aria-rowindex', String(row + 2));
    if (!slot.element.isConnected) rows.append(slot.element);
    layRow(slot, places, drawn, made);
    fillRow(slot, places, drawn, ports);
    putRow(slot, base);
  }

  function chooseColumns(): boolean {
    const next = columnsToDraw(places, left, width, active.column);
    if (next.length === drawn.length && next.every((place, at) => place === drawn[at])) return false;
    drawn = next;
    made += 1;
    return true;
  }

  function elementOf({ row, column }: CellPlace): HTMLElement | null {
    if (row === -1) return view.querySelector(`[role="columnheader"][data-column="${column}"]`);
    const at = drawn.findIndex((place) => places.all[place]?.id === column);
    return slots.get(row)?.cells[at]?.element ?? null;
  }

  /** Cells change what they show, and rows go: a focus that was in them is on what it was on, or on what took its place. */
  function keepFocus(held: boolean): void {
    const wanted = elementOf(active);
    if (held && wanted !== document.activeElement) wanted?.focus({ preventScroll: true });
    const next = wanted ?? view.querySelector<HTMLElement>('[role="columnheader"]');
    if (next === stop) return;
    if (stop !== null) stop.tabIndex = -1;
    if (next !== null) next.tabIndex = 0;
    stop = next;
  }

  function scrollTo({ position, toLeft }: Target): void {
    scrolled = scrolledTo(scale, position);
    scroller.scrollTop = scrolled.native;
    left = Math.max(0, Math.min(toLeft, places.pinnedWidth + places.freeWidth - width));
    scroller.scrollLeft = left;
    draw();
    clearTimeout(resting);
    resting = setTimeout(rest, restMs);
  }

  function targetFor({ row, column }: CellPlace, inTheMiddle: boolean): Target {
    const here = { position: scrolled.position, height: scale.view };
    const position = positionFor(Math.min(row, total - 1), here, inTheMiddle);
    return {
      position: Math.min(mostPosition(scale), Math.max(0, position)),
      toLeft: leftFor(places, column, left, width),
    };
  }

  function resized(): void {
    if (scroller.clientWidth === width && scroller.clientHeight === height) return;
    width = scroller.clientWidth;
    height = scroller.clientHeight;
    view.style.width = `${width}px`;
    view.style.height = `${height}px`;
    measure();
    putBar();
    left = scroller.scrollLeft;
    draw();
  }

  const watcher = new ResizeObserver(resized);
  watcher.observe(scroller);
  scroller.addEventListener('scroll', onScroll, { passive: true });

  const setActive = (place: CellPlace) => {
    if (place.row === active.row && place.column === active.column) return;
    active = place;
    draw();
  };

  return {
    setColumns: (columns) => {
      const before = places.placeOf.get(active.column);
      places = columnPlaces(columns);
      const now = places.all[Math.min(before ?? 0, places.all.length - 1)];
      // Who was in a column that is gone is in the one that took its place.
      if (before !== undefined && !places.placeOf.has(active.column) && now !== undefined) {
        active = { ...active, column: now.id };
      }
      drawn = [];
      measure();
      left = Math.max(0, Math.min(left, places.pinnedWidth + places.freeWidth - width));
      draw();
    },
    setTotal: (next) => {
      if (next === total) return;
      total = next;
      if (active.row >= total) active = { ...active, row: total - 1 };
      measure();
      // The rows stay where they are, also when there come to be more of them.
      scrolled = scrolledTo(scale, Math.min(scrolled.position, mostPosition(scale)));
      if (height > 0) scroller.scrollTop = scrolled.native;
      draw();
    },
    refresh: () => {
      if (waiting !== undefined && isKnown(nowInSight())) return draw();
      for (const slot of slots.values()) fillRow(slot, places, drawn, ports);
      ports.onDrawn();
    },
    toTop: () => scrollTo({ position: 0, toLeft: left }),
    show: (place, inTheMiddle) => {
      const target = targetFor(place, inTheMiddle);
      if (target.position !== scrolled.position || target.toLeft !== left) scrollTo(target);
    },
    prepare: (place, inTheMiddle) => ports.bring(sightAt(targetFor(place, inTheMiddle))),
    focus: (place) => {
      setActive(place);
      elementOf(place)?.focus({ preventScroll: true });
    },
    setActive,
    active: () => active,
    elementOf,
    headsDrawn: () => keepFocus(rows.contains(document.activeElement)),
    places: () => places,
    left: () => left,
    drawnRows: () => slots,
    page: () => ({
      page: Math.max(1, Math.floor(scale.view / rowHeight) - 1),
      top: Math.min(total - 1, Math.ceil(scrolled.position / rowHeight)),
    }),
    end: () => {
      watcher.disconnect();
      scroller.removeEventListener('scroll', onScroll);
      clearTimeout(resting);
      clearTimeout(waiting);
    },
  };
}
