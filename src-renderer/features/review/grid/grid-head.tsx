// biome-ignore-all lint/a11y/useSemanticElements: a table can't be windowed by absolute places
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid gives the one tab stop to one of its cells
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type PointerEvent, type ReactNode, type Ref, useRef, useState } from 'react';
import { followPointer } from './column-drag.ts';
import { type ColumnPlaces, dropBefore, type GridColumn, startOf } from './columns.ts';

const useStyles = makeStyles({
  cell: {
    position: 'absolute',
    top: 0,
    height: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    padding: '0 12px',
    overflow: 'clip',
    ':focus': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  edge: { borderRight: `1px solid ${tokens.colorNeutralStroke2}` },
  atEnd: { justifyContent: 'flex-end' },
  plain: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  grip: {
    position: 'absolute',
    top: 0,
    right: 0,
    width: '8px',
    height: '100%',
    boxSizing: 'border-box',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: 'col-resize',
    touchAction: 'none',
    ':hover': { backgroundColor: tokens.colorCompoundBrandStroke },
  },
  dragged: { opacity: 0.5 },
  drop: {
    position: 'absolute',
    top: 0,
    width: '3px',
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandStroke,
    pointerEvents: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
});

export interface HeadChanges {
  /** A column's edge was dragged and let go; pixels. */
  readonly resized: (column: GridColumn, width: number) => void;
  /** A column was dropped before another, or at its kind's end. Without it they stay in their order. */
  readonly moved?: (column: GridColumn, before: GridColumn | null) => void;
}

export interface GridHeadProps {
  readonly places: ColumnPlaces;
  readonly drawn: readonly number[];
  readonly mover: Ref<HTMLDivElement>;
  /** How far the columns are scrolled to the side. */
  readonly left: () => number;
  readonly sortOf: (column: GridColumn) => 'ascending' | 'descending' | 'none' | undefined;
  /** What stands in a column's head. */
  readonly draw: (column: GridColumn) => ReactNode;
  /** Without it the columns stay as they are. */
  readonly changes: HeadChanges | undefined;
  /** While the pointer drags a column's edge. */
  readonly onPull: (pulled: PulledEdge | null) => void;
}

export interface PulledEdge {
  readonly id: number;
  /** Pixels. */
  readonly width: number;
}

const narrowest = 48;

/** The columns' heads: only those that are drawn below them. */
export function GridHead({ places, drawn, mover, left, sortOf, draw, changes, onPull }: GridHeadProps) {
  const styles = useStyles();
  const row = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ readonly id: number; readonly x: number | null } | null>(null);

  function pullEdge(event: PointerEvent<HTMLElement>, column: GridColumn): void {
    if (event.button !== 0 || changes === undefined) return;
    event.stopPropagation();
    event.preventDefault();
    let width = column.width;
    const onMove = (by: number) => {
      width = Math.max(narrowest, Math.round(column.width + by));
      onPull({ id: column.id, width });
    };
    const onEnd = (dropped: boolean) => {
      if (dropped && width !== column.width) changes.resized(column, width);
      else onPull(null);
    };
    const head = event.currentTarget.closest<HTMLElement>('[role="columnheader"]') ?? event.currentTarget;
    followPointer(head, event.clientX, { onMove, onEnd }, 1);
  }

  function pick(event: PointerEvent<HTMLElement>, column: GridColumn): void {
    const box = row.current;
    const moved = changes?.moved;
    if (event.button !== 0 || moved === undefined || column.fixed === true || box === null) return;
    const edge = box.getBoundingClientRect().left;
    let before: GridColumn | null | undefined;
    followPointer(event.currentTarget, event.clientX, {
      onMove: (_, x) => {
        before = dropBefore(places, column.id, left(), x - edge);
        setDrag({ id: column.id, x: before === undefined ? null : dropLine(places, column, before, left()) });
      },
      onEnd: (dropped) => {
        setDrag(null);
        if (dropped && before !== undefined) moved(column, before);
      },
    });
  }

  const isPulled = (column: GridColumn) => changes !== undefined && column.fixed !== true;
  const head = (place: number) => {
    const column = places.all[place];
    if (column === undefined) return null;
    return (
      <div
        key={column.id}
        role="columnheader"
        tabIndex={-1}
        className={mergeClasses(
          'docket-head-cell',
          styles.cell,
          column.atEnd === true && styles.atEnd,
          !isPulled(column) && styles.edge,
          drag?.id === column.id && styles.dragged,
        )}
        data-column={column.id}
        aria-colindex={place + 1}
        aria-sort={sortOf(column)}
        style={{ left: startOf(places, place), width: column.width }}
        onPointerDown={(event) => pick(event, column)}
      >
        {draw(column) ?? <span className={styles.plain}>{column.name}</span>}
        {isPulled(column) && (
          <div className={styles.grip} onPointerDown={(event) => pullEdge(event, column)} />
        )}
      </div>
    );
  };
  return (
    <div ref={row} role="row" aria-rowindex={1} className="docket-head">
      <div className="docket-pinned" style={{ width: places.pinnedWidth }}>
        {drawn.filter((place) => place < places.pinned).map(head)}
      </div>
      <div className="docket-clip" style={{ left: places.pinnedWidth }}>
        <div ref={mover} className="docket-mover">
          {drawn.filter((place) => place >= places.pinned).map(head)}
        </div>
      </div>
      {drag !== null && drag.x !== null && <div className={styles.drop} style={{ left: drag.x }} />}
    </div>
  );
}

/** Where the line stands that tells where a dragged column would come; pixels from the view's left. */
function dropLine(
  places: ColumnPlaces,
  dragged: GridColumn,
  before: GridColumn | null,
  left: number,
): number {
  const isPinned = (places.placeOf.get(dragged.id) ?? 0) < places.pinned;
  const place = before === null ? null : (places.placeOf.get(before.id) ?? null);
  const at = place === null ? (isPinned ? places.pinnedWidth : places.freeWidth) : startOf(places, place);
  return Math.max(0, (isPinned ? at : places.pinnedWidth + at - left) - 2);
}
