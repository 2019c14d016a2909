import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { HistoryEntry } from '../../../src-preload/contract/history.ts';
import type { PagedList } from '../../state/paged-list.ts';
import { ExportCell, WaitingCell } from '../../ui/export-cell.tsx';
import { Cell } from '../../ui/grid-parts.tsx';
import { usePagedEntry } from '../../ui/use-paged-entry.ts';
import { timeOfDay } from '../../words/time.ts';
import { number, size } from '../../words/values.ts';
import { words } from '../../words/words.ts';
import { FingerprintButton } from './fingerprint-button.tsx';
import { useColumns } from './history-columns.ts';
import { KindIcon } from './kind-icon.tsx';

const useStyles = makeStyles({
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  what: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
  },
  open: {
    maxWidth: '100%',
    padding: 0,
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  /** Two lines, and the rest on hover and in the details. */
  two: {
    display: '-webkit-box',
    overflow: 'hidden',
    overflowWrap: 'break-word',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    // Tighter, and the box would cut the tails of g and y.
    lineHeight: '18px',
  },
  answer: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface HistoryRowProps {
  readonly entries: PagedList<HistoryEntry>;
  readonly index: number;
  /** Its buttons are in the tab order. */
  readonly active: boolean;
  readonly open: (entry: HistoryEntry) => void;
}

/** Who did what, when and to how much: one row of the history, read when it comes into sight. */
export function HistoryRow({ entries, index, active, open }: HistoryRowProps) {
  const entry = usePagedEntry(entries, index);
  if (entry === undefined || entry === null) {
    return <WaitingCell label={words.historyTools.loadingRow} />;
  }
  return <EntryCells entry={entry} active={active} open={open} />;
}

function EntryCells({
  entry,
  active,
  open,
}: {
  readonly entry: HistoryEntry;
  readonly active: boolean;
  readonly open: (entry: HistoryEntry) => void;
}) {
  const styles = useStyles();
  const columns = useColumns();
  const what = words.history.kind(entry.kind);
  const note = words.history.note(entry);
  // The file's name would leave no room for what happened to it.
  const brief = words.history.note(entry, { brief: true });
  const quiet = mergeClasses(styles.quiet, styles.line);
  return (
    <div className={mergeClasses(columns.row, styles.row)} role="presentation">
      <Cell className={columns.time}>{timeOfDay(entry.at)}</Cell>
      <Cell className={styles.line}>
        <span title={entry.by}>{entry.by}</span>
      </Cell>
      <Cell>
        <div className={styles.what}>
          <KindIcon kind={entry.kind} />
          <button
            type="button"
            tabIndex={active ? 0 : -1}
            className={mergeClasses(styles.open, styles.two)}
            aria-label={words.history.details(what, entry.title)}
            onClick={(event) => {
              event.stopPropagation();
              open(entry);
            }}
          >
            {what}
          </button>
        </div>
      </Cell>
      <ExportCell
        title={entry.title}
        from={[entry.provider === null ? '' : words.vendors.nameOf(entry.provider), entry.connectionName]}
        practice={entry.practice}
      />
      <Cell className={columns.number}>{entry.rows === null ? '' : number(entry.rows)}</Cell>
      <Cell className={mergeClasses(columns.number, columns.wide)}>
        <div>{entry.files === null ? '' : number(entry.files)}</div>
        <div className={quiet}>{entry.bytes === null ? '' : size(entry.bytes)}</div>
      </Cell>
      <Cell className={columns.wide}>
        {entry.fingerprint !== null && (
          <FingerprintButton fingerprint={entry.fingerprint} title={entry.title} active={active} />
        )}
      </Cell>
      <Cell className={mergeClasses(styles.answer, styles.two)}>
        <span title={note ?? ''}>{brief}</span>
      </Cell>
    </div>
  );
}
