import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useMemo } from 'react';
import type { FilesOutline, ListedFile } from '../../../src-preload/contract/files.ts';
import type { PagedList } from '../../state/paged-list.ts';
import { Cell, HeadCell } from '../../ui/grid-parts.tsx';
import { WindowedList } from '../../ui/windowed-list.tsx';
import { size } from '../../words/values.ts';
import { words } from '../../words/words.ts';
import { actionsOf, runFileAction } from './file-actions.ts';
import { FileRow, useFileColumns } from './file-row.tsx';
import { type FilesLine, linesOf } from './files-lines.ts';

const useStyles = makeStyles({
  head: {
    height: '32px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  group: {
    display: 'flex',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalS,
    height: '100%',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
    whiteSpace: 'nowrap',
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflow: 'hidden', textOverflow: 'ellipsis' },
  amount: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
});

export interface FilesListProps {
  readonly outline: FilesOutline;
  readonly entries: PagedList<ListedFile>;
  readonly now: number;
}

/** Everything collected as a list of any length: only the rows in sight are read, looked for on the disk, and drawn. */
export function FilesList({ outline, entries, now }: FilesListProps) {
  const styles = useStyles();
  const lines = useMemo(() => linesOf(outline.groups), [outline]);
  const draw = useCallback(
    (line: FilesLine, active: boolean): ReactNode =>
      line.kind === 'group' ? (
        <Cell className={styles.group}>
          <span className={styles.name}>{nameOf(line.group, now)}</span>
          <span className={styles.amount}>{words.files.found(line.group.files, size(line.group.bytes))}</span>
        </Cell>
      ) : (
        <FileRow
          entries={entries}
          index={line.index}
          active={active}
          now={now}
          byDay={outline.groups[0]?.provider == null}
        />
      ),
    [entries, now, outline, styles],
  );
  const onOpen = useCallback(
    (line: FilesLine) => {
      const file = line.kind === 'file' ? entries.get(line.index) : null;
      if (file === null || file === undefined) return;
      const [first] = actionsOf(file);
      if (first !== undefined) runFileAction(file, first);
    },
    [entries],
  );
  return (
    <WindowedList
      label={words.files.listLabel}
      lines={lines}
      selectedKey={null}
      draw={draw}
      onOpen={onOpen}
      head={<Head />}
    />
  );
}

function nameOf({ at, provider, connectionName }: FilesOutline['groups'][number], now: number): string {
  return provider === null
    ? words.history.dayName(at, now)
    : [words.vendors.shortName(provider), connectionName ?? ''].filter((part) => part !== '').join(' · ');
}

function Head() {
  const styles = useStyles();
  const columns = useFileColumns();
  const say = words.files.column;
  return (
    <div className={mergeClasses(columns.row, styles.head)} role="presentation">
      <HeadCell>{say.file}</HeadCell>
      <HeadCell>{say.export}</HeadCell>
      <HeadCell className={mergeClasses(columns.number, columns.wide)}>{say.collected}</HeadCell>
      <HeadCell className={columns.number}>{say.size}</HeadCell>
      <HeadCell>{say.state}</HeadCell>
      <HeadCell>
        <span />
      </HeadCell>
    </div>
  );
}
