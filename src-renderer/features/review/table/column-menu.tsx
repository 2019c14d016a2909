import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import {
  ArrowAutofitWidthRegular,
  ArrowLeftRegular,
  ArrowRightRegular,
  ArrowSortDownRegular,
  ArrowSortUpRegular,
  DataHistogramRegular,
  DismissCircleRegular,
  EyeOffRegular,
  FilterDismissRegular,
  FilterRegular,
  PinOffRegular,
  PinRegular,
} from '@fluentui/react-icons';
import type { Column } from '../../../../src-preload/contract/review.ts';
import { words } from '../../../words/words.ts';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import { loadOf } from '../desk/desk-state.ts';
import { moved, shownColumns, withHidden, withPinned } from '../desk/layout.ts';
import { filterOf, sortOf, withoutFilter, withoutSort, withSort } from '../desk/query.ts';
import { nameOf } from './grid-columns.ts';

export interface ColumnMenuProps {
  readonly column: Column;
  readonly target: HTMLElement;
  readonly onClose: () => void;
  readonly onFilter: () => void;
  readonly onFit: () => void;
}

/** All that can be done with a column, by mouse or keyboard. */
export function ColumnMenu({ column, target, onClose, onFilter, onFit }: ColumnMenuProps) {
  const desk = useDesk();
  const query = useDeskState((state) => state.query);
  const layout = useDeskState((state) => state.layout);
  const ready = useDeskState(({ table }) => loadOf(table) === 'ready');
  const { index, type } = column;
  const manner = type === 'number' ? 'number' : type === 'date' || type === 'timestamp' ? 'date' : 'text';
  const filter = filterOf(query, index);
  const pinned = layout.pinned.includes(index);
  const add = query.sort.some((key) => key.column !== index);
  return (
    <Menu
      open
      onOpenChange={(_, { open }) => !open && onClose()}
      positioning={{ target, position: 'below', align: 'end', fallbackPositions: ['below-start'] }}
    >
      <MenuPopover aria-label={words.reviewTools.columnMenu(nameOf(column))}>
        <MenuList>
          <MenuItem
            icon={<ArrowSortUpRegular />}
            disabled={!ready}
            onClick={() => desk.setQuery(withSort(query, index, 'up', add))}
          >
            {words.reviewTools.sortUp[manner]}
          </MenuItem>
          <MenuItem
            icon={<ArrowSortDownRegular />}
            disabled={!ready}
            onClick={() => desk.setQuery(withSort(query, index, 'down', add))}
          >
            {words.reviewTools.sortDown[manner]}
          </MenuItem>
          {sortOf(query, index) !== null && (
            <MenuItem
              icon={<DismissCircleRegular />}
              onClick={() => desk.setQuery(withoutSort(query, index))}
            >
              {words.reviewTools.sortNot}
            </MenuItem>
          )}
          <MenuDivider />
          <MenuItem icon={<FilterRegular />} disabled={!ready} onClick={onFilter}>
            {words.reviewTools.filter}
          </MenuItem>
          {filter !== undefined && (
            <MenuItem
              icon={<FilterDismissRegular />}
              onClick={() => desk.setQuery(withoutFilter(query, filter))}
            >
              {words.reviewTools.filterRemove}
            </MenuItem>
          )}
          <MenuItem
            icon={<DataHistogramRegular />}
            onClick={() => {
              desk.profile(index);
              desk.showPanel('column');
            }}
          >
            {words.reviewTools.profile}
          </MenuItem>
          <MenuDivider />
          <MenuItem
            icon={pinned ? <PinOffRegular /> : <PinRegular />}
            onClick={() => desk.setLayout(withPinned(layout, index, !pinned))}
          >
            {pinned ? words.reviewTools.unpin : words.reviewTools.pin}
          </MenuItem>
          <MenuItem
            icon={<ArrowLeftRegular />}
            disabled={moved(layout, index, -1) === layout}
            onClick={() => desk.setLayout(moved(layout, index, -1))}
          >
            {words.reviewTools.moveLeft}
          </MenuItem>
          <MenuItem
            icon={<ArrowRightRegular />}
            disabled={moved(layout, index, 1) === layout}
            onClick={() => desk.setLayout(moved(layout, index, 1))}
          >
            {words.reviewTools.moveRight}
          </MenuItem>
          <MenuItem icon={<ArrowAutofitWidthRegular />} onClick={onFit}>
            {words.reviewTools.fit}
          </MenuItem>
          <MenuItem
            icon={<EyeOffRegular />}
            disabled={shownColumns(layout).length < 2}
            onClick={() => desk.setLayout(withHidden(layout, index, true))}
          >
            {words.reviewTools.hide}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
