import { dialog } from 'electron';
import type { DocketError } from '../../src-preload/contract/errors.ts';
import type { MainWords } from '../words/en.ts';

/** Without a ledger there is no window that could say it. */
export function sayCannotStart(error: DocketError, say: MainWords['cannotStart']): void {
  const { title, text } =
    error.code === 'ledger-newer' || error.code === 'disk-full' ? say[error.code] : say.otherwise;
  dialog.showErrorBox(title, text);
}
