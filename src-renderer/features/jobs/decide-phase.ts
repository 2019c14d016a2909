import type { CommitState, ResolveInput } from '../../../src-preload/contract/commits.ts';
import type { DocketError, Result } from '../../../src-preload/contract/errors.ts';

export type Outcome = ResolveInput['outcome'];

/** Two steps to a person's own word on a commit: what they know, and whether they mean it. */
export interface DecidePhase {
  readonly step: 'choosing' | 'sure' | 'sending';
  /** Nothing is chosen for the person. */
  readonly outcome: Outcome | null;
  readonly remark: string;
  /** Why the last try was refused. */
  readonly error: DocketError | null;
}

export type DecideEvent =
  | { readonly kind: 'choose'; readonly outcome: Outcome }
  | { readonly kind: 'remark'; readonly remark: string }
  | { readonly kind: 'go-on' }
  | { readonly kind: 'back' }
  | { readonly kind: 'send' }
  | { readonly kind: 'answered'; readonly answer: Result<CommitState> };

export const undecided: DecidePhase = { step: 'choosing', outcome: null, remark: '', error: null };

/** A receipt rests on something: whoever says that the vendor confirmed it also says how they know. */
export function canGoOn({ outcome, remark }: Pick<DecidePhase, 'outcome' | 'remark'>): boolean {
  return outcome === 'not-done' || (outcome === 'done' && remark.trim() !== '');
}

export function nextDecidePhase(phase: DecidePhase, event: DecideEvent): DecidePhase {
  switch (event.kind) {
    case 'choose':
      return phase.step === 'choosing' ? { ...phase, outcome: event.outcome } : phase;
    case 'remark':
      return phase.step === 'choosing' ? { ...phase, remark: event.remark } : phase;
    case 'go-on':
      return phase.step === 'choosing' && canGoOn(phase) ? { ...phase, step: 'sure', error: null } : phase;
    case 'back':
      return phase.step === 'sure' ? { ...phase, step: 'choosing' } : phase;
    case 'send':
      return phase.step === 'sure' ? { ...phase, step: 'sending', error: null } : phase;
    case 'answered':
      if (phase.step !== 'sending' || event.answer.ok) return phase;
      return { ...phase, step: 'sure', error: event.answer.error };
  }
}
