import {
  Dropdown,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Option,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { TableRegular } from '@fluentui/react-icons';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { JobView } from '../../../src-preload/contract/jobs.ts';
import { ask, docket } from '../../state/docket.ts';
import { tellError } from '../../state/messages.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { words } from '../../words/en.ts';
import { DetailStrip } from './detail-strip.tsx';
import type { FocusedCell } from './focused-cell.ts';
import { ReviewFooter } from './review-footer.tsx';
import { type GridHandle, ReviewGrid } from './review-grid.tsx';
import { type TableHold, type TableState, useTable } from './use-table.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, flexGrow: 1, minHeight: 0 },
  bar: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  sheet: { minWidth: '160px' },
  opening: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    flexGrow: 1,
    color: tokens.colorNeutralForeground2,
  },
  note: { flexShrink: 0 },
  body: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

export interface ReviewTableProps {
  readonly job: JobView;
  readonly fileId: string;
  /** Tells the header what is open. */
  readonly onFacts: (facts: string) => void;
  readonly picker: ReactNode;
}

/** One table with its sheets, the whole text of a cell, and the person's word at the end. */
export function ReviewTable({ job, fileId, onFacts, picker }: ReviewTableProps) {
  const styles = useStyles();
  const [sheet, setSheet] = useState<string | null>(null);
  const hold = useTable(fileId, sheet);
  const { state } = hold;
  const grid = useRef<GridHandle | null>(null);
  const [focus, setFocus] = useState<FocusedCell | null>(null);
  const [hover, setHover] = useState<FocusedCell | null>(null);
  const onCell = useCallback((cell: FocusedCell | null, by: 'focus' | 'hover') => {
    // What happened last is what the person looks at.
    setHover(by === 'hover' ? cell : null);
    if (by === 'focus') setFocus(cell);
  }, []);
  const onReady = useCallback((ready: GridHandle) => {
    grid.current = ready;
  }, []);
  useEffect(() => {
    onFacts(state.kind === 'open' ? words.review.facts(state.table) : '');
    setFocus(null);
    setHover(null);
  }, [state, onFacts]);

  const sheets = useSheets(state);
  const total = state.kind === 'open' ? state.table.totalRows : null;
  return (
    <div className={styles.root}>
      {(picker !== null || sheets.names.length > 1) && (
        <div className={styles.bar}>
          {picker}
          {sheets.names.length > 1 && (
            <Dropdown
              className={styles.sheet}
              aria-label={words.review.sheet}
              value={sheets.shown ?? ''}
              selectedOptions={sheets.shown === null ? [] : [sheets.shown]}
              onOptionSelect={(_, { optionValue }) => setSheet(optionValue ?? null)}
            >
              {sheets.names.map((name) => (
                <Option key={name} value={name}>
                  {name}
                </Option>
              ))}
            </Dropdown>
          )}
        </div>
      )}
      {state.kind === 'open' && state.table.brokenRows > 0 && (
        <MessageBar intent="warning" layout="multiline" className={styles.note}>
          <MessageBarBody>
            <MessageBarTitle>{words.review.brokenTitle(state.table.brokenRows)}</MessageBarTitle>
            {words.review.broken}
          </MessageBarBody>
        </MessageBar>
      )}
      <section className={styles.body} aria-label={words.review.tableLabel(job.title)}>
        <TableBody hold={hold} fileId={fileId} onReady={onReady} onCell={onCell} />
      </section>
      {total !== null && total > 0 && <DetailStrip cell={hover ?? focus} />}
      <ReviewFooter job={job} totalRows={total} goTo={(row) => grid.current?.goTo(row)} />
    </div>
  );
}

/** The sheets stay in sight while another one is being opened. */
function useSheets(state: TableState): { readonly names: readonly string[]; readonly shown: string | null } {
  const [held, setHeld] = useState<{ names: readonly string[]; shown: string | null }>({
    names: [],
    shown: null,
  });
  useEffect(() => {
    if (state.kind === 'open') setHeld({ names: state.table.sheets, shown: state.table.sheet });
  }, [state]);
  return held;
}

function TableBody({
  hold,
  fileId,
  onReady,
  onCell,
}: {
  readonly hold: TableHold;
  readonly fileId: string;
  readonly onReady: (grid: GridHandle) => void;
  readonly onCell: (cell: FocusedCell | null, by: 'focus' | 'hover') => void;
}) {
  const styles = useStyles();
  const { state } = hold;
  switch (state.kind) {
    case 'opening':
      return (
        <div className={styles.opening} role="status">
          <Spinner label={words.review.opening} labelPosition="below" />
          {words.review.openingHint}
        </div>
      );
    case 'failed':
      return <ErrorNote error={state.error} action={remedy(hold, state.error.code, fileId)} />;
    case 'open':
      return state.table.totalRows === 0 ? (
        <EmptyState title={words.review.noRowsTitle} text={words.review.noRows} picture={<TableRegular />} />
      ) : (
        <ReviewGrid
          key={state.table.handle}
          table={state.table}
          first={state.first}
          onReady={onReady}
          onCell={onCell}
          onError={hold.fail}
        />
      );
  }
}

/** What Docket can't read as a table, another program may show. */
function remedy(hold: TableHold, code: string, fileId: string) {
  if (code !== 'review-unreadable' && code !== 'not-a-workbook') {
    return { label: words.review.openAgain, run: hold.again };
  }
  return {
    label: words.review.openOutside,
    run: () =>
      void ask(docket().files.openExternally(fileId)).then((answer) => {
        if (!answer.ok) tellError(answer.error);
      }),
  };
}
