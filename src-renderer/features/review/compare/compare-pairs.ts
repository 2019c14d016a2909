import type { DocketError } from '../../../../src-preload/contract/errors.ts';
import type { ComparePage } from '../../../../src-preload/contract/review-compare.ts';
import { ask, docket } from '../../../state/docket.ts';
import type { CompareSide } from '../../../words/kinds.ts';

/** A row as it is now and as it was; one of them where it has come or gone. */
export type Pair = ComparePage['rows'][number];

export interface Pairs {
  /** Reads the first page. */
  readonly start: () => Promise<void>;
  readonly first: () => readonly Pair[];
  readonly get: (row: number) => Pair | undefined;
  /** These are in sight: reads the pages that lack. */
  readonly want: (first: number, end: number) => void;
  readonly end: () => void;
}

const pageRows = 100;
const mostPages = 60;

/** The rows of one side of a comparison, read page by page as they come into sight. */
export function createPairs(
  { handle, side, total }: { readonly handle: string; readonly side: CompareSide; readonly total: number },
  onNews: () => void,
  onError: (error: DocketError) => void,
): Pairs {
  const pages = new Map<number, readonly Pair[]>();
  const asked = new Set<number>();
  let ended = false;

  async function read(page: number): Promise<void> {
    asked.add(page);
    const answer = await ask(
      docket().review.compareRows({ handle, side, offset: page * pageRows, limit: pageRows }),
    );
    asked.delete(page);
    if (ended) return;
    if (!answer.ok) return onError(answer.error);
    pages.set(page, answer.value.rows);
    for (const other of pages.keys()) {
      // The first stays: the columns' widths are from it.
      if (pages.size <= mostPages) break;
      if (other !== 0) pages.delete(other);
    }
    onNews();
  }

  return {
    start: () => (total === 0 ? Promise.resolve() : read(0)),
    first: () => pages.get(0) ?? [],
    get: (row) => pages.get(Math.floor(row / pageRows))?.[row % pageRows],
    want: (first, end) => {
      const last = Math.floor(Math.max(first, end - 1) / pageRows);
      for (let page = Math.floor(first / pageRows); page <= last && page * pageRows < total; page += 1) {
        if (!pages.has(page) && !asked.has(page)) void read(page);
      }
    },
    end: () => {
      ended = true;
    },
  };
}
