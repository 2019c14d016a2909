import { assertNever } from '../../src-preload/contract/assert-never.ts';
import type { CommitAttempt, CommitState, Receipt } from '../../src-preload/contract/commits.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';

/** What can happen to a commit. */
export type CommitEvent =
  /** The intent is about to be written; nothing has left this computer. */
  | { readonly kind: 'begun'; readonly attempt: CommitAttempt }
  /** The vendor has answered, or its status has settled it. */
  | { readonly kind: 'confirmed'; readonly receipt: Receipt }
  /** Surely not done at the vendor; the person may commit again. */
  | { readonly kind: 'not-done'; readonly error: DocketError }
  /** A check before the call refused; nothing was begun. */
  | { readonly kind: 'prevented'; readonly error: DocketError }
  /** Perhaps done, perhaps not: the vendor's answer didn't arrive. */
  | { readonly kind: 'answer-lost' };

/** The commit facet after an event. Throws on an event that can't happen in this state: a mistake of ours. */
export function afterCommitEvent(state: CommitState, event: CommitEvent): CommitState {
  switch (event.kind) {
    case 'begun':
      if (state.kind === 'open') return { kind: 'committing', attempt: event.attempt };
      break;
    case 'prevented':
      if (state.kind === 'open') return { kind: 'open', lastError: event.error };
      break;
    case 'confirmed':
      if (state.kind === 'committing' || state.kind === 'unknown') {
        return { kind: 'committed', receipt: event.receipt };
      }
      break;
    case 'not-done':
      if (state.kind === 'committing' || state.kind === 'unknown')
        return { kind: 'open', lastError: event.error };
      break;
    case 'answer-lost':
      if (state.kind === 'committing') return { kind: 'unknown', attempt: state.attempt };
      break;
    default:
      return assertNever(event);
  }
  throw new Error(`A commit that is ${state.kind} can't take "${event.kind}"`);
}
