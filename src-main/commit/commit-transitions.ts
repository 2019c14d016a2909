import type { CommitAsked, CommitAttempt, CommitState, Receipt } from '../../src-preload/contract/commits.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';

/** What can happen to a commit. */
export type CommitEvent =
  /** A check before the call refused; nothing was begun. */
  | { readonly kind: 'prevented'; readonly error: DocketError }
  /** The intent is about to be written; nothing has left this computer. */
  | { readonly kind: 'begun'; readonly attempt: CommitAttempt }
  /** Perhaps done, perhaps not: the vendor's answer didn't arrive. `lost` is why, where that is known. */
  | { readonly kind: 'answer-lost'; readonly lost: DocketError | null }
  /** The vendor was asked, or could not be, and the question stays open. */
  | { readonly kind: 'asked'; readonly asked: CommitAsked }
  /** The vendor has answered, or its status has settled it. */
  | { readonly kind: 'confirmed'; readonly receipt: Receipt }
  /** Surely not done at the vendor; the person may commit again. */
  | { readonly kind: 'not-done'; readonly error: DocketError }
  /** A person's word, where the vendor has none. */
  | { readonly kind: 'confirmed-by-hand'; readonly receipt: Receipt }
  | { readonly kind: 'reopened-by-hand' };

type EventOf<K extends CommitEvent['kind']> = Extract<CommitEvent, { kind: K }>;
type StateOf<K extends CommitState['kind']> = Extract<CommitState, { kind: K }>;
type Row<S extends CommitState['kind']> = {
  readonly [E in CommitEvent['kind']]: ((state: StateOf<S>, event: EventOf<E>) => CommitState | null) | null;
};

const committed = (_: unknown, { receipt }: { readonly receipt: Receipt }): CommitState => ({
  kind: 'committed',
  receipt,
});
const openAgain = (_: unknown, { error }: { readonly error: DocketError }): CommitState => ({
  kind: 'open',
  lastError: error,
});

/** Facet × event → facet; null is what can't happen. */
const table: { readonly [S in CommitState['kind']]: Row<S> } = {
  open: {
    prevented: openAgain,
    begun: (_, { attempt }) => ({ kind: 'committing', attempt }),
    'answer-lost': null,
    asked: null,
    confirmed: null,
    'not-done': null,
    'confirmed-by-hand': null,
    'reopened-by-hand': null,
  },
  committing: {
    prevented: null,
    begun: null,
    'answer-lost': ({ attempt }, { lost }) => ({
      kind: 'unknown',
      attempt,
      ...(lost === null ? {} : { lost }),
    }),
    asked: null,
    confirmed: committed,
    'not-done': openAgain,
    'confirmed-by-hand': null,
    'reopened-by-hand': null,
  },
  unknown: {
    prevented: null,
    begun: null,
    'answer-lost': null,
    asked: (state, { asked }) => ({ ...state, asked }),
    confirmed: committed,
    'not-done': openAgain,
    // Only where asking may never help.
    'confirmed-by-hand': (state, event) => (state.asked?.decidable === true ? committed(state, event) : null),
    'reopened-by-hand': (state) => (state.asked?.decidable === true ? { kind: 'open' } : null),
  },
  committed: {
    prevented: null,
    begun: null,
    'answer-lost': null,
    asked: null,
    confirmed: null,
    'not-done': null,
    'confirmed-by-hand': null,
    'reopened-by-hand': null,
  },
};

/** The commit facet after an event. Throws on an event that can't happen in this state: a mistake of ours. */
export function afterCommitEvent(state: CommitState, event: CommitEvent): CommitState {
  // The table's type pairs each entry with its state and event; looking it up by two unions loses that.
  const entry = table[state.kind][event.kind] as
    | ((state: CommitState, event: CommitEvent) => CommitState | null)
    | null;
  const after = entry === null ? null : entry(state, event);
  if (after === null) throw new Error(`A commit that is ${state.kind} can't take "${event.kind}"`);
  return after;
}
