import { dialog } from 'electron';
import type { DocketError } from '../../src-preload/contract/errors.ts';

/** The only words for people outside of the renderer: without a ledger there is no window that could say them. */
const words: Readonly<Record<string, readonly [title: string, text: string]>> = {
  'ledger-newer': [
    'This Docket is older than its own data',
    'A newer version of Docket has worked here before. Install the newest version to go on; nothing was changed.',
  ],
  'disk-full': [
    'The disk is full',
    'Docket needs a little room to keep its ledger. Free some space, then start Docket again; nothing was lost.',
  ],
};
const otherwise = [
  'Docket could not open its ledger',
  'Another program may be holding it. Restart the computer and start Docket again; collected files are untouched.',
] as const;

export function sayCannotStart(error: DocketError): void {
  const [title, text] = words[error.code] ?? otherwise;
  dialog.showErrorBox(title, text);
}
