import { makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DocketError } from '../../../../src-preload/contract/errors.ts';
import type { Comparison } from '../../../../src-preload/contract/review-compare.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import type { CompareSide } from '../../../words/kinds.ts';
import { number } from '../../../words/values.ts';
import { words } from '../../../words/words.ts';
import { useDeskState } from '../desk/desk-context.ts';
import type { GridColumn } from '../grid/columns.ts';
import type { GridView } from '../grid/grid-handle.ts';
import type { HeadChanges } from '../grid/grid-head.tsx';
import { type CellSlot, type Sight, writeText } from '../grid/grid-ports.ts';
import { TableGrid } from '../grid/table-grid.tsx';
import { cellText } from '../table/cell-text.ts';
import { compareColumns, rowBefore, rowNow } from './compare-columns.ts';
import { createPairs, type Pair, type Pairs } from './compare-pairs.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: '160px',
    minWidth: 0,
  },
  grid: { flexGrow: 1, minHeight: 0 },
});

const changedClass = 'docket-changed';

const useStaticStyles = makeStaticStyles({
  [`.docket-cell.${changedClass}`]: { backgroundColor: tokens.colorBrandBackground2 },
  [`.${changedClass} del`]: { color: tokens.colorNeutralForeground2, textDecoration: 'line-through' },
  [`.${changedClass} ins`]: { fontWeight: tokens.fontWeightSemibold, textDecoration: 'none' },
});

export interface CompareGridProps {
  readonly comparison: Comparison;
  readonly side: CompareSide;
  readonly total: number;
  readonly handle: string;
  /** Makes the comparison anew: the process that held it may have ended. */
  readonly again: () => void;
}

/** The rows of one side. A changed cell shows what it was, struck through, and what it is. */
export function CompareGrid({ comparison, side, total, handle, again }: CompareGridProps) {
  const styles = useStyles();
  const [error, setError] = useState<DocketError | null>(null);
  const view = useRef<GridView | null>(null);
  const [pairs, setPairs] = useState<Pairs | null>(null);
  useEffect(() => {
    const made = createPairs({ handle, side, total }, () => view.current?.refresh(), setError);
    let wanted = true;
    // Read before the table is drawn: the columns take their widths from the first rows.
    void made.start().then(() => wanted && setPairs(made));
    return () => {
      wanted = false;
      made.end();
    };
  }, [handle, side, total]);
  const say = words.reviewCompare;
  if (error !== null) return <ErrorNote error={error} action={{ label: say.again, run: again }} />;
  return (
    <section id="compare-rows" className={styles.root} aria-label={say.tableLabel(side)}>
      {total === 0 ? (
        <EmptyState title={say.nothing(side)} text="" />
      ) : (
        pairs !== null && (
          <div className={styles.grid}>
            <PairsGrid view={view} pairs={pairs} comparison={comparison} side={side} total={total} />
          </div>
        )
      )}
    </section>
  );
}

interface PairsGridProps extends Pick<CompareGridProps, 'comparison' | 'side' | 'total'> {
  readonly view: React.RefObject<GridView | null>;
  readonly pairs: Pairs;
}

function PairsGrid({ view, pairs, comparison, side, total }: PairsGridProps) {
  useStaticStyles();
  const table = useDeskState((state) => state.table);
  const [widths, setWidths] = useState<ReadonlyMap<number, number>>(new Map());
  const natural = useMemo(() => {
    const numbers = table?.columns.filter(({ type }) => type === 'number').map(({ index }) => index);
    return compareColumns(comparison, side, pairs.first(), new Set(numbers));
  }, [comparison, side, pairs, table?.columns]);
  const columns = useMemo(
    () => natural.map((column) => ({ ...column, width: widths.get(column.id) ?? column.width })),
    [natural, widths],
  );
  const changes = useMemo(
    (): HeadChanges => ({
      resized: ({ id }, width) => setWidths((held) => new Map([...held, [id, width]])),
    }),
    [],
  );
  return (
    <TableGrid
      view={view}
      total={total}
      columns={columns}
      sortOf={notSorted}
      changes={changes}
      ports={{
        fill: (cell, row, column) => drawPair(cell, pairs.get(row), column, side),
        isKnown: (row) => pairs.get(row) !== undefined,
        onSight: ({ first, end }: Sight) => pairs.want(first, end),
        // Nobody is led to a place here.
        bring: () => true,
        onDrawn: nothing,
      }}
    />
  );
}

const notSorted = () => undefined;
const nothing = () => undefined;

function drawPair(cell: CellSlot, pair: Pair | undefined, { id }: GridColumn, side: CompareSide): void {
  const changes = side === 'changed' && id >= 0 && pair?.changed.includes(id) === true;
  cell.element.classList.toggle(changedClass, changes);
  if (pair !== undefined && changes) drawChange(cell, pair, id);
  else writeText(cell, plainText(pair, id));
}

function plainText(pair: Pair | undefined, id: number): string {
  if (id >= 0) return cellText((pair?.now ?? pair?.before)?.cells[id]);
  const row = id === rowNow ? pair?.now : id === rowBefore ? pair?.before : null;
  return row === null || row === undefined ? '' : number(row.rowId + 1);
}

/** "was → is", for those who see and those who listen. */
function drawChange(cell: CellSlot, pair: Pair, place: number): void {
  const say = words.reviewCompare;
  const [was, is] = [cellText(pair.before?.cells[place]), cellText(pair.now?.cells[place])];
  const [del, ins] = [document.createElement('del'), document.createElement('ins')];
  del.textContent = was === '' ? say.blank : was;
  ins.textContent = is === '' ? say.blank : is;
  const shown = `${del.textContent} → ${ins.textContent}`;
  if (cell.shown === shown && cell.element.firstChild !== cell.text) return;
  cell.shown = shown;
  cell.element.replaceChildren(del, ' → ', ins);
}
