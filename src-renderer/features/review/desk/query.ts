import type { Filter, SortKey } from '../../../../src-preload/contract/review-view.ts';

/** Which rows are shown, in which order. */
export interface Query {
  readonly filters: readonly Filter[];
  readonly sort: readonly SortKey[];
}

export const everything: Query = { filters: [], sort: [] };

export function isEverything({ filters, sort }: Query): boolean {
  return filters.length === 0 && sort.length === 0;
}

/** The column that a filter is about; null for those about whole rows. */
export function columnOf(filter: Filter): number | null {
  return 'column' in filter ? filter.column : null;
}

/** A column has one filter at a time, and so has each way of looking at whole rows: a new one takes the old one's place. */
function sameSubject(a: Filter, b: Filter): boolean {
  const column = columnOf(a);
  return column === null ? a.kind === b.kind : column === columnOf(b);
}

export function withFilter(query: Query, filter: Filter): Query {
  const at = query.filters.findIndex((other) => sameSubject(other, filter));
  const filters =
    at === -1
      ? [...query.filters, filter]
      : query.filters.map((other, place) => (place === at ? filter : other));
  return { ...query, filters };
}

export function withoutFilter(query: Query, filter: Filter): Query {
  return { ...query, filters: query.filters.filter((other) => !sameSubject(other, filter)) };
}

export function filterOf(query: Query, column: number): Filter | undefined {
  return query.filters.find((filter) => columnOf(filter) === column);
}

export function withoutFilters(query: Query): Query {
  return { ...query, filters: [] };
}

/** A header that is pressed goes up, down, then back to the file's order; `add` keeps the columns sorted before. */
export function pressedHeader(query: Query, column: number, add: boolean): Query {
  const held = query.sort.find((key) => key.column === column);
  if (held === undefined) return withSort(query, column, 'up', add);
  if (held.direction === 'up') return withSort(query, column, 'down', add);
  return { ...query, sort: add ? query.sort.filter((key) => key.column !== column) : [] };
}

export function withSort(query: Query, column: number, direction: SortKey['direction'], add: boolean): Query {
  const key = { column, direction };
  if (!add) return { ...query, sort: [key] };
  const held = query.sort.some((other) => other.column === column);
  const sort = held
    ? query.sort.map((other) => (other.column === column ? key : other))
    : [...query.sort, key];
  return { ...query, sort };
}

export function withoutSort(query: Query, column: number): Query {
  return { ...query, sort: query.sort.filter((key) => key.column !== column) };
}

/** The sort of one column, and its place among several (from 1). */
export function sortOf(
  query: Query,
  column: number,
): { readonly direction: SortKey['direction']; readonly place: number | null } | null {
  const at = query.sort.findIndex((key) => key.column === column);
  const key = query.sort[at];
  if (key === undefined) return null;
  return { direction: key.direction, place: query.sort.length > 1 ? at + 1 : null };
}
