import type { Receipt } from '../../../src-preload/contract/commits.ts';
import { answerIn } from '../receipt-answer.ts';
import { files, records } from './values.ts';

export const answers = answerIn({
  confirmed: (status) => `The vendor confirmed it (${status})`,
  confirmedLate: (status) => `The vendor confirmed it, long after it was asked (${status})`,
  confirmedDeleted: (status) => `The vendor confirmed that its copy is deleted (${status})`,
  settledConfirmed: 'Its answer was lost; asked later, the vendor said that it has the commit.',
  settledSaid: (word) => `Its answer was lost; asked later, the vendor said “${word}”.`,
  byHand: 'Its answer was lost, and the vendor could not say what became of the commit.',
  signedOffOnly: 'Signed off on this computer; the vendor offers no way to be told.',
  signedOffKept: 'Signed off on this computer; the vendor’s copy stays in its queue.',
});

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
  /** The vendor's own word. */
  quoted: (word: string) => `“${word}”`,
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
  answer: answers.answer,
  showInHistory: 'Show in history',
  done: 'Done',
} as const;
