import { type ColumnPlaces, startOf } from './columns.ts';
import { type CellSlot, type GridPorts, rowHeight } from './grid-ports.ts';

/** The elements of one drawn row. They are made once and show one row after another. */
export interface RowSlot {
  readonly element: HTMLElement;
  readonly pinned: HTMLElement;
  readonly clip: HTMLElement;
  /** What scrolls to the side. */
  readonly mover: HTMLElement;
  /** In the order of the drawn columns, as the page has them. */
  readonly cells: CellSlot[];
  row: number;
  /** How far it is scrolled to the side. */
  left: number;
  /** Which choice of columns its cells are made for. */
  made: number;
  known: boolean;
}

function part(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

export function newRow(): RowSlot {
  const element = part('docket-row');
  element.setAttribute('role', 'row');
  const [pinned, clip, mover] = [part('docket-pinned'), part('docket-clip'), part('docket-mover')] as const;
  clip.append(mover);
  element.append(pinned, clip);
  return { element, pinned, clip, mover, cells: [], row: -1, left: 0, made: -1, known: true };
}

function newCell(): CellSlot {
  const element = part('docket-cell');
  const text = document.createTextNode('');
  element.append(text);
  element.tabIndex = -1;
  return { element, text, shown: '' };
}

/** Gives a row's cells to these columns. */
export function layRow(slot: RowSlot, places: ColumnPlaces, drawn: readonly number[], made: number): void {
  if (slot.made === made) return;
  slot.made = made;
  slot.pinned.style.width = `${places.pinnedWidth}px`;
  slot.clip.style.left = `${places.pinnedWidth}px`;
  drawn.forEach((place, at) => {
    const column = places.all[place];
    if (column === undefined) return;
    const cell = slot.cells[at] ?? newCell();
    slot.cells[at] = cell;
    const { element } = cell;
    const parent = place < places.pinned ? slot.pinned : slot.mover;
    if (element.parentNode !== parent) parent.append(element);
    element.style.left = `${startOf(places, place)}px`;
    element.style.width = `${column.width}px`;
    element.dataset['column'] = String(column.id);
    element.setAttribute('role', column.rowHeader === true ? 'rowheader' : 'gridcell');
    element.setAttribute('aria-colindex', String(place + 1));
    element.className = `docket-cell${column.rowHeader === true ? ' docket-row-name' : ''}${column.atEnd === true ? ' docket-at-end' : ''}`;
  });
  for (const { element } of slot.cells.splice(drawn.length)) element.remove();
}

/** Draws what is known of the row. */
export function fillRow(
  slot: RowSlot,
  places: ColumnPlaces,
  drawn: readonly number[],
  ports: Pick<GridPorts, 'fill' | 'isKnown'>,
): void {
  const known = ports.isKnown(slot.row);
  if (known !== slot.known) {
    slot.known = known;
    slot.element.classList.toggle('docket-waiting', !known);
    if (known) slot.element.removeAttribute('aria-busy');
    else slot.element.setAttribute('aria-busy', 'true');
  }
  drawn.forEach((place, at) => {
    const cell = slot.cells[at];
    const column = places.all[place];
    if (cell !== undefined && column !== undefined) ports.fill(cell, slot.row, column);
  });
}

/** A transform is drawn exactly up to some millions; a row that waits far away only for its focus needs no exact place. */
const farAway = 1_000_000;

export function putRow(slot: RowSlot, base: number): void {
  const top = Math.min(farAway, Math.max(-farAway, (slot.row - base) * rowHeight));
  slot.element.style.transform = `translateY(${top}px)`;
}

export function moveRow(slot: RowSlot, left: number): void {
  if (slot.left === left) return;
  slot.left = left;
  slot.mover.style.transform = `translateX(${-left}px)`;
}

/** Orders rows that are free, by their places in the page, for who takes the last one first. */
export function putFirstLast(layer: HTMLElement, free: RowSlot[]): void {
  const at = new Map([...layer.children].map((element, index) => [element, index]));
  const placeOf = ({ element }: RowSlot) => at.get(element) ?? at.size;
  free.sort((a, b) => placeOf(b) - placeOf(a));
}

/** Puts the rows into the page in their order, as those who listen read them; the row with the focus isn't moved. */
export function sortRows(layer: HTMLElement, slots: Iterable<RowSlot>): void {
  const sorted = [...slots].sort((a, b) => a.row - b.row);
  const still = sorted.findIndex(({ element }) => element.contains(document.activeElement));
  const fixed = sorted[still]?.element ?? null;
  const isSorted = sorted.every(({ element }, at) => layer.children[at] === element);
  if (isSorted) return;
  sorted.forEach(({ element }, at) => {
    if (at < still) layer.insertBefore(element, fixed);
    else if (at !== still) layer.append(element);
  });
}
