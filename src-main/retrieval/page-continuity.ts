import type { ErrorCode } from '../../src-preload/contract/errors.ts';

/**
 * Judges one page of records against what was asked and what came before. The next offset is offset + Count, never
 * offset + limit: a server may clamp the limit. https://docs.mypreferences.com (Retrieve data)
 */
export interface PagesSoFar {
  /** 1-based offset that was asked for. */
  readonly offset: number;
  /** Records written before this page. */
  readonly rows: number;
  /** `TotalResults` of the pages before. */
  readonly totalResults: number | null;
  /** Row count of the status call. */
  readonly announcedRows: number | null;
}

export interface PageFacts {
  /** Records really in the page. */
  readonly records: number;
  /** What the vendor says that there are. */
  readonly count: number;
  readonly hasMore: boolean;
  readonly offset: number | null;
  readonly totalResults: number | null;
  /** True when the page has the same records as the one before. */
  readonly sameAsBefore: boolean;
}

export type PageDecision =
  | {
      readonly kind: 'accept';
      readonly nextOffset: number;
      readonly rows: number;
      readonly totalResults: number | null;
      readonly last: boolean;
    }
  | {
      readonly kind: 'reject';
      readonly code: Extract<ErrorCode, 'pages-inconsistent' | 'count-mismatch'>;
      readonly detail: string;
    };

export function decidePage(before: PagesSoFar, page: PageFacts): PageDecision {
  if (page.count !== page.records) return inconsistent(`Count ${page.count}, records ${page.records}`);
  if (page.offset !== null && page.offset !== before.offset) {
    return inconsistent(`asked Offset ${before.offset}, answered ${page.offset}`);
  }
  if (page.records > 0 && page.sameAsBefore)
    return inconsistent(`Offset ${before.offset} repeats the page before`);
  if (
    before.totalResults !== null &&
    page.totalResults !== null &&
    before.totalResults !== page.totalResults
  ) {
    return inconsistent(`TotalResults ${before.totalResults}, then ${page.totalResults}`);
  }
  const totalResults = page.totalResults ?? before.totalResults;
  const rows = before.rows + page.records;
  if (totalResults !== null && rows > totalResults)
    return inconsistent(`TotalResults ${totalResults}, received ${rows}`);

  const complete = totalResults !== null && rows === totalResults;
  if (page.records === 0 && page.hasMore && !complete)
    return inconsistent(`HasMore with Count 0 at Offset ${before.offset}`);
  // HasMore that stays true after the last record: one empty page ends it.
  const last = !page.hasMore || page.records === 0;
  if (last) {
    const mismatch = countMismatch({ rows, totalResults, announcedRows: before.announcedRows });
    if (mismatch !== null) return { kind: 'reject', code: 'count-mismatch', detail: mismatch };
  }
  return { kind: 'accept', nextOffset: before.offset + page.records, rows, totalResults, last };
}

/** Compares the sum with every figure that the vendor gave; null when all agree. */
export function countMismatch(counts: {
  readonly rows: number;
  readonly totalResults: number | null;
  readonly announcedRows: number | null;
}): string | null {
  const { rows, totalResults, announcedRows } = counts;
  if (totalResults !== null && rows !== totalResults) return `TotalResults ${totalResults}, received ${rows}`;
  // The vendor's v3 page gives 0 where it means "not counted": 0 proves nothing once TotalResults has.
  const announced = announcedRows === 0 && totalResults !== null ? null : announcedRows;
  if (announced !== null && rows !== announced) return `RowCount ${announced}, received ${rows}`;
  return null;
}

function inconsistent(detail: string): PageDecision {
  return { kind: 'reject', code: 'pages-inconsistent', detail };
}
