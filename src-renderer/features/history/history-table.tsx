import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { HistoryEntry } from '../../../src-preload/contract/history.ts';
import { narrow } from '../../ui/narrow.ts';
import { useMedia } from '../../ui/use-media.ts';
import { words } from '../../words/en.ts';
import { timeOfDay } from '../../words/time.ts';
import { byDay } from './by-day.ts';
import { FingerprintButton } from './fingerprint-button.tsx';
import { KindIcon } from './kind-icon.tsx';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontVariantNumeric: 'tabular-nums',
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    boxSizing: 'border-box',
    textAlign: 'left',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
    boxShadow: `inset 0 -1px ${tokens.colorNeutralStroke2}`,
  },
  when: { width: '96px', [narrow.content]: { width: '80px' } },
  whatColumn: { width: '27%', [narrow.content]: { width: '34%' } },
  amount: { width: '144px', [narrow.content]: { width: '132px' } },
  fingerprint: { width: '112px' },
  day: {
    textAlign: 'left',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  row: { ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover } },
  cell: {
    height: '56px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
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
  },
  open: {
    display: 'block',
    maxWidth: '100%',
    padding: 0,
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  badge: { flexShrink: 0 },
  from: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
});

export interface HistoryTableProps {
  readonly entries: readonly HistoryEntry[];
  readonly now: number;
  readonly open: (entry: HistoryEntry) => void;
}

/** When, what, which export, how much: two quiet lines an entry, gathered by day. */
export const HistoryTable = memo(function HistoryTable({ entries, now, open }: HistoryTableProps) {
  const styles = useStyles();
  // The fingerprint stands in an entry's details as well: it is the first to give way.
  const withFingerprint = !useMedia(narrow.contentQuery);
  const say = words.history.column;
  return (
    <table className={styles.table} aria-label={words.history.tableLabel}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.when)}>
            {say.when}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.whatColumn)}>
            {say.what}
          </th>
          <th scope="col" className={styles.head}>
            {say.export}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.amount)}>
            {say.amount}
          </th>
          {withFingerprint && (
            <th scope="col" className={mergeClasses(styles.head, styles.fingerprint)}>
              {say.fingerprint}
            </th>
          )}
        </tr>
      </thead>
      {byDay(entries, now).map(({ name, entries: those }) => (
        <tbody key={name}>
          <tr>
            <th scope="rowgroup" colSpan={withFingerprint ? 5 : 4} className={styles.day}>
              {name}
            </th>
          </tr>
          {those.map((entry) => (
            <EntryRow key={entry.id} entry={entry} withFingerprint={withFingerprint} open={open} />
          ))}
        </tbody>
      ))}
    </table>
  );
});

const EntryRow = memo(function EntryRow({
  entry,
  withFingerprint,
  open,
}: {
  readonly entry: HistoryEntry;
  readonly withFingerprint: boolean;
  readonly open: (entry: HistoryEntry) => void;
}) {
  const styles = useStyles();
  const what = words.history.kind(entry.kind);
  const note = words.history.note(entry);
  const amount = words.history.amount(entry);
  const quiet = mergeClasses(styles.quiet, styles.line);
  return (
    <tr className={styles.row}>
      <td className={styles.cell}>
        <div>{timeOfDay(entry.at)}</div>
        <div className={quiet}>{words.history.by(entry.by)}</div>
      </td>
      <td className={styles.cell}>
        <div className={styles.what}>
          <KindIcon kind={entry.kind} />
          <div>
            <button
              type="button"
              className={mergeClasses(styles.open, styles.line)}
              aria-label={words.history.details(what, entry.title)}
              onClick={() => open(entry)}
            >
              {what}
            </button>
            {note !== null && (
              <div className={quiet} title={note}>
                {note}
              </div>
            )}
          </div>
        </div>
      </td>
      <td className={styles.cell}>
        <div className={styles.line} title={entry.title}>
          {entry.title}
        </div>
        <div className={styles.from}>
          {entry.practice && (
            <Badge className={styles.badge} appearance="outline" size="small" color="brand">
              {words.history.practice}
            </Badge>
          )}
          {entry.provider !== null && (
            <span className={quiet}>
              {[words.vendors.nameOf(entry.provider), entry.connectionName]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          )}
        </div>
      </td>
      <td className={styles.cell}>
        <div className={styles.line}>{amount[0]}</div>
        <div className={quiet}>{amount.slice(1).join(' · ')}</div>
      </td>
      {withFingerprint && (
        <td className={styles.cell}>
          {entry.fingerprint !== null && (
            <FingerprintButton fingerprint={entry.fingerprint} title={entry.title} />
          )}
        </td>
      )}
    </tr>
  );
});
