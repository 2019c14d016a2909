import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import {
  BinRecycleRegular,
  CheckmarkCircleRegular,
  CircleRegular,
  type FluentIcon,
  MoreHorizontalRegular,
  PlugDisconnectedRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import type { ListedFile } from '../../../src-preload/contract/files.ts';
import type { PagedList } from '../../state/paged-list.ts';
import { ExportCell, WaitingCell } from '../../ui/export-cell.tsx';
import { Cell } from '../../ui/grid-parts.tsx';
import { narrow } from '../../ui/narrow.ts';
import { usePagedEntry } from '../../ui/use-paged-entry.ts';
import { momentInSentence, timeOfDay } from '../../words/time.ts';
import { records, size } from '../../words/values.ts';
import { words } from '../../words/words.ts';
import { actionsOf, type FileAction, runFileAction } from './file-actions.ts';

/** The columns of the list, for its head and its rows alike. */
export const useFileColumns = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 30fr) minmax(0, 30fr) 72px 88px minmax(0, 26fr) 32px',
    columnGap: tokens.spacingHorizontalL,
    alignItems: 'center',
    height: '100%',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalS}`,
    [narrow.content]: {
      gridTemplateColumns: 'minmax(0, 34fr) minmax(0, 30fr) 80px minmax(0, 26fr) 32px',
      columnGap: tokens.spacingHorizontalM,
    },
  },
  wide: { [narrow.content]: { display: 'none' } },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

const useStyles = makeStyles({
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  name: { display: 'flex', minWidth: 0 },
  end: { flexShrink: 0, whiteSpace: 'pre' },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  state: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXS,
    alignItems: 'start',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { fontSize: '16px', lineHeight: 0, color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  wary: { color: tokens.colorStatusWarningForeground1 },
});

export interface FileRowProps {
  readonly entries: PagedList<ListedFile>;
  readonly index: number;
  readonly active: boolean;
  readonly now: number;
  /** Files of one day show the time, those of one vendor the day. */
  readonly byDay: boolean;
}

/** One collected file: its name, its export, its size and what became of it; read when it comes into sight. */
export function FileRow({ entries, index, active, now, byDay }: FileRowProps) {
  const styles = useStyles();
  const columns = useFileColumns();
  const file = usePagedEntry(entries, index);
  if (file === undefined || file === null) {
    return <WaitingCell label={words.files.loadingRow} />;
  }
  const quiet = mergeClasses(styles.quiet, styles.line);
  return (
    <div className={mergeClasses(columns.row, styles.row)} role="presentation">
      <Cell>
        <FileName name={file.name} />
        <div className={quiet}>{file.rows === null ? '' : records(file.rows)}</div>
      </Cell>
      <ExportCell
        title={file.title}
        from={[words.vendors.shortName(file.provider), file.connectionName]}
        practice={file.practice}
      />
      <Cell className={mergeClasses(columns.number, columns.wide)}>
        {byDay ? timeOfDay(file.collectedAt) : words.files.day(file.collectedAt, now)}
      </Cell>
      <Cell className={columns.number}>{size(file.bytes)}</Cell>
      <Cell>
        <State file={file} now={now} />
      </Cell>
      <Cell>
        <Actions file={file} active={active} />
      </Cell>
    </div>
  );
}

/** Names of parts differ at their end: that stays in sight. */
function FileName({ name }: { readonly name: string }) {
  const styles = useStyles();
  const cut = name.length > shortName ? name.length - shownEnd : name.length;
  return (
    <div className={styles.name} title={name}>
      <span className={styles.line}>{name.slice(0, cut)}</span>
      <span className={styles.end}>{name.slice(cut)}</span>
    </div>
  );
}
const shortName = 24;
const shownEnd = 11;

function State({ file, now }: { readonly file: ListedFile; readonly now: number }) {
  const styles = useStyles();
  const [Icon, tone, text] = stateOf(file, now);
  return (
    <div className={styles.state}>
      <span className={mergeClasses(styles.icon, tone !== 'plain' && styles[tone])} aria-hidden="true">
        <Icon />
      </span>
      <span>{text}</span>
    </div>
  );
}

function stateOf(file: ListedFile, now: number): readonly [FluentIcon, 'plain' | 'good' | 'wary', string] {
  const say = words.files;
  switch (file.presence) {
    case 'in-bin':
      return [BinRecycleRegular, 'plain', say.binnedOn(momentInSentence(file.binnedAt ?? now, now))];
    case 'unreachable':
      return [PlugDisconnectedRegular, 'wary', say.presence('unreachable')];
    case 'missing':
    case 'changed':
      return [WarningRegular, 'wary', say.presence(file.presence)];
    case 'here':
      return file.committedAt === null
        ? [CircleRegular, 'plain', say.open]
        : [CheckmarkCircleRegular, 'good', say.committedOn(momentInSentence(file.committedAt, now))];
  }
}

function nameOf(action: FileAction): string {
  const say = words.files;
  switch (action) {
    case 'reveal':
      return say.reveal;
    case 'open':
      return say.openFile;
    case 'review':
      return say.review;
    case 'receipt':
      return say.receipt;
    case 'export':
      return say.showExport;
  }
}

function Actions({ file, active }: { readonly file: ListedFile; readonly active: boolean }) {
  const actions = actionsOf(file);
  if (actions.length === 0) return null;
  return (
    <Menu positioning={{ position: 'below', align: 'end' }}>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={words.files.actions(file.name)} relationship="label" withArrow>
          <Button
            size="small"
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            tabIndex={active ? 0 : -1}
            onClick={(event) => event.stopPropagation()}
          />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover onClick={(event) => event.stopPropagation()}>
        <MenuList>
          {actions.map((action) => (
            <MenuItem key={action} onClick={() => runFileAction(file, action)}>
              {nameOf(action)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
