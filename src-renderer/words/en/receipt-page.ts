import type { Finding } from '../../../src-preload/contract/receipts.ts';
import type { FindingKind } from '../kinds.ts';
import { count, files, list, number, plural, size } from './values.ts';

const found: Readonly<Record<FindingKind, (value: number) => string>> = {
  same: (value) => `${count(value, 'file', 'files')} as signed for`,
  changed: (value) => `${number(value)} changed`,
  missing: (value) => `${number(value)} missing`,
  unreadable: (value) => `${number(value)} not readable`,
  moved: (value) => `${number(value)} moved`,
  'in-bin': (value) => `${number(value)} in the bin`,
};

/** What became of one file. `when` and `reason` are sentences' parts in the page's language. */
function finding(
  name: string,
  it: Finding,
  about: { readonly when: string; readonly reason: string },
): string {
  switch (it.kind) {
    case 'same':
      return `“${name}” is as signed for.`;
    case 'changed':
      return `“${name}” was changed: it is ${size(it.bytes)} now, with other content.`;
    case 'moved':
      return `“${name}” was moved or renamed. Its data is unchanged and lies in ${it.folder} as “${it.name}”.`;
    case 'missing':
      return `“${name}” is not where it was saved, nor nearby.`;
    case 'in-bin':
      return `“${name}” was moved to the bin ${about.when}.`;
    case 'unreadable':
      return `“${name}” can’t be read: ${about.reason}`;
  }
}

const nextSteps: Readonly<Record<Exclude<FindingKind, 'same'>, string>> = {
  changed: 'Bring the original back from a backup. Keep the changed file too until you know who changed it.',
  missing: 'Look in the bin and in your backups, put it back in its folder, and check again.',
  unreadable: 'Close programs that use it, connect its drive, and check again.',
  moved: 'Nothing is lost. Move it back to its folder if it should be found there.',
  'in-bin': 'That was a clean-up of committed files. While it is in the bin it can be restored from there.',
};

/** The receipt as a page: to read, to print, to check. */
export const receiptPage = {
  back: 'Back',
  loading: 'Opening the receipt…',
  title: (title: string) => `Receipt for “${title}”`,
  heading: 'Receipt',
  page: (title: string) => `The receipt for ${title}, as it is printed`,
  open: 'Print, save or check…',

  check: 'Check this receipt',
  checkAgain: 'Check again',
  checking: (name: string) => `Reading “${name}”…`,
  checkedOf: (done: string, total: string) => `${done} of ${total}`,
  stopCheck: 'Cancel',
  checkStopped: 'The check was cancelled. Nothing was noted.',
  print: 'Print…',
  savePdf: 'Save as PDF…',
  printed: 'The receipt went to the printer',
  saved: (name: string) => `Saved as “${name}”`,
  savedWhere: (folder: string) => `In ${folder}`,
  fileName: (title: string, day: string) => `Receipt ${title} ${day}`,

  allSame: (value: number) =>
    value === 1 ? 'The file is exactly as signed for.' : `All ${files(value)} are exactly as signed for.`,
  allSameHint: 'Every byte was read again just now. The fingerprint fits.',
  onlyMoved: 'The data is unchanged, but not all of it lies where it was saved.',
  inBin: 'The files were moved to the bin by a clean-up.',
  trouble: (bad: number, of: number) =>
    of === 1
      ? 'The file is not as signed for.'
      : `${number(bad)} of ${files(of)} ${plural(bad, 'is', 'are')} not as signed for.`,
  nothingKnown:
    'Docket did not keep the list of files with receipts when this one was made: only the fingerprint is known.',
  finding,
  nextStep: (kind: Exclude<FindingKind, 'same'>) => nextSteps[kind],
  more: (value: number) => `and ${count(value, 'more file', 'more files')} likewise`,
  /** "2 files as signed for and 1 changed": of a check, for the history. */
  foundInAll: (counts: readonly { readonly kind: FindingKind; readonly value: number }[]) =>
    list(counts.map(({ kind, value }) => found[kind](value))),
  lastCheck: (who: string, when: string, what: string) => `Last checked ${when} by ${who}: ${what}.`,
  neverChecked: 'Not checked since.',

  statement: (who: string, when: string) => `On ${when}, ${who} confirmed the receipt of this data.`,
  statementByHand: (who: string, when: string) =>
    `On ${when}, ${who} confirmed by hand that this data had been received.`,
  practice: 'Practice: sample data; no real vendor was told anything.',
  export: 'Export',
  vendor: 'Vendor',
  connection: 'Connection',
  reference: 'Reference at the vendor',
  amount: 'Data',
  number: 'Receipt number',
  rests: 'What it rests on',
  filesVerified: 'The files',
  verified: 'Every file was read again and compared right before the commit.',
  reviewedBy: (who: string, when: string) => `Reviewed by ${who}, ${when}`,
  remark: (text: string) => `“${text}”`,
  reviewed: 'Reviewed',
  vendorsAnswer: 'The vendor’s answer',
  vendorsCopy: 'The vendor’s copy',

  fingerprint: 'Fingerprint',
  fingerprintHint:
    'Made of the name, size, number of records and SHA-256 of every file below. If one byte of one file changes, it no longer fits.',
  files: 'Files signed for',
  file: 'File',
  rows: 'Records',
  size: 'Size',
  bytes: (value: number) => `${number(value)} bytes`,
  savedIn: (folder: string) => `Saved in ${folder}`,
  binned: (when: string) => `moved to the bin ${when}`,
  noFiles: 'The list of files was not kept with this receipt.',

  how: 'How to check it again',
  howInDocket:
    'In Docket: open this receipt and press “Check this receipt”. Every file is read again, byte by byte.',
  howByHand:
    'Without Docket: have the computer work out the SHA-256 of each file, as below, and compare it with the one on this page. Upper and lower case make no difference.',
  commands: 'Details for whoever checks by hand',
  windows: 'Windows (Command Prompt)',
  mac: 'macOS (Terminal)',
  linux: 'Linux (Terminal)',
  inFolder: 'In the folder of the files, for each of them:',
  manifestHint:
    'The fingerprint itself is the SHA-256 of this text, in UTF-8, without a line break at its end:',
  made: (when: string) => `This page was made with Docket on ${when}.`,
} as const;
