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
  /** These may be in sight soon: reads what lacks of them; true when nothing does. */
  readonly bring: (soon: Wanted) => boolean;
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
/** No turn of a wheel goes so far, rows. */
const farAway = 1000;
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

  const isHeld = (row: number, { needed }: Parts) => {
    const held = rows.get(row);
    return held !== undefined && needed.every((column) => held.cells[column] !== undefined);
  };
  const isComing = (row: number, { groups }: Parts) =>
    [...pending].some(
      (one) => row >= one.first && row < one.end && (groups === null || isWithin(groups, one.groups)),
    );

  function lacking({ first: from, end }: Span, parts: Parts, backwards = false): number | null {
    const lacks = (row: number) => !isHeld(row, parts) && !isComing(row, parts);
    if (backwards) {
      for (let row = end - 1; row >= from; row -= 1) if (lacks(row)) return row;
    } else {
      for (let row = from; row < end; row += 1) if (lacks(row)) return row;
    }
    return null;
  }

  function gap(span: Span, parts: Parts): Span | null {
    const top = lacking(span, parts);
    return top === null ? null : { first: top, end: (lacking(span, parts, true) ?? top) + 1 };
  }

  const within = ({ first: from, end }: Span): Span => ({
    first: Math.max(0, from),
    end: Math.min(total(), end),
  });

  function next(): (Span & Pick<Pending, 'isAhead'>) | null {
    const all = total();
    const sight = within(wanted);
    const parts = partsOf(columns, wanted.columns);
    const missing = gap(sight, parts);
    if (missing !== null) return { ...missing, isAhead: false };
    // Nothing is read ahead while what is in sight is on its way.
    if ([...pending].some((one) => one.first < sight.end && one.end > sight.first)) return null;
    if (calm !== undefined) return null;
    if (down) {
      const far = { first: sight.end, end: Math.min(all, sight.end + reserve) };
      const from = lacking(far, parts);
      return from === null ? null : { first: from, end: Math.min(all, from + ahead), isAhead: true };
    }
    const to = lacking({ first: Math.max(0, sight.first - reserve), end: sight.first }, parts, true);
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

  /** Somebody is on the way to other rows: nothing is read ahead before they have come. */
  function hold(): void {
    endCalm();
    calm = 'until they come';
  }

  function restWhenCome(): void {
    if (calm !== 'until they come' || pending.size > 0) return;
    if (lacking(within(wanted), partsOf(columns, wanted.columns)) !== null) return;
    rest();
  }

  function rest(): void {
    endCalm();
    calm = setTimeout(() => {
      calm = undefined;
      pump();
    }, calmMs);
  }

  /** To rows that aren't known, or may be known only since somebody expected the jump. */
  function isJump(now: Wanted): boolean {
    if (now.first <= wanted.end && now.end >= wanted.first) return false;
    const isKnown = rows.has(now.first) || rows.has(Math.min(now.end, total()) - 1);
    return !isKnown || Math.abs(now.first - wanted.first) > farAway;
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
    // It was given up for what somebody looks at, or is about to: what is still wanted of it has time.
    if (one.isAhead && answer.error.code === 'cancelled') {
      if (calm === undefined) rest();
      else restWhenCome();
      return pump();
    }
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
      if (now.first !== wanted.first) {
        if (isJump(now)) hold();
        else endCalm();
      }
      wanted = now;
      restWhenCome();
      pump();
    },
    bring: (soon) => {
      if (ended) return false;
      const span = within(soon);
      const parts = partsOf(columns, soon.columns);
      const missing = gap(span, parts);
      if (missing !== null) {
        hold();
        void ask({ ...missing, isAhead: false, groups: parts.groups });
      }
      for (let row = span.first; row < span.end; row += 1) if (!isHeld(row, parts)) return false;
      return true;
    },
    end: () => {
      ended = true;
      clearTimeout(waiting);
      endCalm();
    },
  };
}

/** What of each row is needed of these columns: their groups, and of each one column, which is known when the group is. */
interface Parts {
  readonly groups: Groups;
  readonly needed: readonly number[];
}

function partsOf(columns: readonly Column[], seen: readonly number[]): Parts {
  const groups = groupsOf(columns, seen);
  if (groups === null) return { groups, needed: [] };
  const one = new Map<number, number>();
  for (const column of seen) {
    for (const group of groupsOf(columns, [column]) ?? []) one.set(group, column);
  }
  return { groups, needed: [...one.values()] };
}

function isWithin(needed: ReadonlySet<number>, read: Groups): boolean {
  return read === null || [...needed].every((group) => read.has(group));
}
