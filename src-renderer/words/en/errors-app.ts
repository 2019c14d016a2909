import type { ErrorCode } from '../../../src-preload/contract/errors.ts';
import type { ErrorWords } from '../error-text.ts';
import { fileFirst } from './error-subjects.ts';

const field = (subject: string | undefined) => (subject === undefined ? 'A secret' : `“${subject}”`);

/** Credentials, review and the app itself. */
export const appErrors = {
  'keychain-locked': () => ({
    title: 'Your keychain is locked',
    reason: 'Docket keeps its passwords there and can’t read them now.',
    nextStep: 'Unlock the keychain, then try again.',
  }),
  'keychain-timeout': () => ({
    title: 'Your keychain does not answer',
    reason: 'Docket waited for 15 seconds.',
    nextStep: 'Look for a window that asks for your keychain’s password, then try again.',
  }),
  'keychain-refused': () => ({
    title: 'Your keychain refused',
    reason: 'Docket was not allowed to use its entries.',
    nextStep: 'Allow Docket when the keychain asks, then try again.',
  }),
  'keychain-unavailable': () => ({
    title: 'There is no keychain to use',
    reason: 'Passwords are kept for this session only.',
    nextStep: 'Enter them again after a restart, or ask your IT support for a keychain.',
  }),
  'secret-too-long': (subject) => ({
    title: `${field(subject)} is too long`,
    reason: 'The keychain of Windows holds 1,280 characters in one entry.',
    nextStep: 'Check that you pasted the secret and nothing else.',
  }),
  'secret-missing': (subject) => ({
    title: 'A secret is missing',
    reason:
      subject === undefined ? 'The connection has no secret yet.' : `${field(subject)} has no secret yet.`,
    nextStep: 'Open the connection and enter it.',
  }),
  'schedule-not-found': () => ({
    title: 'This schedule is no longer there',
    reason: 'It was removed, or its connection was.',
    nextStep: 'Set up a new one under “New export”.',
  }),
  'connection-not-found': () => ({
    title: 'This connection is no longer here',
    reason: 'It was removed in the meantime.',
    nextStep: 'Connect the vendor again.',
  }),
  'connection-invalid': (subject) => ({
    title: 'The connection can’t be saved like this',
    reason: subject === undefined ? 'Something in it does not fit.' : `${field(subject)} does not fit.`,
    nextStep: 'Correct it, then save again.',
  }),
  'review-unreadable': (subject) => ({
    title: 'Docket can’t show this file as a table',
    reason: `${fileFirst(subject)} is whole and checked, but its form is not one that Docket reads.`,
    nextStep: 'Open it with its own program.',
  }),
  'review-stopped': () => ({
    title: 'The table has stopped',
    reason: 'The part of Docket that reads tables broke off. Your files are untouched.',
    nextStep: 'Open the table again.',
  }),
  'review-closed': () => ({
    title: 'The table is closed',
    reason: 'It was closed in the meantime.',
    nextStep: 'Open it again.',
  }),
  'review-empty': (subject) => ({
    title: 'This file is empty',
    reason: `${fileFirst(subject)} is whole and checked, and there is nothing in it.`,
    nextStep: 'Ask the vendor whether that is as it should be.',
  }),
  'review-loading': () => ({
    title: 'The table is still being read',
    reason: 'This needs all of its rows.',
    nextStep: 'Wait until it is read to the end.',
  }),
  'review-memory': (subject) => ({
    title: 'There is not enough room for this',
    reason: `${fileFirst(subject)} needs more memory and disk space than Docket may use for a table.`,
    nextStep: 'Free some disk space, then try again.',
  }),
  'save-too-many-rows': (subject) => ({
    title: 'Excel can’t hold that many rows',
    reason:
      subject === undefined
        ? 'A sheet holds 1,048,575 rows below its header.'
        : `There are ${subject} rows; a sheet holds 1,048,575 below its header.`,
    nextStep: 'Filter the table, or save it as CSV or Parquet.',
  }),
  'save-beyond-excel': () => ({
    title: 'Excel can’t hold this table',
    reason: 'A cell holds up to 32,767 characters, a sheet 16,384 columns, a workbook 4 GB.',
    nextStep: 'Hide the columns that you don’t need, or save it as CSV or Parquet.',
  }),
  'save-over-original': (subject) => ({
    title: 'This file belongs to an export',
    reason: `${fileFirst(subject)} was collected by Docket, which never writes over it.`,
    nextStep: 'Choose another name or folder.',
  }),
  'compare-not-same-kind': () => ({
    title: 'These two can’t be compared',
    reason: 'They have no column in common.',
    nextStep: 'Choose another retrieval.',
  }),
  'ledger-damaged': (subject) => ({
    title: 'Docket’s list was damaged and starts anew',
    reason: `The damaged one is kept${subject === undefined ? '' : ` as “${subject}”`}. The files that you collected are untouched.`,
    nextStep: 'Add your exports again; give the damaged file to your IT support.',
  }),
  'ledger-rows-unreadable': () => ({
    title: 'Some lines of Docket’s list can’t be read',
    reason: 'They are kept as they are, but not shown. The files that you collected are untouched.',
    nextStep: 'Add the missing exports again, or ask your IT support.',
  }),
  'ledger-newer': () => ({
    title: 'Docket’s list was written by a newer Docket',
    reason: 'This version can’t read it and leaves it as it is.',
    nextStep: 'Install the newer version again.',
  }),
  'settings-damaged': (subject) => ({
    title: 'A settings file was damaged',
    reason: `The usual settings are used. The damaged file is kept${subject === undefined ? '' : ` as “${subject}”`}.`,
    nextStep: 'Look through your settings and connections.',
  }),
  'practice-unavailable': () => ({
    title: 'Practice can’t start',
    reason: 'The practice vendors did not start on this computer.',
    nextStep: 'Try again; if it stays so, restart Docket.',
  }),
  'call-refused': () => ({
    title: 'Docket refused this',
    reason: 'The request did not come from Docket’s own window.',
    nextStep: 'Restart Docket.',
  }),
  'call-unknown': () => ({
    title: 'Docket does not know this request',
    reason: 'Its window and its inner part are not of the same version.',
    nextStep: 'Restart Docket.',
  }),
  'call-invalid': (subject) => ({
    title: 'Something in it does not fit',
    reason:
      subject === undefined ? 'Docket can’t use what was entered.' : `Docket can’t use ${field(subject)}.`,
    nextStep: 'Correct it, then try again.',
  }),
  cancelled: () => ({
    title: 'Stopped',
    reason: 'It was stopped before its end.',
    nextStep: 'Nothing needs doing.',
  }),
  unexpected: () => ({
    title: 'Something went wrong within Docket',
    reason: 'It was not foreseen. Nothing that you collected is lost.',
    nextStep: 'Try again; if it stays so, restart Docket.',
  }),
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
