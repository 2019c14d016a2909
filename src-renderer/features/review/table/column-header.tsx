import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowSortDownFilled,
  ArrowSortUpFilled,
  FilterFilled,
  MoreVerticalRegular,
} from '@fluentui/react-icons';
import { type MouseEvent, memo, useContext } from 'react';
import { words } from '../../../words/words.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import { filterOf, pressedHeader, sortOf } from '../desk/query.ts';
import { ColumnActions } from './column-actions.ts';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    width: '100%',
    height: '100%',
    minWidth: 0,
    cursor: 'pointer',
    userSelect: 'none',
  },
  right: { flexDirection: 'row-reverse' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: 0,
    fontSize: '14px',
    color: tokens.colorCompoundBrandForeground1,
  },
  place: { fontSize: '11px', fontVariantNumeric: 'tabular-nums', marginLeft: '1px' },
  more: {
    position: 'absolute',
    right: `calc(-1 * ${tokens.spacingHorizontalS})`,
    top: 'calc(50% - 12px)',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '24px',
    height: '24px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    fontSize: '16px',
    cursor: 'pointer',
    opacity: 0,
    '.docket-head-cell:hover &, .docket-head-cell:focus &, .docket-head-cell:focus-within &': { opacity: 1 },
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
  },
  moreLeft: { right: 'auto', left: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

/** A column's name; a click sorts by it. Its order, its filter and its menu stand beside. */
export const ColumnHeader = memo(function ColumnHeader({
  index,
  name,
}: {
  readonly index: number;
  readonly name: string;
}) {
  const styles = useStyles();
  const desk = useDesk();
  const actions = useContext(ColumnActions);
  const query = useDeskState((state) => state.query);
  const type = useDeskState(({ table }) => table?.columns.find((one) => one.index === index)?.type ?? 'text');
  const sorted = sortOf(query, index);
  const filtered = filterOf(query, index) !== undefined;
  const press = (event: MouseEvent) =>
    desk.setQuery(pressedHeader(desk.store.getState().query, index, event.shiftKey));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the header cell around it takes the keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: the header cell around it takes the keys
    <div
      className={mergeClasses(styles.root, type === 'number' && styles.right)}
      title={words.reviewTools.header(name, words.reviewTools.types[type])}
      onClick={press}
    >
      <span className={styles.name}>{name}</span>
      {sorted !== null && (
        <span className={styles.mark}>
          {sorted.direction === 'up' ? (
            <ArrowSortUpFilled aria-hidden="true" />
          ) : (
            <ArrowSortDownFilled aria-hidden="true" />
          )}
          {sorted.place !== null && <span className={styles.place}>{sorted.place}</span>}
        </span>
      )}
      {filtered && (
        <span className={styles.mark}>
          <FilterFilled aria-hidden="true" />
        </span>
      )}
      <button
        type="button"
        // By keyboard the menu opens from the header cell itself.
        tabIndex={-1}
        className={mergeClasses(styles.more, type === 'number' && styles.moreLeft)}
        aria-label={words.reviewTools.columnMenu(name)}
        onClick={(event) => {
          event.stopPropagation();
          actions.openMenu(index, event.currentTarget);
        }}
      >
        <MoreVerticalRegular />
      </button>
    </div>
  );
});
