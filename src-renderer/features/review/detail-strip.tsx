import { makeStyles, tokens } from '@fluentui/react-components';
import { words } from '../../words/en.ts';
import type { FocusedCell } from './focused-cell.ts';

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
  label: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'text' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** All of a cell's text, however long, to read and to select. */
export function DetailStrip({ cell }: { readonly cell: FocusedCell | null }) {
  const styles = useStyles();
  if (cell === null) {
    return (
      <section className={styles.root} aria-label={words.review.cellLabel}>
        <span className={styles.label}>{words.review.noCell}</span>
      </section>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text has to be scrolled by keyboard
    <section className={styles.root} aria-label={words.review.cellLabel} tabIndex={0}>
      <span className={styles.label}>{words.review.cell(cell.column, cell.row)}</span>
      {cell.text === null || cell.text === '' ? (
        <span className={styles.quiet}>{words.review.emptyCell}</span>
      ) : (
        <span className={styles.text}>{cell.text}</span>
      )}
    </section>
  );
}
