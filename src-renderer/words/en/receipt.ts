import type { Receipt } from '../../../src-preload/contract/commits.ts';
import { files, records } from '../values.ts';

/** What a bare HTTP status says to a person; null for any other word. */
export function confirmedBy(vendorAnswer: string): string | null {
  return /^\d{3}$/.test(vendorAnswer) ? `The vendor confirmed it (${vendorAnswer})` : null;
}

/** What the status said that settled it; null for any other word. */
export function settledBy(vendorAnswer: string): string | null {
  const word = /^settled: (.+)$/s.exec(vendorAnswer)?.[1];
  if (word === undefined) return null;
  return word === 'confirmed'
    ? 'Its answer was lost; asked later, the vendor said that it has the commit.'
    : `Its answer was lost; asked later, the vendor said “${word}”.`;
}

type Answered = Pick<Receipt, 'effect' | 'keepFiles' | 'vendorAnswer' | 'proof'>;

/** What the receipt rests on, for people; the vendor's own word stands in brackets or in quotes. */
export function answerOf({ effect, keepFiles, vendorAnswer, proof }: Answered): string {
  if (proof === 'hand') return 'Its answer was lost, and the vendor could not say what became of the commit.';
  if (effect === 'sign-off-only') return 'Signed off on this computer; the vendor offers no way to be told.';
  if (effect === 'sign-off-may-delete' && keepFiles !== false)
    return 'Signed off on this computer; the vendor’s copy stays in its queue.';
  const settled = settledBy(vendorAnswer);
  if (settled !== null) return settled;
  const confirmed = confirmedBy(vendorAnswer);
  if (confirmed === null) return vendorAnswer;
  if (proof === 'late-answer') return `The vendor confirmed it, long after it was asked (${vendorAnswer})`;
  return effect === 'vendor-closes'
    ? confirmed
    : `The vendor confirmed that its copy is deleted (${vendorAnswer})`;
}

export const receipt = {
  title: 'Receipt',
  committed: (title: string) => `“${title}” is committed`,
  what: 'What',
  from: 'From',
  by: 'By',
  at: 'When',
  /** Where the answer was not to the call itself: when it was sent, and since when it is known. */
  sentAt: 'Sent',
  knownAt: 'Known since',
  decidedAt: 'Decided by hand',
  decided: 'Decided by',
  decidedBy: ({ by, remark }: NonNullable<Receipt['decision']>) =>
    remark === null ? by : `${by}: “${remark}”`,
  vendorSaid: 'The vendor’s last word',
  practice: 'Practice: sample data; no real vendor was told anything',
  fingerprint: 'Fingerprint',
  vendorAnswer: 'The vendor’s answer',
  copy: 'The vendor’s copy',
  kept: 'kept',
  notKept: 'not kept',
  number: 'Receipt number',
  amount: (it: Receipt, size: string) =>
    [...(it.rows === null ? [] : [records(it.rows)]), files(it.files), size].join(' · '),
  answer: answerOf,
  showInHistory: 'Show in history',
  done: 'Done',
} as const;
