import type { Column } from '../../../../src-preload/contract/review.ts';
import type { Filter, SortKey } from '../../../../src-preload/contract/review-view.ts';
import { fileLayout, isFileLayout, type Layout } from './layout.ts';
import type { Query } from './query.ts';

/** What is found again when an export of the same kind is opened. */
export interface View {
  readonly query: Query;
  readonly layout: Layout;
}

const longest = 100_000;
/** A line-like separator that no vendor's column name holds. */
const separator = '\u001f';

/** The next export may have its columns elsewhere: they are known by name, and by their count among equal names. */
function keysOf(columns: readonly Column[]): ReadonlyMap<number, string> {
  const seen = new Map<string, number>();
  return new Map(
    columns.map(({ index, name }) => {
      const times = seen.get(name) ?? 0;
      seen.set(name, times + 1);
      return [index, times === 0 ? name : `${name}${separator}${times}`];
    }),
  );
}

/** Null when there is nothing to remember. What is too long to be kept loses its widths, then its order. */
export function remember({ query, layout }: View, columns: readonly Column[]): string {
  const keys = keysOf(columns);
  const key = (index: number) => keys.get(index) ?? '';
  const plain = isFileLayout(layout, columns);
  const sameOrder = layout.order.every((index, place) => index === columns[place]?.index);
  const view = {
    version: 1,
    filters: query.filters.map((filter) => ({ filter, columns: columnsIn(filter).map(key) })),
    sort: query.sort.map(({ column, direction }) => ({ column: key(column), direction })),
    ...(plain || sameOrder ? {} : { order: layout.order.map(key) }),
    hidden: [...layout.hidden].map(key),
    pinned: layout.pinned.map(key),
    widths: [...layout.widths].map(([index, width]) => [key(index), width]),
  };
  for (const tried of [view, { ...view, widths: [] }, { ...view, widths: [], order: [], hidden: [] }]) {
    const text = JSON.stringify(tried);
    if (text.length <= longest) return text;
  }
  return JSON.stringify({ version: 1 });
}

function columnsIn(filter: Filter): readonly number[] {
  if ('column' in filter) return [filter.column];
  return filter.kind === 'repeated' ? filter.columns : [];
}

/** Reads it back for this table's columns. What doesn't fit any more is left out; null when nothing is left. */
export function recall(text: string | null | undefined, columns: readonly Column[]): View | null {
  if (text === null || text === undefined) return null;
  const found = parsed(text);
  if (!isRecord(found) || found['version'] !== 1) return null;
  const indexes = new Map([...keysOf(columns)].map(([index, key]) => [key, index]));
  const indexOf = (key: unknown) => (typeof key === 'string' ? indexes.get(key) : undefined);
  const known = (keys: unknown) =>
    listOf(keys).flatMap((key) => {
      const index = indexOf(key);
      return index === undefined ? [] : [index];
    });
  const order = [...new Set(known(found['order']))];
  const placed = new Set(order);
  const base = fileLayout(columns);
  const hidden = new Set(known(found['hidden']));
  const layout: Layout = {
    order: [...order, ...base.order.filter((index) => !placed.has(index))],
    // Never a table without columns.
    hidden: hidden.size >= columns.length ? new Set() : hidden,
    pinned: [...new Set(known(found['pinned']))],
    widths: new Map(
      listOf(found['widths']).flatMap((entry): [number, number][] => {
        const [key, width] = listOf(entry);
        const index = indexOf(key);
        return index !== undefined && typeof width === 'number' && width >= 20 && width <= 4000
          ? [[index, width]]
          : [];
      }),
    ),
  };
  const query = {
    filters: listOf(found['filters']).flatMap((entry) => filterFrom(entry, indexOf)),
    sort: listOf(found['sort']).flatMap((entry) => sortFrom(entry, indexOf)),
  };
  const empty = query.filters.length === 0 && query.sort.length === 0 && isFileLayout(layout, columns);
  return empty ? null : { query, layout };
}

type IndexOf = (key: unknown) => number | undefined;

/** Main checks each filter again before it is used; here only its columns are put in their places. */
function filterFrom(entry: unknown, indexOf: IndexOf): readonly Filter[] {
  if (!isRecord(entry) || !isRecord(entry['filter'])) return [];
  const keys = listOf(entry['columns']);
  const columns = keys.flatMap((key) => indexOf(key) ?? []);
  const filter = entry['filter'];
  if (columns.length !== keys.length) return [];
  if (filter['kind'] === 'repeated') return [{ kind: 'repeated', columns }];
  if (filter['kind'] === 'anywhere') {
    return typeof filter['text'] === 'string' ? [{ kind: 'anywhere', text: filter['text'] }] : [];
  }
  const [column] = columns;
  if (column === undefined || !looksLikeFilter(filter)) return [];
  return [{ ...filter, column }];
}

type ColumnFilter = Exclude<Filter, { kind: 'anywhere' | 'repeated' }>;

function looksLikeFilter(filter: Readonly<Record<string, unknown>>): filter is ColumnFilter {
  switch (filter['kind']) {
    case 'text':
      return typeof filter['text'] === 'string' && typeof filter['how'] === 'string';
    case 'number':
      return isNumberOrNull(filter['least']) && isNumberOrNull(filter['greatest']);
    case 'date':
      return isTextOrNull(filter['from']) && isTextOrNull(filter['to']);
    case 'values':
      return listOf(filter['values']).length > 0 && listOf(filter['values']).every(isTextOrNull);
    case 'blank':
      return typeof filter['blank'] === 'boolean';
    case 'odd':
      return typeof filter['odd'] === 'boolean' && isTypeWithOdd(filter['type']);
    default:
      return false;
  }
}

function sortFrom(entry: unknown, indexOf: IndexOf): readonly SortKey[] {
  if (!isRecord(entry)) return [];
  const column = indexOf(entry['column']);
  const { direction } = entry;
  return column !== undefined && (direction === 'up' || direction === 'down') ? [{ column, direction }] : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isTypeWithOdd = (value: unknown) => value === 'number' || value === 'date' || value === 'timestamp';
const isTextOrNull = (value: unknown) => value === null || typeof value === 'string';
const isNumberOrNull = (value: unknown) => value === null || typeof value === 'number';
