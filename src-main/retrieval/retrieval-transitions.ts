import { assertNever } from '../../src-preload/contract/assert-never.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { RetrievalState } from '../../src-preload/contract/retrievals.ts';

type Parts = Extract<RetrievalState, { kind: 'collecting' }>['parts'];
type Collected = Extract<RetrievalState, { kind: 'collected' }>;

export type RetrievalEvent =
  /** A collection begins, from nothing, after something broke, or anew over a file that was changed. */
  | { readonly kind: 'begin'; readonly parts: Parts }
  /** It goes on after a pause or a restart. */
  | { readonly kind: 'go-on'; readonly parts: Parts }
  | { readonly kind: 'parts'; readonly parts: Parts }
  | {
      readonly kind: 'pause';
      readonly by: 'person' | 'offline' | 'rate-limit' | 'error';
      readonly parts: Parts;
      readonly error?: DocketError;
      readonly until?: number;
    }
  | { readonly kind: 'verify' }
  | { readonly kind: 'finish'; readonly collected: Omit<Collected, 'kind'> }
  | { readonly kind: 'checked'; readonly at: number }
  | { readonly kind: 'break'; readonly error: DocketError }
  | { readonly kind: 'discard' };

/** The retrieval facet after an event. An event that the state doesn't allow throws: it would be a mistake in main. */
export function retrievalAfter(state: RetrievalState, event: RetrievalEvent): RetrievalState {
  switch (event.kind) {
    case 'begin':
      allow(state, event, ['none', 'broken', 'collected']);
      return { kind: 'collecting', parts: event.parts };
    case 'go-on':
      allow(state, event, ['paused', 'collecting', 'verifying']);
      return { kind: 'collecting', parts: event.parts };
    case 'parts':
      allow(state, event, ['collecting', 'verifying']);
      return { kind: 'collecting', parts: event.parts };
    case 'pause':
      allow(state, event, ['collecting', 'verifying', 'paused']);
      return {
        kind: 'paused',
        by: event.by,
        parts: event.parts,
        ...(event.error === undefined ? {} : { error: event.error }),
        ...(event.until === undefined ? {} : { until: event.until }),
      };
    case 'verify':
      allow(state, event, ['collecting', 'verifying']);
      return { kind: 'verifying' };
    case 'finish':
      allow(state, event, ['verifying']);
      return { kind: 'collected', ...event.collected };
    case 'checked':
      allow(state, event, ['collected']);
      return state.kind === 'collected' ? { ...state, verifiedAt: event.at } : state;
    case 'break':
      allow(state, event, ['collecting', 'verifying', 'paused', 'collected']);
      return { kind: 'broken', error: event.error };
    case 'discard':
      allow(state, event, ['none', 'paused', 'broken', 'collected', 'collecting', 'verifying']);
      return { kind: 'none' };
    default:
      return assertNever(event);
  }
}

function allow(state: RetrievalState, event: RetrievalEvent, kinds: readonly RetrievalState['kind'][]): void {
  if (!kinds.includes(state.kind)) throw new Error(`A retrieval that is ${state.kind} can't ${event.kind}.`);
}
