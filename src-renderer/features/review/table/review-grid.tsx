import { makeStyles } from '@fluentui/react-components';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { OpenTable } from '../../../../src-preload/contract/review.ts';
import { useApp } from '../../../state/app-store.ts';
import { useThemeChoice } from '../../../ui/use-theme.ts';
import { number } from '../../../words/values.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import type { DeskState, FocusedCell, Place, Shown } from '../desk/desk-state.ts';
import { shownColumns, withWidth } from '../desk/layout.ts';
import { sortOf } from '../desk/query.ts';
import type { Row } from '../desk/row-pages.ts';
import type { GridColumn } from '../grid/columns.ts';
import type { GridView } from '../grid/grid-handle.ts';
import type { HeadChanges } from '../grid/grid-head.tsx';
import { type CellPlace, type Sight, writeText } from '../grid/grid-ports.ts';
import { TableGrid } from '../grid/table-grid.tsx';
import { clearMarks, type Marks, paint } from './cell-marks.ts';
import { rangeOf } from './cell-range.ts';
import { cellText } from './cell-text.ts';
import { ColumnHeader } from './column-header.tsx';
import { gridColumns, numberColumn, suitingWidths, withDropped } from './grid-columns.ts';
import { useGoals } from './use-goals.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { type RowSource, useRowStore } from './use-row-store.ts';

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: '120px', minWidth: 0 },
});

export interface ReviewGridProps {
  readonly table: OpenTable;
  readonly shown: Shown;
}

/** A table of any length: windows of it are read as it scrolls. Cells show the file's own text, unchanged. */
export const ReviewGrid = memo(function ReviewGrid({ table, shown }: ReviewGridProps) {
  const styles = useStyles();
  const desk = useDesk();
  const root = useRef<HTMLDivElement>(null);
  const view = useRef<GridView | null>(null);
  const layout = useDeskState((state) => state.layout);
  const query = useDeskState((state) => state.query);
  const [sample, setSample] = useState(shown.first);
  const widthOf = useMemo(() => suitingWidths(table.columns, sample), [table.columns, sample]);
  const { columns: all, totalRows } = table;
  const columns = useMemo(
    () => gridColumns({ columns: all, totalRows }, layout, widthOf),
    [all, totalRows, layout, widthOf],
  );
  const total = shown.viewId === undefined ? totalRows : shown.total;

  const goals = useGoals(view);
  const source: RowSource = useRowStore(view, table, shown, () => {
    view.current?.refresh();
    goals();
    // A file whose first row is very long comes without rows at first: its columns take their widths from these.
    if (sample.length === 0) setSample(firstKnown(source));
    // A window that arrives later may hold the focused cell.
    const { focus } = desk.store.getState();
    if (focus !== null && focus.text === undefined) desk.store.setState({ focus: cellAt(source, focus) });
  });
  const marks = useCellMarks(root, view);
  const pinned = columns.filter((column) => column.pinned && column.id >= 0).map(({ id }) => id);
  const wholeSight = (sight: Sight) => ({ ...sight, columns: [...pinned, ...sight.columns] });
  const ports = {
    fill: (cell: Parameters<typeof writeText>[0], row: number, { id }: GridColumn) => {
      const known = source.get(row);
      // In the file's own order a row's number is known before the row.
      const place = known?.id ?? (shown.viewId === undefined ? row : null);
      const text = id !== numberColumn ? cellText(known?.cells[id]) : place === null ? '' : number(place + 1);
      writeText(cell, text);
    },
    isKnown: (row: number) => source.get(row) !== undefined,
    onSight: (sight: Sight) => source.want(wholeSight(sight)),
    bring: (sight: Sight) => source.bring(wholeSight(sight)),
    onDrawn: marks,
  };
  const onPlace = ({ row, column }: CellPlace, extend: boolean) => {
    if (column < 0) return;
    const { anchor } = desk.store.getState();
    const place = { row, column };
    desk.store.setState({ focus: cellAt(source, place), anchor: extend && anchor !== null ? anchor : place });
  };
  const keys = useGridKeys(view);
  const before = useRef(shown.query);
  useEffect(() => {
    // Other rows, or another order, begin at the top; the same ones, read again, stay where they are.
    if (before.current === shown.query) return;
    before.current = shown.query;
    view.current?.toTop();
  }, [shown]);

  const changes = useMemo(
    (): HeadChanges => ({
      resized: ({ id }, width) => desk.setLayout(withWidth(desk.store.getState().layout, id, width)),
      moved: ({ id }, target) =>
        desk.setLayout(withDropped(desk.store.getState().layout, id, target?.id ?? null)),
    }),
    [desk],
  );
  const drawHead = useMemo(
    () =>
      ({ id, name }: GridColumn) =>
        id === numberColumn ? null : <ColumnHeader index={id} name={name} />,
    [],
  );
  return (
    <div ref={root} className={styles.root}>
      <TableGrid
        view={view}
        total={total}
        columns={columns}
        ports={ports}
        choosing
        sortOf={({ id }) => {
          if (id === numberColumn) return undefined;
          const sorted = sortOf(query, id);
          return sorted === null ? 'none' : sorted.direction === 'up' ? 'ascending' : 'descending';
        }}
        drawHead={drawHead}
        changes={changes}
        onPlace={onPlace}
        {...keys}
      />
    </div>
  );
});

/** Keeps hits and chosen cells marked; answers what marks them anew after rows were drawn. */
function useCellMarks(
  root: React.RefObject<HTMLDivElement | null>,
  view: React.RefObject<GridView | null>,
): () => void {
  const desk = useDesk();
  const draw = useMemo(() => {
    let marked = false;
    return () => {
      const marks = marksOf(desk.store.getState());
      const any = marks.text !== '' || marks.range !== null;
      // Nothing to mark and nothing to take away: scrolling costs nothing more.
      if ((!any && !marked) || root.current === null || view.current === null) return;
      marked = any;
      paint(root.current, view.current.drawnRows().values(), marks);
    };
  }, [desk, root, view]);
  useEffect(() => {
    const deaf = desk.store.subscribe((state, old) => {
      if (state.find !== old.find || state.focus !== old.focus || state.anchor !== old.anchor) draw();
    });
    return () => {
      deaf();
      clearMarks();
    };
  }, [desk, draw]);
  const { theme } = useThemeChoice(useApp((state) => state.settings?.theme ?? 'system'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: other colours, other marks
  useEffect(draw, [draw, theme]);
  return draw;
}

function marksOf({ find, focus, anchor, layout }: DeskState): Marks {
  return {
    text: find.text,
    hit: find.result?.at ?? null,
    range: focus === null || anchor === null ? null : rangeOf(anchor, focus, shownColumns(layout)),
  };
}

const sampled = 100;

function firstKnown({ get }: RowSource): readonly Row[] {
  const rows = Array.from({ length: sampled }, (_, row) => get(row));
  return rows.filter((row) => row !== undefined);
}

function cellAt(
  source: { readonly get: (row: number) => Row | undefined },
  { row, column }: Place,
): FocusedCell {
  const data = source.get(row);
  const text = data?.cells[column];
  return {
    row,
    column,
    rowId: data?.id ?? row,
    text,
    length: data?.cut.get(column) ?? text?.length ?? 0,
  };
}
