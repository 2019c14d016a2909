import type { DocketError, Result } from '../../../../src-preload/contract/errors.ts';
import type { Column, RowsPage } from '../../../../src-preload/contract/review.ts';
import { columnsOfGroups, type Groups, groupsOf, mergeRows, type Row, rowsFrom } from '../desk/row-pages.ts';

export type ReadRows = (query: {
  readonly offset: number;
  readonly limit: number;
  readonly columns?: number[];
  /** Nobody looks at them yet. */
  readonly ahead?: true;
}) => Promise<Result<RowsPage>>;

/** Rows from 0, `end` one past the last; the columns by their index in the file. */
export interface Wanted {
  readonly first: number;
  readonly end: number;
  readonly columns: readonly number[];
}

export interface RowStore {
  readonly get: (row: number) => Row | undefined;
  /** These are in sight now: reads what lacks of them, then ahead in the direction in which the sight moves. */
  readonly want: (wanted: Wanted) => void;
  readonly end: () => void;
}

export interface RowStorePorts {
  readonly columns: readonly Column[];
  /** As many rows as there are by now. */
  readonly total: () => number;
  readonly read: ReadRows;
  /** Rows have become known. */
  readonly onNews: () => void;
  readonly onError: (error: DocketError) => void;
}

interface Span {
  readonly first: number;
  readonly end: number;
}

interface Pending extends Span {
  readonly groups: Groups;
  readonly isAhead: boolean;
}

/** Two at once keep the engine busy; of what was scrolled past meanwhile, nothing is asked for. */
const mostPending = 2;
/** Rows at once. What is in sight after a jump comes alone, and before them. */
const ahead = 200;
/** So many rows before the known ones end, more are read. */
const reserve = 120;
/** Rows that are kept, and how far around the sight when there come to be more of them. */
const mostRows = 12_000;
const keptAround = 4_000;
/** When the rows of a jump have come, nothing is read ahead for so long: who jumps again waits for nobody. */
const calmMs = 300;
const retryMs = 500;
const mostRetries = 4;

/** The rows of one view as far as they are known; of wide tables only the columns that were in sight. */
export function createRowStore(ports: RowStorePorts, first: readonly Row[]): RowStore {
  const { columns, total, read, onNews, onError } = ports;
  const rows = new Map<number, Row>(first.map((row, at) => [at, row]));
  const pending = new Set<Pending>();
  let wanted: Wanted = { first: 0, end: 0, columns: [] };
  let down = true;
  let ended = false;
  let retries = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let calm: ReturnType<typeof setTimeout> | 'until they come' | undefined;

  /** One column of each group that is in sight: where it is known, the group is. */
  function neededColumns(): readonly number[] {
    const groups = groupsOf(columns, wanted.columns);
    if (groups === null) return [];
    const one = new Map<number, number>();
    for (const column of wanted.columns) {
      for (const group of groupsOf(columns, [column]) ?? []) one.set(group, column);
    }
    return [...one.values()];
  }

  function lacking({ first: from, end }: Span, backwards: boolean): number | null {
    const needed = neededColumns();
    const groups = groupsOf(columns, wanted.columns);
    const lacks = (row: number) => {
      const held = rows.get(row);
      if (held !== undefined && needed.every((column) => held.cells[column] !== undefined)) return false;
      return ![...pending].some(
        (one) => row >= one.first && row < one.end && (groups === null || isWithin(groups, one.groups)),
      );
    };
    if (backwards) {
      for (let row = end - 1; row >= from; row -= 1) if (lacks(row)) return row;
    } else {
      for (let row = from; row < end; row += 1) if (lacks(row)) return row;
    }
    return null;
  }

  const inSight = (): Span => ({ first: Math.max(0, wanted.first), end: Math.min(total(), wanted.end) });

  function next(): (Span & Pick<Pending, 'isAhead'>) | null {
    const all = total();
    const sight = inSight();
    const top = lacking(sight, false);
    if (top !== null) {
      const bottom = lacking(sight, true) ?? top;
      return { first: top, end: bottom + 1, isAhead: false };
    }
    // Nothing is read ahead while what is in sight is on its way.
    if ([...pending].some((one) => one.first < sight.end && one.end > sight.first)) return null;
    if (calm !== undefined) return null;
    if (down) {
      const far = { first: sight.end, end: Math.min(all, sight.end + reserve) };
      const from = lacking(far, false);
      return from === null ? null : { first: from, end: Math.min(all, from + ahead), isAhead: true };
    }
    const to = lacking({ first: Math.max(0, sight.first - reserve), end: sight.first }, true);
    return to === null ? null : { first: Math.max(0, to + 1 - ahead), end: to + 1, isAhead: true };
  }

  function pump(): void {
    while (!ended && waiting === undefined && pending.size < mostPending) {
      const span = next();
      if (span === null) return;
      void ask({ ...span, groups: groupsOf(columns, wanted.columns) });
    }
  }

  function endCalm(): void {
    if (calm !== 'until they come') clearTimeout(calm);
    calm = undefined;
  }

  function restWhenCome(): void {
    if (calm !== 'until they come' || lacking(inSight(), false) !== null || pending.size > 0) return;
    calm = setTimeout(() => {
      calm = undefined;
      pump();
    }, calmMs);
  }

  async function ask(one: Pending): Promise<void> {
    pending.add(one);
    const some = columnsOfGroups(columns, one.groups);
    const query = {
      offset: one.first,
      limit: one.end - one.first,
      ...(one.isAhead ? { ahead: true as const } : {}),
    };
    const answer = await read(some === undefined ? query : { ...query, columns: some });
    pending.delete(one);
    if (ended) return;
    if (answer.ok) {
      retries = 0;
      keep(one.first, rowsFrom(answer.value, some), some);
      restWhenCome();
      pump();
      return onNews();
    }
    // It was given up for what is in sight; what is still wanted of it is asked for anew.
    if (one.isAhead && answer.error.code === 'cancelled') return pump();
    // What was only overtaken is asked for again in a moment; all else those outside know how to mend.
    retries += 1;
    if (waiting === undefined && retries <= mostRetries) {
      waiting = setTimeout(() => {
        waiting = undefined;
        pump();
      }, retryMs);
    }
    onError(answer.error);
  }

  function keep(from: number, news: readonly Row[], some: readonly number[] | undefined): void {
    news.forEach((row, at) => {
      const held = rows.get(from + at);
      if (held === undefined || some === undefined) rows.set(from + at, row);
      else mergeRows([held], [row], some);
    });
    if (rows.size <= mostRows) return;
    for (const row of rows.keys()) {
      if (row < wanted.first - keptAround || row > wanted.end + keptAround) rows.delete(row);
    }
  }

  return {
    get: (row) => rows.get(row),
    want: (now) => {
      if (now.first !== wanted.first) down = now.first > wanted.first;
      const apart = now.first > wanted.end || now.end < wanted.first;
      const jumped = apart && !rows.has(now.first) && !rows.has(Math.min(now.end, total()) - 1);
      if (now.first !== wanted.first) {
        endCalm();
        if (jumped) calm = 'until they come';
      }
      wanted = now;
      pump();
    },
    end: () => {
      ended = true;
      clearTimeout(waiting);
      endCalm();
    },
  };
}

function isWithin(needed: ReadonlySet<number>, read: Groups): boolean {
  return read === null || [...needed].every((group) => read.has(group));
}
