import type { Receipt } from '../../src-preload/contract/commits.ts';

/** What a language says of that on which a receipt rests. The vendor's own word stands in brackets or in quotes. */
export interface AnswerWords {
  readonly confirmed: (status: string) => string;
  readonly confirmedLate: (status: string) => string;
  readonly confirmedDeleted: (status: string) => string;
  readonly settledConfirmed: string;
  readonly settledSaid: (word: string) => string;
  readonly byHand: string;
  readonly signedOffOnly: string;
  readonly signedOffKept: string;
}

type Answered = Pick<Receipt, 'effect' | 'keepFiles' | 'vendorAnswer' | 'proof'>;

export function answerIn(say: AnswerWords) {
  /** What a bare HTTP status says to a person; null for any other word. */
  const confirmedBy = (vendorAnswer: string): string | null =>
    /^\d{3}$/.test(vendorAnswer) ? say.confirmed(vendorAnswer) : null;

  /** What the status said that settled it; null for any other word. */
  function settledBy(vendorAnswer: string): string | null {
    const word = /^settled: (.+)$/s.exec(vendorAnswer)?.[1];
    if (word === undefined) return null;
    return word === 'confirmed' ? say.settledConfirmed : say.settledSaid(word);
  }

  /** What a sign-off without a call to the vendor says; null for any other word. */
  const signedOff = (vendorAnswer: string): string | null =>
    !vendorAnswer.startsWith('sign-off:')
      ? null
      : vendorAnswer.includes('kept')
        ? say.signedOffKept
        : say.signedOffOnly;

  /** What the receipt rests on, for people. */
  function answer({ effect, keepFiles, vendorAnswer, proof }: Answered): string {
    if (proof === 'hand') return say.byHand;
    if (effect === 'sign-off-only') return say.signedOffOnly;
    if (effect === 'sign-off-may-delete' && keepFiles !== false) return say.signedOffKept;
    const settled = settledBy(vendorAnswer);
    if (settled !== null) return settled;
    const confirmed = confirmedBy(vendorAnswer);
    if (confirmed === null) return vendorAnswer;
    if (proof === 'late-answer') return say.confirmedLate(vendorAnswer);
    return effect === 'vendor-closes' ? confirmed : say.confirmedDeleted(vendorAnswer);
  }

  return { confirmedBy, settledBy, signedOff, answer } as const;
}
