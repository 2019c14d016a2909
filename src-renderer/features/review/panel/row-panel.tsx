import { Button, Checkbox, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { DocketError } from '../../../../src-preload/contract/errors.ts';
import type { Column } from '../../../../src-preload/contract/review.ts';
import { ask, docket } from '../../../state/docket.ts';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { words } from '../../../words/words.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import { columnsOf } from '../desk/desk-state.ts';
import { type Row, rowsFrom } from '../desk/row-pages.ts';
import { nameOf } from '../table/grid-columns.ts';
import { exactJson } from './exact-json.ts';
import { ExactRecord } from './exact-record.tsx';
import { NestedValue } from './nested-value.tsx';
import { PanelStack, PanelTitle, Quiet } from './panel-parts.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0 },
  name: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  value: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'text' },
  quiet: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  // Its box stands below the title.
  box: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

const atOnce = 200;
const longestShown = 2000;

type RowState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly row: Row }
  | { readonly kind: 'failed'; readonly error: DocketError };

/** One row from top to bottom, its lists as small tables, and the record as it stands in the file. */
export function RowPanel() {
  const focus = useDeskState((state) => state.focus);
  if (focus === null) return <Quiet>{words.reviewPanel.rowNone}</Quiet>;
  return <WholeRow row={focus.row} rowId={focus.rowId} />;
}

function WholeRow({ row, rowId }: { readonly row: number; readonly rowId: number }) {
  const state = useWholeRow(row);
  const columns = useDeskState(columnsOf);
  const json = useDeskState(
    ({ table }) => table !== null && (table.dialect === null || table.dialect === undefined),
  );
  return (
    <PanelStack>
      <PanelTitle>{words.reviewPanel.row(rowId + 1)}</PanelTitle>
      {state.kind === 'reading' ? (
        <Spinner size="tiny" label={words.app.loading} />
      ) : state.kind === 'failed' ? (
        <ErrorNote error={state.error} />
      ) : (
        <Fields row={state.row} columns={columns} />
      )}
      {json && <ExactRecord rowId={rowId} />}
    </PanelStack>
  );
}

function Fields({ row, columns }: { readonly row: Row; readonly columns: readonly Column[] }) {
  const styles = useStyles();
  const [withoutBlank, setWithoutBlank] = useState(columns.length > atOnce);
  const [shown, setShown] = useState(atOnce);
  const filled = columns.filter(({ index }) => (row.cells[index] ?? '') !== '');
  const listed = withoutBlank ? filled : columns;
  return (
    <>
      {filled.length < columns.length && (
        <Checkbox
          className={styles.box}
          label={words.reviewPanel.rowHideBlank}
          checked={withoutBlank}
          onChange={(_, { checked }) => setWithoutBlank(checked === true)}
        />
      )}
      <dl className={styles.fields} aria-label={words.reviewPanel.rowLabel(row.id + 1)}>
        {listed.slice(0, shown).map((column) => (
          <div key={column.index}>
            <dt className={styles.name}>{nameOf(column)}</dt>
            <dd className={styles.value}>
              <CellValue
                column={column}
                text={row.cells[column.index] ?? null}
                length={row.cut.get(column.index)}
              />
            </dd>
          </div>
        ))}
      </dl>
      {listed.length > shown && (
        <div>
          <Button size="small" onClick={() => setShown(shown + 5 * atOnce)}>
            {words.reviewPanel.rowMore(listed.length - shown)}
          </Button>
        </div>
      )}
    </>
  );
}

function CellValue({
  column,
  text,
  length,
}: {
  readonly column: Column;
  readonly text: string | null;
  readonly length: number | undefined;
}) {
  const styles = useStyles();
  if (text === null || text === '') return <span className={styles.quiet}>{words.reviewPanel.rowBlank}</span>;
  if (column.type === 'nested' && length === undefined) {
    const value = exactJson(text);
    if (value?.kind === 'list') return <NestedValue value={value} label={nameOf(column)} />;
  }
  const whole = length ?? text.length;
  if (whole <= longestShown) return <>{text}</>;
  return (
    <>
      {text.slice(0, longestShown)}… <span className={styles.quiet}>{words.reviewPanel.cutCell(whole)}</span>
    </>
  );
}

/** All cells of a row, also of a wide table; the last row asked for is the one shown. */
function useWholeRow(row: number): RowState {
  const desk = useDesk();
  const version = useDeskState(({ shown }) => shown?.version ?? 0);
  const [state, setState] = useState<RowState>({ kind: 'reading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view has another row at this place
  useEffect(() => {
    const { table, shown } = desk.store.getState();
    if (table === null || shown === null) return;
    let wanted = true;
    const viewId = shown.viewId === undefined ? {} : { viewId: shown.viewId };
    void ask(docket().review.rows({ handle: table.handle, offset: row, limit: 1, ...viewId })).then(
      (answer) => {
        if (!wanted) return;
        if (!answer.ok) return setState({ kind: 'failed', error: answer.error });
        const [found] = rowsFrom(answer.value, undefined);
        if (found !== undefined) setState({ kind: 'ready', row: found });
      },
    );
    return () => {
      wanted = false;
    };
  }, [desk, row, version]);
  return state;
}
