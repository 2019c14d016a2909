import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ask, docket } from '../../state/docket.ts';
import { tellError } from '../../state/messages.ts';
import { words } from '../../words/words.ts';
import { useDesk, useDeskState } from './desk/desk-context.ts';
import { type FocusedCell, loadOf } from './desk/desk-state.ts';
import { shownColumns } from './desk/layout.ts';
import { cellsIn, rangeOf } from './table/cell-range.ts';
import { nameOf } from './table/grid-columns.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    // Two lines of text; a longer one scrolls, so that the table above never jumps.
    height: '64px',
    flexShrink: 0,
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusLarge,
    fontVariantNumeric: 'tabular-nums',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minHeight: '16px' },
  label: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  link: {
    minWidth: 0,
    height: '16px',
    padding: 0,
    border: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorBrandForegroundLink,
    whiteSpace: 'nowrap',
    flexShrink: 0,
  },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'text' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const pieceLength = 200_000;

interface ReadCell {
  readonly text: string | null;
  /** Characters of the whole cell. */
  readonly length: number;
  readonly read: number;
}

/** All of a cell's text, however long, to read and to select. */
export function DetailStrip() {
  const styles = useStyles();
  const desk = useDesk();
  const focus = useDeskState((state) => state.focus);
  const anchor = useDeskState((state) => state.anchor);
  const layout = useDeskState((state) => state.layout);
  const column = useDeskState(({ table }) => table?.columns.find(({ index }) => index === focus?.column));
  const ready = useDeskState(({ table }) => loadOf(table) === 'ready');
  const { cell, more } = useCell();
  if (focus === null || column === undefined) {
    return (
      <section className={styles.root} aria-label={words.review.cellLabel}>
        <span className={styles.label}>{words.review.noCell}</span>
      </section>
    );
  }
  const range = anchor === null ? null : rangeOf(anchor, focus, shownColumns(layout));
  const chosen = range === null ? 1 : cellsIn(range);
  const name = nameOf(column);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text has to be scrolled by keyboard
    <section className={styles.root} aria-label={words.review.cellLabel} tabIndex={0}>
      <div className={styles.head}>
        <span className={styles.label}>{words.review.cell(name, focus.rowId + 1)}</span>
        {chosen > 1 && <span className={styles.label}>{words.review.chosenCells(chosen)}</span>}
        {cell !== null && cell.read < cell.length && (
          <>
            <span className={styles.label}>{words.review.cellCut(cell.read, cell.length)}</span>
            <Button className={styles.link} appearance="transparent" size="small" onClick={more}>
              {words.review.readMore}
            </Button>
          </>
        )}
        {cell !== null && ready && cell.length <= 1000 && (
          <Button
            className={styles.link}
            appearance="transparent"
            size="small"
            aria-label={words.review.onlyThisLabel(name)}
            onClick={() => desk.addFilter({ kind: 'values', column: column.index, values: [cell.text] })}
          >
            {words.review.onlyThis}
          </Button>
        )}
      </div>
      {cell === null ? null : cell.text === null || cell.text === '' ? (
        <span className={styles.quiet}>{words.review.emptyCell}</span>
      ) : (
        <span className={styles.text}>{cell.text}</span>
      )}
    </section>
  );
}

/** The focused cell's text; the rest of a very long one is read piece by piece. */
function useCell(): { readonly cell: ReadCell | null; readonly more: () => void } {
  const handle = useDeskState(({ table }) => table?.handle);
  const focus = useDeskState((state) => state.focus);
  const [longer, setLonger] = useState<(ReadCell & { readonly of: FocusedCell }) | null>(null);
  if (focus === null || focus.text === undefined) return { cell: null, more: () => undefined };
  const begun = { text: focus.text, length: focus.length, read: focus.text?.length ?? 0 };
  const cell = longer?.of === focus ? longer : begun;
  const more = () => {
    if (handle === undefined) return;
    const { rowId, column } = focus;
    // Begins anew at the first character: what came with the row was counted in another unit.
    const limit = Math.min(1_000_000, cell.read + pieceLength);
    void ask(docket().review.cell({ handle, rowId, column, offset: 0, limit })).then((answer) => {
      if (!answer.ok) return tellError(answer.error);
      const { text, length } = answer.value;
      setLonger({ text, length, read: Math.min(limit, length), of: focus });
    });
  };
  return { cell, more };
}
