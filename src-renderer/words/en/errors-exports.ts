import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import type { ErrorWords } from '../error-text.ts';
import { vendorFirst } from './error-subjects.ts';

const thisExport = (subject: string | undefined) => (subject === undefined ? 'It' : `“${subject}”`);

/** The exports themselves, and their commit. */
export const exportErrors = {
  'export-not-ready': () => ({
    title: 'This export is not ready yet',
    reason: 'The vendor is still preparing it.',
    nextStep: 'Wait until it is ready to collect.',
  }),
  'export-failed': () => ({
    title: 'The vendor could not prepare this export',
    reason: 'The vendor’s own words are under Details.',
    nextStep: 'Repeat the export, or ask for less data at once.',
  }),
  'export-expired': () => ({
    title: 'This export has expired',
    reason: 'The vendor keeps an export for a limited time, and that time is over.',
    nextStep: 'Repeat the export to have it prepared again.',
  }),
  'export-gone': () => ({
    title: 'The vendor no longer has this export',
    reason: 'It was removed there, or someone else has committed it.',
    nextStep: 'Ask your colleagues, or repeat the export.',
  }),
  'link-expired': () => ({
    title: 'The link to the file has expired',
    reason: 'The vendor gave a link for a limited time. What was collected is kept.',
    nextStep: 'Try again; Docket asks for a new link.',
  }),
  'cannot-cancel': (subject) => ({
    title: 'It can’t be cancelled any more',
    reason: `${vendorFirst(subject)} has gone too far with this export.`,
    nextStep: 'Wait until it is ready; you need not collect it.',
  }),
  'already-on-list': () => ({
    title: 'It is on your list already',
    reason: 'This export was added before.',
    nextStep: 'Search the list for it.',
  }),
  'reference-invalid': () => ({
    title: 'This can’t be the number of an export',
    reason: 'The number of an export has only digits.',
    nextStep: 'Copy it again from the vendor’s page or message.',
  }),
  'job-not-found': () => ({
    title: 'This export is no longer on the list',
    reason: 'It was taken off the list in the meantime.',
    nextStep: 'Look at the list again.',
  }),
  'job-busy': () => ({
    title: 'Docket is working on it',
    reason: 'It is being collected or checked right now, or its commit is not settled.',
    nextStep: 'Wait until that is done, or pause it first.',
  }),
  'not-offered': (subject) => ({
    title: `${vendorFirst(subject)} does not offer this`,
    reason: 'The vendor has no such function.',
    nextStep: 'Nothing needs doing.',
  }),
  'not-collected': () => ({
    title: 'It is not collected yet',
    reason: 'Only what lies checked on this computer can be committed.',
    nextStep: 'Collect the export first.',
  }),
  'not-reviewed': () => ({
    title: 'It is not reviewed yet',
    reason: 'What you commit, you have looked at first.',
    nextStep: 'Review the export, then commit it.',
  }),
  'fingerprint-stale': () => ({
    title: 'The files are not the ones you saw',
    reason: 'The export was collected again since this window opened.',
    nextStep: 'Review it again, then commit it.',
  }),
  'commit-running': (subject) => ({
    title: `${thisExport(subject)} is being committed`,
    reason: 'The vendor has not answered yet.',
    nextStep: 'Wait for the answer; it takes a few minutes at most.',
  }),
  'commit-refused': (subject) => ({
    title: `${vendorFirst(subject)} refused the commit`,
    reason: 'Nothing was changed there. The vendor’s own words are under “Details”.',
    nextStep: 'Try again, or ask the vendor.',
  }),
  'commit-unknown': (subject) => ({
    title: `Docket does not know yet whether the commit${subject === undefined ? '' : ` of “${subject}”`} arrived`,
    reason: 'The vendor’s answer was lost on the way.',
    nextStep:
      'Nothing needs doing; Docket asks until it knows. Its connection has to stay as it is until then.',
  }),
  'commit-not-done': () => ({
    title: 'The commit was interrupted',
    reason: 'The vendor has nothing of it, and your files are unchanged.',
    nextStep: 'Commit it again.',
  }),
  'commit-too-late': () => ({
    title: 'It can’t be committed any more',
    reason: 'The export has expired at the vendor. Your files are complete and stay on this computer.',
    nextStep:
      'Nothing is left to do at the vendor; take the export off the list when you no longer want it there.',
  }),
  'receipt-not-written': () => ({
    title: 'The vendor has confirmed the commit, but the receipt can’t be written yet',
    reason: 'Docket could not save it on this computer.',
    nextStep: 'Make room on the disk; Docket then writes the receipt by itself. Don’t commit again.',
  }),
  'already-committed': () => ({
    title: 'It is committed already',
    reason: 'The receipt is in the history.',
    nextStep: 'Nothing needs doing.',
  }),
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
