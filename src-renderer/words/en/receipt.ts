import type { Receipt } from '../../../src-preload/contract/commits.ts';
import { files, records } from '../values.ts';

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
  signOff: 'Signed off on this computer; the vendor offers no way to be told.',
  showInHistory: 'Show in history',
  done: 'Done',
} as const;
