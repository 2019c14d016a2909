import type { CommitAsked } from '../../src-preload/contract/commits.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { ExportState } from '../../src-preload/contract/jobs.ts';
import type { Certainty } from './certainty.ts';

/** What is known when the vendor was asked about a commit whose outcome is open. */
export interface SettleFacts {
  /** The vendor's word on our acknowledgement. */
  readonly told: 'yes' | 'no' | 'unclear';
  /** How our call ended: see certainty.ts. After a restart `lost`. */
  readonly call: Certainty;
  /** Milliseconds since the attempt began, by the wall clock: may be negative after it was set back. */
  readonly age: number;
  /** The vendor's state of the export; null when it could not be had. */
  readonly state: ExportState['kind'] | null;
}

export type SettleDecision = 'committed' | 'not-done' | 'too-late' | CommitAsked['answer'];

/** A request that we gave up may still be at work at the vendor: until then its "no" is only a "not yet". */
export const noCountsAfter = 30_000;

export function decideSettle({ told, call, age, state }: SettleFacts): SettleDecision {
  switch (told) {
    case 'yes':
      return 'committed';
    case 'no':
      return call === 'lost' && age >= 0 && age < noCountsAfter ? 'not-yet' : 'not-done';
    case 'unclear':
      // It refused our call, and says why itself. After a lost answer "expired" may be the work of that very commit.
      return call === 'refused' && state === 'expired' ? 'too-late' : 'unclear';
  }
}

/** After so long without a word, whatever the reason, a person may decide. */
export const decidableAfter = 24 * 3_600_000;

/** Whether asking on may never help. `error`: why the vendor could not be asked; null when it was. */
export function isDecidable(
  decision: CommitAsked['answer'],
  error: DocketError | null,
  age: number,
): boolean {
  if (decision === 'unclear') return true;
  if (decision === 'not-yet') return false;
  // Nobody can be asked any more: the connection is gone, or the export's own access token.
  if (error?.code === 'connection-not-found') return true;
  if (error?.code === 'secret-missing' && error.action === undefined) return true;
  return age >= decidableAfter;
}
