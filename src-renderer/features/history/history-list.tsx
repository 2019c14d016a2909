import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useMemo } from 'react';
import type { HistoryEntry, HistoryOutline } from '../../../src-preload/contract/history.ts';
import type { PagedList } from '../../state/paged-list.ts';
import { Cell, HeadCell } from '../../ui/grid-parts.tsx';
import { WindowedList } from '../../ui/windowed-list.tsx';
import { words } from '../../words/words.ts';
import { useColumns } from './history-columns.ts';
import { type HistoryLine, linesOf } from './history-lines.ts';
import { HistoryRow } from './history-row.tsx';

const useStyles = makeStyles({
  head: {
    height: '32px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  day: {
    display: 'flex',
    alignItems: 'flex-end',
    height: '100%',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
    fontWeight: tokens.fontWeightSemibold,
  },
});

export interface HistoryListProps {
  readonly outline: HistoryOutline;
  readonly entries: PagedList<HistoryEntry>;
  readonly now: number;
  readonly open: (entry: HistoryEntry) => void;
}

/** The history as a table of any length: only the rows in sight are read and drawn. */
export function HistoryList({ outline, entries, now, open }: HistoryListProps) {
  const styles = useStyles();
  const lines = useMemo(() => linesOf(outline), [outline]);
  const draw = useCallback(
    (line: HistoryLine, active: boolean): ReactNode =>
      line.kind === 'day' ? (
        <Cell className={styles.day}>{words.history.dayName(line.at, now)}</Cell>
      ) : (
        <HistoryRow entries={entries} index={line.index} active={active} open={open} />
      ),
    [entries, now, open, styles],
  );
  const onOpen = useCallback(
    (line: HistoryLine) => {
      const entry = line.kind === 'entry' ? entries.get(line.index) : null;
      if (entry !== null && entry !== undefined) open(entry);
    },
    [entries, open],
  );
  return (
    <WindowedList
      label={words.history.tableLabel}
      lines={lines}
      selectedKey={null}
      draw={draw}
      onOpen={onOpen}
      head={<Head />}
    />
  );
}

function Head() {
  const styles = useStyles();
  const columns = useColumns();
  const say = words.historyTools.column;
  return (
    <div className={mergeClasses(columns.row, styles.head)} role="presentation">
      <HeadCell className={columns.time}>{say.when}</HeadCell>
      <HeadCell>{say.who}</HeadCell>
      <HeadCell>{say.what}</HeadCell>
      <HeadCell>{say.export}</HeadCell>
      <HeadCell className={columns.number}>{say.rows}</HeadCell>
      <HeadCell className={mergeClasses(columns.number, columns.wide)}>{say.files}</HeadCell>
      <HeadCell className={columns.wide}>{say.fingerprint}</HeadCell>
      <HeadCell>{say.answer}</HeadCell>
    </div>
  );
}
