import type { FilesOutline } from '../../../src-preload/contract/files.ts';
import type { Line } from '../../ui/windowed-list.tsx';

type Group = FilesOutline['groups'][number];

export type FilesLine =
  | (Line & { readonly kind: 'group'; readonly group: Group })
  | (Line & { readonly kind: 'file'; readonly index: number });

const groupHeight = 52;
const fileHeight = 56;

/** The lines of an outline: days or connections as headings, files by their place. */
export function linesOf(groups: FilesOutline['groups']): readonly FilesLine[] {
  const lines: FilesLine[] = [];
  let index = 0;
  for (const group of groups) {
    lines.push({ kind: 'group', key: `group-${index}`, height: groupHeight, stop: false, group });
    for (const end = index + group.files; index < end; index += 1)
      lines.push({ kind: 'file', key: `file-${index}`, height: fileHeight, stop: true, index });
  }
  return lines;
}
