// biome-ignore-all lint/a11y/useSemanticElements: a table can't be windowed by absolute places
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid gives the one tab stop to one of its cells
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { stepFrom } from './cell-steps.ts';
import { type ColumnPlaces, columnPlaces, type GridColumn } from './columns.ts';
import { type EdgeStep, followDrag } from './edge-drag.ts';
import type { GridView } from './grid-handle.ts';
import { GridHead, type GridHeadProps, type HeadChanges, type PulledEdge } from './grid-head.tsx';
import { type CellPlace, type GridPorts, headHeight } from './grid-ports.ts';
import { useGridStyles } from './grid-styles.ts';
import { createGridView } from './grid-view.ts';

export interface TableGridProps extends Pick<GridHeadProps, 'sortOf'> {
  readonly view: RefObject<GridView | null>;
  readonly total: number;
  readonly columns: readonly GridColumn[];
  readonly ports: Omit<GridPorts, 'onColumns'>;
  /** Several cells can be chosen. */
  readonly choosing?: boolean;
  readonly drawHead?: (column: GridColumn) => ReactNode;
  readonly changes?: HeadChanges;
  /** Somebody has gone to a place; `extend`: with all between where they were and here. */
  readonly onPlace?: (place: CellPlace, extend: boolean) => void;
  /** A key or a press that isn't the grid's own; true if it was taken. */
  readonly onKey?: (event: KeyboardEvent, place: CellPlace, element: HTMLElement) => boolean;
  readonly onMenu?: (place: CellPlace, element: HTMLElement) => boolean;
}

const noHead = () => null;

/** A table of any length and width: its rows are drawn outside of React, its heads within. */
export function TableGrid({
  view,
  total,
  columns,
  ports,
  choosing = false,
  sortOf,
  drawHead = noHead,
  changes,
  onPlace,
  onKey,
  onMenu,
}: TableGridProps) {
  useGridStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const spacer = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const headMover = useRef<HTMLDivElement>(null);
  const [heads, setHeads] = useState<{ readonly places: ColumnPlaces; readonly drawn: readonly number[] }>(
    () => ({
      places: columnPlaces([]),
      drawn: [],
    }),
  );
  const [pulled, setPulled] = useState<PulledEdge | null>(null);
  const now = useRef({ ports, total, inEffect: false });
  now.current.ports = ports;
  now.current.total = total;

  useLayoutEffect(() => {
    const parts = [scroller.current, spacer.current, box.current, rows.current, headMover.current] as const;
    const [scrolls, space, sight, layer, mover] = parts;
    if (scrolls === null || space === null || sight === null || layer === null || mover === null) return;
    const made = createGridView(
      { scroller: scrolls, spacer: space, view: sight, rows: layer, headMover: mover },
      {
        fill: (cell, row, column) => now.current.ports.fill(cell, row, column),
        isKnown: (row) => now.current.ports.isKnown(row),
        onSight: (seen) => now.current.ports.onSight(seen),
        bring: (soon) => now.current.ports.bring(soon),
        onDrawn: () => now.current.ports.onDrawn(),
        onColumns: (drawn) => {
          const set = () => setHeads({ places: made.places(), drawn });
          // While it scrolls the heads go with their columns, in the same frame.
          if (now.current.inEffect) set();
          else flushSync(set);
        },
      },
    );
    view.current = made;
    return () => {
      made.end();
      view.current = null;
      layer.replaceChildren();
    };
  }, [view]);

  useLayoutEffect(() => {
    const shown =
      pulled === null
        ? columns
        : columns.map((column) => (column.id === pulled.id ? { ...column, width: pulled.width } : column));
    now.current.inEffect = true;
    view.current?.setColumns(shown);
    now.current.inEffect = false;
  }, [view, columns, pulled]);
  useLayoutEffect(() => {
    now.current.inEffect = true;
    view.current?.setTotal(total);
    now.current.inEffect = false;
  }, [view, total]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other heads may hold the tab stop
  useLayoutEffect(() => view.current?.headsDrawn(), [view, heads]);
  const [newer] = useState(() => ({ column: columns }));
  useEffect(() => {
    // The width that was pulled is the column's own by now.
    if (newer.column !== columns) setPulled(null);
    newer.column = columns;
  }, [newer, columns]);

  /** Where the focus is known to be; it may also come by a goal, or by a screen reader. */
  const told = useRef<CellPlace | null>(null);
  /** `show`: false for the pointer, below which nothing shall move: it would be over another cell, and choose that too. */
  const goTo = (place: CellPlace, extend: boolean, show = true) => {
    const grid = view.current;
    if (grid === null) return;
    told.current = place;
    grid.setActive(place);
    if (show) grid.show(place, false);
    grid.focus(place);
    if (place.row >= 0) onPlace?.(place, extend);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const grid = view.current;
    const place = placeOf(event.target);
    if (grid === null || place === null || event.target !== grid.elementOf(place)) return;
    const element = event.target;
    if (element instanceof HTMLElement && onKey?.(event, place, element) === true) return taken(event);
    if (event.altKey) return;
    const { all } = grid.places();
    const at = all.findIndex(({ id }) => id === place.column);
    const next = stepFrom({ row: place.row, at }, event, {
      rows: total,
      columns: all.length,
      ...grid.page(),
    });
    const column = next === null ? undefined : all[next.at];
    if (next === null || column === undefined) return;
    taken(event);
    goTo({ row: next.row, column: column.id }, event.shiftKey);
  };

  const drag = useRef(() => {});
  useEffect(() => () => drag.current(), []);
  /** Beyond an edge the table follows the choice. */
  const grow = ({ rows: down, columns: aside }: EdgeStep) => {
    const grid = view.current;
    if (grid === null) return;
    const { row, column } = grid.active();
    const { all } = grid.places();
    const at = all.findIndex(({ id }) => id === column) + aside;
    const next = all[Math.max(0, Math.min(at, all.length - 1))];
    if (row < 0 || next === undefined) return;
    const last = now.current.total - 1;
    // The rows' numbers can't be chosen.
    const id = next.fixed === true ? column : next.id;
    goTo({ row: Math.max(0, Math.min(row + down, last)), column: id }, true);
  };
  const edges = () => {
    const { left, right, top, bottom } = scroller.current?.getBoundingClientRect() ?? new DOMRect();
    return { left, right, top: top + headHeight, bottom };
  };

  const pressed = useRef(false);
  const onPointerDown = (event: PointerEvent) => {
    const place = placeOf(event.target);
    if (place === null || place.row < 0 || event.button !== 0) return;
    pressed.current = true;
    goTo(place, event.shiftKey, false);
    if (!choosing) return;
    drag.current();
    drag.current = followDrag({ edges, grow });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!choosing || !pressed.current) return;
    if (event.buttons !== 1) {
      pressed.current = false;
      return;
    }
    const place = placeOf(event.target);
    const active = view.current?.active();
    if (place === null || place.row < 0) return;
    if (active === undefined || (active.row === place.row && active.column === place.column)) return;
    goTo(place, true, false);
  };
  const onFocus = (event: { readonly target: EventTarget }) => {
    const place = placeOf(event.target);
    const grid = view.current;
    if (place === null || grid === null) return;
    if (told.current?.row === place.row && told.current.column === place.column) return;
    told.current = place;
    grid.setActive(place);
    if (place.row >= 0) onPlace?.(place, false);
  };
  const onContextMenu = (event: MouseEvent) => {
    const place = placeOf(event.target);
    const element = place === null ? null : (view.current?.elementOf(place) ?? null);
    if (place !== null && element !== null && onMenu?.(place, element) === true) taken(event);
  };

  return (
    <div
      ref={scroller}
      role="grid"
      className="docket-grid"
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-multiselectable={choosing || undefined}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onFocus={onFocus}
      onContextMenu={onContextMenu}
    >
      <div ref={spacer} role="presentation">
        <div ref={box} className="docket-view" role="presentation">
          <GridHead
            {...heads}
            mover={headMover}
            left={() => view.current?.left() ?? 0}
            sortOf={sortOf}
            draw={drawHead}
            changes={changes}
            onPull={setPulled}
          />
          <div className="docket-body" role="presentation">
            <div ref={rows} className="docket-rows" role="presentation" />
          </div>
        </div>
      </div>
    </div>
  );
}

const taken = (event: KeyboardEvent | MouseEvent) => {
  event.preventDefault();
  event.stopPropagation();
};

/** The place that an element of the grid stands for. */
function placeOf(target: EventTarget | null): CellPlace | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('[data-column]');
  const column = Number(cell?.dataset['column'] ?? Number.NaN);
  if (cell === null || Number.isNaN(column)) return null;
  const row = cell.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return { row: row === undefined ? -1 : Number(row), column };
}
