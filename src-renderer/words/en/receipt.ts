import type { Receipt } from '../../../src-preload/contract/commits.ts';
import { files, records } from '../values.ts';

/** The vendor's answer for people; its own word stands in brackets. */
export function answerOf({
  effect,
  keepFiles,
  vendorAnswer,
}: Pick<Receipt, 'effect' | 'keepFiles' | 'vendorAnswer'>): string {
  if (effect === 'sign-off-only') return 'Signed off on this computer; the vendor offers no way to be told.';
  if (effect === 'sign-off-may-delete' && keepFiles !== false)
    return 'Signed off on this computer; the vendor’s copy stays in its queue.';
  if (!/^\d{3}$/.test(vendorAnswer)) return vendorAnswer;
  return effect === 'vendor-closes'
    ? `The vendor confirmed it (${vendorAnswer})`
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
