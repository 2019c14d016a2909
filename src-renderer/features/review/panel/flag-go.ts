import type { Flag } from '../../../../src-preload/contract/review-insight.ts';
import type { Desk } from '../desk/desk.ts';
import { withHidden } from '../desk/layout.ts';

/** Where a flag leads: to its rows, its column, its lines; null where there is nothing to show. */
export function flagGoal(flag: Flag, desk: Desk): (() => void) | null {
  const toColumn = (column: number) => () => {
    desk.setLayout(withHidden(desk.store.getState().layout, column, false));
    desk.profile(column);
    desk.showPanel('column');
    const row = desk.store.getState().focus?.row ?? 0;
    desk.goTo({ row, column }, false);
  };
  switch (flag.kind) {
    case 'broken-lines':
    case 'undecodable-rows':
      return () => desk.showPanel('broken');
    case 'blank-share':
    case 'column-new':
    case 'constant':
      return toColumn(flag.column);
    case 'constants': {
      const [first] = flag.columns;
      return first === undefined ? null : toColumn(first.column);
    }
    case 'outside-period':
      return toColumn(flag.column);
    case 'odd-cells':
      return () => desk.addFilter({ kind: 'odd', column: flag.column, odd: true, type: flag.type });
    case 'odd-columns': {
      const [first] = flag.columns;
      return first === undefined ? null : toColumn(first.column);
    }
    case 'repeated-rows':
      return () => desk.addFilter({ kind: 'repeated', columns: [] });
    case 'repeated-ids':
      return () => desk.addFilter({ kind: 'repeated', columns: [flag.column] });
    case 'count-differs':
      return () => desk.showPanel('broken');
    case 'column-gone':
    case 'rows-changed':
      return null;
  }
}
