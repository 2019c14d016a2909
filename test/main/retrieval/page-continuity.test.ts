import { describe, expect, it } from 'vitest';
import {
  countMismatch,
  decidePage,
  type PageFacts,
  type PagesSoFar,
} from '../../../src-main/retrieval/page-continuity.ts';

const soFar = (more: Partial<PagesSoFar> = {}): PagesSoFar => ({
  offset: 3,
  rows: 2,
  totalResults: 5,
  announcedRows: null,
  ...more,
});
const page = (more: Partial<PageFacts> = {}): PageFacts => ({
  records: 2,
  count: 2,
  hasMore: true,
  offset: 3,
  totalResults: 5,
  sameAsBefore: false,
  ...more,
});

describe('a page of records', () => {
  it('is accepted when it follows the one before, and the next offset is offset + Count', () => {
    expect(decidePage(soFar(), page())).toEqual({
      kind: 'accept',
      nextOffset: 5,
      rows: 4,
      totalResults: 5,
      last: false,
    });
  });
  it('may be shorter than was asked for: a server may clamp the limit', () => {
    expect(decidePage(soFar(), page({ records: 1, count: 1 }))).toMatchObject({
      kind: 'accept',
      nextOffset: 4,
      last: false,
    });
  });
  it('ends the export when the sum is TotalResults', () => {
    expect(
      decidePage(soFar({ offset: 5, rows: 4 }), page({ offset: 5, records: 1, count: 1, hasMore: false })),
    ).toMatchObject({ kind: 'accept', last: true, rows: 5 });
  });
  it('may be the only one of an empty export', () => {
    expect(
      decidePage(
        soFar({ offset: 1, rows: 0, totalResults: null }),
        page({ offset: 1, records: 0, count: 0, hasMore: false, totalResults: 0 }),
      ),
    ).toMatchObject({ kind: 'accept', last: true, rows: 0 });
  });
  it('may say nothing of its offset and of the total', () => {
    expect(
      decidePage(soFar({ totalResults: null }), page({ offset: null, totalResults: null })),
    ).toMatchObject({ kind: 'accept', totalResults: null });
  });
  it('may be empty after the last record, where HasMore stayed true', () => {
    expect(
      decidePage(soFar({ offset: 6, rows: 5 }), page({ offset: 6, records: 0, count: 0, hasMore: true })),
    ).toMatchObject({ kind: 'accept', last: true });
  });

  const rejected: readonly (readonly [string, PagesSoFar, PageFacts, string])[] = [
    [
      'HasMore with Count 0 would loop for ever',
      soFar(),
      page({ records: 0, count: 0 }),
      'pages-inconsistent',
    ],
    ['a repeated page shows by its Offset', soFar(), page({ offset: 1 }), 'pages-inconsistent'],
    ['a skipped page shows by its Offset', soFar(), page({ offset: 5 }), 'pages-inconsistent'],
    [
      'a repeated page without Offset shows by its records',
      soFar(),
      page({ offset: null, sameAsBefore: true }),
      'pages-inconsistent',
    ],
    ['TotalResults that grows', soFar(), page({ totalResults: 6 }), 'pages-inconsistent'],
    ['TotalResults that shrinks', soFar(), page({ totalResults: 4 }), 'pages-inconsistent'],
    ['Count that is more than the records', soFar(), page({ count: 3 }), 'pages-inconsistent'],
    ['Count that is fewer than the records', soFar(), page({ count: 1 }), 'pages-inconsistent'],
    [
      'more records than TotalResults',
      soFar({ rows: 4, offset: 5 }),
      page({ offset: 5 }),
      'pages-inconsistent',
    ],
    ['an end before TotalResults', soFar(), page({ hasMore: false }), 'count-mismatch'],
    [
      'an empty export with a TotalResults',
      soFar({ offset: 1, rows: 0 }),
      page({ offset: 1, records: 0, count: 0, hasMore: false }),
      'count-mismatch',
    ],
    [
      'a sum that is not the announced RowCount',
      soFar({ rows: 3, offset: 4, announcedRows: 6 }),
      page({ offset: 4, hasMore: false }),
      'count-mismatch',
    ],
  ];
  it.each(rejected)('is refused: %s', (_name, earlier, facts, code) => {
    expect(decidePage(earlier, facts)).toMatchObject({ kind: 'reject', code });
  });
});

describe('the final sum', () => {
  it('agrees with every figure that was given', () => {
    expect(countMismatch({ rows: 5, totalResults: 5, announcedRows: 5 })).toBeNull();
    expect(countMismatch({ rows: 5, totalResults: null, announcedRows: null })).toBeNull();
    expect(countMismatch({ rows: 5, totalResults: null, announcedRows: 6 })).not.toBeNull();
    expect(countMismatch({ rows: 5, totalResults: 6, announcedRows: null })).not.toBeNull();
  });
  it('reads an announced 0 as "not counted" when TotalResults says more', () => {
    expect(countMismatch({ rows: 5, totalResults: 5, announcedRows: 0 })).toBeNull();
    expect(countMismatch({ rows: 5, totalResults: null, announcedRows: 0 })).not.toBeNull();
  });
});
