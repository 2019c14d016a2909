import { Button, Checkbox, Input, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { ArrowRightRegular, ColumnTripleRegular, SearchRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useState } from 'react';
import type { Column } from '../../../../src-preload/contract/review.ts';
import { words } from '../../../words/words.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import { columnsOf } from '../desk/desk-state.ts';
import { withAllShown, withHidden, withOnly } from '../desk/layout.ts';
import { nameOf } from '../table/grid-columns.ts';
import { ToolButton } from './tool-button.tsx';
import { ToolPopover } from './tool-popover.tsx';

const useStyles = makeStyles({
  list: {
    flexShrink: 0,
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  line: { display: 'flex', alignItems: 'center', minWidth: 0 },
  box: { minWidth: 0 },
  go: { marginLeft: 'auto', flexShrink: 0 },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3, padding: tokens.spacingHorizontalS },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** A list of thousands is found by name, not read. */
const listed = 200;
const lineHeight = 32;
const longest = 280;

export interface PartColumnSwitch {
  readonly on: boolean;
  readonly change: (on: boolean) => void;
}

/** Finds a column by its name, and says which are shown. */
export function ColumnsButton({ partColumn }: { readonly partColumn: PartColumnSwitch | null }) {
  const [open, setOpen] = useState(false);
  const hidden = useDeskState(({ layout }) => layout.hidden.size);
  return (
    <ToolPopover
      open={open}
      setOpen={setOpen}
      label={words.reviewTools.columnsLabel}
      trigger={
        <ToolButton
          icon={<ColumnTripleRegular />}
          label={hidden === 0 ? words.reviewTools.columns : words.reviewTools.columnsHidden(hidden)}
        />
      }
    >
      <ColumnList onGone={() => setOpen(false)} partColumn={partColumn} />
    </ToolPopover>
  );
}

function ColumnList({
  onGone,
  partColumn,
}: {
  readonly onGone: () => void;
  readonly partColumn: PartColumnSwitch | null;
}) {
  const styles = useStyles();
  const desk = useDesk();
  const [search, setSearch] = useState('');
  const columns = useDeskState(columnsOf);
  const layout = useDeskState((state) => state.layout);
  const wanted = search.trim().toLowerCase();
  const found = columns.filter((column) => nameOf(column).toLowerCase().includes(wanted));
  const goTo = ({ index }: Column) => {
    desk.setLayout(withHidden(desk.store.getState().layout, index, false));
    const row = desk.store.getState().focus?.row ?? 0;
    // Once the popover has gone and the column is there.
    onGone();
    requestAnimationFrame(() => desk.goTo({ row, column: index }, true));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = found;
    if (event.key !== 'Enter' || first === undefined) return;
    event.preventDefault();
    goTo(first);
  };
  return (
    <>
      <Input
        autoFocus
        value={search}
        contentBefore={<SearchRegular />}
        placeholder={words.reviewTools.columnSearch}
        aria-label={words.reviewTools.columnSearch}
        onChange={(_, { value }) => setSearch(value)}
        onKeyDown={onKeyDown}
      />
      {/* As long as all of them, so that it stays as it is while one is looked for. */}
      <ul
        className={styles.list}
        style={{ height: `${Math.min(longest, columns.length * lineHeight)}px` }}
        aria-label={words.reviewTools.columns}
      >
        {found.slice(0, listed).map((column) => (
          <li key={column.index} className={styles.line}>
            <Checkbox
              className={styles.box}
              label={{ className: styles.label, children: nameOf(column), title: nameOf(column) }}
              checked={!layout.hidden.has(column.index)}
              onChange={(_, { checked }) =>
                desk.setLayout(withHidden(layout, column.index, checked !== true))
              }
            />
            <Button
              className={styles.go}
              size="small"
              appearance="subtle"
              icon={<ArrowRightRegular />}
              aria-label={words.reviewTools.columnGo(nameOf(column))}
              title={words.reviewTools.columnGo(nameOf(column))}
              onClick={() => goTo(column)}
            />
          </li>
        ))}
        {found.length === 0 && <li className={styles.quiet}>{words.reviewTools.columnNone}</li>}
        {found.length > listed && (
          <li className={styles.quiet}>{words.reviewTools.columnsMore(found.length - listed)}</li>
        )}
      </ul>
      <div className={styles.actions}>
        <Button
          size="small"
          disabled={layout.hidden.size === 0}
          onClick={() => desk.setLayout(withAllShown(layout))}
        >
          {words.reviewTools.showAll}
        </Button>
        <Button
          size="small"
          disabled={wanted === '' || found.length === 0}
          onClick={() => desk.setLayout(withOnly(layout, new Set(found.map(({ index }) => index))))}
        >
          {words.reviewTools.hideOthers}
        </Button>
      </div>
      {partColumn !== null && (
        <Switch
          checked={partColumn.on}
          label={words.reviewTools.partColumn}
          onChange={(_, { checked }) => partColumn.change(checked)}
        />
      )}
    </>
  );
}
