import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowResetRegular, DismissRegular, FilterRegular, HistoryRegular } from '@fluentui/react-icons';
import { useContext } from 'react';
import type { Filter } from '../../../../src-preload/contract/review-view.ts';
import { words } from '../../../words/words.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import { columnsOf, loadOf } from '../desk/desk-state.ts';
import { isFileLayout } from '../desk/layout.ts';
import { columnOf, isEverything, type Query, withoutFilter, withoutFilters } from '../desk/query.ts';
import { useFocusHandedOn } from '../focus-handed-on.ts';
import { ColumnActions } from '../table/column-actions.ts';
import { nameOf } from '../table/grid-columns.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    maxHeight: '68px',
    overflowY: 'auto',
  },
  chips: { display: 'contents' },
  chip: {
    display: 'inline-flex',
    alignItems: 'stretch',
    maxWidth: '340px',
    minWidth: 0,
    height: '28px',
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    overflow: 'hidden',
  },
  part: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    padding: `0 ${tokens.spacingHorizontalXS} 0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-3px' },
  },
  still: { cursor: 'default' },
  remove: {
    padding: `0 ${tokens.spacingHorizontalS} 0 ${tokens.spacingHorizontalXS}`,
    fontSize: '14px',
    flexShrink: 0,
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  note: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** What is left out and how things stand, always in sight where it isn't the whole file in its own order. */
export function FilterChips() {
  const query = useDeskState((state) => state.query);
  const layout = useDeskState((state) => state.layout);
  const columns = useDeskState(({ table }) => table?.columns);
  const recalled = useDeskState((state) => state.recalled);
  const waits = useDeskState(({ table }) => loadOf(table) === 'loading');
  if (columns === undefined) return null;
  // An order is seen at the headers, a width in itself: only what hides something, or was not done just now, is said here.
  const plain = query.filters.length === 0 && layout.hidden.size === 0;
  const same = isEverything(query) && isFileLayout(layout, columns);
  if (plain && (same || !recalled)) return null;
  return <Chips query={query} recalled={recalled} waits={waits} />;
}

interface ChipsProps {
  readonly query: Query;
  /** The view is the one of an earlier day. */
  readonly recalled: boolean;
  /** Filters hold when the file is read to its end. */
  readonly waits: boolean;
}

function Chips({ query, recalled, waits }: ChipsProps) {
  const styles = useStyles();
  const desk = useDesk();
  const going = useFocusHandedOn<HTMLDivElement>();
  return (
    <div ref={going} className={styles.root}>
      {recalled && (
        <span className={styles.note} title={words.reviewTools.recalledHint}>
          <HistoryRegular aria-hidden="true" />
          {words.reviewTools.recalled}
        </span>
      )}
      {query.filters.length > 0 && (
        <ul className={styles.chips} aria-label={words.reviewTools.activeFilters}>
          {query.filters.map((filter) => (
            <Chip key={JSON.stringify(filter)} filter={filter} />
          ))}
        </ul>
      )}
      {waits && query.filters.length > 0 && <span className={styles.note}>{words.reviewTools.waiting}</span>}
      {query.filters.length > 1 && <ClearAll clear={() => desk.setQuery(withoutFilters(query))} />}
      <Button size="small" appearance="subtle" icon={<ArrowResetRegular />} onClick={desk.resetView}>
        {words.reviewTools.reset}
      </Button>
    </div>
  );
}

function ClearAll({ clear }: { readonly clear: () => void }) {
  const going = useFocusHandedOn<HTMLSpanElement>();
  return (
    <span ref={going}>
      <Button size="small" appearance="subtle" onClick={clear}>
        {words.reviewTools.clearAll}
      </Button>
    </span>
  );
}

/** Several go one after the other by the same key. */
const neighbour = ({ nextElementSibling, previousElementSibling }: HTMLElement) =>
  (nextElementSibling ?? previousElementSibling)?.querySelector<HTMLElement>('button:last-of-type') ?? null;

function Chip({ filter }: { readonly filter: Filter }) {
  const styles = useStyles();
  const desk = useDesk();
  const actions = useContext(ColumnActions);
  const columns = useDeskState(columnsOf);
  const said = words.reviewFilter.filterText(filter, (index) => {
    const column = columns.find((one) => one.index === index);
    return column === undefined ? words.review.unnamed(index) : nameOf(column);
  });
  const column = columnOf(filter);
  const going = useFocusHandedOn<HTMLLIElement>(neighbour);
  return (
    <li ref={going} className={styles.chip}>
      {column === null ? (
        <span className={mergeClasses(styles.part, styles.still)}>
          <FilterRegular aria-hidden="true" />
          <span className={styles.text}>{said}</span>
        </span>
      ) : (
        <button
          type="button"
          className={styles.part}
          title={words.reviewTools.changeFilter(said)}
          onClick={(event) => actions.openFilter(column, event.currentTarget)}
        >
          <FilterRegular aria-hidden="true" />
          <span className={styles.text}>{said}</span>
        </button>
      )}
      <button
        type="button"
        className={mergeClasses(styles.part, styles.remove)}
        aria-label={words.reviewTools.removeFilter(said)}
        onClick={() => desk.setQuery(withoutFilter(desk.store.getState().query, filter))}
      >
        <DismissRegular />
      </button>
    </li>
  );
}
