import type { Flag } from '../../../src-preload/contract/review-insight.ts';
import { words } from '../../words/words.ts';

/** A column that has no name in the file is called by its place, as its head in the table is. */
export const columnName = (name: string, index: number): string =>
  name === '' ? words.review.unnamed(index) : name;

/** The flag with the names by which the person knows its columns. */
export function namedFlag(flag: Flag): Flag {
  if (flag.kind === 'constants' || flag.kind === 'odd-columns')
    return {
      ...flag,
      columns: flag.columns.map(({ column, name }) => ({ column, name: columnName(name, column) })),
    };
  if (!('name' in flag) || flag.name !== '') return flag;
  return { ...flag, name: 'column' in flag ? columnName('', flag.column) : words.review.nameless };
}
