/** Names that words and screens share, in no language. */

/** Where a row stands when two retrievals are compared. */
export type CompareSide = 'added' | 'gone' | 'changed' | 'unmatched';

/** What the rows of a table can be saved as. */
export type SaveKind = 'csv' | 'csv-excel' | 'xlsx' | 'parquet';

/** The time that the history is looked at for. */
export type HistoryRange = 'all' | 'today' | 'week' | 'month' | 'year' | 'days';

/** Kinds of entries that a person would ask for together. */
export type HistoryGroup =
  | 'all'
  | 'commits'
  | 'reviews'
  | 'collecting'
  | 'vendor'
  | 'connections'
  | 'files'
  | 'docket';

/** What was found of the files of a receipt; the worst first. */
export const findingKinds = ['changed', 'missing', 'unreadable', 'moved', 'in-bin', 'same'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** The files that the list of collected files shows. */
export type FilesState = 'all' | 'open' | 'committed' | 'in-bin';

/** How long ago something must have been committed to be cleaned up. */
export type CleanUpAge = 'any' | 'month' | 'quarter' | 'half' | 'year';
