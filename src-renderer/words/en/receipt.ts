import type { Receipt } from '../../../src-preload/contract/commits.ts';
import { files, records } from '../values.ts';

/** What a bare HTTP status says to a person; null for any other word. */
export function confirmedBy(vendorAnswer: string): string | null {
  return /^\d{3}$/.test(vendorAnswer) ? `The vendor confirmed it (${vendorAnswer})` : null;
}

/** The vendor's answer for people; its own word stands in brackets. */
export function answerOf({
  effect,
  keepFiles,
  vendorAnswer,
}: Pick<Receipt, 'effect' | 'keepFiles' | 'vendorAnswer'>): string {
  if (effect === 'sign-off-only') return 'Signed off on this computer; the vendor offers no way to be told.';
  if (effect === 'sign-off-may-delete' && keepFiles !== false)
    return 'Signed off on this computer; the vendor’s copy stays in its queue.';
  const confirmed = confirmedBy(vendorAnswer);
  if (confirmed === null) return vendorAnswer;
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
