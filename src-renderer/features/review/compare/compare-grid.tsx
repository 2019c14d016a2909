import { makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import type { ColDef, ICellRendererParams, IDatasource } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useState } from 'react';
import type { DocketError } from '../../../../src-preload/contract/errors.ts';
import type { ComparePage, Comparison } from '../../../../src-preload/contract/review-compare.ts';
import { ask, docket } from '../../../state/docket.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { pageNonce } from '../../../ui/page-nonce.ts';
import type { CompareSide } from '../../../words/kinds.ts';
import { number } from '../../../words/values.ts';
import { words } from '../../../words/words.ts';
import { useDeskState } from '../desk/desk-context.ts';
import { cellText } from '../table/cell-text.ts';
import { columnWidth, numberColumnWidth } from '../table/column-width.ts';
import { gridTheme } from '../table/grid-theme.ts';
import { registerGrid } from '../table/register-grid.ts';

registerGrid();

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: '160px',
    minWidth: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  grid: { flexGrow: 1, minHeight: 0 },
});

const useStaticStyles = makeStaticStyles({
  '.docket-changed': { backgroundColor: tokens.colorBrandBackground2 },
  '.docket-changed del': { color: tokens.colorNeutralForeground2, textDecoration: 'line-through' },
  '.docket-changed ins': { fontWeight: tokens.fontWeightSemibold, textDecoration: 'none' },
  '.docket-amount': { textAlign: 'right' },
  '.docket-row-number': {
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
    textAlign: 'right',
  },
});

type Pair = ComparePage['rows'][number];

const pageRows = 100;

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
  useStaticStyles();
  const nonce = useMemo(pageNonce, []);
  const first = useFirstRows(handle, side, total);
  const [error, setError] = useState<DocketError | null>(null);
  const datasource = useMemo(
    (): IDatasource => ({
      rowCount: total,
      getRows: ({ startRow, endRow, successCallback, failCallback }) => {
        const input = { handle, side, offset: startRow, limit: endRow - startRow };
        void ask(docket().review.compareRows(input)).then((answer) => {
          if (answer.ok) return successCallback([...answer.value.rows], total);
          failCallback();
          setError(answer.error);
        });
      },
    }),
    [handle, side, total],
  );
  const table = useDeskState((state) => state.table);
  const numbers = useMemo(
    () => new Set(table?.columns.filter(({ type }) => type === 'number').map(({ index }) => index)),
    [table?.columns],
  );
  const columns = useMemo(
    () => columnsOf(comparison, side, first, numbers),
    [comparison, side, first, numbers],
  );
  const say = words.reviewCompare;
  if (error !== null) return <ErrorNote error={error} action={{ label: say.again, run: again }} />;
  return (
    <section id="compare-rows" className={styles.root} aria-label={say.tableLabel(side)}>
      {total === 0 ? (
        <EmptyState title={say.nothing(side)} text="" />
      ) : (
        first !== null && (
          <div className={styles.grid}>
            <AgGridReact<Pair>
              theme={gridTheme}
              styleNonce={nonce}
              rowModelType="infinite"
              datasource={datasource}
              columnDefs={columns}
              cacheBlockSize={pageRows}
              infiniteInitialRowCount={total}
              maxBlocksInCache={40}
              maxConcurrentDatasourceRequests={2}
              suppressMovableColumns
              enableCellTextSelection
              animateRows={false}
              tabToNextCell={leave}
              tabToNextHeader={leave}
            />
          </div>
        )
      )}
    </section>
  );
}

const leave = () => false as const;

/** Read before the table is drawn: the columns take their widths from them. */
function useFirstRows(handle: string, side: CompareSide, total: number): readonly Pair[] | null {
  const [rows, setRows] = useState<readonly Pair[] | null>(null);
  useEffect(() => {
    let wanted = true;
    if (total === 0) return setRows([]);
    void ask(docket().review.compareRows({ handle, side, offset: 0, limit: pageRows })).then((answer) => {
      if (wanted) setRows(answer.ok ? answer.value.rows : []);
    });
    return () => {
      wanted = false;
    };
  }, [handle, side, total]);
  return rows;
}

function columnsOf(
  comparison: Comparison,
  side: CompareSide,
  first: readonly Pair[] | null,
  amounts: ReadonlySet<number>,
): ColDef<Pair>[] {
  const say = words.reviewCompare;
  const sample = first ?? [];
  const key = new Set(comparison.key);
  const rowNumber = (which: 'now' | 'before', name: string): ColDef<Pair> => ({
    colId: `row-${which}`,
    headerName: name,
    pinned: 'left',
    sortable: false,
    width: Math.max(
      name.length * 8 + 32,
      numberColumnWidth(number(Math.max(0, ...sample.map((pair) => (pair[which]?.rowId ?? 0) + 1)))),
    ),
    cellClass: 'docket-row-number',
    headerClass: 'ag-right-aligned-header',
    valueGetter: ({ data }) => {
      const row = data?.[which];
      return row === null || row === undefined ? '' : number(row.rowId + 1);
    },
  });
  const numbers = [
    ...(side === 'gone' ? [] : [rowNumber('now', say.rowNow)]),
    ...(side === 'added' ? [] : [rowNumber('before', say.rowBefore)]),
  ];
  const changing = comparison.columns.map((_, place) => sample.some((pair) => pair.changed.includes(place)));
  const cells = comparison.columns.map(({ name, now, before }, place): ColDef<Pair> => {
    const right = now !== null && amounts.has(now) && side !== 'changed';
    const plain = name === '' ? words.review.unnamed(now ?? before ?? place) : name;
    const shown = before === null ? say.columnNew(plain) : now === null ? say.columnGone(plain) : plain;
    const changes = side === 'changed' && changing[place] === true;
    return {
      colId: `compare-${place}`,
      headerName: shown,
      sortable: false,
      // What names a row stays in sight.
      pinned: now !== null && key.has(now) ? 'left' : null,
      width:
        columnWidth(
          shown,
          sample.map((pair) => (pair.now ?? pair.before)?.cells[place] ?? null),
        ) * (changes ? 1.6 : 1),
      ...(right ? { cellClass: 'docket-amount', headerClass: 'ag-right-aligned-header' } : {}),
      cellClassRules: { 'docket-changed': ({ data }) => data?.changed.includes(place) ?? false },
      valueGetter: ({ data }) => cellText((data?.now ?? data?.before)?.cells[place]),
      ...(side === 'changed' ? { cellRenderer: ChangedCell, cellRendererParams: { place } } : {}),
    };
  });
  // What has changed is what is looked for: it stands at the left, where it is seen.
  const changed = cells.filter((_, place) => side === 'changed' && changing[place] === true);
  const rest = cells.filter((cell) => !changed.includes(cell));
  return [...numbers, ...changed, ...rest];
}

/** "was → is", for those who see and those who listen. */
function ChangedCell({ data, value, place }: ICellRendererParams<Pair> & { readonly place: number }) {
  const say = words.reviewCompare;
  if (data === undefined || !data.changed.includes(place)) return <>{String(value ?? '')}</>;
  const was = cellText(data.before?.cells[place]);
  const is = cellText(data.now?.cells[place]);
  return (
    <>
      <del>{was === '' ? say.blank : was}</del> → <ins>{is === '' ? say.blank : is}</ins>
    </>
  );
}
