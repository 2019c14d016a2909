import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { LineButton } from '../line-button.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  bar: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    padding: `3px ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflow: 'hidden',
  },
  fill: {
    position: 'absolute',
    left: 0,
    top: 0,
    bottom: 0,
    minWidth: '2px',
    backgroundColor: tokens.colorBrandBackground2,
    borderRight: `2px solid ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { backgroundColor: 'Canvas', borderRight: '2px solid Highlight' },
  },
  warning: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    borderRight: `2px solid ${tokens.colorPaletteYellowBorderActive}`,
  },
  text: { position: 'relative', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'pre' },
  quiet: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  figure: { position: 'relative', fontVariantNumeric: 'tabular-nums' },
});

export interface Bar {
  readonly key: string;
  readonly text: string;
  /** Something that is no value: blank, others. */
  readonly quiet?: boolean;
  /** From 0 to 1, of the longest bar's length. */
  readonly length: number;
  readonly figure: string;
  /** The whole sentence, for hover and for those who don't see the bar. */
  readonly label: string;
  readonly press?: () => void;
}

/** Bars that say in words what they show; those that lead somewhere are buttons. */
export function Bars({
  bars,
  label,
  warning = false,
}: {
  readonly bars: readonly Bar[];
  readonly label: string;
  readonly warning?: boolean;
}) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {bars.map(({ key, text, quiet = false, length, figure, label: said, press }) => (
        <li key={key}>
          <LineButton go={press} className={styles.bar} title={said}>
            {length > 0 && (
              <span
                className={mergeClasses(styles.fill, warning && styles.warning)}
                style={{ width: `${(100 * length).toFixed(2)}%` }}
              />
            )}
            <span className={mergeClasses(styles.text, quiet && styles.quiet)}>{text}</span>{' '}
            <span className={styles.figure}>{figure}</span>
          </LineButton>
        </li>
      ))}
    </ul>
  );
}

const useColumnStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'flex-end',
    gap: '1px',
    height: '112px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  item: { flexGrow: 1, flexBasis: 0, minWidth: 0, height: '100%' },
  button: {
    display: 'flex',
    alignItems: 'flex-end',
    gap: '1px',
    width: '100%',
    height: '100%',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  bar: {
    width: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    borderRadius: '2px 2px 0 0',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  ends: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  note: {
    minHeight: tokens.lineHeightBase200,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
});

/** One button: some neighbouring columns, so that it is large enough to be hit (WCAG 2.5.8). */
export interface BinGroup {
  readonly key: string;
  readonly counts: readonly number[];
  readonly label: string;
  readonly press: () => void;
}

/** A histogram. Its columns are fine; each few of them are a button that tells their span and count. */
export function Histogram({
  groups,
  label,
  from,
  to,
}: {
  readonly groups: readonly BinGroup[];
  readonly label: string;
  readonly from: string;
  readonly to: string;
}) {
  const styles = useColumnStyles();
  const most = Math.max(1, ...groups.flatMap(({ counts }) => counts));
  return (
    <div>
      <ul className={styles.root} aria-label={label}>
        {groups.map(({ key, counts, label: said, press }) => (
          <li key={key} className={styles.item} style={{ flexGrow: counts.length }}>
            <button type="button" className={styles.button} title={said} aria-label={said} onClick={press}>
              {counts.map((count, place) => (
                <span
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns stand at their places
                  key={place}
                  className={styles.bar}
                  style={{ height: count === 0 ? 0 : `${Math.max(1.5, (100 * count) / most).toFixed(2)}%` }}
                />
              ))}
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.ends}>
        <span>{from}</span>
        <span>{to}</span>
      </div>
    </div>
  );
}

export const lengthOf = (value: number, most: number) => (most === 0 ? 0 : value / most);
