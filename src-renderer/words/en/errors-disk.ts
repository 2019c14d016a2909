import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import type { ErrorWords } from '../error-text.ts';
import { fileFirst, fileOr } from './error-subjects.ts';
import { size } from './values.ts';

const again = 'Collect it again; the file that you have is kept until you discard it.';

/** What main says of the room: `<needed> bytes needed, <free> free`, or `<free> free`. */
function room(detail: string | undefined): string {
  const [, needed, free] = /^(?:(\d+) bytes needed, )?(\d+) free$/u.exec(detail ?? '') ?? [];
  if (free === undefined) return '';
  const left = Number(free) === 0 ? 'nothing is free' : `${size(Number(free))} free`;
  return needed === undefined ? ` (${left})` : ` (${size(Number(needed))} needed, ${left})`;
}

/** Disk and verification. */
export const diskErrors = {
  'disk-full': (subject, detail) =>
    subject === 'ledger.sqlite'
      ? {
          title: 'The disk is full',
          reason: 'There is no room for Docket’s own notes. What was collected is kept.',
          nextStep: 'Make room on the disk of this computer, then try again.',
        }
      : {
          title: 'The disk is full',
          reason: `There is no room for the rest of the data${room(detail)}. What was collected is kept.`,
          nextStep: 'Make room or choose another folder, then resume.',
        },
  'folder-unwritable': (subject) => ({
    title: 'Docket may not write to the folder',
    reason:
      subject === undefined ? 'The downloads folder refuses new files.' : `The folder refuses “${subject}”.`,
    nextStep: 'Choose another folder in Settings, or ask for permission.',
  }),
  'folder-missing': (subject) => ({
    title: 'The folder is not there',
    reason: subject === undefined ? 'The downloads folder can’t be found.' : `“${subject}” can’t be found.`,
    nextStep: 'Connect the drive that holds it, or choose another folder in Settings.',
  }),
  'disk-error': (subject) => ({
    title: 'The disk reports an error',
    reason: `${fileFirst(subject)} can’t be written or read. What was collected is kept.`,
    nextStep: 'Try again; if it stays so, choose another folder or ask your IT support.',
  }),
  'file-locked': (subject) => ({
    title: 'Another program holds the file',
    reason: `${fileFirst(subject)} can’t be put in its place while another program has it open.`,
    nextStep: 'Close the program that uses it, then try again.',
  }),
  'no-program': (subject) => ({
    title: 'No program opens this file',
    reason: `This computer has no program for ${fileOr(subject)}.`,
    nextStep: 'Look at the table here, or show the file in its folder and choose a program there.',
  }),
  'file-missing': (subject) => ({
    title: 'A file is not where Docket put it',
    reason: `${fileFirst(subject)} was moved, renamed or deleted.`,
    nextStep: 'Put it back, or collect the export again.',
  }),
  'file-changed': (subject) => ({
    title: 'A file was changed since its check',
    reason: `${fileFirst(subject)} is no longer what the vendor sent.`,
    nextStep: 'Collect the export again to have the vendor’s own data.',
  }),
  'file-in-bin': (subject) => ({
    title: 'The file is in the bin',
    reason: `${fileFirst(subject)} was moved to this computer’s bin by a clean-up.`,
    nextStep: 'Restore it from the bin to its folder, then try again.',
  }),
  'file-not-committed': (subject) => ({
    title: 'The file is not covered by a receipt',
    reason: `Only committed files can be cleaned up. ${fileFirst(subject)} stays where it is.`,
    nextStep: 'Review and commit its export first.',
  }),
  'bin-unavailable': (subject) => ({
    title: 'The bin can’t be used',
    reason: `This computer refused to move ${fileOr(subject)} to the bin. The file stays where it is; nothing was deleted.`,
    nextStep: 'Close programs that use the file, or check that its drive has a bin, then try again.',
  }),
  'receipt-not-found': () => ({
    title: 'This receipt is not here',
    reason: 'Docket’s records on this computer hold no receipt for that export.',
    nextStep: 'Look in the history for what became of it.',
  }),
  'print-failed': () => ({
    title: 'The receipt could not be printed',
    reason: 'The printer or the system refused the page.',
    nextStep: 'Check the printer, or save the receipt as PDF and print that.',
  }),
  'length-mismatch': (subject) => ({
    title: 'A file is not complete',
    reason: `${fileFirst(subject)} is shorter or longer than the vendor said.`,
    nextStep: again,
  }),
  'gzip-corrupt': (subject) => ({
    title: 'A file is damaged',
    reason: `${fileFirst(subject)} does not agree with its own check sum, or ends in the middle of a record.`,
    nextStep: again,
  }),
  'zip-corrupt': (subject) => ({
    title: 'A file is damaged',
    reason: `${fileFirst(subject)} can’t be unpacked.`,
    nextStep: again,
  }),
  'not-a-workbook': (subject) => ({
    title: 'This is not the workbook that was announced',
    reason: `${fileFirst(subject)} holds no Excel sheet.`,
    nextStep: again,
  }),
  'header-missing': (subject) => ({
    title: 'The column names are missing',
    reason: `${fileFirst(subject)} has no first row with the names of its columns.`,
    nextStep: again,
  }),
  'headers-differ': (subject) => ({
    title: 'The parts do not fit together',
    reason: `${fileFirst(subject)} has other columns than the files before it.`,
    nextStep: again,
  }),
  'pages-inconsistent': () => ({
    title: 'The pages do not fit together',
    reason: 'The vendor’s pages repeat or skip records.',
    nextStep: again,
  }),
  'count-mismatch': () => ({
    title: 'The count is not right',
    reason: 'There are more or fewer records than the vendor announced.',
    nextStep: again,
  }),
  'export-changed': () => ({
    title: 'The vendor changed the file meanwhile',
    reason: 'It is no longer the one that Docket began to collect.',
    nextStep: again,
  }),
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
