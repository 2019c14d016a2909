import { createContext } from 'react';

/** What opens at a column's header. */
export interface ColumnActionsHold {
  readonly openMenu: (column: number, target: HTMLElement) => void;
  readonly openFilter: (column: number, target: HTMLElement) => void;
}

const nothing = () => undefined;

export const ColumnActions = createContext<ColumnActionsHold>({ openMenu: nothing, openFilter: nothing });
