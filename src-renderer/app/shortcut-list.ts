import { words } from '../words/words.ts';

const { keys, does, groups } = words.shortcuts;

export interface Shortcut {
  readonly does: string;
  /** Ways to do it; each the keys that are pressed together. */
  readonly ways: readonly (readonly string[])[];
}
export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** All keys, by place. On a Mac the command key stands where others have Ctrl. */
export function shortcutGroups(mac: boolean): readonly ShortcutGroup[] {
  const mod = mac ? '⌘' : keys.ctrl;
  const alt = mac ? '⌥' : keys.alt;
  return [
    {
      title: groups.everywhere,
      shortcuts: [
        { does: does.palette, ways: [[mod, 'K']] },
        {
          does: does.screens,
          ways: [
            [mod, '1'],
            [mod, '6'],
          ],
        },
        { does: does.newExport, ways: [[mod, 'N']] },
        { does: does.search, ways: [['/']] },
        { does: does.checkAll, ways: [['F5']] },
        { does: does.undo, ways: [[mod, 'Z']] },
        { does: does.putAway, ways: [[keys.escape]] },
        { does: does.zoomIn, ways: [[mod, '+']] },
        { does: does.zoomOut, ways: [[mod, '−']] },
        { does: does.zoomReset, ways: [[mod, '0']] },
        { does: does.shortcuts, ways: [['?'], ['F1']] },
      ],
    },
    {
      title: groups.list,
      shortcuts: [
        { does: does.move, ways: [['↑'], ['↓'], [keys.home], [keys.end]] },
        { does: does.page, ways: [[keys.pageUp], [keys.pageDown]] },
        { does: does.open, ways: [[keys.enter]] },
        { does: does.inRow, ways: [[keys.tab]] },
      ],
    },
    {
      title: groups.table,
      shortcuts: [
        { does: does.find, ways: [[mod, 'F']] },
        { does: does.nextHit, ways: [[keys.enter], [keys.shift, keys.enter]] },
        { does: does.goToRow, ways: [[mod, 'G']] },
        { does: does.cells, ways: [['↑'], ['↓'], ['←'], ['→']] },
        { does: does.choose, ways: [[keys.shift, '→']] },
        {
          does: does.copy,
          ways: [
            [mod, 'C'],
            [mod, keys.shift, 'C'],
          ],
        },
        { does: does.wholeRow, ways: [[keys.enter]] },
      ],
    },
    {
      title: groups.column,
      shortcuts: [
        { does: does.sort, ways: [[keys.enter], [keys.shift, keys.enter]] },
        { does: does.menu, ways: [[alt, '↓']] },
        {
          does: does.width,
          ways: [
            [alt, '←'],
            [alt, '→'],
          ],
        },
        {
          does: does.place,
          ways: [
            [keys.shift, '←'],
            [keys.shift, '→'],
          ],
        },
      ],
    },
  ];
}
