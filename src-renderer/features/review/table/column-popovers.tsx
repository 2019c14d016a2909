import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useDesk, useDeskState } from '../desk/desk-context.ts';
import { withWidth } from '../desk/layout.ts';
import { FilterPopover } from '../filters/filter-popover.tsx';
import { handOnFocus } from '../focus-handed-on.ts';
import { ColumnActions } from './column-actions.ts';
import { ColumnMenu } from './column-menu.tsx';

interface OpenAt {
  readonly what: 'menu' | 'filter';
  readonly column: number;
  readonly target: HTMLElement;
}

/** Widest that "fit the width" makes a column. */
const widest = 640;

/** The one menu or filter that is open at a column. It outlives the header that it was opened from. */
export function ColumnPopovers({ children }: { readonly children: ReactNode }) {
  const desk = useDesk();
  const [open, setOpen] = useState<OpenAt | null>(null);
  const column = useDeskState(({ table }) => table?.columns.find(({ index }) => index === open?.column));
  const actions = useMemo(
    () => ({
      openMenu: (index: number, target: HTMLElement) => setOpen({ what: 'menu', column: index, target }),
      openFilter: (index: number, target: HTMLElement) => setOpen({ what: 'filter', column: index, target }),
    }),
    [],
  );
  const close = () => setOpen(null);
  const shown = column === undefined ? null : open;
  const before = useRef<OpenAt | null>(null);
  // In the moment in which the surface goes: later, Fluent would send the focus to where another menu was opened.
  useLayoutEffect(() => {
    const closed = before.current;
    before.current = shown;
    if (closed !== null && shown === null) handOnFocus(() => origin(closed.target));
  }, [shown]);
  return (
    <ColumnActions value={actions}>
      {children}
      {open !== null && column !== undefined && open.what === 'menu' && (
        <ColumnMenu
          column={column}
          target={open.target}
          onClose={close}
          onFilter={() => setOpen({ ...open, what: 'filter' })}
          onFit={() => {
            const width = fittingWidth(column.index);
            if (width !== null) desk.setLayout(withWidth(desk.store.getState().layout, column.index, width));
          }}
        />
      )}
      {open !== null && column !== undefined && open.what === 'filter' && (
        <FilterPopover column={column} target={open.target} onClose={close} />
      )}
    </ColumnActions>
  );
}

/** Where it was opened from; a button that only the mouse reaches stands for its header cell. What has gone is none. */
function origin(target: HTMLElement): HTMLElement | null {
  const place = target.closest<HTMLElement>('[role="columnheader"]') ?? target;
  return place.isConnected ? place : null;
}

/** What the cells in sight and the name need, measured on screen. */
function fittingWidth(index: number): number | null {
  const all = [...document.querySelectorAll<HTMLElement>(`[role="grid"] [data-column="${index}"]`)];
  const header = all.find((element) => element.role === 'columnheader') ?? null;
  const cells = all.filter((element) => element !== header);
  if (header === null) return null;
  const around = 28;
  const range = new Range();
  const needed = cells.map((cell) => {
    range.selectNodeContents(cell);
    return range.getBoundingClientRect().width + around;
  });
  const name = header.querySelector('span');
  const forName = (name?.scrollWidth ?? 0) + around + 28;
  return Math.round(Math.min(widest, Math.max(64, forName, ...needed)));
}
