/** How the practice MyPreferences behaves; turn with `set`. */
export interface MyPreferencesKnobs {
  /** More records than this are never sent at once, whatever `limit` says. */
  readonly maxLimit: number;
  /** `by-generation`: v4 as documented, v3 mixed (`hasmore`, `limit`) as in its samples. */
  readonly keyCasing: 'by-generation' | 'vendor' | 'mixed' | 'lower';
  /** What v3 returns: one flat preference a record under `Preferences` (as documented), or profiles as in v4. */
  readonly v3Records: 'flat' | 'profiles';
  /** Records spread over several lines. */
  readonly prettyRecords: boolean;
  /** The array of records comes before Count, HasMore and the rest. */
  readonly recordsFirst: boolean;
  /** Added to TotalResults on every page but the first. */
  readonly totalDrift: number;
  /** Pages after the first start so many records later (skips) or earlier (repeats, when negative). */
  readonly seamShift: number;
  /** So many data calls answer Count 0 with HasMore true. */
  readonly emptyPagesWithMore: number;
  /** So many times the last block of an export is served and then lost on the way. */
  readonly loseLastReply: number;
  /** How many body bytes of a lost last block still arrive. */
  readonly lostReplyBytes: number;
  /** So many commits are carried out and their answers lost. */
  readonly loseCommitReply: number;
  /** The segment page calls `keepFiles` required. */
  readonly keepFilesRequired: boolean;
  /** What Status says of a committed token. */
  readonly statusAfterCommit: 'retrieved' | 'not-found';
  /** How exports initiated from now on end. */
  readonly outcome: 'complete' | 'error' | 'failed';
  /** RowCount and ByteCount while processing. `by-generation`: v4 null, v3 0. */
  readonly countsWhileProcessing: 'by-generation' | 'null' | 'zero' | 'absent';
  /** The user lacks permissions: 403 on every call. */
  readonly forbidden: boolean;
  /** The vendor's clock ahead (+) or behind (-) of the common one. */
  readonly clockOffsetMs: number;
  /** Names that can be initiated; anything else is a 404. */
  readonly segments: readonly string[];
  readonly segmentGroups: readonly string[];
}

/** The segment whose records are profiles that were deleted. */
export const deletedSegment = 'Deleted profiles';

export const startKnobs: MyPreferencesKnobs = {
  maxLimit: 5000,
  keyCasing: 'by-generation',
  v3Records: 'flat',
  prettyRecords: false,
  recordsFirst: false,
  totalDrift: 0,
  seamShift: 0,
  emptyPagesWithMore: 0,
  loseLastReply: 0,
  lostReplyBytes: 64,
  loseCommitReply: 0,
  keepFilesRequired: true,
  statusAfterCommit: 'retrieved',
  outcome: 'complete',
  countsWhileProcessing: 'by-generation',
  forbidden: false,
  clockOffsetMs: 0,
  segments: ['Newsletter opt-ins', 'Customers EU & UK', 'Text message opt-outs', deletedSegment],
  segmentGroups: ['All marketing segments'],
};
